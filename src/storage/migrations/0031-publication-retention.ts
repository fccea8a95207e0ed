import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** When an item was changed for the public last: a change of validity counts. */
export const publicationRetention: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of statements) await sql.raw(statement).execute(db)
  },
}

const statements = [
  `update public_item i set changed_at = greatest(i.changed_at, v.at) from publication p
    join (select agency_id, number, max(recorded_at) as at from publication_event
      where event ->> 'type' = 'validityChanged' group by agency_id, number) v using (agency_id, number)
    where p.id = i.id`,
]
