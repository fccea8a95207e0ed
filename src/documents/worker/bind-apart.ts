import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { Refusal } from '../../refusals/refusal.ts'
import { limits } from '../limits.ts'
import type { BindingPlan, TakenFile } from '../write/volume/volume-parts.ts'
import type { BindingAnswer, BindingTask, FileToTake } from './binding-task.ts'
import { siblingModule } from './sibling-module.ts'

/** The process is gone: killed for its memory or its time, or by somebody else. */
class BinderDied extends Error {}

/**
 * Files of a volume, opened one after the other in a process of its own. A file that takes it down is attached instead of
 * opened, in a new process that gets the files before it again: nothing that somebody handed in stops a volume.
 */
export class BinderApart {
  #child: ChildProcess | null = null
  readonly #given: FileToTake[] = []

  async take(bytes: Uint8Array, mediaType: string): Promise<TakenFile> {
    const file = { bytes, mediaType, attach: false }
    try {
      const taken = await this.#take(file)
      this.#given.push(file)
      return taken
    } catch (error) {
      if (!(error instanceof BinderDied)) throw error
      return await this.#again({ ...file, attach: true })
    }
  }

  /** Throws Refusal `volume-too-large` where the whole needs more than there is. */
  async bind(plan: BindingPlan): Promise<Uint8Array> {
    try {
      const answer = await this.#ask({ bind: plan })
      if (answer.kind === 'bound') return answer.bytes
      throw new Error(`asked for a volume, got ${answer.kind}`)
    } catch (error) {
      if (error instanceof BinderDied) throw new Refusal('volume-too-large')
      throw error
    }
  }

  close(): void {
    this.#child?.kill('SIGKILL')
    this.#child = null
  }

  async #again(attached: FileToTake): Promise<TakenFile> {
    try {
      for (const before of this.#given) await this.#take(before)
      this.#given.push(attached)
      return await this.#take(attached)
    } catch (error) {
      if (error instanceof BinderDied) throw new Refusal('volume-too-large')
      throw error
    }
  }

  async #take(file: FileToTake): Promise<TakenFile> {
    const answer = await this.#ask({ take: file })
    if (answer.kind === 'taken') return answer.taken
    throw new Error(`asked for a file, got ${answer.kind}`)
  }

  async #ask(task: BindingTask): Promise<BindingAnswer> {
    const child = this.#child ?? startProcess()
    this.#child = child
    const { promise, resolve, reject } = Promise.withResolvers<BindingAnswer>()
    const died = () => {
      this.#child = null
      reject(new BinderDied())
    }
    const timer = setTimeout(() => child.kill('SIGKILL'), limits.bindingMs)
    child.once('message', (answer) => resolve(answer as BindingAnswer))
    child.once('exit', died)
    child.once('error', died)
    child.send(task)
    const answer = await promise.finally(() => {
      clearTimeout(timer)
      child.removeAllListeners()
    })
    if (answer.kind === 'bug') throw new Error(`binding failed: ${answer.stack}`)
    return answer
  }
}

/** No writing, no programs, no network of its own; one thread, its watcher. */
function startProcess(): ChildProcess {
  return fork(fileURLToPath(siblingModule('./binding-process', import.meta.url)), {
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    execArgv: ['--permission', '--allow-fs-read=*', '--allow-worker', `--max-old-space-size=${limits.bindingMemoryMb}`],
    env: {},
  })
}
