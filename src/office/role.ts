/** What somebody may do on a case of their agency. One person may have several roles, but never approves their own draft. */
export type OfficeRole = 'clerk' | 'businessUnit' | 'reviewer' | 'officeHead' | 'leader'

export const officeRoles: readonly OfficeRole[] = ['clerk', 'businessUnit', 'reviewer', 'officeHead', 'leader']
