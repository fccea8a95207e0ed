import type { Letter, LetterDoubt } from '../requests/letters/letter.ts'
import { doubtWords } from '../requests/words/letter-words.ts'
import type { Citation } from '../statute/citation.ts'
import type { Day } from '../statute/day.ts'
import type { Agency } from '../storage/agencies.ts'
import type { Storage, Trx } from '../storage/storage.ts'
import type { CommandContext } from './context.ts'
import { keepSentLetter } from './keep-sent-letter.ts'
import { writeWholeFiles } from './write-whole-files.ts'

type Asked = {
  readonly number: string
  readonly kind: string
  readonly out: string
  readonly format: 'text' | 'json'
  /** The day it went out, where it is to be kept. */
  readonly keptOn: Day | null
}

type Made = {
  readonly letter: Letter
  readonly bytes: Uint8Array
  readonly citations: readonly Citation[]
  readonly doubts: readonly LetterDoubt[]
  /** What the kept file is called. */
  readonly title: string
  /** What the JSON answer says besides. */
  readonly told: Readonly<Record<string, unknown>>
}

/** A letter that was composed here and sent, as the act that keeps it tells it. */
type Sent = {
  readonly documentNumber: string | null
  readonly on: Day
  readonly file: string
  readonly origin: 'composed'
}

/** Writes a letter, kept by `keep` where that is asked for, and says what a clerk has to know of it. Gives the exit code. */
export async function handOverLetter(
  storage: Storage,
  agency: Agency,
  { number, kind, out, format, keptOn }: Asked,
  { letter, bytes, citations, doubts, title, told }: Made,
  context: CommandContext,
  keep: (trx: Trx, sent: Sent) => Promise<unknown>,
): Promise<number> {
  const file = { file: out, bytes }
  const { number: documentNumber, draft } = letter
  let kept: string | null = null
  if (keptOn === null) await writeWholeFiles([file])
  else {
    kept = await keepSentLetter(storage, agency, { title, ...file }, context, (trx, digest) =>
      keep(trx, { documentNumber, on: keptOn, file: digest, origin: 'composed' }),
    )
    if (kept === null) return 2
  }
  const said = doubts.map((doubt) => ({ doubt, message: doubtWords[context.language][doubt] }))
  if (format === 'json')
    context.out(
      `${JSON.stringify({ number, kind, file: out, kept, documentNumber, draft, citations, doubts: said, ...told })}\n`,
    )
  else {
    context.out(`${out}\n`)
    for (const { message } of said) context.err(`${message}\n`)
  }
  return 0
}
