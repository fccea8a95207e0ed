import type { Day } from '../../../statute/day.ts'
import type { Act } from '../decided.ts'
import { letterReachedOn, lettersToParties } from './letter-reached.ts'

/** 留存发出文书: a letter as it went out, and after it the scan with the stamp. A reply must be an approved one. */
export const keepLetter: Act<'keepLetter'> = (request, { on, kind, party, documentNumber, file, origin }) => {
  if (kind in lettersToParties !== (party !== null))
    return { rule: party === null ? 'consultation-unknown' : 'letter-to-applicant' }
  if (party !== null && !request.consultations.some((one) => one.party === party))
    return { rule: 'consultation-unknown' }
  const reply = kind === 'reply' ? approvedUnder(request.replies, documentNumber, origin) : null
  if (reply === undefined) return { rule: 'reply-not-approved' }
  const reachedOn = reply?.on ?? letterReachedOn(request, kind, party)
  const keptAlready = request.letters.some((one) => one.kind === kind && one.party === party && one.file === file)
  const objection = objectToLetter({ on, reachedOn, keptAlready })
  if (objection) return objection
  const number = documentNumber ?? reply?.documentNumber ?? null
  return [{ type: 'letterKept', on, kind, party, documentNumber: number, file, origin }]
}

/** Why a letter cannot have gone out on a day; `reachedOn` is the day of the act that it tells of. */
export function objectToLetter({
  on,
  reachedOn,
  keptAlready,
}: {
  readonly on: Day
  readonly reachedOn: Day | null
  readonly keptAlready: boolean
}) {
  if (reachedOn === null) return { rule: 'letter-not-reached' } as const
  if (on < reachedOn) return { rule: 'letter-before-act', details: { on: reachedOn } } as const
  return keptAlready ? ({ rule: 'letter-kept-already' } as const) : null
}

/**
 * What was approved under a number. Without one the latest is meant; what only a ledger tells of may have had any. What is composed
 * without one is a draft, whatever was approved before.
 */
export function approvedUnder<T extends { readonly documentNumber: string | null }>(
  approved: readonly T[],
  told: string | null,
  origin: 'composed' | 'scan',
): T | undefined {
  if (told === null && origin === 'composed') return undefined
  return approved.findLast(({ documentNumber }) => told === null || documentNumber === null || documentNumber === told)
}
