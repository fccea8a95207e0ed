import { sql } from 'kysely'
import { Refusal } from '../../refusals/refusal.ts'
import type { NoticeContent } from '../../requests/reminders/present-notice.ts'
import type { Day } from '../../statute/day.ts'
import type { Trx } from '../storage.ts'
import { timeOrderedUuid } from '../time-ordered-uuid.ts'
import { contextOf } from '../transaction-context.ts'

/** A notice in the program. */
export type Notice = NoticeContent & {
  readonly id: string
  readonly day: Day
  readonly madeAt: Date
  readonly readAt: Date | null
  readonly readBy: string | null
}

export async function addNotice(trx: Trx, agencyId: number, day: Day, { kind, content }: NoticeContent): Promise<void> {
  await sql`insert into inbox_notice (agency_id, id, day, kind, content)
    values (${agencyId}, ${timeOrderedUuid()}, ${day}::date, ${kind}, ${JSON.stringify(content)}::jsonb)`.execute(trx)
}

/** One page of an agency's notices, newest first. */
export async function listNotices(
  trx: Trx,
  agencyId: number,
  { unread }: { readonly unread: boolean },
  page: { readonly after: string | null; readonly limit: number },
): Promise<{ readonly notices: readonly Notice[]; readonly next: string | null }> {
  if (page.after !== null && !isId(page.after)) throw new Refusal('mark-unknown', { mark: page.after })
  const { rows } =
    await sql<Notice>`select id, day, kind, content, made_at as "madeAt", read_at as "readAt", read_by as "readBy"
    from inbox_notice where agency_id = ${agencyId} ${unread ? sql`and read_at is null` : sql``}
    ${page.after === null ? sql`` : sql`and id < ${page.after}::uuid`}
    order by id desc limit ${page.limit + 1}`.execute(trx)
  const notices = rows.slice(0, page.limit)
  return { notices, next: rows.length > page.limit ? (notices.at(-1)?.id ?? null) : null }
}

/** Marks a notice, or all, as read by whoever acts, and gives how many were unread. Refuses an unknown one. */
export async function markRead(trx: Trx, agencyId: number, id: string | 'all'): Promise<number> {
  const one = id === 'all' ? sql`` : sql`and id = ${id}::uuid`
  if (id !== 'all') {
    const { rows } = isId(id)
      ? await sql`select 1 from inbox_notice where agency_id = ${agencyId} ${one}`.execute(trx)
      : { rows: [] }
    if (rows.length === 0) throw new Refusal('notice-unknown')
  }
  const { rows } = await sql`update inbox_notice set read_at = now(), read_by = ${contextOf(trx).who.actor}
    where agency_id = ${agencyId} and read_at is null ${one} returning 1`.execute(trx)
  return rows.length
}

function isId(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)
}
