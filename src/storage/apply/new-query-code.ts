import { timingSafeEqual } from 'node:crypto'
import { sql } from 'kysely'
import { Refusal } from '../../refusals/refusal.ts'
import type { ApplicantIdentity, IdentityDocument } from '../../requests/applicant-identity.ts'
import { readApplicant } from '../applicants.ts'
import { appendAudit } from '../audit.ts'
import { loadRequest } from '../requests/load-request.ts'
import { documentLookup } from '../sealing/seal-applicants.ts'
import type { Trx } from '../storage.ts'
import { contextOf } from '../transaction-context.ts'
import { queryCodeDigest } from './query-code.ts'

/** How somebody was known before a new code was given out: on paper by the document that was shown, or by what was told on the portal. */
export type CodeIssued = { readonly by: 'mail' } | { readonly by: 'paper'; readonly shown: IdentityDocument }

/**
 * Puts a new query code in the place of the one before: that one, and visits begun with it, open nothing from the commit on. Refuses
 * a request that did not come over the portal and has no code.
 */
export async function issueQueryCode(
  trx: Trx,
  agencyId: number,
  number: string,
  code: string,
  issued: CodeIssued,
): Promise<void> {
  // Two at once: one after the other, and the later code is the one that holds.
  await sql`select pg_advisory_xact_lock(hashtextextended(${`query code ${agencyId} ${number}`}, 0))`.execute(trx)
  if (!(await isPortalRequest(trx, agencyId, number))) throw new Refusal('request-not-on-portal', { number })
  await sql`insert into portal_code (agency_id, number, nth, code_digest)
    select ${agencyId}, ${number}, coalesce(max(nth), 0) + 1, ${queryCodeDigest(trx, agencyId, number, code)}
    from portal_code where agency_id = ${agencyId} and number = ${number}`.execute(trx)
  await sql`delete from portal_visit where agency_id = ${agencyId} and number = ${number}`.execute(trx)
  await appendAudit(trx, { agencyId, action: 'request.queryCodeIssued', subject: number, after: issued })
}

/** What somebody tells of themselves who has lost the code. */
export type ToldOfSelf = { readonly number: string; readonly document: string; readonly contact: string }

/**
 * Where a new code may be sent: the e-mail address in the request, where the document's number and the telephone or address that are
 * told are those of the representative or of the agent; else null. Of somebody whose document is another one nothing is opened.
 */
export async function mailOfSame(trx: Trx, agencyId: number, told: ToldOfSelf): Promise<string | null> {
  const { number, document, contact } = told
  if (document === '' || contact === '' || !(await isPortalRequest(trx, agencyId, number))) return null
  const { request } = await loadRequest(trx, agencyId, number, { for: 'reading' })
  const people = [request.applicants[0], request.agent?.person].filter((one) => one !== undefined)
  // The kind of document makes no difference to its digest.
  const asked = documentLookup(contextOf(trx).key, { name: '', document: { kind: 'other', number: document } })
  for (const reference of people) {
    const { rows } = await sql<{ lookup: Buffer }>`select document_lookup as lookup from applicant
      where agency_id = ${agencyId} and reference = ${reference}`.execute(trx)
    const lookup = rows[0]?.lookup
    if (lookup?.length !== asked.length || !timingSafeEqual(lookup, asked)) continue
    const person = await readApplicant(trx, agencyId, reference)
    if (person && isReachedBy(person, contact)) return person.email ?? null
  }
  return null
}

async function isPortalRequest(trx: Trx, agencyId: number, number: string): Promise<boolean> {
  const { rows } = await sql`select 1 from portal_request
    where agency_id = ${agencyId} and number = ${number}`.execute(trx)
  return rows.length > 0
}

function isReachedBy({ phone, email }: ApplicantIdentity, told: string): boolean {
  if (told.includes('@')) return email !== undefined && mailForm(email) === mailForm(told)
  const digits = digitsOf(told)
  return digits.length >= 5 && phone !== undefined && digitsOf(phone) === digits
}

const mailForm = (text: string) => text.normalize('NFKC').trim().toLowerCase()
/** Blanks, dashes and the number of the country make no other telephone. */
const digitsOf = (text: string) =>
  text
    .normalize('NFKC')
    .trim()
    .replace(/^(?:\+|00)86/, '')
    .replace(/\D/g, '')
