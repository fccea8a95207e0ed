import { once } from 'node:events'
import module from 'node:module'
import { dirname } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { Register } from '../../../office/register.ts'
import { Refusal } from '../../../refusals/refusal.ts'
import type { ReportLayout } from '../../../report/render/report-layout.ts'
import type { Letter } from '../../../requests/letters/letter.ts'
import { siblingModule } from '../../worker/sibling-module.ts'
import type { PdfAnswer, PdfTask } from './pdf-answer.ts'
import { registerPaper } from './register-paper.ts'

/** `writePdf` in a thread of its own; see `startSetter`. */
export function startPdfWriter(): (layout: ReportLayout) => Promise<Uint8Array> {
  const set = startSetter()
  return (report) => set({ report })
}

/** A letter as PDF/A-2b, with the look of the Word file, set in a thread of its own; see `startSetter`. */
export function startLetterPdfWriter(): (letter: Letter) => Promise<Uint8Array> {
  const set = startSetter()
  return (letter) => set({ letter })
}

/** A register as PDF/A-2b, set in a thread of its own. Throws Refusal `missing-glyph` for what no face at hand shows. */
export async function writeRegisterPdf(register: Register): Promise<Uint8Array> {
  return await startSetter()({ volume: registerPaper(register) })
}

let standing: PaperSetter | null = null
let last: Promise<unknown> = Promise.resolve()

/**
 * Sets a paper in a thread that stays for the next one: for a server, which sets many small ones. One after the other; a thread
 * that failed is replaced.
 */
export function setStanding(task: PdfTask): Promise<Uint8Array> {
  const set = async () => {
    standing ??= startPaperSetter()
    try {
      return await standing.set(task)
    } catch (error) {
      if (!(error instanceof Refusal)) {
        await standing.close()
        standing = null
      }
      throw error
    }
  }
  const made = last.then(set, set)
  last = made.catch(() => {})
  return made
}

/** Sets one paper after the other; `close` ends the thread. */
export type PaperSetter = { readonly set: (task: PdfTask) => Promise<Uint8Array>; readonly close: () => Promise<void> }

/**
 * A thread that makes compiler and faces ready while the caller does something else, and sets papers until it is closed. One
 * that is never called keeps no process alive.
 */
export function startPaperSetter(): PaperSetter {
  const thread = startThread()
  return { set: (task) => setIn(thread, task), close: async () => void (await thread.terminate()) }
}

/**
 * A thread that makes compiler and faces ready while the caller does something else. Each sets one pdf; one that is never
 * called keeps no process alive.
 */
function startSetter(): (task: PdfTask) => Promise<Uint8Array> {
  const thread = startThread()
  return async (task) => {
    try {
      return await setIn(thread, task)
    } finally {
      await thread.terminate()
    }
  }
}

function startThread(): Worker {
  const thread = new Worker(siblingModule('./pdf-thread', import.meta.url), {
    execArgv: [],
    env: threadEnvironment(),
  })
  thread.unref()
  return thread
}

async function setIn(thread: Worker, task: PdfTask): Promise<Uint8Array> {
  thread.ref()
  thread.postMessage(task)
  // Rejects when the thread fails before it can answer.
  const [answer] = (await once(thread, 'message').finally(() => thread.unref())) as [PdfAnswer]
  if (answer.kind === 'written') return answer.bytes
  if (answer.kind === 'refused') throw new Refusal(answer.id, answer.details)
  throw new Error(answer.stack)
}

/** Threads find compiled code where this one does, but only when told so. */
function threadEnvironment(): NodeJS.ProcessEnv {
  const cache = module.getCompileCacheDir?.()
  return cache === undefined ? process.env : { ...process.env, NODE_COMPILE_CACHE: dirname(cache) }
}
