import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'
import { scopeToAgency } from './agency-table.ts'

/** How many items are published of each part of an agency's contents, kept by the database with every change. */
export const publicCounts: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of statements) await sql.raw(statement).execute(db)
    await scopeToAgency(db, 'public_count', ['select'])
    await sql`create policy public_reading on public_count for select using (true)`.execute(db)
  },
}

/** The parts that each standing item of a table is in, each counted as `change`. */
const parts = (table: string, change: 1 | -1) => `select agency_id, part, key, ${change} as change
  from ${table}, lateral (values ('all', ''), ('item', item), ('theme', theme), ('genre', genre), ('maker', maker),
    ('column', site_column)) parts (part, key)
  where taken_down_on is null and key is not null`

/** Agencies' rows are taken in one order, that of all items first, so that two changes never wait for each other in a ring. */
const count = (changes: string) => `insert into public_count as known (agency_id, part, key, count)
  select agency_id, part, key, sum(change)::integer from (${changes}) changes
  group by agency_id, part, key having sum(change) <> 0 order by agency_id, part, key
  on conflict (agency_id, part, key) do update set count = known.count + excluded.count`

const statements = [
  `create table public_count (
    agency_id integer not null references agency,
    part text not null,
    key text not null,
    count integer not null,
    primary key (agency_id, part, key)
  )`,
  count(parts('public_item', 1)),
  `create function count_public_items() returns trigger
  language plpgsql security definer set search_path = public, pg_temp
  as $$ begin
    if tg_op = 'INSERT' then ${count(parts('added', 1))};
    elsif tg_op = 'DELETE' then ${count(parts('removed', -1))};
    else ${count(`${parts('added', 1)} union all ${parts('removed', -1)}`)};
    end if;
    return null;
  end $$`,
  `create trigger public_item_added after insert on public_item referencing new table as added
    for each statement execute function count_public_items()`,
  `create trigger public_item_removed after delete on public_item referencing old table as removed
    for each statement execute function count_public_items()`,
  `create trigger public_item_changed after update on public_item referencing old table as removed new table as added
    for each statement execute function count_public_items()`,
  'drop index public_item_counts',
]
