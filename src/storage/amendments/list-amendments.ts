import { sql } from 'kysely'
import { Refusal } from '../../refusals/refusal.ts'
import type { AmendmentListing } from '../../requests/amendments/amendment-listing.ts'
import { type Day, parseDay } from '../../statute/day.ts'
import type { Trx } from '../storage.ts'

/** A record amendment in a list: what an office may show of it without asking who applies. */
export type ListedAmendment = Omit<AmendmentListing, 'applicant'> & {
  readonly number: string
  readonly version: number
  /** Null once the case was destroyed. */
  readonly record: string | null
  readonly claim: string | null
}

/** Which cases to list; several conditions hold together. */
export type AmendmentFilter = {
  /** Open, and therefore the one that waits longest first. */
  readonly open?: boolean
  /** Open, and arrived on this day or before. */
  readonly arrivedBy?: Day
  /** Open, and the office's own day was before this one. */
  readonly targetBefore?: Day
  /** Words that record or claim have, each of them. */
  readonly words?: readonly string[]
}

export type AmendmentPage = {
  readonly amendments: readonly ListedAmendment[]
  /** To ask for the next page with; null after the last. */
  readonly next: string | null
}

/** One page of an agency's record amendments: open ones by how long they wait, all of them newest first. */
export async function listAmendments(
  trx: Trx,
  agencyId: number,
  { open, arrivedBy, targetBefore, words = [] }: AmendmentFilter,
  page: { readonly after: string | null; readonly limit: number },
): Promise<AmendmentPage> {
  const waiting = open || arrivedBy !== undefined || targetBefore !== undefined
  const order = waiting ? 'waiting' : 'newest'
  const mark = page.after === null ? null : readMark(page.after, order)
  const conditions = [
    sql`agency_id = ${agencyId}`,
    ...(waiting ? [sql`closed_on is null`] : []),
    ...(arrivedBy ? [sql`arrived_on <= ${arrivedBy}::date`] : []),
    ...(targetBefore ? [sql`target_on < ${targetBefore}::date`] : []),
    ...words.map((word) => sql`(strpos(record, ${word}) > 0 or strpos(claim, ${word}) > 0)`),
    ...(mark
      ? [
          waiting
            ? sql`(arrived_on, number) > (${mark.on}::date, ${mark.number})`
            : sql`(arrived_on, number) < (${mark.on}::date, ${mark.number})`,
        ]
      : []),
  ]
  const { rows } = await sql<ListedAmendment>`select number, version, phase, channel, arrived_on as "arrivedOn",
      applicant_kind as "applicantKind", record, claim, transferred_from as "transferredFrom", target_on as "targetOn",
      result, closed_on as "closedOn"
    from amendment where ${sql.join(conditions, sql` and `)}
    order by ${waiting ? sql`arrived_on, number` : sql`arrived_on desc, number desc`}
    limit ${page.limit + 1}`.execute(trx)
  const amendments = rows.slice(0, page.limit)
  const last = amendments.at(-1)
  const more = rows.length > page.limit && last
  return { amendments, next: more ? `${order}:${last.arrivedOn}:${last.number}` : null }
}

function readMark(text: string, wanted: string): { readonly on: Day; readonly number: string } {
  const [, order, day = '', number] = /^(waiting|newest):([\d-]{10}):(.+)$/s.exec(text) ?? []
  const on = parseDay(day)
  if (order !== wanted || !on || number === undefined) throw new Refusal('mark-unknown', { mark: text })
  return { on, number }
}
