import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** What was published and taken down in a quarter, for the list that is handed to archives. */
export const publishedByDay: Migration = {
  async up(db: Kysely<unknown>) {
    await sql`create index publication_event_public on publication_event (agency_id, (event ->> 'on'))
      where event ->> 'type' in ('published', 'takenDown')`.execute(db)
  },
}
