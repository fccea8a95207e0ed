import type { Language } from '../../refusals/refusal.ts'
import type { SkippedHeading } from '../skipped-headings.ts'

const levels = ['', '一级', '二级', '三级', '四级'] as const

/** Of a long heading its beginning is enough to find it. */
const longest = 20

/** What is told of a heading that skips a level. */
export function skippedHeadingInWords({ text, level, after }: SkippedHeading, language: Language): string {
  const name = text.length > longest ? `${text.slice(0, longest)}…` : text
  const missing = levels.slice(after + 1, level)
  if (language === 'en')
    return after === 0
      ? `“${name}” is the first heading, and of level ${level}: begin with level 1`
      : `“${name}” is a heading of level ${level} after one of level ${after}: nothing is between`
  return after === 0
    ? `“${name}”是第一个标题，却是${levels[level]}标题，前面缺${missing.join('、')}标题`
    : `“${name}”是${levels[level]}标题，前一个标题是${levels[after]}，中间缺${missing.join('、')}标题`
}
