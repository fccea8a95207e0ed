import { sql } from 'kysely'
import { isIndexPattern } from '../../publications/index-number.ts'
import type { SharedPlatform } from '../../publications/timeliness.ts'
import { Refusal } from '../../refusals/refusal.ts'
import type { Day } from '../../statute/day.ts'
import { appendAudit } from '../audit.ts'
import type { Trx } from '../storage.ts'

/** How an agency reviews and numbers what it publishes. */
export type PublicationSettings = {
  readonly code: string
  /** Stages besides the secrecy review, in order; one is enough (two persons suffice). */
  readonly reviewStages: readonly string[]
  /** See `indexNumberBy`. */
  readonly indexPattern: string
  /** Months after which what is kept from the public is looked at again (条例18). */
  readonly reassessMonths: number
  /** How many different applicants for the same information make a proposal to publish it (条例44). */
  readonly applicantsToPropose: number
  /** The shared platform (集约化平台) on which the office publishes; null: this portal alone. */
  readonly sharedPlatform: string | null
  /** What is due from this day on has to be there in time. The day on which the platform was named, where nobody says another. */
  readonly sharedSince: Day | null
  /** Whole years after the one in which an item was withdrawn, for which it is kept; null: for good. No law says them. */
  readonly withdrawnKept: number | null
  /** The same of drafts that were given up before they were ever public. */
  readonly draftsKept: number | null
}

/** What a setting may be. */
export const mostReassessMonths = 60
export const mostApplicants = 99
export const mostReviewStages = 9
export const mostYearsKept = 99

export async function readPublicationSettings(trx: Trx, agencyId: number): Promise<PublicationSettings> {
  const { rows } = await sql<PublicationSettings>`select code, review_stages as "reviewStages",
      index_pattern as "indexPattern", reassess_months as "reassessMonths", shared_platform as "sharedPlatform",
      shared_since as "sharedSince",
      withdrawn_kept as "withdrawnKept", drafts_kept as "draftsKept",
      applicants_to_propose as "applicantsToPropose" from agency where id = ${agencyId}`.execute(trx)
  const [settings] = rows
  if (!settings) throw new Error(`agency ${agencyId} is not the transaction's`)
  return settings
}

/** Changes what is told and leaves the rest; numbers that were given stay. Refuses a pattern that is none. */
export async function changePublicationSettings(
  trx: Trx,
  agencyId: number,
  change: Partial<Omit<PublicationSettings, 'code'>>,
): Promise<PublicationSettings> {
  await sql`select 1 from agency where id = ${agencyId} for update`.execute(trx)
  const before = await readPublicationSettings(trx, agencyId)
  const named = { ...before, ...change }
  const renamed = named.sharedPlatform !== before.sharedPlatform
  const since = change.sharedSince ?? (renamed ? await databaseDay(trx) : before.sharedSince)
  const after = { ...named, sharedSince: named.sharedPlatform === null ? null : since }
  if (!isIndexPattern(after.indexPattern)) throw new Refusal('index-pattern-wrong', { pattern: after.indexPattern })
  if (JSON.stringify(after) === JSON.stringify(before)) return before
  await sql`update agency set review_stages = ${after.reviewStages}, index_pattern = ${after.indexPattern},
      reassess_months = ${after.reassessMonths}, applicants_to_propose = ${after.applicantsToPropose},
      shared_platform = ${after.sharedPlatform}, shared_since = ${after.sharedSince}::date, withdrawn_kept = ${after.withdrawnKept}, drafts_kept = ${after.draftsKept}
    where id = ${agencyId}`.execute(trx)
  if (renamed) await recountShared(trx, agencyId, after.sharedPlatform)
  await appendAudit(trx, { agencyId, action: 'agency.settingsChanged', subject: before.code, before, after })
  return after
}

/** The platform by which an office is judged; null where it publishes here alone. */
export function sharedPlatformOf({ sharedPlatform, sharedSince }: PublicationSettings): SharedPlatform | null {
  return sharedPlatform === null || sharedSince === null ? null : { platform: sharedPlatform, since: sharedSince }
}

async function databaseDay(trx: Trx): Promise<Day> {
  const { rows } = await sql<{
    today: Day
  }>`select (clock_timestamp() at time zone 'Asia/Shanghai')::date as today`.execute(trx)
  if (!rows[0]) throw new Error('the database has no clock')
  return rows[0].today
}

/** The days on the platform that the office names now, as `sharedOn` says them. */
async function recountShared(trx: Trx, agencyId: number, platform: string | null): Promise<void> {
  await sql`update publication p set shared_on = (select min((e.event ->> 'publishedOn')::date) from publication_event e
      where e.agency_id = p.agency_id and e.number = p.number and e.event ->> 'type' = 'publishedElsewhere'
        and e.event ->> 'platform' = ${platform} and e.event ->> 'address' is not null)
    where p.agency_id = ${agencyId} and (p.elsewhere_on is not null or p.shared_on is not null)`.execute(trx)
}
