import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/**
 * The end of items that were withdrawn and of drafts that were given up, by the lists that volumes go by; files go by the places
 * in which events hold them. When an item was changed for the public last: a change of validity counts. And the day on the shared
 * platform, by which the period of an item is judged.
 */
export const publicationRetention: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of statements) await sql.raw(statement).execute(db)
  },
}

/** Where an event of a request or of a record amendment holds a reference to a person, by its type. */
const peopleInEvents: readonly Place[] = [
  ['registered', '$.applicants[*]'],
  ['registered', '$.applicant'],
  ['registered', '$.agent.person'],
  ['imported', '$.row.applicant'],
  ['consultationSent', '$.person'],
]

/** Where an event of a request, of a record amendment or of an item holds the digest of a file. */
const filesInEvents: readonly Place[] = [
  ['registered', '$.scan'],
  ['registered', '$.proofs[*]'],
  ['registered', '$.evidence[*]'],
  ['registered', '$.agent.powerOfAttorney'],
  ['corrected', '$.powerOfAttorney'],
  ['corrected', '$.enclosed[*]'],
  ['evidenceReceived', '$.evidence[*]'],
  ['evidenceReceived', '$.powerOfAttorney'],
  ['dispatchAnswered', '$.material[*]'],
  ['decided', '$.decision.provision.files[*]'],
  ['approved', '$.approval.scan'],
  ['serviceProved', '$.proof'],
  ['letterKept', '$.file'],
  ['proposed', '$.content.attachments[*].file'],
  ['proposed', '$.content.attachments[*].original'],
  ['revised', '$.content.attachments[*].file'],
  ['revised', '$.content.attachments[*].original'],
  ['secrecyReviewed', '$.approval.scan'],
  ['stagePassed', '$.approval.scan'],
]

type Place = readonly [type: string, path: string]

const inSql = (places: readonly Place[]) => places.map(([type, path]) => `('${type}', '${path}')`).join(', ')

// Inside a function the policies of its owner do not hold, so that it looks itself whose rows it may touch.
const own = "agency_id = any (nullif(current_setting('app.agencies', true), '')::integer[])"

const uuid = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}'

// The events of what stands on a list.
const listedEvents = `select event from request_event where agency_id = of_agency and number = any (gone)
        union all select event from amendment_event where agency_id = of_agency and number = any (gone_amendments)
        union all select event from publication_event where agency_id = of_agency and number = any (gone_items)`

const held = (places: readonly Place[]) => `(${listedEvents}) e
        join (values ${inSql(places)}) as place (type, path) on e.event ->> 'type' = place.type,
          jsonb_path_query(e.event, place.path::jsonpath) as held`

// Titles of decisions on a penalty or a licence tell of whom they are: nothing but the withdrawal is left of them.
const namesSomebody = "p.limit_kind in ('penaltyDecision', 'licenceDecision')"

const statements = [
  `update public_item i set changed_at = greatest(i.changed_at, v.at) from publication p
    join (select agency_id, number, max(recorded_at) as at from publication_event
      where event ->> 'type' = 'validityChanged' group by agency_id, number) v using (agency_id, number)
    where p.id = i.id`,
  // Items that are due from this day on have to be on the shared platform in time.
  'alter table agency add column shared_since date, add check (shared_since is null or shared_platform is not null)',
  `update agency set shared_since = (now() at time zone 'Asia/Shanghai')::date where shared_platform is not null`,
  // The first day there, once the address came back.
  'alter table publication add column shared_on date',
  `update publication p set shared_on = (select min((event ->> 'publishedOn')::date) from publication_event e
      where e.agency_id = p.agency_id and e.number = p.number and event ->> 'type' = 'publishedElsewhere'
        and event ->> 'platform' = a.shared_platform and event ->> 'address' is not null)
    from agency a where a.id = p.agency_id and a.shared_platform is not null and p.elsewhere_on is not null`,
  `create index publication_due_shared on publication (agency_id, due_on, number)
    where shared_on is null and phase not in ('notPublished', 'takenDown', 'dropped')`,
  // Whole years after the one in which an item was withdrawn, or a draft given up; null: for good.
  `alter table agency
    add column withdrawn_kept smallint default 10 check (withdrawn_kept between 1 and 99),
    add column drafts_kept smallint default 2 check (drafts_kept between 1 and 99)`,
  'alter table publication add column destroyed_in integer',
  "create index publication_ended on publication (agency_id, number) where phase in ('takenDown', 'dropped') and destroyed_in is null",
  `alter table destruction_case drop constraint destruction_case_procedure_check,
    add check (procedure in ('request', 'recordAmendment', 'publication'))`,
  // Entries that excuse events which are gone.
  "create index audit_destroyed_items on audit_entry (agency_id, subject) where action = 'publication.destroyed'",
  // As it was, but for items, and for files: what somebody wrote into a text is not a file of the case.
  `create or replace function destroy_listed(of_agency integer, of_list integer) returns text[]
  language plpgsql security definer set search_path = public, pg_temp
  as $$
  declare
    gone text[];
    gone_amendments text[];
    gone_items text[];
    texts text[];
    named text[];
    used text[];
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
    select array_agg(c.number) into gone_items from destruction_case c
      join destruction_list l using (agency_id, list)
      join publication p on p.agency_id = c.agency_id and p.number = c.number and p.destroyed_in is null
        and p.phase in ('takenDown', 'dropped') and c.kept_until < l.carried_out_on
      where c.agency_id = of_agency and c.list = of_list and c.procedure = 'publication'
        and l.state = 'carriedOut' and c.${own};
    if gone is null and gone_amendments is null and gone_items is null then
      raise exception 'no list to carry out' using errcode = 'insufficient_privilege';
    end if;
    select coalesce(array_agg(distinct event #>> '{content,text}'), '{}') into texts from publication_event
      where agency_id = of_agency and number = any (gone_items) and event #>> '{content,text}' is not null;
    select coalesce(array_agg(distinct digest), '{}') into named from (
        select held #>> '{}' as digest from ${held(filesInEvents)}
        union all select held #>> '{}' from publication_text t, jsonb_path_query(t.body, '$[*] ? (@.type == "figure").file') as held
          where t.agency_id = of_agency and t.digest = any (texts)) d
      where digest ~ '^[0-9a-f]{64}$';
    -- A copy for the public and what it was made of go together.
    select coalesce(array_agg(distinct digest), '{}') into named from (
        select unnest(named) as digest
        union all select original from publication_file where agency_id = of_agency and shown = any (named)
        union all select shown from publication_file where agency_id = of_agency and original = any (named)) d;
    update applicant a set wrapped_key = null, sealed = '', name_lookup = '', document_lookup = ''
      where a.agency_id = of_agency and a.reference in (select case when held #>> '{}' ~ '^${uuid}$' then (held #>> '{}')::uuid end
        from ${held(peopleInEvents)});
    delete from request_event where agency_id = of_agency and number = any (gone) and event ->> 'type' <> 'imported';
    delete from request_text where agency_id = of_agency and number = any (gone);
    delete from amendment_event where agency_id = of_agency and number = any (gone_amendments);
    delete from publication_event where agency_id = of_agency and number = any (gone_items);
    delete from publication_text t where t.agency_id = of_agency and t.digest = any (texts)
      and t.digest not in (select e.event #>> '{content,text}' from publication_event e
        where e.agency_id = of_agency and e.event #>> '{content,text}' is not null);
    delete from catalogue_link where agency_id = of_agency and number = any (gone_items);
    update amendment set record = null, claim = null, destroyed_in = of_list
      where agency_id = of_agency and number = any (gone_amendments);
    update request set content = null, note = null, managed = true, destroyed_in = of_list
      where agency_id = of_agency and number = any (gone);
    update public_item i set title = case when ${namesSomebody} then '' else i.title end,
        takedown_reasons = case when ${namesSomebody} then '' else i.takedown_reasons end,
        summary = null, document_number = null, keywords = '{}', joint_makers = '{}', interprets = '{}', valid_until = null,
        validity_basis = '', changed_at = clock_timestamp()
      from publication p where p.agency_id = of_agency and p.number = any (gone_items)
        and i.agency_id = p.agency_id and i.id = p.id and i.taken_down_on is not null;
    update publication p set title = case when p.index_number is null or ${namesSomebody} then '' else p.title end,
        unit = '', document_number = null, waits_for = null, interprets = '{}', elsewhere_on = null, elsewhere_platforms = '{}', shared_on = null,
        destroyed_in = of_list
      where p.agency_id = of_agency and p.number = any (gone_items);
    -- A file that anything else names as well stays, also where it is named in a text: in doubt it is kept.
    select coalesce(array_agg(distinct digest), '{}') into used from (
        select hit[1] as digest from (select event from request_event where agency_id = of_agency
            union all select event from amendment_event where agency_id = of_agency
            union all select event from publication_event where agency_id = of_agency) e,
          regexp_matches(e.event::text, '"([0-9a-f]{64})"', 'g') as hit
        union all select held #>> '{}' from publication_text t, jsonb_path_query(t.body, '$[*] ? (@.type == "figure").file') as held
          where t.agency_id = of_agency
        union all select held #>> '{}' from public_item i, jsonb_path_query(i.attachments, '$[*].digest') as held
          where i.agency_id = of_agency
        union all select held #>> '{}' from public_report r, jsonb_path_query(r.files, '$[*].digest') as held
          where r.agency_id = of_agency
        union all select t.digest from office_template t where t.agency_id = of_agency
        union all select l.scan from destruction_list l where l.agency_id = of_agency) d
      where digest = any (named);
    select used || coalesce(array_agg(original), '{}') into used from publication_file
      where agency_id = of_agency and shown = any (used);
    select coalesce(array_agg(digest), '{}') into named from unnest(named) as digest where digest <> all (used);
    delete from publication_file where agency_id = of_agency and (original = any (named) or shown = any (named));
    delete from stored_file where agency_id = of_agency and digest = any (named);
    update destruction_list set files = named where agency_id = of_agency and list = of_list;
    return gone || gone_amendments || gone_items;
  end $$`,
]
