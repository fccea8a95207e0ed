import { renderReport } from '../documents/write/render-report.ts'
import type { Mender } from './checker.ts'
import { correctReport } from './correct-report.ts'

/** The server's mender: every format that is offered. Throws a Refusal where a character cannot be written. */
export const mender: Mender = async (report, format, zeroIn) => {
  const bytes = (await renderReport(correctReport(report, zeroIn), [format])).get(format)
  if (!bytes) throw new Error(`nothing was written as ${format}`)
  return bytes
}
