import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** Destroying a case erases the people whom its events hold in the places for people, and nobody whose reference somebody wrote into a text. */
export const destroyByPlace: Migration = {
  async up(db: Kysely<unknown>) {
    await sql.raw(statement).execute(db)
  },
}

/** Where an event of a request or of a record amendment holds a reference to a person, by its type. */
const peopleInEvents: readonly (readonly [type: string, path: string])[] = [
  ['registered', '$.applicants[*]'],
  ['registered', '$.applicant'],
  ['registered', '$.agent.person'],
  ['imported', '$.row.applicant'],
  ['consultationSent', '$.person'],
]

const placesInSql = peopleInEvents.map(([type, path]) => `('${type}', '${path}')`).join(', ')

// Inside a function the policies of its owner do not hold, so that it looks itself whose rows it may touch.
const own = "agency_id = any (nullif(current_setting('app.agencies', true), '')::integer[])"

const uuid = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}'

// The events of the cases on a list.
const listedEvents = `select event from request_event where agency_id = of_agency and number = any (gone)
        union all select event from amendment_event where agency_id = of_agency and number = any (gone_amendments)`

// As it was, but for whom it erases.
const statement = `create or replace function destroy_listed(of_agency integer, of_list integer) returns text[]
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
      where a.agency_id = of_agency and a.reference in (select case when held #>> '{}' ~ '^${uuid}$' then (held #>> '{}')::uuid end
        from (${listedEvents}) e join (values ${placesInSql}) as place (type, path) on e.event ->> 'type' = place.type,
          jsonb_path_query(e.event, place.path::jsonpath) as held);
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
  end $$`
