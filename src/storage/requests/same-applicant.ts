import { type RawBuilder, sql } from 'kysely'
import { foldEvents } from '../../requests/case/evolve.ts'
import type { RequestEvent } from '../../requests/events/request-event.ts'
import type { Day } from '../../statute/day.ts'
import type { OutcomeId } from '../../statute/outcomes.ts'
import type { Trx } from '../storage.ts'
import { loadRequest } from './load-request.ts'
import { fromStored } from './stored-event.ts'

/** Another case of the one who applied. By an equal name alone it may be somebody else of that name. */
export type CaseOfSame = {
  readonly number: string
  readonly by: 'document' | 'name'
  readonly arrivedOn: Day
  readonly content: string | null
  readonly outcome: OutcomeId | null
  readonly documentNumber: string | null
  /** How many things it asks for: those that were listed, else one. */
  readonly items: number
}

export type SameApplicant = {
  /** Newest first, up to `mostShown`. */
  readonly requests: readonly CaseOfSame[]
  /** Items asked for in the calendar month of this case by the same document and before it: the fee counts on from there (109号). */
  readonly month: { readonly month: string; readonly already: number }
}

const mostShown = 200

/**
 * Other cases of the representative who applied, found by keyed digests of document and name: nobody's identity is opened. A
 * repeat (条例36(6)) and the items of a month (条例42, 109号) are judged by them.
 */
export async function casesOfSame(trx: Trx, agencyId: number, number: string): Promise<SameApplicant> {
  const { request } = await loadRequest(trx, agencyId, number, { for: 'reading' })
  const month = request.arrivedOn.slice(0, 7)
  const [reference] = request.applicants
  if (reference === undefined) return { requests: [], month: { month, already: 0 } }
  const people = sql`select o.reference, case when m.document_lookup <> '' and o.document_lookup = m.document_lookup
      then 'document' else 'name' end as by
    from applicant m join applicant o on o.agency_id = m.agency_id and o.reference <> m.reference
      and ((m.document_lookup <> '' and o.document_lookup = m.document_lookup)
        or (m.name_lookup <> '' and o.name_lookup = m.name_lookup
          and (m.document_lookup = '' or o.document_lookup = '')))
    where m.agency_id = ${agencyId} and m.reference = ${reference}`
  const found = await casesOf(trx, agencyId, people)
  const earlier = found.filter(
    (one) => one.by === 'document' && one.arrivedOn.startsWith(month) && isBefore(one, { ...request, number }),
  )
  return {
    requests: found.slice(0, mostShown),
    month: { month, already: earlier.reduce((sum, { items }) => sum + items, 0) },
  }
}

type Arrival = { readonly number: string; readonly arrivedOn: Day }

const isBefore = (one: Arrival, other: Arrival) =>
  one.arrivedOn < other.arrivedOn || (one.arrivedOn === other.arrivedOn && one.number < other.number)

type Row = Omit<CaseOfSame, 'items' | 'documentNumber'> & { readonly events: readonly RequestEvent[] | null }

async function casesOf(trx: Trx, agencyId: number, people: RawBuilder<unknown>): Promise<readonly CaseOfSame[]> {
  const cases = async (where: RawBuilder<unknown>) => {
    const { rows } = await sql<Row>`with people as materialized (${people})
      select r.number, p.by, r.arrived_on as "arrivedOn", r.content, r.outcome,
        (select jsonb_agg(event order by version) from request_event e
          where e.agency_id = r.agency_id and e.number = r.number) as events
      from people p join request r on r.agency_id = ${agencyId} and r.applicant = p.reference
      where r.phase <> 'joined' and ${where}`.execute(trx)
    return rows
  }
  // Cases handled here have an index by applicant; those that a ledger told of are looked through.
  const rows = [...(await cases(sql`r.managed`)), ...(await cases(sql`not r.managed`))]
  return rows
    .map(({ events, ...row }) => {
      const request = foldEvents((events ?? []).map(fromStored))
      const documentNumber = request?.approval?.documentNumber ?? null
      return { ...row, documentNumber, items: Math.max(1, request?.items.length ?? 1) }
    })
    .sort((a, b) => (isBefore(a, b) ? 1 : -1))
}
