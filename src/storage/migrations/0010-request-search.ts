import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'
import { grantToApp, scopeToAgency } from './agency-table.ts'

/**
 * The index of what requests ask for. It is filled in batches, behind the writes: a case that was added or changed stands
 * in `request_search_waiting` until a batch takes it. All of it can be made anew from `request`.
 */
export const requestSearch: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of statements) await sql.raw(statement).execute(db)
    for (const table of ['waiting', 'segment', 'block', 'gram'])
      await scopeToAgency(db, `request_search_${table}`, ['select', 'insert', 'delete'])
    await sql.raw('revoke all on function analyze_requests() from public').execute(db)
    await grantToApp(db, 'function', 'analyze_requests()', 'execute')
  },
}

const statements = [
  // Cases that no segment has yet, or has as they were; some in one row, so that an import adds one row a statement.
  `create table request_search_waiting (
    agency_id integer not null,
    id bigint generated always as identity,
    numbers text[] not null check (cardinality(numbers) <= 1000),
    primary key (agency_id, id)
  )`,
  // Cases that were indexed together. A segment is written once; it goes as a whole, when a text in it is erased.
  `create table request_search_segment (
    agency_id integer not null,
    segment bigint not null,
    cases integer not null,
    newest_on date not null,
    oldest_on date not null,
    primary key (agency_id, segment)
  )`,
  // The cases of a segment, newest first, 64 a row, with the day by which they stand there.
  `create table request_search_block (
    agency_id integer not null,
    segment bigint not null,
    block integer not null,
    numbers text[] not null,
    days date[] not null,
    primary key (agency_id, segment, block)
  )`,
  // Where in a segment two characters stand side by side. Equality and order of integers may use an index under row-level
  // security, which text search and \`like\` may not.
  `create table request_search_gram (
    agency_id integer not null,
    segment bigint not null,
    gram integer not null,
    postings bytea not null,
    primary key (agency_id, segment, gram)
  )`,
  'alter table request_search_gram alter column postings set storage external',
  // Whether a phase has few cases, so that a search among them reads those; for handling, \`request_open\` tells it. What
  // comes in is hardly ever in such a phase and pays nothing.
  `create index request_phase on request (agency_id, phase) where phase not in ('handling', 'closed')`,
  // Until its statistics know that an agency has many cases now, which takes a minute or more, each case that is looked for
  // by its number may be looked for among all of them. This tells nothing, and does nothing unless very many are new.
  `create function analyze_requests() returns void language plpgsql security definer set search_path = public, pg_temp
  as $$
  begin
    if (select sum(cardinality(numbers)) from request_search_waiting) >
        (select reltuples / 20 from pg_class where oid = 'request'::regclass) then
      analyze request;
    end if;
  end $$`,
  `create function await_search() returns trigger language plpgsql as $$
  begin
    insert into request_search_waiting (agency_id, numbers)
      select agency_id, array_agg(number)
      from (select agency_id, number, (row_number() over () - 1) / 1000 as part from added where content is not null) a
      group by agency_id, part;
    return null;
  end $$`,
  `create trigger request_awaits_search after insert on request referencing new table as added
    for each statement execute function await_search()`,
  // A text that is taken away leaves the index at once. The lock is the one that indexing holds: a batch under way could
  // still have read the text.
  `create function await_search_again() returns trigger language plpgsql as $$
  declare
    held bigint[];
  begin
    if new.content is not null then
      insert into request_search_waiting (agency_id, numbers) values (new.agency_id, array[new.number]);
      return null;
    end if;
    perform pg_advisory_xact_lock(hashtext('request_search'), new.agency_id);
    held := array(select segment from request_search_block
      where agency_id = new.agency_id and numbers @> array[new.number]);
    insert into request_search_waiting (agency_id, numbers)
      select agency_id, numbers from request_search_block where agency_id = new.agency_id and segment = any (held);
    delete from request_search_gram where agency_id = new.agency_id and segment = any (held);
    delete from request_search_block where agency_id = new.agency_id and segment = any (held);
    delete from request_search_segment where agency_id = new.agency_id and segment = any (held);
    return null;
  end $$`,
  `create trigger request_awaits_search_again after update of content, arrived_on on request for each row
    when (old.content is distinct from new.content or old.arrived_on is distinct from new.arrived_on)
    execute function await_search_again()`,
  `insert into request_search_waiting (agency_id, numbers)
    select agency_id, array_agg(number order by place)
    from (select agency_id, number,
        row_number() over (partition by agency_id order by arrived_on desc, number desc) as place
      from request where content is not null) r
    group by agency_id, (place - 1) / 1000 order by agency_id, min(place)`,
]
