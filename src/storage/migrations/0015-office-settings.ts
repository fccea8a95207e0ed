import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'
import { grantToApp, scopeToAgency } from './agency-table.ts'

/** How an office goes about its cases, and the end of a volume whose archive period is over. */
export const officeSettings: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of statements) await sql.raw(statement).execute(db)
    await scopeToAgency(db, 'destruction_list', ['select', 'insert', 'update'])
    await scopeToAgency(db, 'destruction_case', ['select', 'insert'])
    for (const name of ['destroy_listed(integer, integer)', 'unclaimed_files(text[])']) {
      await sql.raw(`revoke all on function ${name} from public`).execute(db)
      await grantToApp(db, 'function', name, 'execute')
    }
  },
}

// Inside a function the policies of its owner do not hold, so that it looks itself whose rows it may touch.
const own = "agency_id = any (nullif(current_setting('app.agencies', true), '')::integer[])"

const uuid = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}'

// The events of the cases on a list, in `destroy_listed`.
const listedEvents = `select event from request_event where agency_id = of_agency and number = any (gone)
        union all select event from amendment_event where agency_id = of_agency and number = any (gone_amendments)`

const statements = [
  // Working days that the office leaves itself before a statutory day; and how long its volumes are kept, null until it says.
  `alter table agency
    add column own_margin smallint not null default 3 check (own_margin between 0 and 15),
    add column retention text check (retention in ('10', '30', 'permanent'))`,
  // 销毁清册: what is to go, drawn up by somebody, then signed on paper and carried out once.
  `create table destruction_list (
    agency_id integer not null references agency,
    list integer not null,
    drawn_up_on date not null,
    drawn_up_by text not null,
    state text not null default 'drawnUp' check (state in ('drawnUp', 'withdrawn', 'carriedOut')),
    carried_out_on date,
    approved_by text,
    approved_on date,
    witnesses text[],
    scan text,
    files text[] not null default '{}',
    primary key (agency_id, list),
    check ((state = 'carriedOut') = (scan is not null and approved_by is not null and approved_on is not null
      and cardinality(witnesses) >= 2 and carried_out_on is not null))
  )`,
  `create table destruction_case (
    agency_id integer not null,
    list integer not null,
    procedure text not null default 'request' check (procedure in ('request', 'recordAmendment')),
    number text not null,
    volume text,
    received_on date,
    closed_on date not null,
    kept_until date not null,
    primary key (agency_id, list, procedure, number),
    foreign key (agency_id, list) references destruction_list
  )`,
  'create index destruction_case_number on destruction_case (agency_id, number)',
  // Whom an open case waits for, which the first list after this fills in; and open cases, newest first.
  "alter table request add column waiting_for text not null default ''",
  `create index request_open_newest on request (agency_id, arrived_on desc, number desc)
    where phase not in ('closed', 'joined', 'archived')`,
  // The list by which a case was destroyed; what is left of it then are the facts that statistics count.
  'alter table request add column destroyed_in integer',
  `alter table amendment add column destroyed_in integer,
    alter column record drop not null, alter column claim drop not null,
    add check (destroyed_in is not null or (record is not null and claim is not null))`,
  // Other cases of one applicant. Cases of a ledger are many and have no document to be found by.
  'create index request_applicant on request (agency_id, applicant) where managed',
  // Entries that excuse events which are gone.
  "create index audit_destroyed on audit_entry (agency_id, subject) where action in ('request.destroyed', 'amendment.destroyed')",
  // The app role may add events and never take one away; this is the one way, and only for a list that was signed.
  // What a ledger told of a case has neither a name nor a text, and the audit chain vouches for it in batches: it stays.
  `create function destroy_listed(of_agency integer, of_list integer) returns text[]
  language plpgsql security definer set search_path = public, pg_temp
  as $$
  declare
    gone text[];
    gone_amendments text[];
    named text[];
  begin
    select array_agg(c.number) into gone from destruction_case c
      join destruction_list l using (agency_id, list)
      join request r on r.agency_id = c.agency_id and r.number = c.number and r.destroyed_in is null
        and r.phase in ('archived', 'closed', 'joined') and c.kept_until < l.carried_out_on
      where c.agency_id = of_agency and c.list = of_list and c.procedure = 'request' and l.state = 'carriedOut' and c.${own};
    select array_agg(c.number) into gone_amendments from destruction_case c
      join destruction_list l using (agency_id, list)
      join amendment a on a.agency_id = c.agency_id and a.number = c.number and a.destroyed_in is null
        and a.closed_on is not null and c.kept_until < l.carried_out_on
      where c.agency_id = of_agency and c.list = of_list and c.procedure = 'recordAmendment'
        and l.state = 'carriedOut' and c.${own};
    if gone is null and gone_amendments is null then raise exception 'no list to carry out' using errcode = 'insufficient_privilege'; end if;
    select coalesce(array_agg(distinct hit[1]), '{}') into named
      from (${listedEvents}) e, regexp_matches(e.event::text, '"([0-9a-f]{64})"', 'g') as hit;
    update applicant a set wrapped_key = null, sealed = '', name_lookup = '', document_lookup = ''
      where a.agency_id = of_agency and a.reference in (select hit[1]::uuid
        from (${listedEvents}) e, regexp_matches(e.event::text, '"(${uuid})"', 'g') as hit);
    delete from request_event where agency_id = of_agency and number = any (gone) and event ->> 'type' <> 'imported';
    delete from request_text where agency_id = of_agency and number = any (gone);
    delete from amendment_event where agency_id = of_agency and number = any (gone_amendments);
    update amendment set record = null, claim = null, destroyed_in = of_list
      where agency_id = of_agency and number = any (gone_amendments);
    update request set content = null, note = null, managed = true, destroyed_in = of_list
      where agency_id = of_agency and number = any (gone);
    -- A file that anything else names as well stays.
    select coalesce(array_agg(one.digest), '{}') into named from unnest(named) as one (digest)
      where one.digest not in (select hit[1]
        from (select event from request_event where agency_id = of_agency
          union all select event from amendment_event where agency_id = of_agency) e,
          regexp_matches(e.event::text, '"([0-9a-f]{64})"', 'g') as hit)
      and not exists (select 1 from office_template t where t.agency_id = of_agency and t.digest = one.digest)
      and not exists (select 1 from destruction_list l where l.agency_id = of_agency and l.scan = one.digest);
    delete from stored_file where agency_id = of_agency and digest = any (named);
    update destruction_list set files = named where agency_id = of_agency and list = of_list;
    return gone || gone_amendments;
  end $$`,
  // Whose bytes may go from the disk: those that no agency has any more. Tells nothing else of other agencies.
  `create function unclaimed_files(digests text[]) returns setof text
  language sql stable security definer set search_path = public, pg_temp
  as $$ select wanted.digest from unnest(digests) as wanted (digest)
    where not exists (select 1 from stored_file f where f.digest = wanted.digest) $$`,
]
