import type { Act } from '../decided.ts'
import { letterReachedOn, lettersToParties } from './letter-reached.ts'

/** 留存发出文书: a letter as it went out, and after it the scan with the stamp. A reply must be an approved one. */
export const keepLetter: Act<'keepLetter'> = (request, { on, kind, party, documentNumber, file, origin }) => {
  if (kind in lettersToParties !== (party !== null))
    return { rule: party === null ? 'consultation-unknown' : 'letter-to-applicant' }
  if (party !== null && !request.consultations.some((one) => one.party === party))
    return { rule: 'consultation-unknown' }
  const reply = kind === 'reply' ? request.replies.findLast((one) => fits(one.documentNumber, documentNumber)) : null
  if (reply === undefined) return { rule: 'reply-not-approved' }
  const reachedOn = reply?.on ?? letterReachedOn(request, kind, party)
  if (reachedOn === null) return { rule: 'letter-not-reached' }
  if (on < reachedOn) return { rule: 'letter-before-act', details: { on: reachedOn } }
  if (request.letters.some((one) => one.kind === kind && one.party === party && one.file === file))
    return { rule: 'letter-kept-already' }
  const number = documentNumber ?? reply?.documentNumber ?? null
  return [{ type: 'letterKept', on, kind, party, documentNumber: number, file, origin }]
}

/** Without a number the latest reply is meant; one that only a ledger tells of may have had any. */
function fits(approved: string | null, told: string | null): boolean {
  return told === null || approved === null || approved === told
}
