import type { PublicFileKind } from '../publications/public-file-kind.ts'
import type { SourceDocument } from '../quality/source-document.ts'
import type { CheckContext } from '../report/check/rule.ts'
import type { Report } from '../report/report.ts'
import type { PublicCopy } from './attachment/public-copy.ts'
import type { ImportedBody } from './body/imported-body.ts'
import { ReaderPool } from './worker/reader-pool.ts'
import type { CheckedReport, Reading } from './worker/reading-task.ts'

export type ForeignReport = { readonly document: SourceDocument; readonly report: Report }

// Two, so that one stubborn document does not hold up everybody else's.
const pool = new ReaderPool(2)

/**
 * Reads an uploaded report of any kind in a process that can be killed. Throws Refusal: what cannot be read, what is no
 * report, what exceeds `limits`. The process is kept for the next file; it does not keep the program alive.
 */
export async function readForeignReportBytes(bytes: Uint8Array, fileName: string): Promise<ForeignReport> {
  return asReport(await pool.readConverting({ want: 'report', source: { bytes, fileName } }))
}

/**
 * Reads a report file and checks it in the same process, so that its text need not travel. `context` as `checkReport` has
 * it, without the text of the file. Throws Refusal as `readForeignReportBytes` does.
 */
export async function checkForeignReport(
  path: string,
  context: Omit<CheckContext, 'documentText'>,
): Promise<CheckedReport> {
  const reading = await pool.readConverting({ want: { checkedWith: context }, source: { path } })
  if (reading.kind !== 'checked') throw new Error(`asked for findings, got ${reading.kind}`)
  return reading
}

/** The document alone, whether or not it is a report. */
export async function readForeignDocument(path: string): Promise<SourceDocument> {
  return asDocument(await pool.readConverting({ want: 'document', source: { path } })).document
}

/** The document that the bytes of an uploaded file hold, whether or not it is a report. */
export async function readForeignDocumentBytes(bytes: Uint8Array, fileName: string): Promise<SourceDocument> {
  return asDocument(await pool.readConverting({ want: 'document', source: { bytes, fileName } })).document
}

/** A docx, html, txt or md file (a doc by LibreOffice) as the text of an item, see `readBody`. */
export async function readForeignBody(bytes: Uint8Array, fileName: string): Promise<ImportedBody> {
  const reading = await pool.readConverting({ want: 'body', source: { bytes, fileName } })
  if (reading.kind !== 'body') throw new Error(`asked for a text, got ${reading.kind}`)
  return reading.imported
}

/** What the public gets of a file, made in the same processes. Throws Refusal: damaged, under a password, beyond `limits`. */
export async function makePublicCopy(kind: PublicFileKind, bytes: Uint8Array, fileName: string): Promise<PublicCopy> {
  const made = await pool.readConverting({ want: { publicCopy: kind }, source: { bytes, fileName } })
  if (made.kind !== 'copied') throw new Error(`asked for a copy, got ${made.kind}`)
  return made
}

/** Ends the idle reading processes now instead of with the program. */
export function closeReaders(): void {
  pool.close()
}

function asDocument(reading: Reading): Extract<Reading, { readonly kind: 'read' }> {
  if (reading.kind !== 'read') throw new Error(`asked for a document, got ${reading.kind}`)
  return reading
}

function asReport(reading: Reading): ForeignReport {
  const { document, report } = asDocument(reading)
  if (!report) throw new Error('asked for a report, got a document')
  return { document, report }
}
