import type { Report } from '../report.ts'

/** The name of the paper in the title that 30号 gives it. */
const PAPER = '政府信息公开工作年度报告'

/** The title of a report: its own, else agency, year and the name of the paper, as far as they are known. */
export function titleOf({ preamble, agency, year }: Pick<Report, 'preamble' | 'agency' | 'year'>): string {
  const own = preamble.title.trim()
  return own === '' ? `${agency ?? ''}${year === null ? '' : `${year}年`}${PAPER}` : own
}
