import { sql } from 'kysely'
import { Refusal } from '../../refusals/refusal.ts'
import type { Remedy } from '../../requests/remedies/remedy.ts'
import { type Day, parseDay } from '../../statute/day.ts'
import { procedureOf } from '../requests/procedure-of.ts'
import type { Trx } from '../storage.ts'
import { remedyColumns } from './remedy-columns.ts'

export type RemedyPage = {
  readonly remedies: readonly Remedy[]
  /** To ask for the next page with; null after the last. */
  readonly next: string | null
}

/** Which cases to list; several conditions hold together. */
export type RemedyFilter = { readonly pending?: boolean; readonly requestNumber?: string }

/** One page of an agency's cases, newest first; `pending`: only those that are not concluded. */
export async function listRemedies(
  trx: Trx,
  agencyId: number,
  { pending, requestNumber }: RemedyFilter,
  page: { readonly after: string | null; readonly limit: number },
): Promise<RemedyPage> {
  const mark = page.after === null ? null : readMark(page.after)
  const { rows } = await sql<Remedy>`select ${remedyColumns} from remedy where agency_id = ${agencyId}
    ${pending ? sql`and concluded_on is null` : sql``}
    ${requestNumber === undefined ? sql`` : sql`and request_number = ${requestNumber}`}
    ${mark ? sql`and (filed_on, case_number) < (${mark.on}::date, ${mark.number})` : sql``}
    order by filed_on desc, case_number desc limit ${page.limit + 1}`.execute(trx)
  const remedies = rows.slice(0, page.limit)
  const last = remedies.at(-1)
  return { remedies, next: rows.length > page.limit && last ? `${last.filedOn}:${last.caseNumber}` : null }
}

/** The cases about one request, newest first. */
export async function remediesOfRequest(trx: Trx, agencyId: number, requestNumber: string): Promise<readonly Remedy[]> {
  return (await listRemedies(trx, agencyId, { requestNumber }, { after: null, limit: mostOfRequest })).remedies
}

/** The cases about a record amendment, newest first; none where a request has its number, for they are about that. */
export async function remediesOfAmendment(trx: Trx, agencyId: number, number: string): Promise<readonly Remedy[]> {
  const procedure = await procedureOf(trx, agencyId, number)
  return procedure === 'recordAmendment' ? await remediesOfRequest(trx, agencyId, number) : []
}

/** One request has a reconsideration and two instances; more are mistakes, and stand in `remedies list`. */
const mostOfRequest = 100

/** The cases whose copy has come and that the agency still has to answer: few at any time, and never a page of them. */
export async function awaitingRemedies(trx: Trx, agencyId: number): Promise<readonly Remedy[]> {
  const { rows } = await sql<Remedy>`select ${remedyColumns} from remedy where agency_id = ${agencyId}
    and copy_received_on is not null and answered_on is null and concluded_on is null
    order by copy_received_on, case_number`.execute(trx)
  return rows
}

function readMark(text: string): { readonly on: Day; readonly number: string } {
  const [, day = '', number] = /^([\d-]{10}):(.+)$/s.exec(text) ?? []
  const on = parseDay(day)
  if (!on || number === undefined) throw new Refusal('mark-unknown', { mark: text })
  return { on, number }
}
