import { sql } from 'kysely'
import { inAppByDefault } from '../../requests/reminders/reminder-channel.ts'

const { name, kind, language, at, urgentAt, workingDaysOnly, whenNothing, days } = inAppByDefault

/** The columns of a `ReminderChannel` and of its sealed target, of a table called `c`. */
export const channelColumns = sql`c.name, c.kind, c.language, c.at, c.urgent_at as "urgentAt",
  c.working_days_only as "workingDaysOnly", c.when_nothing as "whenNothing", c.days, c.algorithm, c.key_id as "keyId", c.sealed`

/** The stored channels, and the inbox of every agency that has not set its own. */
export const storedOrDefault = sql`(select agency_id, name, kind, language, at, urgent_at, working_days_only, when_nothing, days,
    algorithm, key_id, sealed from reminder_channel
  union all select id, ${name}, ${kind}, ${language}, ${at}, ${urgentAt}::text, ${workingDaysOnly}::boolean, ${whenNothing}::boolean,
    ${days}::integer, null, null, null from agency a
  where not exists (select 1 from reminder_channel own where own.agency_id = a.id and own.kind = ${kind}))`
