import { hasSecrecyMarking } from '../../office/inspect-text.ts'
import { Refusal } from '../../refusals/refusal.ts'
import type { Day } from '../../statute/day.ts'
import { canEndIn, rawResults } from '../../statute/remedy-results.ts'
import type { Remedy } from './remedy.ts'

export type RemedyChange = Partial<Omit<Remedy, 'caseNumber'>>

/** `act`: something happened and is told for the first time. `amend`: what was told was wrong. */
export type ChangeOfRemedy = 'act' | 'amend'

/** The case with a change in it. Throws Refusal for what cannot be, or, as an act, was told before. */
export function changeRemedy(before: Remedy, change: RemedyChange, how: ChangeOfRemedy, today: Day): Remedy {
  if (how === 'act') {
    const told = Object.entries(change).find(
      ([field, value]) => before[field as keyof Remedy] !== null && before[field as keyof Remedy] !== value,
    )
    const again = Object.keys(change).every((field) => before[field as keyof Remedy] !== null)
    if (told || again) {
      const field = (told?.[0] ?? Object.keys(change)[0]) as keyof Remedy
      const option = `--${field.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`
      throw new Refusal('remedy-told-already', { number: before.caseNumber, option, value: String(before[field]) })
    }
  }
  if (Object.entries(change).every(([field, value]) => before[field as keyof Remedy] === value))
    throw new Refusal('remedy-nothing-amended', { number: before.caseNumber })
  return checkRemedy({ ...before, ...change }, today)
}

/** Days that follow one another, those that are known; a day of a line is not before the ones in front of it. */
const orders: readonly (readonly (keyof Remedy)[])[] = [
  ['filedOn', 'copyReceivedOn', 'convertedOn', 'concludedOn'],
  ['filedOn', 'copyReceivedOn', 'answeredOn', 'concludedOn'],
]

/** The case as it is given, or a Refusal: a day to come, days out of order, or parts that do not go together. */
export function checkRemedy(remedy: Remedy, today: Day): Remedy {
  const { caseNumber, kind, procedure, convertedOn, copyReceivedOn, answeredOn, concludedOn, result, rawResult } =
    remedy
  const marked = Object.entries({ caseNumber, body: remedy.body ?? '' }).find(([, text]) => hasSecrecyMarking(text))
  if (marked) throw new Refusal('secrecy-marking', { place: marked[0] })
  for (const order of orders) {
    const known = order.map((field) => remedy[field]).filter((on) => on !== null)
    const future = known.find((on) => on > today)
    if (future) throw new Refusal('remedy-day-in-future', { on: future })
    const at = known.findIndex((on, place) => on < (known[place - 1] ?? ''))
    if (at > 0) throw new Refusal('remedy-days-disordered', { earlier: known[at] ?? '', later: known[at - 1] ?? '' })
  }
  const reconsideration = kind === 'reconsideration'
  if (!reconsideration && (procedure ?? convertedOn) !== null) throw new Refusal('remedy-procedure-of-court')
  if (reconsideration && copyReceivedOn && procedure === null) throw new Refusal('remedy-procedure-missing')
  if (convertedOn && procedure !== 'simple') throw new Refusal('remedy-not-simple')
  if ((convertedOn ?? answeredOn) && !copyReceivedOn) throw new Refusal('remedy-copy-missing')
  if (remedy.coDefendant === 'yes' && kind !== 'litigationAfterReconsideration')
    throw new Refusal('remedy-co-defendant-kind')
  if ((concludedOn === null) !== (result === null)) throw new Refusal('remedy-result-missing')
  const raw = rawResults.find(({ id }) => id === rawResult)
  if (raw && (!concludedOn || !canEndIn(raw, kind)))
    throw new Refusal('remedy-result-of-other-kind', { result: raw.id })
  return remedy
}
