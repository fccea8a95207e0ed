import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'
import { grantToApp } from './agency-table.ts'

/** What the public searches: a row for each published item, in partitions of half-years, and nothing that is not published. */
export const publicSearch: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of statements) await sql.raw(statement).execute(db)
    for (const right of ['select', 'insert', 'delete'] as const) await grantToApp(db, 'table', 'public_search', right)
    await sql.raw('revoke all on function add_search_half_year(timestamptz) from public').execute(db)
    await grantToApp(db, 'function', 'add_search_half_year(timestamptz)', 'execute')
  },
}

const own = "agency_id = any ((select nullif(current_setting('app.agencies', true), ''))::integer[])"

const statements = [
  // Words of its files, for search; empty where they have none that can be read.
  `alter table public_item add column attachment_text text not null default ''`,
  // Texts are folded, as search compares them. No key leads to another table: all of it can be made anew from public_item.
  `create table public_search (
    published_at timestamptz not null,
    id uuid not null,
    agency_id integer not null,
    title text not null,
    number text not null,
    maker text not null,
    item text,
    theme_class text,
    genre text,
    validity text not null,
    keywords text[] not null,
    text text not null,
    grams integer[] not null,
    primary key (published_at, id)
  ) partition by range (published_at)`,
  // The pairs are read by the index only, so that they lie apart; texts are compared more often than they are loaded.
  'alter table public_search alter column grams set storage external, alter column text set storage external',
  'create index public_search_id on public_search (id)',
  // Without a list of what waits, which every search would have to read.
  'create index public_search_grams on public_search using gin (grams) with (fastupdate = off)',
  'alter table public_search enable row level security',
  // A policy that is true is none to the planner, so that the index on pairs can be used. Who may write is another matter.
  'create policy public_reading on public_search for select using (true)',
  `create policy own_agencies_add on public_search for insert with check (${own})`,
  `create policy own_agencies_remove on public_search for delete using (${own})`,
  // Only the owner of a table may add to its partitions. Attaching keeps nobody waiting who reads or writes.
  `create function add_search_half_year(published timestamptz) returns void
  language plpgsql security definer set search_path = public, pg_temp
  as $$
  declare
    local_day date := (published at time zone 'Asia/Shanghai')::date;
    half integer := case when extract(month from local_day) < 7 then 1 else 2 end;
    start date := make_date(extract(year from local_day)::integer, half * 6 - 5, 1);
    part text := format('public_search_%sh%s', extract(year from local_day)::integer, half);
  begin
    if published < '1990-01-01' or published > now() + interval '1 year' then
      raise exception 'no half-year of publications' using errcode = 'invalid_parameter_value';
    end if;
    if to_regclass(part) is not null then return; end if;
    perform pg_advisory_xact_lock(hashtext('public_search'));
    if to_regclass(part) is not null then return; end if;
    execute format('create table %I (like public_search including defaults including storage)', part);
    execute format('alter table %I alter column text set statistics 0', part);
    execute format('alter table public_search attach partition %I for values from (%L) to (%L)', part,
      start::timestamp at time zone 'Asia/Shanghai', (start + interval '6 months') at time zone 'Asia/Shanghai');
  end $$`,
]
