import { sql } from 'kysely'
import {
  assessedBefore,
  type PublicationToDo,
  type PublicationToDoReason,
  publicationReasonsToday,
  publicationToDoReasons,
  type StandingPublication,
} from '../../requests/today/publication-to-do.ts'
import { mostToday, type WorkToday } from '../../requests/today/work-today.ts'
import type { Day } from '../../statute/day.ts'
import type { Trx } from '../storage.ts'
import { readPublicationSettings, sharedPlatformOf } from './publication-settings.ts'

/** What of publications wants somebody today, by reason; up to `soon` a day is pressing. */
export async function publicationsToday(
  trx: Trx,
  agencyId: number,
  today: Day,
  soon: Day,
): Promise<NonNullable<WorkToday['publications']>> {
  const settings = await readPublicationSettings(trx, agencyId)
  const { reassessMonths, sharedPlatform } = settings
  const since = sharedPlatformOf(settings)?.since ?? null
  const assessBefore = assessedBefore(today, reassessMonths)
  // One branch an index: each of them is short where little is to be done.
  const { rows } = await sql<StandingPublication>`select number, phase, due_on as "dueOn",
      first_published_at is not null or shared_on is not null
        or (due_on < ${since}::date and elsewhere_platforms @> array[${sharedPlatform}::text]) is true as "isPublic",
      coalesce(due_on >= ${since}::date and shared_on is null
        and phase not in ('notPublished', 'takenDown', 'dropped'), false) as "awaitsPlatform",
      to_char(publish_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as "publishOn",
      coalesce(publish_at < clock_timestamp() - interval '1 minute', false) as "hourPassed", withdraw_by as "withdrawBy",
      case when validity in ('inForce', 'modified') then valid_until end as "endsOn", assessed_on as "assessedOn",
      coalesce(waits_for, case when secrecy_waits then '保密审查' end) as "waitsFor"
    from publication where agency_id = ${agencyId} and number in (
      (select number from publication where agency_id = ${agencyId} and first_published_at is null
        and phase not in ('notPublished', 'takenDown', 'dropped') and due_on <= ${soon}::date order by due_on limit ${mostToday})
      union (select number from publication where agency_id = ${agencyId} and shared_on is null
        and phase not in ('notPublished', 'takenDown', 'dropped') and due_on >= ${since}::date and due_on <= ${soon}::date
        order by due_on limit ${mostToday})
      union (select number from publication where agency_id = ${agencyId}
        and phase in ('reviewing', 'referred', 'approved', 'scheduled') order by number limit ${mostToday})
      union (select number from publication where agency_id = ${agencyId} and withdraw_by is not null limit ${mostToday})
      union (select number from publication where agency_id = ${agencyId} and validity in ('inForce', 'modified')
        and valid_until is not null and valid_until <= ${soon}::date order by valid_until limit ${mostToday})
      union (select number from publication where agency_id = ${agencyId} and phase = 'notPublished'
        and assessed_on < ${assessBefore}::date order by assessed_on limit ${mostToday}))
    order by coalesce(due_on, formed_on), number`.execute(trx)
  const { rows: proposals } = await sql<{ reason: PublicationToDoReason; number: string; on: Day }>`select
      case kind when 'suggestion' then 'suggested' else 'proposed' end as reason, number, made_on as "on"
    from publication_proposal where agency_id = ${agencyId} and state = 'open' order by number limit ${mostToday}`.execute(
    trx,
  )
  const found: { readonly reason: PublicationToDoReason; readonly one: PublicationToDo }[] = [
    ...rows.flatMap((row) => publicationReasonsToday(row, { today, soon, assessBefore })),
    ...proposals.map(({ reason, number, on }) => ({ reason, one: { number, on, waitsFor: null } })),
  ]
  return publicationToDoReasons
    .map((reason) => ({ reason, cases: found.filter((each) => each.reason === reason).map(({ one }) => one) }))
    .filter(({ cases }) => cases.length > 0)
}
