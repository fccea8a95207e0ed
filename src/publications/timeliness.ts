import type { Day } from '../statute/day.ts'
import { dayOfInstant, type Instant } from './instant.ts'
import type { PublicationPhase } from './publication-case.ts'

/** The shared platform (集约化平台) by which an office is judged, for what is due from a day on. */
export type SharedPlatform = { readonly platform: string; readonly since: Day }

/** Whether an item became public in time. */
export type Timeliness = {
  /** The platform whose day counts; null: this portal, or whichever was first. */
  readonly by: string | null
  readonly dueOn: Day
  /** The day that counts; null while there is none. */
  readonly on: Day | null
  readonly state: 'inTime' | 'late' | 'waiting' | 'overdue'
}

type Judged = {
  readonly phase: PublicationPhase
  readonly dueOn: Day | null
  readonly firstPublishedAt: Instant | null
  /** The first day on the shared platform, once its address was recorded. */
  readonly sharedOn: Day | null
}

const ended: readonly PublicationPhase[] = ['notPublished', 'takenDown', 'dropped']

/** How an item stands to its period (条例26) on a day; null where it has none, or was never to become public. */
export function timelinessOf(
  { phase, dueOn, firstPublishedAt, sharedOn }: Judged,
  shared: SharedPlatform | null,
  today: Day,
): Timeliness | null {
  if (dueOn === null) return null
  const by = shared !== null && dueOn >= shared.since ? shared.platform : null
  const here = firstPublishedAt && dayOfInstant(firstPublishedAt)
  const days = (by === null ? [here, sharedOn] : [sharedOn]).filter((day) => day !== null).toSorted()
  const [on = null] = days
  if (on !== null) return { by, dueOn, on, state: on <= dueOn ? 'inTime' : 'late' }
  if (ended.includes(phase)) return null
  return { by, dueOn, on, state: today <= dueOn ? 'waiting' : 'overdue' }
}
