import { extname } from 'node:path'
import { Worker } from 'node:worker_threads'
import { type SealedApplicants, type SealingKeys, sealApplicants, type UnsealedApplicants } from './seal-applicants.ts'

/** From this many applicants on a thread is worth its start; a clerk's single request never meets one. */
const LARGE_BATCH = 500

type Waiting = { readonly done: (sealed: SealedApplicants) => void; readonly failed: (error: unknown) => void }

/**
 * Seals the applicants of one transaction: few of them here, large batches in a thread of their own, which is started
 * by the first one. When the thread ends before its work is done, whatever waits for it fails. End it.
 */
export class ApplicantSealer {
  readonly #keys: SealingKeys
  /** In the order in which they were sent, which is the order of the answers. */
  readonly #waiting: Waiting[] = []
  #thread: Worker | null = null
  #failure: unknown = null

  constructor({ keyWrap, lookup }: SealingKeys) {
    this.#keys = { keyWrap, lookup }
  }

  async seal(applicants: UnsealedApplicants): Promise<SealedApplicants> {
    if (this.#failure) throw this.#failure
    if (applicants.names.length < LARGE_BATCH) return sealApplicants(this.#keys, applicants)
    this.#thread ??= this.#start()
    const thread = this.#thread
    return await new Promise((done, failed) => {
      this.#waiting.push({ done, failed })
      thread.postMessage(applicants)
    })
  }

  async end(): Promise<void> {
    await this.#thread?.terminate()
  }

  #start(): Worker {
    const entry = new URL(`./sealing-thread${extname(import.meta.url)}`, import.meta.url)
    const thread = new Worker(entry, { workerData: this.#keys, execArgv: [] })
    thread.on('message', (sealed: SealedApplicants) => this.#waiting.shift()?.done(sealed))
    thread.on('error', (error) => this.#fail(error))
    thread.on('messageerror', (error) => this.#fail(error))
    thread.on('exit', () => this.#fail(new Error('the thread that seals applicants has ended')))
    return thread
  }

  #fail(error: unknown): void {
    this.#failure ??= error
    for (const { failed } of this.#waiting.splice(0)) failed(this.#failure)
  }
}
