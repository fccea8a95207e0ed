// Entry of the thread in which pdfs are set: compiler and faces are made ready at once, before the first paper comes.
import { parentPort } from 'node:worker_threads'
import { Refusal } from '../../../refusals/refusal.ts'
import { letterPaper } from './letter-paper.ts'
import type { PdfAnswer, PdfTask } from './pdf-answer.ts'
import { type Paper, prepareSetter } from './set-paper.ts'
import { volumePaper } from './volume-paper.ts'
import { reportPaper } from './write-pdf.ts'

const set = prepareSetter()
parentPort?.on('message', (task: PdfTask) => parentPort?.postMessage(answer(task)))

function paperOf(task: PdfTask): Paper {
  if ('report' in task) return reportPaper(task.report)
  if ('letter' in task) return letterPaper(task.letter, task.mark)
  return volumePaper(task.volume)
}

function answer(task: PdfTask): PdfAnswer {
  try {
    return { kind: 'written', bytes: set(paperOf(task)) }
  } catch (error) {
    if (error instanceof Refusal) return { kind: 'refused', id: error.id, details: error.details }
    return { kind: 'bug', stack: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}
