import { type ChildProcess, fork } from 'node:child_process'
import { readFile as readBytes } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { Refusal } from '../../refusals/refusal.ts'
import { convertDoc } from '../doc/convert-doc.ts'
import { limits } from '../limits.ts'
import { unpackDocument } from './packed-document.ts'
import type { Reading, ReadingAnswer, ReadingTask } from './reading-task.ts'
import { siblingModule } from './sibling-module.ts'

type Job = {
  readonly task: ReadingTask
  readonly resolve: (answer: ReadingAnswer) => void
  readonly reject: (error: Error) => void
}

// How long a document waits for a busy process before another one is started.
const patienceMs = 2000

/**
 * Processes that read foreign documents, one document at a time each, started when first needed and kept. One that takes
 * too long or too much memory is killed and the next document gets a new one. They are processes, not threads: a thread
 * that runs out of heap can take the whole program down with it.
 */
export class ReaderPool {
  readonly #size: number
  readonly #idle: ChildProcess[] = []
  readonly #waiting: Job[] = []
  readonly #readingMs: number
  #running = 0

  constructor(size: number, readingMs: number = limits.readingMs) {
    this.#size = size
    this.#readingMs = readingMs
  }

  /** Throws Refusal as `readFile` does, and `reading-timeout` and `reading-memory`. `isDoc` is left to the caller. */
  async read(task: ReadingTask): Promise<Reading | 'isDoc'> {
    const { promise, resolve, reject } = Promise.withResolvers<ReadingAnswer>()
    this.#waiting.push({ task, resolve, reject })
    this.#startNext()
    const impatience = setTimeout(() => this.#startAnother(), patienceMs)
    const answer = await promise.finally(() => clearTimeout(impatience))
    switch (answer.kind) {
      case 'read':
        return { ...answer, document: unpackDocument(answer.document) }
      case 'checked':
      case 'body':
      case 'copied':
        return answer
      case 'refused':
        throw new Refusal(answer.id, answer.details)
      case 'isDoc':
        return 'isDoc'
      case 'bug':
        throw new Error(`reading failed: ${answer.stack}`)
    }
  }

  /** The same, with a binary .doc converted by LibreOffice on the way. Throws Refusal of `convertDoc` as well. */
  async readConverting(task: ReadingTask): Promise<Reading> {
    const answer = await this.read(task)
    if (answer !== 'isDoc') return answer
    const { source } = task
    const bytes = await convertDoc('path' in source ? await readBytes(source.path) : source.bytes, process.env)
    const converted = await this.read({ want: task.want, source: { bytes, fileName: 'converted.docx' } })
    if (converted === 'isDoc') throw new Refusal('doc-not-converted')
    return converted
  }

  /** Ends the idle processes; those at work end with their document. */
  close(): void {
    for (const child of this.#idle.splice(0)) child.kill('SIGKILL')
  }

  /** One process takes document after document; the others start only when a document holds it up. */
  #startNext(): void {
    if (this.#running === 0 || this.#idle.length > 0) this.#startAnother()
  }

  #startAnother(): void {
    if (this.#running >= this.#size) return
    const job = this.#waiting.shift()
    if (!job) return
    this.#running++
    const child = this.#idle.pop() ?? startProcess()
    this.#run(child, job)
  }

  #run(child: ChildProcess, job: Job): void {
    child.ref()
    child.channel?.ref()
    let timedOut = false
    const timer = setTimeout(() => {
      timedOut = true
      child.kill('SIGKILL')
    }, this.#readingMs)
    const settle = () => {
      clearTimeout(timer)
      child.removeAllListeners()
      this.#running--
    }
    child.once('message', (answer) => {
      settle()
      this.#idle.push(child)
      child.once('exit', () => this.#forget(child))
      child.once('error', () => this.#forget(child))
      child.unref()
      child.channel?.unref()
      job.resolve(answer as ReadingAnswer)
      this.#startNext()
    })
    const died = (reject: () => void) => {
      settle()
      reject()
      this.#startNext()
    }
    child.once('error', (error) => died(() => job.reject(error)))
    child.once('exit', () =>
      died(() => job.reject(timedOut ? this.#timeout() : new Refusal('reading-memory', { limit: limits.memoryMb }))),
    )
    child.send(job.task)
  }

  #forget(child: ChildProcess): void {
    const index = this.#idle.indexOf(child)
    if (index >= 0) this.#idle.splice(index, 1)
  }

  #timeout(): Refusal {
    return new Refusal('reading-timeout', { seconds: Math.round(this.#readingMs / 1000) })
  }
}

/** The process may read files, its own modules and the document, and start one thread, its watcher; no writing, no programs. */
export const processFlags: string[] = [
  '--permission',
  '--allow-fs-read=*',
  '--allow-worker',
  `--max-old-space-size=${limits.memoryMb}`,
  // A small young generation keeps the process small over thousands of documents; a smaller one is emptied too often.
  '--max-semi-space-size=8',
  // Thousands of files go through the same functions: V8 may learn their types from the first call, not after some dozens.
  '--no-lazy-feedback-allocation',
]

function startProcess(): ChildProcess {
  return fork(fileURLToPath(siblingModule('./reading-process', import.meta.url)), {
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    execArgv: processFlags,
    env: {},
  })
}
