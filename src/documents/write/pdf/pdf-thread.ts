// Entry of the thread in which pdfs are set: compiler and faces are made ready at once, before the first report comes.
import { parentPort } from 'node:worker_threads'
import { Refusal } from '../../../refusals/refusal.ts'
import type { ReportLayout } from '../../../report/render/report-layout.ts'
import type { PdfAnswer } from './pdf-answer.ts'
import { preparePdf } from './write-pdf.ts'

const write = preparePdf()
parentPort?.on('message', (layout: ReportLayout) => parentPort?.postMessage(answer(layout)))

function answer(layout: ReportLayout): PdfAnswer {
  try {
    return { kind: 'written', bytes: write(layout) }
  } catch (error) {
    if (error instanceof Refusal) return { kind: 'refused', id: error.id, details: error.details }
    return { kind: 'bug', stack: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}
