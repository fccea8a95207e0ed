import { sql } from 'kysely'
import type { ItemMetadata } from '../../publications/item-metadata.ts'
import { findSimilarRequests, type GrantedRequest } from '../../publications/similar-requests.ts'
import { Refusal } from '../../refusals/refusal.ts'
import { type Day, yearOf } from '../../statute/day.ts'
import { appendAudit } from '../audit.ts'
import { requireFitText } from '../requests/require-fit-text.ts'
import type { Trx } from '../storage.ts'
import { contextOf } from '../transaction-context.ts'
import { loadPublication } from './load-publication.ts'
import { readPublicationSettings } from './publication-settings.ts'
import { type PublicationActing, proposePublication } from './write-publication.ts'

/** 条例44: a proposal to publish what several asked for, or what an applicant suggests. */
export type PublicationProposed = {
  readonly number: string
  readonly kind: 'several' | 'suggestion'
  readonly madeOn: Day
  /** The office's own words; null where requests say it. */
  readonly subject: string | null
  readonly requests: readonly string[]
  readonly applicants: number
  readonly state: 'open' | 'accepted' | 'dismissed'
  readonly decidedOn: Day | null
  readonly reason: string | null
  readonly answer: string | null
  readonly publication: string | null
}

/** Newest granted requests that are compared; older ones were when they were new. */
const mostCompared = 5000

/**
 * Compares what was granted, by keyed digests of who applied: nobody's identity is opened. Puts new groups on record, and one
 * that has more applicants than when it was dismissed. Gives the numbers of the new proposals.
 */
export async function findProposals(trx: Trx, agencyId: number, on: Day): Promise<readonly string[]> {
  const { applicantsToPropose } = await readPublicationSettings(trx, agencyId)
  await sql`select 1 from agency where id = ${agencyId} for update`.execute(trx)
  const { rows } = await sql<GrantedRequest>`select r.number, r.content,
      coalesce(nullif(encode(a.document_lookup, 'hex'), ''), nullif(encode(a.name_lookup, 'hex'), ''), r.number) as applicant
    from request r left join applicant a on a.agency_id = r.agency_id and a.reference = r.applicant
    where r.agency_id = ${agencyId} and r.content is not null and coalesce(r.new_outcome, r.outcome) in ('granted', 'partlyGranted')
    order by r.received_on desc, r.number desc limit ${mostCompared}`.execute(trx)
  const known = await listProposals(trx, agencyId, {})
  const made: string[] = []
  for (const { requests, applicants } of findSimilarRequests([...rows].reverse(), applicantsToPropose)) {
    const told = known.some(
      (one) =>
        one.kind === 'several' &&
        (one.state === 'accepted' || one.applicants >= applicants) &&
        one.requests.some((number) => requests.includes(number)),
    )
    const open = known.some((one) => one.state === 'open' && one.requests.some((number) => requests.includes(number)))
    if (!told && !open)
      made.push(await add(trx, agencyId, { kind: 'several', on, subject: null, requests, applicants }))
  }
  return made
}

/** Records what an applicant suggested with a request, in the office's own words. It has to be answered. */
export async function recordSuggestion(
  trx: Trx,
  agencyId: number,
  { on, request, subject }: { readonly on: Day; readonly request: string; readonly subject: string },
): Promise<string> {
  requireFitText({ subject })
  const { rows } = await sql`select 1 from request where agency_id = ${agencyId} and number = ${request}`.execute(trx)
  if (rows.length === 0) throw new Refusal('request-unknown', { number: request })
  return await add(trx, agencyId, { kind: 'suggestion', on, subject, requests: [request], applicants: 1 })
}

type Added = Pick<PublicationProposed, 'kind' | 'subject' | 'requests' | 'applicants'> & { readonly on: Day }

async function add(trx: Trx, agencyId: number, { kind, on, subject, requests, applicants }: Added): Promise<string> {
  const heading = `proposals ${yearOf(on)}`
  const { rows } = await sql<{ last: number }>`insert into publication_counter as counter (agency_id, heading, last)
    values (${agencyId}, ${heading}, 1) on conflict (agency_id, heading) do update set last = counter.last + 1
    returning last`.execute(trx)
  const number = `建${yearOf(on)}-${String(rows[0]?.last).padStart(4, '0')}`
  await sql`insert into publication_proposal (agency_id, number, kind, made_on, subject, requests, applicants)
    values (${agencyId}, ${number}, ${kind}, ${on}::date, ${subject}, ${requests}::text[], ${applicants})`.execute(trx)
  await appendAudit(trx, {
    agencyId,
    action: 'publicationProposal.made',
    subject: number,
    after: { kind, on, requests, applicants },
  })
  return number
}

export async function listProposals(
  trx: Trx,
  agencyId: number,
  { state }: { readonly state?: PublicationProposed['state'] },
): Promise<readonly PublicationProposed[]> {
  const { rows } =
    await sql<PublicationProposed>`select number, kind, made_on as "madeOn", subject, requests, applicants,
      state, decided_on as "decidedOn", reason, answer, publication
    from publication_proposal where agency_id = ${agencyId} ${state ? sql`and state = ${state}` : sql``}
    order by number desc`.execute(trx)
  return rows
}

/**
 * Accepts a proposal by a draft of the office's own, with its subject as title and no word of who asked. Text, and the facts
 * of the catalogue, are filled in by a revision. Refuses as `decideProposal` does, and where no subject is known.
 */
export async function acceptByDraft(
  trx: Trx,
  agencyId: number,
  number: string,
  {
    unit,
    subject,
    ...decision
  }: {
    readonly on: Day
    readonly reason: string
    readonly answer: string | null
    readonly unit: string
    readonly subject: string | null
  },
  acting: PublicationActing,
): Promise<PublicationProposed> {
  const { rows } = await sql<{ subject: string | null; maker: string }>`select p.subject, a.name as maker
    from publication_proposal p join agency a on a.id = p.agency_id
    where p.agency_id = ${agencyId} and p.number = ${number}`.execute(trx)
  if (!rows[0]) throw new Refusal('proposal-unknown', { number })
  const title = subject ?? rows[0].subject
  if (title === null) throw new Refusal('proposal-without-subject', { number })
  const { on } = decision
  const metadata: ItemMetadata = {
    ...{ title, summary: null, maker: rows[0].maker, jointMakers: [], madeOn: on, documentNumber: null },
    ...{ theme: null, genre: null, keywords: [], item: null, interprets: [], validUntil: null },
    kind: 'other',
    limit: 'ordinary',
  }
  const content = { metadata, body: null, attachments: [] }
  const proposal = { attribute: 'proactive' } as const
  const draft = await proposePublication(trx, agencyId, { on, unit, formedOn: on, proposal, content }, acting)
  return await decideProposal(trx, agencyId, number, { ...decision, publication: draft.number })
}

/**
 * Accepts or dismisses a proposal, with why; a suggestion is answered by it. What is accepted is linked to an item on record:
 * that item says nothing of who asked. Refuses one that is unknown or decided, and a suggestion without answer.
 */
export async function decideProposal(
  trx: Trx,
  agencyId: number,
  number: string,
  decision: {
    readonly on: Day
    readonly reason: string
    readonly answer: string | null
    readonly publication: string | null
  },
): Promise<PublicationProposed> {
  const { on, reason, answer, publication } = decision
  requireFitText(decision)
  if (publication !== null) await loadPublication(trx, agencyId, publication, { for: 'reading' })
  const { rows } = await sql<{ kind: string; state: string }>`select kind, state from publication_proposal
    where agency_id = ${agencyId} and number = ${number} for update`.execute(trx)
  const [before] = rows
  if (!before) throw new Refusal('proposal-unknown', { number })
  if (before.state !== 'open') throw new Refusal('proposal-decided', { number })
  if (before.kind === 'suggestion' && answer === null) throw new Refusal('suggestion-unanswered', { number })
  const state = publication === null ? 'dismissed' : 'accepted'
  await sql`update publication_proposal set state = ${state}, decided_on = ${on}::date, decided_by = ${contextOf(trx).who.actor},
      reason = ${reason}, answer = ${answer}, publication = ${publication}
    where agency_id = ${agencyId} and number = ${number}`.execute(trx)
  await appendAudit(trx, { agencyId, action: `publicationProposal.${state}`, subject: number, after: decision })
  const [decided] = (await listProposals(trx, agencyId, {})).filter((one) => one.number === number)
  if (!decided) throw new Error(`the proposal ${number} is gone`)
  return decided
}
