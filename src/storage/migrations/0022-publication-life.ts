import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'
import { grantToApp, scopeToAgency } from './agency-table.ts'

/** What happens to published items by their day and hour, what of their files is public, proposals by 条例44, and what is handed to archives. */
export const publicationLife: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of statements) await sql.raw(statement).execute(db)
    await scopeToAgency(db, 'publication_file', ['select', 'insert'])
    await scopeToAgency(db, 'publication_proposal', ['select', 'insert', 'update'])
    await scopeToAgency(db, 'transfer_list', ['select', 'insert', 'update'])
    await scopeToAgency(db, 'transfer_entry', ['select', 'insert'])
    await sql.raw('revoke all on function due_publications(date) from public').execute(db)
    await grantToApp(db, 'function', 'due_publications(date)', 'execute')
  },
}

const statements = [
  `alter table agency
    add column reassess_months smallint not null default 12 check (reassess_months between 1 and 60),
    add column applicants_to_propose smallint not null default 2 check (applicants_to_propose between 2 and 99)`,
  `alter table publication
    add column valid_until date,
    add column annulled_on date,
    add column withdraw_by date,
    add column waits_for text,
    add column secrecy_waits boolean not null default false,
    add column interprets uuid[] not null default '{}'`,
  'update publication p set valid_until = i.valid_until from public_item i where i.id = p.id and i.taken_down_on is null',
  // Of all agencies, for the runner: what waits for its hour, and what holds until a day.
  "create index publication_hour on publication (publish_at) where phase = 'scheduled'",
  `create index publication_ending on publication (valid_until)
    where validity in ('inForce', 'modified') and valid_until is not null`,
  `create index publication_ending_own on publication (agency_id, valid_until)
    where validity in ('inForce', 'modified') and valid_until is not null`,
  'create index publication_to_withdraw on publication (agency_id, withdraw_by) where withdraw_by is not null',
  `create index publication_under_way on publication (agency_id, phase, number)
    where phase in ('reviewing', 'referred', 'approved', 'scheduled')`,
  'create index publication_interprets on publication using gin (interprets) where first_published_at is null',
  // The words in the files of an item, for search; bounded by whoever writes them.
  "alter table public_item add check (taken_down_on is null or attachment_text = '')",
  // A file as it was handed in, the one without its properties that the public gets, and what is to be known of it.
  `create table publication_file (
    agency_id integer not null references agency,
    original text not null,
    shown text not null,
    kind text not null,
    words text not null,
    warnings jsonb not null,
    personal jsonb not null,
    prepared_at timestamptz not null default clock_timestamp(),
    primary key (agency_id, original)
  )`,
  'create index publication_file_shown on publication_file (agency_id, shown)',
  // 条例44: several asked for the same, or an applicant suggests. Nothing here is of a person.
  `create table publication_proposal (
    agency_id integer not null references agency,
    number text not null,
    kind text not null check (kind in ('several', 'suggestion')),
    made_on date not null,
    subject text,
    requests text[] not null,
    applicants integer not null,
    state text not null default 'open' check (state in ('open', 'accepted', 'dismissed')),
    decided_on date,
    decided_by text,
    reason text,
    answer text,
    publication text,
    primary key (agency_id, number),
    check ((state = 'open') = (decided_on is null)),
    check ((state = 'open') = (reason is null)),
    check ((state = 'accepted') = (publication is not null)),
    check (kind = 'several' or state = 'open' or answer is not null)
  )`,
  "create index publication_proposal_open on publication_proposal (agency_id, number) where state = 'open'",
  // 主动公开政府信息移送明细表: what was handed to an archive or library, as it was told then.
  `create table transfer_list (
    agency_id integer not null references agency,
    list integer not null,
    quarter text not null check (quarter ~ '^[0-9]{4}Q[1-4]$'),
    recipient text not null check (recipient <> ''),
    made_on date not null,
    made_by text not null default current_setting('app.actor'),
    primary key (agency_id, list),
    unique (agency_id, recipient, quarter)
  )`,
  `create table transfer_entry (
    agency_id integer not null,
    list integer not null,
    place integer not null,
    recipient text not null,
    number text not null,
    what text not null check (what in ('published', 'takenDown')),
    version integer not null,
    told jsonb not null,
    primary key (agency_id, list, place),
    unique (agency_id, recipient, number, what, version),
    foreign key (agency_id, list) references transfer_list
  )`,
  // The runner serves all agencies, of which it names none before it knows which has something due.
  `create function due_publications(on_day date)
  returns table (agency_id integer, number text, what text)
  language sql stable security definer set search_path = public, pg_temp
  as $$
    (select p.agency_id, p.number, 'publish' from publication p
      where p.phase = 'scheduled' and p.publish_at <= clock_timestamp() order by p.publish_at limit 500)
    union all
    (select p.agency_id, p.number, 'expire' from publication p
      where p.validity in ('inForce', 'modified') and p.valid_until is not null and p.valid_until < on_day
      order by p.valid_until limit 500)
  $$`,
]
