import { sql } from 'kysely'
import type { FileWarning } from '../../publications/file-warning.ts'
import type { ItemBody } from '../../publications/item-body.ts'
import type { SharedPlatform } from '../../publications/timeliness.ts'
import type { Day } from '../../statute/day.ts'
import type { Trx } from '../storage.ts'
import { type LoadedPublication, loadText } from './load-publication.ts'
import { fileWarnings } from './publication-files.ts'
import { readPublicationSettings, sharedPlatformOf } from './publication-settings.ts'

/** What belongs to an item and is no event of it. */
export type PublicationBeside = {
  readonly body: ItemBody | null
  readonly warnings: ReadonlyMap<string, readonly FileWarning[]>
  /** The last days to publish it, and to take it down where it was annulled. */
  readonly dueOn: Day | null
  readonly withdrawBy: Day | null
  /** The platform by which the office is judged. */
  readonly shared: SharedPlatform | null
}

export async function loadBeside(
  trx: Trx,
  agencyId: number,
  { number, item }: Pick<LoadedPublication, 'number' | 'item'>,
): Promise<PublicationBeside> {
  const { rows } = await sql<Pick<PublicationBeside, 'dueOn' | 'withdrawBy'>>`select due_on as "dueOn",
      withdraw_by as "withdrawBy" from publication where agency_id = ${agencyId} and number = ${number}`.execute(trx)
  const { dueOn, withdrawBy } = rows[0] ?? { dueOn: null, withdrawBy: null }
  const body = await loadText(trx, agencyId, item.content.text)
  const warnings = await fileWarnings(trx, agencyId, item.content.attachments)
  const shared = sharedPlatformOf(await readPublicationSettings(trx, agencyId))
  return { body, warnings, dueOn, withdrawBy, shared }
}
