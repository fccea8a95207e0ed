import { type Day, makeDay } from '../../statute/day.ts'

/** Why an item of proactive disclosure wants somebody today. */
export type PublicationToDoReason =
  /** The period to publish it is over; it ends today; it ends soon. */
  | 'overdue'
  | 'dueToday'
  | 'dueSoon'
  /** The same of what is public here, and has to be on the shared platform. */
  | 'elsewhereOverdue'
  | 'elsewhereDueToday'
  | 'elsewhereDueSoon'
  /** Its hour came, and it could not be published. */
  | 'scheduleMissed'
  /** A published penalty was changed or annulled. */
  | 'toTakeDown'
  | 'toReview'
  | 'referred'
  | 'toPublish'
  | 'scheduled'
  | 'ending'
  | 'toReassess'
  /** 条例44: a proposal to publish, and a suggestion that an applicant waits to be answered. */
  | 'proposed'
  | 'suggested'

export const publicationToDoReasons: readonly PublicationToDoReason[] = [
  'overdue',
  'elsewhereOverdue',
  'toTakeDown',
  'scheduleMissed',
  'dueToday',
  'elsewhereDueToday',
  'suggested',
  'dueSoon',
  'elsewhereDueSoon',
  'toReview',
  'referred',
  'toPublish',
  'scheduled',
  'ending',
  'proposed',
  'toReassess',
]

/** What is told of an item: number and days, and whom it waits for. */
export type PublicationToDo = {
  readonly number: string
  readonly on: Day | null
  readonly waitsFor: string | null
}

/** An item as it stands; `hourPassed`: scheduled for an hour that is over. */
export type StandingPublication = {
  readonly number: string
  readonly phase: string
  readonly dueOn: Day | null
  /** Here, or where it counts as well. */
  readonly isPublic: boolean
  /** Has to be on the shared platform, and its address there is not recorded. */
  readonly awaitsPlatform: boolean
  readonly publishOn: Day | null
  readonly hourPassed: boolean
  readonly withdrawBy: Day | null
  readonly endsOn: Day | null
  readonly assessedOn: Day | null
  readonly waitsFor: string | null
}

/** The day before which what is kept from the public must have been looked at last. */
export function assessedBefore(today: Day, months: number): Day {
  const [year = 0, month = 1, dayOfMonth = 1] = today.split('-').map(Number)
  const count = year * 12 + month - 1 - months
  // A month without such a day ends earlier.
  for (let last = dayOfMonth; last > 0; last--) {
    const found = makeDay(Math.floor(count / 12), (count % 12) + 1, last)
    if (found) return found
  }
  throw new RangeError(`no day ${months} months before ${today}`)
}

/** Why an item wants somebody, with the day that each reason is about. */
export function publicationReasonsToday(
  item: StandingPublication,
  { today, soon, assessBefore }: { readonly today: Day; readonly soon: Day; readonly assessBefore: Day },
): readonly { readonly reason: PublicationToDoReason; readonly one: PublicationToDo }[] {
  const {
    number,
    phase,
    dueOn,
    isPublic,
    awaitsPlatform,
    publishOn,
    hourPassed,
    withdrawBy,
    endsOn,
    assessedOn,
    waitsFor,
  } = item
  const waits = ['drafting', 'reviewing', 'referred', 'approved', 'scheduled'].includes(phase) && !isPublic
  const there = isPublic && awaitsPlatform
  const reasons: readonly (readonly [PublicationToDoReason, boolean, Day | null])[] = [
    ['overdue', waits && dueOn !== null && dueOn < today, dueOn],
    ['dueToday', waits && dueOn === today, dueOn],
    ['dueSoon', waits && dueOn !== null && dueOn > today && dueOn <= soon, dueOn],
    ['elsewhereOverdue', there && dueOn !== null && dueOn < today, dueOn],
    ['elsewhereDueToday', there && dueOn === today, dueOn],
    ['elsewhereDueSoon', there && dueOn !== null && dueOn > today && dueOn <= soon, dueOn],
    ['toTakeDown', withdrawBy !== null, withdrawBy],
    ['scheduleMissed', phase === 'scheduled' && hourPassed, publishOn],
    ['toReview', phase === 'reviewing', dueOn],
    ['referred', phase === 'referred', dueOn],
    ['toPublish', phase === 'approved', dueOn],
    ['scheduled', phase === 'scheduled' && !hourPassed && publishOn !== null && publishOn <= soon, publishOn],
    ['ending', endsOn !== null && endsOn <= soon, endsOn],
    ['toReassess', phase === 'notPublished' && assessedOn !== null && assessedOn < assessBefore, assessedOn],
  ]
  return reasons.flatMap(([reason, holds, on]) => (holds ? [{ reason, one: { number, on, waitsFor } }] : []))
}
