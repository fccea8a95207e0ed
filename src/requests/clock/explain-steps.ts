import type { WorkingDayTable } from '../../statute/calendar/working-day-table.ts'
import { type Citation, cite } from '../../statute/citation.ts'
import { receiptChannels } from '../../statute/receipt-channels.ts'
import type { Receipt } from './clock-event.ts'
import type { ClockStep, StepConsultation, StepReason } from './clock-step.ts'
import { countFrom, limitOf, type Pause, pausesOf, type Stretch } from './count-due.ts'
import { type Consultation, type DayNumber, isOpen, type Period, type Stop, type Timeline } from './timeline.ts'

const articles = {
  counted: cite('条例33'),
  extended: cite('条例33¶2'),
  postponed: cite('条例35'),
  consulting: cite('条例33¶3'),
  correction: cite('条例30'),
  fee: cite('109号'),
} as const

const receiptArticles = new Map(receiptChannels.map(({ id, citation }) => [id, citation]))

type Explaining = {
  readonly timeline: Timeline
  readonly receipt: Receipt
  readonly asOf: DayNumber
  readonly pauses: readonly Pause[]
  readonly table: WorkingDayTable
}

/**
 * The steps from receipt to the due date, or as far as it is known on `asOf`. What follows an open consultation is what
 * its silence gives.
 */
export function explainSteps(
  timeline: Timeline,
  receipt: Receipt,
  asOf: DayNumber,
  table: WorkingDayTable,
): readonly ClockStep[] {
  const explaining = { timeline, receipt, asOf, table, pauses: pausesOf(timeline, asOf, 'silent') }
  const { dropped, period, stop, closing } = timeline
  return [
    ...dropped.flatMap((one, place) =>
      droppedSteps(one.period, one.stop, dropped[place + 1]?.period.start ?? period.start, explaining),
    ),
    ...(stop
      ? droppedSteps(period, stop, closing?.on ?? stop.lapses, explaining)
      : [startStep(period, explaining), ...periodSteps(period, explaining)]),
  ]
}

/** A period that a stop made void, and the wait for the applicant, which lasts to `until`. */
function droppedSteps(period: Period, stop: Stop, until: DayNumber | null, explaining: Explaining): ClockStep[] {
  const { pauses, table } = explaining
  const { stretches } = countFrom(period.start, pauses, { until: stop.on }, table)
  const steps = [startStep(period, explaining), ...stretchSteps(stretches, limitOf(period), stop.cause, explaining)]
  if (until === null || until > stop.on)
    steps.push(step(stop.on + 1, until, 0, { is: 'waiting', for: stop.cause }, articles[stop.cause], table))
  return steps
}

function startStep({ cause, start }: Period, { receipt, table }: Explaining): ClockStep {
  const article = {
    received: receiptArticles.get(receipt.channel) ?? articles.counted,
    corrected: articles.correction,
    feePaid: articles.fee,
  }[cause]
  return step(start, start, 0, { is: 'start', cause, channel: receipt.channel }, article, table)
}

function periodSteps(period: Period, explaining: Explaining): ClockStep[] {
  const { pauses, table } = explaining
  const { stretches, end } = countFrom(period.start, pauses, limitOf(period), table)
  const steps = stretchSteps(stretches, { workingDays: period.workingDays }, null, explaining)
  const { postponedUntil } = period
  if (postponedUntil !== null)
    steps.push(step((end ?? period.start) + 1, postponedUntil, 0, { is: 'postponed' }, articles.postponed, table))
  return steps
}

/** What is counted beyond `workingDays` is the extension. */
function stretchSteps(
  stretches: readonly Stretch[],
  { workingDays }: { readonly workingDays: number },
  dropped: Stop['cause'] | null,
  explaining: Explaining,
): ClockStep[] {
  const { table } = explaining
  const steps: ClockStep[] = []
  let number = 0
  for (const stretch of stretches) {
    if (stretch.kind === 'paused') {
      const { from, to, consultations } = stretch.pause
      const reason = { is: 'consulting', consultations: consultations.map((one) => ended(one, explaining)) } as const
      steps.push(step(from, to, 0, reason, articles.consulting, table))
      continue
    }
    const own = Math.min(stretch.counted, Math.max(0, workingDays - number))
    const beyond = stretch.counted - own
    const turn = beyond === 0 ? stretch.to : table.nth(stretch.from - 1, own)
    if (own > 0) {
      const reason = { is: 'counted', first: number + 1, last: number + own, dropped } as const
      steps.push(step(stretch.from, turn, own, reason, articles.counted, table))
    }
    if (beyond > 0) {
      const from = own > 0 ? turn + 1 : stretch.from
      const reason = { is: 'extended', workingDays: beyond } as const
      steps.push(step(from, stretch.to, beyond, reason, articles.extended, table))
    }
    if (stretch.counted === 0) steps.push(step(stretch.from, stretch.to, 0, { is: 'rest' }, articles.counted, table))
    number += stretch.counted
  }
  return steps
}

function ended(one: Consultation, { timeline, asOf }: Explaining): StepConsultation {
  const { with: consulted, party, answeredOn, capOn } = one
  const end = () => {
    if (answeredOn !== null) return capOn !== null && answeredOn > capOn ? 'silent' : 'answered'
    if (!isOpen(one, asOf)) return 'silent'
    return timeline.closing ? 'closed' : 'open'
  }
  return { with: consulted, party, end: end() }
}

function step(
  from: DayNumber,
  to: DayNumber | null,
  counted: number,
  reason: StepReason,
  article: Citation,
  table: WorkingDayTable,
): ClockStep {
  return { from: table.dayOf(from), to: to === null ? null : table.dayOf(to), counted, reason, article }
}
