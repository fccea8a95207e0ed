/**
 * 政府信息公开指南 of an agency (条例12): what a citizen must know to get its information. A text may have several lines; null
 * and an empty list are what the agency has not said.
 */
export type AgencyGuide = {
  /** 政府信息的分类. */
  readonly classification: string | null
  /** 编排体系. */
  readonly arrangement: string | null
  /** 获取方式. */
  readonly access: string | null
  /** Where it publishes (条例23). */
  readonly channels: readonly string[]
  /** Where published information can be read on paper (条例25), one place a line. */
  readonly readingPlaces: readonly string[]
  readonly howToRequest: string | null
  readonly fees: string | null
  readonly remedies: string | null
  /** 政府信息公开工作机构. */
  readonly officeName: string | null
  readonly address: string | null
  readonly hours: string | null
  readonly phone: string | null
  readonly fax: string | null
  /** 互联网联系方式: an e-mail address or a page. */
  readonly internet: string | null
  readonly postcode: string | null
  /** 政务公开领导小组. */
  readonly leadingGroup: string | null
  /** Who takes complaints (条例47). */
  readonly supervision: string | null
  readonly other: string | null
}

export type GuideField = keyof AgencyGuide

export const emptyGuide: AgencyGuide = {
  classification: null,
  arrangement: null,
  access: null,
  channels: [],
  readingPlaces: [],
  howToRequest: null,
  fees: null,
  remedies: null,
  officeName: null,
  address: null,
  hours: null,
  phone: null,
  fax: null,
  internet: null,
  postcode: null,
  leadingGroup: null,
  supervision: null,
  other: null,
}

/** The five parts of a guide in the new style, and what stands in each. */
export const guideParts = [
  { part: 'holdings', fields: ['classification', 'arrangement'] },
  { part: 'publishing', fields: ['access', 'channels', 'readingPlaces'] },
  { part: 'requesting', fields: ['howToRequest', 'fees', 'remedies'] },
  {
    part: 'office',
    fields: ['officeName', 'address', 'hours', 'phone', 'fax', 'internet', 'postcode', 'leadingGroup'],
  },
  { part: 'rest', fields: ['supervision', 'other'] },
] as const satisfies readonly { readonly part: string; readonly fields: readonly GuideField[] }[]

export type GuidePart = (typeof guideParts)[number]['part']

/** What 条例12 wants every guide to say. */
const statutoryGuideFields = [
  'classification',
  'arrangement',
  'access',
  'officeName',
  'address',
  'hours',
  'phone',
  'fax',
  'internet',
] as const satisfies readonly GuideField[]

/** What 条例12 wants and the guide does not say. */
export function missingGuideFields(guide: AgencyGuide): readonly GuideField[] {
  return statutoryGuideFields.filter((field) => !isSaid(guide[field]))
}

export function isSaid(value: AgencyGuide[GuideField]): boolean {
  return value !== null && value.length > 0
}
