// Entry of the process in which foreign documents are read. It may read files and nothing else (see reader-pool.ts), it
// can be killed at any moment, and a watcher beside it ends it when it takes too much memory.
import { basename } from 'node:path'
import { Worker } from 'node:worker_threads'
import { Refusal } from '../../refusals/refusal.ts'
import { checkReport } from '../../report/check/check-report.ts'
import { readReport } from '../../report/read/read-report.ts'
import { publicCopyOf } from '../attachment/public-copy.ts'
import { readBody } from '../body/read-body.ts'
import { limits } from '../limits.ts'
import { readAnyDocument, readBytes, readFile } from '../read-file.ts'
import { packDocument } from './packed-document.ts'
import type { ReadingAnswer, ReadingTask } from './reading-task.ts'
import { watchProcess } from './watch-process.ts'

process.on('message', (task: ReadingTask) => {
  void answer(task).then((one) => process.send?.(one))
})
process.on('disconnect', () => process.exit())

const watcher = new Worker(`(${watchProcess})(${limits.memoryMb}, ${process.ppid})`, { eval: true })
watcher.unref()

async function answer(task: ReadingTask): Promise<ReadingAnswer> {
  try {
    const { source } = task
    if (task.want === 'body') {
      const bytes = 'path' in source ? readBytes(source.path) : source.bytes
      return {
        kind: 'body',
        imported: await readBody(bytes, 'path' in source ? basename(source.path) : source.fileName),
      }
    }
    if (typeof task.want === 'object' && 'publicCopy' in task.want) {
      if (!('bytes' in source)) throw new Error('a copy is made of bytes')
      return { kind: 'copied', ...(await publicCopyOf(task.want.publicCopy, source.bytes)) }
    }
    const document =
      'path' in source ? await readFile(source.path) : await readAnyDocument(source.bytes, source.fileName)
    if (task.want === 'document') return { kind: 'read', document: packDocument(document), report: null }
    const report = readReport(document)
    if (task.want === 'report') return { kind: 'read', document: packDocument(document), report }
    const findings = checkReport(report, { ...task.want.checkedWith, documentText: document.text })
    return { kind: 'checked', report, findings }
  } catch (error) {
    if (error instanceof Refusal) {
      if (error.id === 'doc-needs-libreoffice') return { kind: 'isDoc' }
      return { kind: 'refused', id: error.id, details: error.details }
    }
    return { kind: 'bug', stack: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}
