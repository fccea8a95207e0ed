import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'
import { grantToApp, scopeToAgency } from './agency-table.ts'

/** How an agency is reminded, what became of each reminder, and the notices in the program. */
export const reminders: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of statements) await sql.raw(statement).execute(db)
    await scopeToAgency(db, 'reminder_channel', ['select', 'insert', 'delete'])
    await scopeToAgency(db, 'reminder', ['select', 'insert', 'update', 'delete'])
    await scopeToAgency(db, 'inbox_notice', ['select', 'insert', 'update'])
    const owed = 'owed_reminders(date, text, text, text)'
    await sql.raw(`revoke all on function ${owed} from public`).execute(db)
    await grantToApp(db, 'function', owed, 'execute')
  },
}

const statements = [
  // Where it leads is sealed: a robot's URL is all that is needed to write to the group.
  `create table reminder_channel (
    agency_id integer not null references agency,
    name text not null check (name <> ''),
    kind text not null,
    language text not null,
    at text not null,
    urgent_at text,
    working_days_only boolean not null,
    when_nothing boolean not null,
    days integer not null,
    algorithm text,
    key_id text,
    sealed bytea,
    created_at timestamptz not null default now(),
    primary key (agency_id, name),
    check ((kind = 'inApp') = (sealed is null)),
    check (name <> 'inApp' or kind = 'inApp')
  )`,
  "create unique index reminder_channel_in_app on reminder_channel (agency_id) where kind = 'inApp'",
  // One row is one reminder, claimed by an update of its row. While it waits, `next_at` is when it may be claimed (again):
  // after a failure, or when whoever claimed it must have died. No problem yet: it is under way.
  `create table reminder (
    agency_id integer not null references agency,
    channel_name text not null,
    day date not null,
    kind text not null check (kind in ('digest', 'urgent')),
    state text not null check (state in ('waiting', 'sent', 'nothing', 'givenUp')),
    attempts integer not null,
    next_at timestamptz not null,
    problem jsonb,
    finished_at timestamptz check ((state = 'waiting') = (finished_at is null)),
    primary key (agency_id, channel_name, day, kind)
  )`,
  "create index reminder_waiting on reminder (day) where state = 'waiting'",
  // Facts and no words, so that each reader has them in their own language.
  `create table inbox_notice (
    agency_id integer not null references agency,
    id uuid not null,
    day date not null,
    kind text not null check (kind in ('digest', 'urgent', 'givenUp')),
    content jsonb not null,
    made_at timestamptz not null default now(),
    read_at timestamptz,
    read_by text,
    primary key (agency_id, id)
  )`,
  'create index inbox_notice_unread on inbox_notice (agency_id, id) where read_at is null',
  // The narrow way round row-level security, for whoever sends: when every agency is reminded, and nothing else. Under the
  // policy each row would be looked for among all agencies. Without a row of its own an inbox has the usual hours, and no kind.
  `create function owed_reminders(on_day date, at_time text, usual_at text, usual_urgent_at text)
  returns table (agency_id integer, layer text, name text, kind text, language text, at text, urgent_at text,
    working_days_only boolean, when_nothing boolean, days integer, digest text, urgent text)
  language sql stable security definer set search_path = public, pg_temp
  as $$
    with channel as (
      select c.agency_id, c.name, c.kind, c.language, c.at, c.urgent_at, c.working_days_only, c.when_nothing, c.days
        from reminder_channel c
      union all select a.id, 'inApp', null, null, usual_at, usual_urgent_at, null, null, null from agency a
        where not exists (select from reminder_channel own where own.agency_id = a.id and own.kind = 'inApp')
    )
    -- Finished: the time of day in Beijing. Begun and not finished: ''.
    select c.agency_id, a.calendar_layer, c.name, c.kind, c.language, c.at, c.urgent_at, c.working_days_only, c.when_nothing, c.days,
      case when d.state is not null then coalesce(to_char(d.finished_at at time zone interval '8 hours', 'HH24:MI'), '') end,
      case when u.state is not null then coalesce(to_char(u.finished_at at time zone interval '8 hours', 'HH24:MI'), '') end
    from channel c join agency a on a.id = c.agency_id
      left join reminder d on d.agency_id = c.agency_id and d.channel_name = c.name and d.day = on_day and d.kind = 'digest'
      left join reminder u on u.agency_id = c.agency_id and u.channel_name = c.name and u.day = on_day and u.kind = 'urgent'
    where c.at <= at_time
      and (d.state is null or (d.state = 'waiting' and d.next_at <= now())
        or (d.state <> 'waiting' and c.urgent_at <= at_time
          and (u.state is null or (u.state = 'waiting' and u.next_at <= now()))))
  $$`,
]
