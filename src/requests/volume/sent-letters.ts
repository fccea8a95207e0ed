import type { Letter } from '../letters/letter.ts'
import { type Missing, missingInWords } from '../words/letter-words.ts'
import type { SheetRow, Volume } from './volume.ts'
import { type CaseEvent, type CaseMaterial, type Draft, fileDocument } from './volume-material.ts'

/** A letter that an event says went out. */
export type Sending<K extends string> = { readonly kind: K; readonly party: string | null }

/** The same at its place among the events, with the number that it was approved under. */
export type Sent<K extends string> = Sending<K> & { readonly at: number; readonly number: string | null }

type Kept<E extends CaseEvent> = { readonly event: Extract<E, { type: 'letterKept' }>; readonly at: number }

type Composed =
  | { readonly letter: Letter; readonly refused?: never }
  | { readonly letter?: never; readonly refused: { readonly rule: string; readonly missing?: readonly Missing[] } }

/** How a procedure sends its letters. */
export type LettersOfCase<E extends CaseEvent, K extends string> = {
  readonly material: CaseMaterial<E>
  /** The letter whose going out an event records; null for none. */
  readonly sendingOf: (event: E) => Sending<K> | null
  /** What a letter is called; one of a decision may be told by its number. */
  readonly titleOf: (kind: K, number: string | null) => string
  readonly rowsOf: (event: E) => readonly SheetRow[]
  /** The letter as the case stood with these events, of which the last sent it. */
  readonly compose: (sent: Sent<K>, events: readonly E[]) => Composed
  /** Whether a letter names somebody who is not to be named in this volume. */
  readonly hides: (sending: Sending<K>) => boolean
}

type Letters = { readonly documents: readonly Draft<'letter'>[]; readonly gaps: Volume['gaps'] }

/**
 * Every letter that went out, in the order of its days: kept ones as they were kept; where none was kept, put into words out
 * of the record and marked so; where that lacks something, a page that says what.
 */
export function sentLetters<E extends CaseEvent, K extends string>(of: LettersOfCase<E, K>): Letters {
  const told = of.material.events.map(({ event }) => event)
  const kept = told.flatMap((event, at): readonly Kept<E>[] =>
    event.type === 'letterKept' ? [{ event: event as Kept<E>['event'], at }] : [],
  )
  const shown = kept.filter(({ event }) => !of.hides(sendingKept(event)))
  const anew = told
    .flatMap((event, at) => sentBy(of, told, event, at))
    .filter((sent) => !shown.some((one) => belongs(of, told, one, sent)))
    .map((sent) =>
      composedAnew(
        of,
        told,
        sent,
        kept.some((one) => belongs(of, told, one, sent)),
      ),
    )
  const documents = [...shown.map(({ event }) => keptDocument(of, event)), ...anew.map(({ draft }) => draft)]
  return {
    documents: documents.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0)),
    gaps: anew.flatMap(({ draft, lacks }) => (lacks === null ? [] : [{ title: draft.title, missing: lacks }])),
  }
}

function sentBy<E extends CaseEvent, K extends string>(
  { sendingOf }: LettersOfCase<E, K>,
  told: readonly E[],
  event: E,
  at: number,
): readonly Sent<K>[] {
  const sending = sendingOf(event)
  if (sending === null) return []
  const approved: CaseEvent | undefined =
    event.type === 'served' ? told.slice(0, at).findLast(({ type }) => type === 'approved') : undefined
  return [{ ...sending, at, number: approved?.type === 'approved' ? approved.documentNumber : null }]
}

/** A decision is known by its number; any other letter is the last one of its kind that had gone out when it was kept. */
function belongs<E extends CaseEvent, K extends string>(
  { sendingOf }: LettersOfCase<E, K>,
  told: readonly E[],
  kept: Kept<E>,
  { at, kind, party, number }: Sent<K>,
): boolean {
  const of = sendingKept<K>(kept.event)
  if (of.kind !== kind || of.party !== party) return false
  if (number !== null) return kept.event.documentNumber === number
  const later = told.findLastIndex((one, place) => {
    const sending = place < kept.at ? sendingOf(one) : null
    return sending?.kind === kind && sending.party === party
  })
  return later === at
}

/** What a kept letter is; those of a record amendment are written to one party only. */
function sendingKept<K extends string>(event: Extract<CaseEvent, { type: 'letterKept' }>): Sending<K> {
  return { kind: event.kind as string as K, party: 'party' in event ? event.party : null }
}

function keptDocument<E extends CaseEvent, K extends string>(
  of: LettersOfCase<E, K>,
  event: Kept<E>['event'],
): Draft<'letter'> {
  const { on, documentNumber, origin, file } = event
  return fileDocument(of.material, file, {
    kind: 'letter',
    number: documentNumber,
    author: of.material.facts.agency.name,
    title: titleIn(of, sendingKept(event), documentNumber),
    on,
    remark: origin === 'scan' ? '发出件（盖章扫描件）' : '发出件',
  })
}

function titleIn<E extends CaseEvent, K extends string>(
  { titleOf }: LettersOfCase<E, K>,
  { kind, party }: Sending<K>,
  number: string | null,
): string {
  const title = titleOf(kind, number)
  return party === null ? title : `${title}（${party}）`
}

/** A letter that was not kept, or that was and names somebody who is not to be named. */
function composedAnew<E extends CaseEvent, K extends string>(
  of: LettersOfCase<E, K>,
  told: readonly E[],
  sent: Sent<K>,
  isKept: boolean,
): { readonly draft: Draft<'letter'>; readonly lacks: string | null } {
  const event = told[sent.at]
  if (!event) throw new RangeError(`no event ${sent.at}`)
  const { letter, refused } = of.compose(sent, told.slice(0, sent.at + 1))
  const base = {
    kind: 'letter',
    number: sent.number,
    author: of.material.facts.agency.name,
    title: titleIn(of, sent, sent.number),
    on: letter?.on ?? event.on,
  } as const
  const why = [...(isKept ? [] : ['未留存发出件']), ...(of.hides(sent) ? ['隐去第三方身份'] : [])].join('，')
  if (letter)
    return { draft: { ...base, remark: `${why}，据案件记录生成`, source: { from: 'composed', letter } }, lacks: null }
  const lacks = refused.missing ? missingInWords(refused.missing, 'zh-CN') : '案件记录'
  const sheet = {
    title: base.title,
    sections: [{ heading: null, rows: of.rowsOf(event) }],
    note: `${why}，也不能据案件记录生成，缺少：${lacks}。`,
  }
  return { draft: { ...base, remark: `${why}，未能生成`, source: { from: 'record', sheet } }, lacks }
}
