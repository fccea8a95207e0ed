import { type ReportFormat, renderReport } from '../../src/documents/write/render-report.ts'
import { buildReport, type GivenReport } from '../../src/report/check/example.ts'

export type SyntheticFile = { readonly name: string; readonly mimeType: string; readonly buffer: Buffer }

/** A report of an invented bureau in which nothing is wrong. */
export const goodReport: GivenReport = { agency: '青禾县水务局' }

/** One wrong column, one wrong word, one doubled phrase, and a cell that nobody can read. */
export const wrongReport: GivenReport = {
  agency: '青禾县水务局',
  text: {
    1: '（一）主动公开。截止2024年12月31日，主动公开政府信息36条。\n（二）依申请公开。全年收到政府信息公开申请12件。\n（三）政府信息管理。按月核对目录。\n（四）政府信息公开平台建设。维护网站专栏。\n（五）监督保障。开展培训两次，组织社会评议，纳入考核，未发生责任追究情形。',
    5: '存在的问题是政府信息公开的信息公开宣传不够。下一步将增加宣传。',
  },
  cells: {
    'requests[received][naturalPerson]': 12,
    'requests[received][total]': 12,
    'requests[granted][naturalPerson]': 11,
    'requests[granted][total]': 11,
    'requests[total][naturalPerson]': 11,
    'requests[total][total]': 11,
  },
}

/** A report in which all 200 cells were left empty. */
export const blankReport: GivenReport = { agency: '青禾县水务局', cells: { '*': 'blank' } }

/** The report as a file that a browser can be given. */
export async function syntheticFile(
  given: GivenReport,
  format: Extract<ReportFormat, 'docx' | 'html' | 'json'>,
  name = `青禾县水务局2024年度报告.${format}`,
): Promise<SyntheticFile> {
  const bytes = (await renderReport(buildReport(given), [format])).get(format)
  if (!bytes) throw new Error(`nothing was written as ${format}`)
  return { name, mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) }
}

export const notAReport: SyntheticFile = {
  name: '会议通知.txt',
  mimeType: 'text/plain',
  buffer: Buffer.from('关于召开例会的通知\n各科室：定于周五下午召开例会，请准时参加。\n'),
}
