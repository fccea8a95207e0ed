/** 有效性 of a published document, with what a page says of it. `modified`: parts of it no longer hold as they were. */
export const validities = [
  ['inForce', '有效', 'in force'],
  ['modified', '已修改', 'modified'],
  ['repealed', '废止', 'repealed'],
  ['expired', '失效', 'expired'],
] as const

export type Validity = (typeof validities)[number][0]

export const validityIds: readonly Validity[] = validities.map(([id]) => id)
