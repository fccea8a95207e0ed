// Entry of the thread in which foreign pictures are opened: it does one task, and is ended by whoever started it.
import { parentPort } from 'node:worker_threads'
import { type MarkingAnswer, type MarkingTask, markingLimits } from './marking-task.ts'

parentPort?.once('message', async ({ kind, bytes }: MarkingTask) => {
  const made =
    kind === 'pdf'
      ? await (await import('./mark-pdf.ts')).markPdf(bytes, markingLimits.pages)
      : await (await import('./mark-picture.ts')).markPicture(bytes, kind)
  const answer: MarkingAnswer = typeof made === 'string' ? { fault: made } : { bytes: made }
  parentPort?.postMessage(answer)
})
