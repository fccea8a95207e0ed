import { checkReport } from '../report/check/check-report.ts'
import { fillBlanksWithZero } from '../report/check/fill-blanks-with-zero.ts'
import { mendReport } from '../report/check/mend-report.ts'
import type { Report } from '../report/report.ts'
import type { TableName } from './checker.ts'

/** The report mended by its own findings, with 0 in the blank cells of the tables that a person confirmed. */
export function correctReport(report: Report, zeroIn: readonly TableName[]): Report {
  return fillBlanksWithZero(mendReport(report, checkReport(report, {})), zeroIn)
}
