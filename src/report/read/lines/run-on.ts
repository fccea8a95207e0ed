import { normalise } from './normalise.ts'

/** Where a row, a block or a section of the form begins. */
const BEGINNINGS = new RegExp(
  [
    '第二十条第?\\s*\\([一五六八九]\\)\\s*项',
    '信息内容',
    '(?:行政)?规范性文件',
    '\\(本列数据的勾稽关系',
    '[一二三四]、(?:本年新收|上年结转|本年度办理结果|结转下)',
    '\\([一二三四五六七]\\)\\s*(?:予以公开|部分公开|不予公开|无法提供|不予处理|其他处理|总\\s*计)',
    '[1-8][.、]\\s*(?:属于|其他|危及|保护第三方|本机关|没有现成|补正后|信访|重复申请|要求|无正当|申请人)',
    '行政复议\\s*行政诉讼',
    '[一二三四五六]、(?:总体情况|主动公开政府信息|收到和处理|政府信息公开行政复议|(?:政府信息公开工作)?存在的|其他需要)',
  ].join('|'),
  'g',
)
/** The title before them: the spaces around it are all that is left of its line. */
const TITLE =
  /(?:^|\s{2})\s*(?<title>\S(?:(?!\s{2})[^。；，]){0,60}?信息公开(?:工作)?(?:年度)?(?:工作)?(?:报告|年报))(?=\s|本报告|根据|按照)/d
const FEWEST = 8
/** The whole of a report on one line is not longer. */
const LONGEST = 60_000
const LONGEST_LEAD = 2000

/**
 * Cuts a line in which rows of the form run on one behind the other into lines of their own. Any other line comes back
 * as it is. `normalised` is the same line in one spelling.
 */
export function splitRunOn(original: string, normalised = normalise(original)): readonly string[] {
  if (original.length < 120 || original.length > LONGEST) return [original]
  const starts = [...normalised.matchAll(BEGINNINGS)].map(({ index }) => index)
  if (starts.length < FEWEST) return [original]
  const title = TITLE.exec(original.slice(0, starts[0]).slice(0, LONGEST_LEAD))?.indices?.groups?.title ?? []
  const bounds = [...new Set([0, ...title, ...starts, original.length])]
  return bounds.slice(0, -1).map((start, index) => original.slice(start, bounds[index + 1]))
}
