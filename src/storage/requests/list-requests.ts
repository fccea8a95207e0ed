import { type RawBuilder, sql } from 'kysely'
import { Refusal } from '../../refusals/refusal.ts'
import type { Phase } from '../../requests/case/phase.ts'
import type { AwaitedParty } from '../../requests/case/waiting-for.ts'
import type { ApplicantKindId } from '../../statute/applicant-kinds.ts'
import { type Day, parseDay } from '../../statute/day.ts'
import type { OutcomeId } from '../../statute/outcomes.ts'
import type { ReceiptChannelId } from '../../statute/receipt-channels.ts'
import { arrayText } from '../ledger/ledger-mapping.ts'
import type { Trx } from '../storage.ts'
import { searchRequests } from './search/search-requests.ts'

/** A case in a list: what an office may show of it without asking who applies. */
export type ListedRequest = {
  readonly number: string
  readonly version: number
  readonly phase: Phase
  readonly channel: ReceiptChannelId
  readonly arrivedOn: Day
  readonly receivedOn: Day | null
  readonly applicantKind: ApplicantKindId
  readonly content: string | null
  readonly dueOn: Day | null
  readonly ownDueOn: Day | null
  readonly lapsesOn: Day | null
  readonly provisional: boolean
  readonly waitingFor: readonly AwaitedParty[]
  readonly outcome: OutcomeId | null
  readonly repliedOn: Day | null
}

/** Which cases to list; several conditions hold together. */
export type RequestFilter = {
  readonly phases?: readonly Phase[]
  /** Due on this day or before. */
  readonly dueBy?: Day
  /** Cases that wait for this party, perhaps for others as well. */
  readonly waitingFor?: AwaitedParty
  /** Words that the content has, each of them, whatever their width and case. */
  readonly words?: readonly string[]
}

/** By deadline, or newest first. */
export type RequestOrder = 'due' | 'newest'

export type RequestPage = {
  readonly requests: readonly ListedRequest[]
  /** To ask for the next page with; null after the last. */
  readonly next: string | null
}

/** One page of an agency's cases. `after` is the mark of the page before; a mark of another order is refused. */
export async function listRequests(
  trx: Trx,
  agencyId: number,
  filter: RequestFilter,
  order: RequestOrder,
  page: { readonly after: string | null; readonly limit: number },
): Promise<RequestPage> {
  const mark = page.after === null ? null : readMark(page.after, order)
  const conditions = [sql`agency_id = ${agencyId}`, ...conditionsOf(filter)]
  // The indexes of open cases, each for its order.
  if (order === 'due') conditions.push(sql`due_on is not null`)
  else if (narrowOf(filter) === 'open') conditions.push(sql`phase not in ('closed', 'joined', 'archived')`)
  if (mark)
    conditions.push(
      order === 'due'
        ? sql`(due_on, number) > (${mark.on}::date, ${mark.number})`
        : sql`(arrived_on, number) < (${mark.on}::date, ${mark.number})`,
    )
  let from = sql`request`
  if (filter.words && filter.words.length > 0) {
    const where = sql.join(conditions, sql` and `)
    const narrow = order === 'due' ? 'open' : narrowOf(filter)
    const soonest = order === 'due' || filter.dueBy !== undefined
    const search = {
      agencyId,
      words: filter.words,
      where,
      narrow,
      soonest,
      order,
      from: order === 'newest' && mark ? mark.on : null,
      limit: page.limit + 1,
    } as const
    const numbers = arrayText(await searchRequests(trx, search))
    // Taken by their numbers before anything else is asked: an index of another condition may lead through very many cases.
    from = sql`(select * from request where agency_id = ${agencyId} and number = any (${numbers}::text[]) offset 0) request`
  }
  const { rows } = await sql<ListedRequest>`select number, version, phase, channel, arrived_on as "arrivedOn",
      received_on as "receivedOn", applicant_kind as "applicantKind", content, due_on as "dueOn",
      own_due_on as "ownDueOn", lapses_on as "lapsesOn", provisional,
      array_remove(string_to_array(waiting_for, ' '), '') as "waitingFor", outcome, replied_on as "repliedOn"
    from ${from} where ${sql.join(conditions, sql` and `)}
    order by ${order === 'due' ? sql`due_on, number` : sql`arrived_on desc, number desc`}
    limit ${page.limit + 1}`.execute(trx)
  const requests = rows.slice(0, page.limit)
  const last = requests.at(-1)
  const more = rows.length > page.limit && last
  return { requests, next: more ? markOf(order, last) : null }
}

/** Phases of cases that are not open any more, as the indexes of open cases have it. */
const closed: readonly Phase[] = ['closed', 'joined', 'archived']

/** Phases that many cases are in. */
const frequent: readonly Phase[] = ['handling', 'closed']

/** Which cases an index leads to: open ones, the only ones that are due or wait for anybody, or those of rare phases. */
function narrowOf({ phases, dueBy, waitingFor }: RequestFilter): 'open' | 'rare' | null {
  if (dueBy || waitingFor || phases?.every((phase) => !closed.includes(phase))) return 'open'
  return phases?.every((phase) => !frequent.includes(phase)) ? 'rare' : null
}

function conditionsOf({ phases, dueBy, waitingFor }: RequestFilter): RawBuilder<unknown>[] {
  const conditions: RawBuilder<unknown>[] = []
  if (phases) conditions.push(sql`phase = any (${phases}::text[])`)
  if (dueBy) conditions.push(sql`due_on <= ${dueBy}::date`)
  if (waitingFor) conditions.push(sql`${waitingFor} = any (string_to_array(waiting_for, ' '))`)
  return conditions
}

function markOf(order: RequestOrder, { dueOn, arrivedOn, number }: ListedRequest): string {
  return `${order}:${order === 'due' ? dueOn : arrivedOn}:${number}`
}

function readMark(text: string, wanted: RequestOrder): { readonly on: Day; readonly number: string } {
  const [, order, day = '', number] = /^(due|newest):([\d-]{10}):(.+)$/s.exec(text) ?? []
  const on = parseDay(day)
  if (order !== wanted || !on || number === undefined) throw new Refusal('mark-unknown', { mark: text })
  return { on, number }
}
