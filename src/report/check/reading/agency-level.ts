import type { AgencyLevel } from '../../../statute/agency-rank.ts'

const NATIONAL = /^(?:国家|国务院|中华人民共和国|中国)/
const GOVERNMENT = /人民政府$/
const DEPARTMENT = /(?:局|委|委员会|厅|办|办公室|中心|部|署|院|会|所|馆|队|站|处)$/
const MUNICIPALITIES = /^(?:北京|上海|天津|重庆)市/
const TOWNSHIP = /(?:街道|镇|乡|苏木)(?:人民政府|政府|办事处)?(?:办公室|党政办|党政办公室)?$/
/** A district by name that is no level of government. */
const NO_REGION = /(?:开发区|高新区|园区|景区|林区|社区|示范区|工业区|保税区|度假区|保护区|校区|港区)$/
const REGION =
  /\p{Script=Han}{1,8}?(自治区|自治州|自治县|自治旗|特别行政区|省|市(?!场|政|容|民|域)|州(?!市)|盟|地区|县|旗|区(?!域|块|划))/gu

/**
 * The highest level an agency of this name can have, or null when the name does not tell. 市 may be a county-level city,
 * so that a rule that asks "above its level?" is safe with the answer `city`.
 */
export function highestLevelOf(agency: string): AgencyLevel | null {
  const name = agency.replace(/\s/g, '')
  if (NATIONAL.test(name)) return 'nation'
  if (TOWNSHIP.test(name)) return 'township'
  const regions = [...name.matchAll(REGION)]
  const last = regions.at(-1)
  if (!last?.[1]) return name.startsWith('省') ? 'province' : null
  if (NO_REGION.test(last[0])) return null
  switch (last[1]) {
    case '省':
    case '自治区':
    case '特别行政区':
      return 'province'
    case '市':
      return MUNICIPALITIES.test(name) && regions.length === 1 ? 'province' : 'city'
    case '自治州':
    case '州':
    case '盟':
    case '地区':
      return 'city'
    default:
      return 'county'
  }
}

/** 人民政府 speaks for a government, an office or bureau is a department; null when the name does not tell. */
export function kindOf(agency: string): 'government' | 'department' | null {
  const name = agency.replace(/\s/g, '')
  if (GOVERNMENT.test(name)) return 'government'
  return DEPARTMENT.test(name) ? 'department' : null
}
