import { normalise } from './lines/normalise.ts'

export type Title = { readonly title: string; readonly agency: string | null; readonly year: number | null }

/** A page's own table of particulars names the title so. */
const FIELD_NAME = /^(?:信息)?(?:名\s*称|标\s*题)(?:\s*[:：]\s*|\s+)/
const REPORT_NAME = /(?:政府)?信息公开(?:工作)?(?:的)?(?:年度)?(?:工作)?(?:报告|年报)/
/** What may follow the name in a title: a year, 的通知, a mark. */
const TITLE_END = /^(?:[(]?20\d{2}年?度?[)]?|.{0,4})$/
/** 二〇二四年, with any of the signs for nought. */
const WRITTEN_YEAR = /二[〇○零oO0Ｏ◯0]([一二三四五六七八九〇○零])([一二三四五六七八九〇○零])(?=年)/g
const WRITTEN_DIGITS = '〇一二三四五六七八九'
const YEAR = /(20\d{2})(?=年)/
const AGENCY_NAME =
  /(?:人民政府办公[室厅]|人民政府|政府办公[室厅]|办公[室厅]|管理委员会|委员会|管理局|监管局|分局|局|厅|委|镇|乡|街道办事处|街道|中心|管委会|政府|法院|检察院|总队|支队|大队|医院|处|院|站)$/
const PLACE = /(?:[\u4e00-\u9fff]{2,7}(?:省|自治区|市|州|盟|县|区|旗))$/
const NOT_OF_A_NAME = /[，。、；：的]|根据|按照|编制|公布|发布|公开|情况|总体|^[我本该其全各]/

const digit = (sign: string) => Math.max(0, WRITTEN_DIGITS.indexOf(sign))
const inOneSpelling = (text: string) => normalise(text).replace(/[\s#*|]+/g, '')
const inDigits = (text: string) =>
  text.includes('二')
    ? text.replace(WRITTEN_YEAR, (_, tens: string, ones: string) => `20${digit(tens)}${digit(ones)}`)
    : text
const tight = (text: string) => inDigits(inOneSpelling(text))

/** 县市场监督管理局(县知识产权局) without the name in brackets, which may be several with 、 between them. */
const withoutSecondName = (name: string) => name.replace(/\([\u4e00-\u9fff、]+\)$/, '')

/** The agency that a title names: what stands before or behind the year, when it is an agency's name. */
function agencyOf(title: string): string | null {
  const name = REPORT_NAME.exec(title)
  if (!name) return null
  const lead = title.slice(0, name.index).replace(/^.*[\]】>》《:：]/, '')
  const parts = lead
    .split(/20\d{2}年?度?/)
    .map((part) => part.replace(/^(?:关于|正文|标题|名称)+|(?:的|关于|年度|年)$/g, ''))
  const [before = '', after = ''] = parts
  const whole = [before, after].filter((part) => part.length >= 2 && part.length <= 60 && !/[。，,；]/.test(part))
  const likely =
    whole.find((part) => AGENCY_NAME.test(withoutSecondName(part))) ??
    whole.find((part) => /^[\u4e00-\u9fff()]+$/.test(part))
  return likely ?? null
}

/**
 * Title, agency and year of the report as far as the file states them; what it does not state is null. Site furniture
 * stands before the title, so the title is looked for from the first section upwards; without sections from the top.
 */
export function readTitle(preamble: readonly string[], firstSection: readonly string[], all: readonly string[]): Title {
  const bounded = all.length > preamble.length
  const lines = bounded ? preamble.slice(-NEAR) : preamble.slice(0, NEAR)
  const body = tight([...lines, ...firstSection].join('\n')).slice(0, 20_000)
  const printed = findTitle(lines, bounded)
  const short = printed ? tight(printed) : ''
  const stated = YEAR.exec(short)?.[1] ?? /[(](20\d{2})[)]$/.exec(short)?.[1]
  const year = stated ? Number(stated) : yearFromText(lines, body, all)
  const named = agencyOf(short)
  const agency = named ? withRegion(named, body) : agencyFromText(lines, body)
  return { title: printed, agency: agency && withPrintedBrackets(agency, [printed, ...lines, ...firstSection]), year }
}

/** Brackets of a name as they stand in the file, full width or not. */
function withPrintedBrackets(agency: string, lines: readonly string[]): string {
  if (!/[()]/.test(agency)) return agency
  for (const line of lines) {
    const printed = line.replace(/[\s#*|]+/g, '')
    const at = normalise(printed).indexOf(agency)
    if (at >= 0) return agency.replace(/[()]/g, (bracket, index: number) => printed[at + index] ?? bracket)
  }
  return agency
}

/** So many lines around the title. */
const NEAR = 60

/** The title that says most: agency and year, one of them, none; of equals the one nearest to the first section. */
function findTitle(lines: readonly string[], bounded: boolean): string {
  const spelt = lines.map(inOneSpelling)
  let named = Number.NEGATIVE_INFINITY
  const titles = spelt.flatMap((line, end) => {
    if (line.includes('报')) named = end
    // Without that character, which every name of the report has, no title ends here.
    return end - named < MOST_TITLE_LINES ? (titleEndingAt(lines, spelt, end) ?? []) : []
  })
  if (bounded) titles.reverse()
  const telling = (title: string) => {
    const short = tight(title)
    return Number(agencyOf(short) !== null) + Number(YEAR.test(short)) - (/通知$/.test(short) ? 1 : 0)
  }
  const most = Math.max(...titles.map(telling))
  return titles.find((title) => telling(title) === most) ?? ''
}

/** Above the line with the report's name: so many lines of an agency's name, which may be cut anywhere. */
const MOST_NAME_LINES = 5
const MOST_TITLE_LINES = MOST_NAME_LINES + 1
const STARTS_WITH_PLACE =
  /^(?:[\u4e00-\u9fff]{1,4}(?:省|市|自治区|自治州|州|盟|县|(?<![片园社校景林港发验范])区|旗|镇|乡)|中国|国家)/
const PLACE_AT_START = /^[\u4e00-\u9fff]{1,4}(?:省|市|自治区|自治州|州|盟|县|区|旗)/
const NAME_PIECE = /^(?=.{2,40}$)(?:[\u4e00-\u9fff]|\([\u4e00-\u9fff、]+\))+$/
/** The name of a site, or of the government whose site it is. */
const SITE_NAME = /人民政府$|政府网|网站|门户|专栏|^附件|首页/

/**
 * How many lines above the name of the report are the name of its agency: from one that begins with a place on, none
 * of the others doing so, together an agency's name. 0 where they are not surely that.
 */
function nameLinesAbove(spelt: readonly string[], end: number): number {
  const report = inDigits(spelt[end] ?? '')
  if (!/^(?:20\d{2}年?度?)?$/.test(report.slice(0, REPORT_NAME.exec(report)?.index ?? -1))) return 0
  for (let count = 1; count <= Math.min(MOST_NAME_LINES, end); count++) {
    const line = inDigits(spelt[end - count] ?? '')
    if (!NAME_PIECE.test(line) || SITE_NAME.test(line)) return 0
    if (!STARTS_WITH_PLACE.test(line)) continue
    const name = inDigits(spelt.slice(end - count, end).join(''))
    return AGENCY_NAME.test(withoutSecondName(name)) ? count : 0
  }
  return 0
}

/**
 * The title may take up to four lines, or more with a long name; it ends with the name of the report. `spelt` are the
 * lines in one spelling.
 */
function titleEndingAt(lines: readonly string[], spelt: readonly string[], end: number): string | null {
  const named = nameLinesAbove(spelt, end)
  for (let count = named + 1; count <= Math.max(4, named + 1) && count <= end + 1; count++) {
    const joined = inDigits(spelt.slice(end + 1 - count, end + 1).join(''))
    if (joined.length > 100 || /[。；]|，/.test(joined) || /^[上下]一[篇条页]/.test(joined)) return null
    const name = REPORT_NAME.exec(joined)
    if (!name || !TITLE_END.test(joined.slice(name.index + name[0].length))) continue
    if (count < 4 && (name.index === 0 || !HAS_A_NAME.test(joined.slice(0, name.index)))) {
      const above = lines[end - count]
      if (above !== undefined && isTitleLine(above)) continue
    }
    return lines
      .slice(end + 1 - count, end + 1)
      .map((line) => line.trim().replace(FIELD_NAME, ''))
      .filter((line) => line !== '')
      .join('\n')
  }
  return null
}

const HAS_A_NAME = /[\u4e00-\u9fff]{3}/
const isTitleLine = (line: string) => {
  const words = tight(line)
  return (
    words.length >= 2 &&
    words.length <= 40 &&
    !/[。；，:：]/.test(words) &&
    (AGENCY_NAME.test(words) || YEAR.test(words))
  )
}

function yearFromText(lines: readonly string[], body: string, all: readonly string[]): number | null {
  const told = lines.map(tight).find((line) => /^20\d{2}年(?:度)?(?:工作)?报告$/.test(line))
  const period =
    /(20\d{2})年1月1日.{0,12}?(?:20\d{2}年)?12月31/.exec(body)?.[1] ??
    /截[至止](?:到)?(20\d{2})年12月(?:31日|底)/.exec(body)?.[1]
  const name = /(20\d{2})年?(?:度)?[^。，]{0,30}(?:信息公开)[^。，]{0,8}(?:年度报告|年报)/.exec(body)?.[1]
  const opening = /(?:^|\n|\)|。)(20\d{2})年(?:度|以来)?[，,]/.exec(body)?.[1]
  const found = told?.slice(0, 4) ?? period ?? name ?? opening
  if (found) return Number(found)
  const text = tight(all.join('\n')).slice(0, 40_000)
  const reported = [
    ...text.matchAll(/(20\d{2})年(?:度)?[，,]?(?:我[局县区市镇乡委]|全年|全[县区市局]|本年|共|累计)/g),
  ].map((match) => match[1])
  const only = new Set(reported)
  const [single] = only
  return only.size === 1 && single ? Number(single) : null
}

/** 洪泽区人民政府 → 淮安市洪泽区人民政府, when the lead writes it so. */
function withRegion(agency: string, body: string): string {
  const words = tight(agency)
  for (let at = body.indexOf(words); at >= 0; at = body.indexOf(words, at + words.length)) {
    const before = /[\u4e00-\u9fff]{0,9}$/.exec(body.slice(Math.max(0, at - 9), at))?.[0] ?? ''
    const place = /(?:^|由|与|请|为|在|是|向)([\u4e00-\u9fff]{2,7}(?:省|自治区|市|州|盟|县|区))$/.exec(before)?.[1]
    // A line above that ends in the agency's own county is another name, not a region left out.
    const own = PLACE_AT_START.exec(words)?.[0]
    if (own !== undefined && place?.endsWith(own)) continue
    if (place && PLACE.test(place) && !NOT_OF_A_NAME.test(place)) return place + words
  }
  return words
}

function agencyFromText(lines: readonly string[], body: string): string | null {
  const alone = lines
    .map(tight)
    .find(
      (line) =>
        line.length <= 30 &&
        /^[\u4e00-\u9fff]{3,30}$/.test(line) &&
        AGENCY_NAME.test(line) &&
        !NOT_OF_A_NAME.test(line),
    )
  if (alone) return alone
  const candidates = [
    /20\d{2}年(?:度)?[，,]([\u4e00-\u9fff]{3,25}?(?:人民政府办公[室厅]|人民政府|委员会|局|厅|街道办事处|镇|乡))(?=[\u4e00-\u9fff])/.exec(
      body,
    )?.[1],
    /公布([\u4e00-\u9fff]{2,25}?(?:人民政府办公[室厅]|人民政府|委员会|局|厅|街道办事处|镇|乡))20\d{2}年/.exec(
      body,
    )?.[1],
    /由([\u4e00-\u9fff]{3,25}?(?:人民政府办公[室厅]|人民政府|委员会|局|厅|街道办事处))(?:根据|依据|按照|编制)/.exec(
      body,
    )?.[1],
  ]
  return candidates.find((one) => one !== undefined && !NOT_OF_A_NAME.test(one)) ?? null
}
