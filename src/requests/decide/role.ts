/** What somebody may do on a case of their agency. One person may have several roles, but never approves their own draft. */
export type RequestRole = 'clerk' | 'businessUnit' | 'reviewer' | 'officeHead' | 'leader'

export const requestRoles: readonly RequestRole[] = ['clerk', 'businessUnit', 'reviewer', 'officeHead', 'leader']
