import { sql } from 'kysely'
import type { PublicationPhase } from '../../publications/publication-case.ts'
import type { PublicationListing } from '../../publications/publication-listing.ts'
import type { SharedPlatform } from '../../publications/timeliness.ts'
import { Refusal } from '../../refusals/refusal.ts'
import { type Day, parseDay } from '../../statute/day.ts'
import type { Trx } from '../storage.ts'
import { readPublicationSettings, sharedPlatformOf } from './publication-settings.ts'

export type ListedPublication = PublicationListing & {
  readonly number: string
  readonly id: string
  readonly version: number
}

/** Which items to list; several conditions hold together. */
export type PublicationFilter = {
  readonly phase?: PublicationPhase
  /** Not public yet, or not yet on the platform that counts, and to be published by this day: what is due first comes first. */
  readonly dueBy?: Day
  /** Kept from the public, and last looked at before this day (条例18). */
  readonly assessedBefore?: Day
  /** In force until a day that comes by this one. */
  readonly endsBy?: Day
  readonly words?: readonly string[]
}

export type PublicationPage = {
  readonly publications: readonly ListedPublication[]
  /** To ask for the next page with; null after the last. */
  readonly next: string | null
}

/** One page of what an agency works on and has published: newest first, or by the day it is due. */
export async function listPublications(
  trx: Trx,
  agencyId: number,
  { phase, dueBy, assessedBefore, endsBy, words = [] }: PublicationFilter,
  page: { readonly after: string | null; readonly limit: number },
): Promise<PublicationPage> {
  const order = dueBy ? 'due' : 'newest'
  const mark = page.after === null ? null : readMark(page.after, order)
  const shared = dueBy ? sharedPlatformOf(await readPublicationSettings(trx, agencyId)) : null
  const conditions = [
    sql`agency_id = ${agencyId} and destroyed_in is null`,
    ...(phase ? [sql`phase = ${phase}`] : []),
    ...(dueBy
      ? [
          sql`phase not in ('notPublished', 'takenDown', 'dropped') and due_on <= ${dueBy}::date`,
          shared === null ? sql`first_published_at is null` : awaited(shared),
        ]
      : []),
    ...(assessedBefore ? [sql`phase = 'notPublished' and assessed_on < ${assessedBefore}::date`] : []),
    ...(endsBy
      ? [sql`validity in ('inForce', 'modified') and valid_until is not null and valid_until <= ${endsBy}::date`]
      : []),
    ...words.map((word) => sql`(strpos(title, ${word}) > 0 or strpos(coalesce(document_number, ''), ${word}) > 0)`),
    ...(mark
      ? [
          dueBy
            ? sql`(due_on, number) > (${mark.on}::date, ${mark.number})`
            : sql`(formed_on, number) < (${mark.on}::date, ${mark.number})`,
        ]
      : []),
  ]
  const instant = (name: string) =>
    sql`to_char(${sql.ref(name)} at time zone 'Asia/Shanghai', 'YYYY-MM-DD"T"HH24:MI:SS"+08:00"')`
  const { rows } = await sql<ListedPublication>`select number, id, version, phase, title, unit,
      document_number as "documentNumber", index_number as "indexNumber", attribute, kind, limit_kind as "limitKind",
      made_on as "madeOn", formed_on as "formedOn", due_on as "dueOn", ${instant('publish_at')} as "publishAt",
      ${instant('first_published_at')} as "firstPublishedAt", ${instant('published_at')} as "publishedAt",
      published_version as "publishedVersion", validity, assessed_on as "assessedOn",
      valid_until as "validUntil", annulled_on as "annulledOn", withdraw_by as "withdrawBy", waits_for as "waitsFor",
      secrecy_waits as "secrecyWaits", elsewhere_on as "elsewhereOn", elsewhere_platforms as "elsewherePlatforms",
      shared_on as "sharedOn"
    from publication where ${sql.join(conditions, sql` and `)}
    order by ${dueBy ? sql`due_on, number` : sql`formed_on desc, number desc`}
    limit ${page.limit + 1}`.execute(trx)
  const publications = rows.slice(0, page.limit)
  const last = publications.at(-1)
  const more = rows.length > page.limit && last
  return { publications, next: more ? `${order}:${dueBy ? last.dueOn : last.formedOn}:${last.number}` : null }
}

function readMark(text: string, wanted: string): { readonly on: Day; readonly number: string } {
  const [, order, day = '', number] = /^(due|newest):([\d-]{10}):(.+)$/s.exec(text) ?? []
  const on = parseDay(day)
  if (order !== wanted || !on || number === undefined) throw new Refusal('mark-unknown', { mark: text })
  return { on, number }
}

/** What is not public yet where an office is judged by a platform; before that, either place would do. */
function awaited({ platform, since }: SharedPlatform) {
  return sql`(shared_on is null and due_on >= ${since}::date
    or first_published_at is null and due_on < ${since}::date and not elsewhere_platforms @> array[${platform}])`
}
