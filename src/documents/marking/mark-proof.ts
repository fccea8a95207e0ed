import { Worker } from 'node:worker_threads'
import { Refusal } from '../../refusals/refusal.ts'
import { siblingModule } from '../worker/sibling-module.ts'
import { type MarkedKind, type MarkingAnswer, type MarkingFault, markingLimits } from './marking-task.ts'

/** A paper that proves who somebody is, marked for what it may be used for. */
export type MarkedProof = { readonly bytes: Uint8Array; readonly mediaType: string; readonly extension: 'jpg' | 'pdf' }

/**
 * Takes in a photograph or pdf of a paper: what it is by its first bytes, made anew and marked 仅用于政府信息公开申请. The file that
 * came is not kept. Foreign bytes are opened in a thread with little memory and little time. Throws Refusal.
 */
export async function markProof(bytes: Uint8Array): Promise<MarkedProof> {
  if (bytes.length > markingLimits.megabytes * 1024 * 1024) throw refused('proof-too-large')
  const kind = kindOf(bytes)
  if (kind === null) throw new Refusal('proof-kind')
  await turn()
  try {
    const answer = await inThread(kind, bytes)
    if (answer.fault) throw refused(answer.fault)
    return kind === 'pdf'
      ? { bytes: answer.bytes, mediaType: 'application/pdf', extension: 'pdf' }
      : { bytes: answer.bytes, mediaType: 'image/jpeg', extension: 'jpg' }
  } finally {
    waiting.shift()
    waiting[0]?.()
  }
}

/** One picture after the other: each needs the memory of some hundred million bytes while it is open. */
const waiting: (() => void)[] = []
function turn(): Promise<void> {
  return new Promise((resolve) => {
    waiting.push(resolve)
    if (waiting.length === 1) resolve()
  })
}

function refused(fault: MarkingFault): Refusal {
  const { megapixels, pages, megabytes } = markingLimits
  return fault === 'proof-too-large' ? new Refusal(fault, { megapixels, pages, megabytes }) : new Refusal(fault)
}

function kindOf(bytes: Uint8Array): MarkedKind | null {
  const begins = (...start: readonly number[]) => start.every((byte, at) => bytes[at] === byte)
  if (begins(0xff, 0xd8, 0xff)) return 'jpeg'
  if (begins(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'png'
  return begins(0x25, 0x50, 0x44, 0x46, 0x2d) ? 'pdf' : null
}

async function inThread(kind: MarkedKind, bytes: Uint8Array): Promise<MarkingAnswer> {
  const thread = new Worker(siblingModule('./marking-thread', import.meta.url), {
    execArgv: [],
    env: {},
    resourceLimits: { maxOldGenerationSizeMb: 512 },
  })
  try {
    return await new Promise<MarkingAnswer>((resolve) => {
      // A file that stops its decoder, or takes for ever, is a damaged one to us.
      const late = setTimeout(() => resolve({ fault: 'proof-damaged' }), markingLimits.seconds * 1000)
      const settle = (answer: MarkingAnswer) => {
        clearTimeout(late)
        resolve(answer)
      }
      thread.once('message', settle)
      thread.once('error', () => settle({ fault: 'proof-damaged' }))
      thread.once('exit', () => settle({ fault: 'proof-damaged' }))
      thread.postMessage({ kind, bytes: new Uint8Array(bytes) })
    })
  } finally {
    await thread.terminate()
  }
}
