import type { Report } from '../report.ts'

/** False when both years are known and `previous` is not of the year before. */
export function followsYear(report: Report, previous: Report): boolean {
  return report.year === null || previous.year === null || previous.year === report.year - 1
}
