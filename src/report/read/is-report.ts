import type { Heading } from './find-headings.ts'
import type { Line } from './lines/line.ts'
import { normalise } from './lines/normalise.ts'

/** What a page that is no annual report calls itself, in its first lines. */
const OTHER_KIND =
  /(?:通知|公告|通告|指南|条例|办法|要点|公报|目录|[答批]复书?|告知书|决定书|申请表|方案|意见|规定|制度|细则|计划|推进会|座谈会|培训会|培训班)$|召开|举办|举行/
const ANY_REPORT = /(?:报告|年报|总结)$/
const THIS_REPORT = /信息公开.{0,8}(?:报告|年报)(?:.{0,4}|[(]?20\d{2}年?度?[)]?)$/
const ARTICLE = /^第[一二三四五六七八九十百]{1,4}条/
const FIRST_LINES = 6
/** So many article numbers make a law, so many years in titles a list of reports. */
const FEWEST_ARTICLES = 3
const FEWEST_YEARS = 3

const NOTICE = /通知$/
/** The name of the report and nothing else: neither whose nor of which year. */
const BARE_TITLE =
  /^(?:附件[一二三四\d]?[:：]?)?(?:中华人民共和国)?政府信息公开工作年度报告[(（]?(?:格式|模板|样式|样表|范本)?[)）]?$/

/** Signs of the narrative, for a file that holds neither tables nor headings. */
const SIGNS = [
  /信息公开/,
  /主动公开/,
  /依申请公开|申请公开|政府信息公开申请|政府信息依申请/,
  /行政复议|行政诉讼/,
  /年度报告|年报|20\d{2}年/,
]
const LEAST_SIGNS = 4

/**
 * Whether a file in which no cell of the form was found is an annual report all the same: one whose tables are
 * pictures, or a part of its narrative. A notice, a law, a list of reports, news of reports are none.
 */
export function isNarrativeReport(lines: readonly Line[], headings: readonly Heading[]): boolean {
  const texts = lines.flatMap(({ text }) => {
    const bare = text.replace(/[\s#*|]+/g, '')
    return bare === '' ? [] : [bare]
  })
  if (callsItselfOtherwise(texts)) return false
  if (headings.length >= 2) return true
  const text = normalise(texts.join('').slice(0, 200_000))
  return SIGNS.filter((sign) => sign.test(text)).length >= LEAST_SIGNS && /\d+[件条]|[无未]/.test(text)
}

/** A notice that prescribes the form and encloses it; `title` is the one that was found above the form. */
export function isNoticeOfForm(lines: readonly Line[], title: string): boolean {
  const bare = title.replace(/[\s#*|]+/g, '')
  if (bare !== '' && !BARE_TITLE.test(bare)) return false
  return lines.slice(0, FIRST_LINES).some(({ text }) => NOTICE.test(text.replace(/[\s#*|]+/g, '')))
}

function callsItselfOtherwise(texts: readonly string[]): boolean {
  if (texts.filter((text) => ARTICLE.test(text)).length >= FEWEST_ARTICLES) return true
  const titles = texts.filter((text) => text.length <= 80 && THIS_REPORT.test(text.replace(/20\d{2}-\d{2}-\d{2}$/, '')))
  const years = new Set(titles.map((title) => /20\d{2}/.exec(title)?.[0]).filter((year) => year !== undefined))
  if (years.size >= FEWEST_YEARS) return true
  const first = texts.slice(0, FIRST_LINES).filter((text) => text.length <= 60 && !/[。；]/.test(text))
  const other = first.some((text) => OTHER_KIND.test(text) || (ANY_REPORT.test(text) && !THIS_REPORT.test(text)))
  return other && !titles.some((text) => !OTHER_KIND.test(text))
}
