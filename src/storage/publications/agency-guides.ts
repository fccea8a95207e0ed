import { sql } from 'kysely'
import { type AgencyGuide, emptyGuide } from '../../publications/agency-guide.ts'
import type { Instant } from '../../publications/instant.ts'
import { appendAudit } from '../audit.ts'
import { announcePublic, noteRead } from '../public-changes.ts'
import type { Trx } from '../storage.ts'
import { instantOf } from './instant-of.ts'
import { guideTag } from './public-tags.ts'

export type StoredGuide = {
  readonly guide: AgencyGuide
  readonly changedAt: Instant
  /** When somebody last said that it is right. */
  readonly checkedAt: Instant
}

/** The guide of an agency as everybody reads it; null before there is one. */
export async function readGuide(trx: Trx, agencyId: number): Promise<StoredGuide | null> {
  noteRead(trx, guideTag(agencyId))
  const { rows } = await sql<StoredGuide>`select guide, ${instantOf('changed_at')} as "changedAt",
      ${instantOf('checked_at')} as "checkedAt" from agency_guide where agency_id = ${agencyId}`.execute(trx)
  const [row] = rows
  // A field that a later version of the program knows is not in what an earlier one stored.
  return row ? { ...row, guide: { ...emptyGuide, ...row.guide } } : null
}

/**
 * Sets what is told and leaves the rest. The same again says that the guide was checked today and is right. What stood there
 * before is in the audit chain. The days are those of the database's clock.
 */
export async function changeGuide(
  trx: Trx,
  agency: { readonly id: number; readonly code: string },
  change: Partial<AgencyGuide>,
): Promise<StoredGuide> {
  await sql`select 1 from agency where id = ${agency.id} for update`.execute(trx)
  const before = await readGuide(trx, agency.id)
  const guide = { ...(before?.guide ?? emptyGuide), ...change }
  const changed = JSON.stringify(guide) !== JSON.stringify(before?.guide)
  await sql`insert into agency_guide (agency_id, guide, changed_at, checked_at)
    values (${agency.id}, ${JSON.stringify(guide)}::jsonb, statement_timestamp(), statement_timestamp())
    on conflict (agency_id) do update set guide = excluded.guide, checked_at = excluded.checked_at,
      changed_at = case when ${changed} then excluded.changed_at else agency_guide.changed_at end`.execute(trx)
  await appendAudit(trx, {
    agencyId: agency.id,
    action: changed ? 'guide.changed' : 'guide.checked',
    subject: agency.code,
    ...(changed && { before: before?.guide ?? null, after: guide }),
  })
  announcePublic(trx, [guideTag(agency.id)])
  const after = await readGuide(trx, agency.id)
  if (!after) throw new Error(`the guide of agency ${agency.id} was not stored`)
  return after
}
