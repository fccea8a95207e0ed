import type { Day } from '../../statute/day.ts'
import type { AmendmentEvent } from '../amendments/amendment-event.ts'
import type { RequestEvent } from '../events/request-event.ts'

/** A number that a reply of a case was given, and what became of it; none is ever taken off the list. */
export type GivenNumber = {
  readonly documentNumber: string
  readonly on: Day
  /** `void`: the approved letter was returned and never went out. `superseded`: it went out, and the case was reopened. */
  readonly state: 'standing' | 'void' | 'superseded'
}

/** The numbers (文号) that a case has used, oldest first. */
export function documentNumbersOf(events: readonly (RequestEvent | AmendmentEvent)[]): readonly GivenNumber[] {
  return events.flatMap((event, at) => {
    if (event.type !== 'approved') return []
    const { documentNumber, on } = event
    return [{ documentNumber, on, state: stateAfter(events.slice(at + 1)) }]
  })
}

function stateAfter(later: readonly (RequestEvent | AmendmentEvent)[]): GivenNumber['state'] {
  const end = later.find(({ type }) => type === 'decisionReturned' || type === 'reopened')
  if (!end) return 'standing'
  return end.type === 'reopened' ? 'superseded' : 'void'
}

/**
 * The number after the highest of `used` in a year: `某公复〔2026〕1号`. Void numbers are among `used`, and are not given
 * again; numbers of another form, as an OA gives them, are left aside.
 */
export function nextDocumentNumber(sign: string, year: number, used: readonly string[]): string {
  const numbers = used.flatMap((one) => {
    const parts = /^(.+)〔(\d{4})〕(\d+)号$/u.exec(one.trim())
    return parts?.[1] === sign && Number(parts[2]) === year ? [Number(parts[3])] : []
  })
  return `${sign}〔${year}〕${Math.max(0, ...numbers) + 1}号`
}
