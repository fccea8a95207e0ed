/** The level of government an agency belongs to, lowest first. 街道 count as townships. */
export const agencyLevels = ['township', 'county', 'city', 'province', 'nation'] as const
export type AgencyLevel = (typeof agencyLevels)[number]

/** Whether a report speaks for a government or for one of its departments. */
export const agencyKinds = ['government', 'department'] as const
export type AgencyKind = (typeof agencyKinds)[number]
