import { sql } from 'kysely'
import type { Retention } from '../requests/retention/kept-until.ts'
import { appendAudit } from './audit.ts'
import type { Trx } from './storage.ts'

/** How an office goes about its cases, where the law leaves it the choice. */
export type OfficeSettings = {
  /** Working days between the office's own last day and the statutory one. */
  readonly ownMargin: number
  /** How long its volumes are kept; null until the office has said. */
  readonly retention: Retention | null
}

export async function readOfficeSettings(trx: Trx, agencyId: number): Promise<OfficeSettings> {
  const { rows } = await sql<OfficeSettings>`select own_margin as "ownMargin", retention
    from agency where id = ${agencyId}`.execute(trx)
  const [settings] = rows
  if (!settings) throw new Error(`agency ${agencyId} is not the transaction's`)
  return settings
}

/** Changes what is told and leaves the rest. Own deadlines of open cases are counted anew when they are next listed. */
export async function changeOfficeSettings(
  trx: Trx,
  agency: { readonly id: number; readonly code: string },
  change: Partial<OfficeSettings>,
): Promise<OfficeSettings> {
  await sql`select 1 from agency where id = ${agency.id} for update`.execute(trx)
  const before = await readOfficeSettings(trx, agency.id)
  const after = { ...before, ...change }
  if (after.ownMargin === before.ownMargin && after.retention === before.retention) return before
  await sql`update agency set own_margin = ${after.ownMargin}, retention = ${after.retention}
    where id = ${agency.id}`.execute(trx)
  await appendAudit(trx, {
    agencyId: agency.id,
    action: 'agency.settingsChanged',
    subject: agency.code,
    ...{ before, after },
  })
  return after
}
