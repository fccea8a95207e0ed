import { sql } from 'kysely'
import { appendAudit } from '../audit.ts'
import type { Trx } from '../storage.ts'
import { contextOf } from '../transaction-context.ts'

/** What an office says once for all its letters, by name; the edge knows which names there are. */
export type StoredLetterSettings = Readonly<Record<string, unknown>>

/** The settings of an agency; none where it has set nothing. */
export async function readLetterSettings(trx: Trx, agencyId: number): Promise<StoredLetterSettings> {
  const { rows } = await sql<{ settings: StoredLetterSettings }>`select settings from letter_setting
    where agency_id = ${agencyId}`.execute(trx)
  return rows[0]?.settings ?? {}
}

/** Puts these settings in the place of all that were set before. */
export async function setLetterSettings(trx: Trx, agencyId: number, settings: StoredLetterSettings): Promise<void> {
  const before = await readLetterSettings(trx, agencyId)
  await sql`insert into letter_setting (agency_id, settings, set_by)
    values (${agencyId}, ${JSON.stringify(settings)}::jsonb, ${contextOf(trx).who.actor})
    on conflict (agency_id) do update
      set settings = excluded.settings, set_by = excluded.set_by, set_at = now()`.execute(trx)
  await appendAudit(trx, { agencyId, action: 'letterSettings.set', subject: 'letters', before, after: settings })
}
