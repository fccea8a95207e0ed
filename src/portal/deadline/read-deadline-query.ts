import type { ClockEvent, ConsultedWith } from '../../requests/clock/clock-event.ts'
import type { ClockCase } from '../../requests/clock/evaluate-clock.ts'
import { nationalCalendar } from '../../statute/calendar/national-calendar.ts'
import { coveredFrom } from '../../statute/coverage.ts'
import { type Day, parseDay } from '../../statute/day.ts'
import { type ReceiptChannelId, receiptChannels } from '../../statute/receipt-channels.ts'
import type { DeadlineWords } from '../words/deadline-zh-cn.ts'

/** What a row of the form may say has happened; consultations by whom they ask. */
export const eventChoices = [
  'correctionRequested',
  'corrected',
  'consultationSent.thirdParty',
  'consultationSent.coMaker',
  'consultationSent.otherAgency',
  'consultationAnswered',
  'extended',
  'justificationRequested',
  'justified',
  'postponed',
  'feeNotified',
  'feePaid',
  'replied',
  'withdrawn',
  'abandoned',
  'feeLapsed',
] as const
export type EventChoice = (typeof eventChoices)[number]

/** One row as it was filled in, to be shown again. */
export type EventRow = Readonly<Record<'event' | 'on' | 'second' | 'days' | 'party', string>>

/** The form as it was filled in. */
export type DeadlineForm = {
  readonly channel: string
  readonly received: string
  readonly today: string
  readonly rows: readonly EventRow[]
}

/** `clockCase` is null where nothing was asked yet or something is wrong; `complaint` then says what. */
export type DeadlineQuery = {
  readonly form: DeadlineForm
  readonly clockCase: ClockCase | null
  readonly complaint: string | null
}

/** Rows of one address; more than any request has, and fewer than a proxy's limit. */
const mostRows = 60
const latestDay = '2058-12-31'

/** Thrown within this file only: a sentence for the person at the form. */
class Complaint extends Error {}

/** Reads the page's address. Nothing of it is kept: it is the whole of what the page knows. */
export function readDeadlineQuery(query: URLSearchParams, today: Day, words: DeadlineWords): DeadlineQuery {
  const form = formOf(query, today)
  if (!query.has('received')) return { form, clockCase: null, complaint: null }
  try {
    return { form, clockCase: caseOf(form, words), complaint: null }
  } catch (error) {
    if (error instanceof Complaint) return { form, clockCase: null, complaint: error.message }
    throw error
  }
}

function formOf(query: URLSearchParams, today: Day): DeadlineForm {
  const [events, days, seconds, counts, parties] = ['event', 'on', 'second', 'days', 'party'].map((name) =>
    query.getAll(name),
  )
  const rows = (events ?? []).slice(0, mostRows).map((event, at) => ({
    event,
    on: days?.[at] ?? '',
    second: seconds?.[at] ?? '',
    days: counts?.[at] ?? '',
    party: (parties?.[at] ?? '').slice(0, 100),
  }))
  return {
    channel: query.get('channel') ?? 'inPerson',
    received: query.get('received') ?? '',
    today: query.get('today') || today,
    rows: rows.filter(({ event, on, second, days, party }) => event + on + second + days + party !== ''),
  }
}

function caseOf(form: DeadlineForm, words: DeadlineWords): ClockCase {
  const channel = receiptChannels.find(({ id }) => id === form.channel)
  if (!channel) throw new Complaint(words.wrong(words.channel))
  const on = dayOf(form.received, words.received, words)
  if (on < coveredFrom) throw new Complaint(words.notCovered(coveredFrom))
  return {
    today: dayOf(form.today, words.today, words),
    calendar: nationalCalendar,
    receipt: { channel: channel.id satisfies ReceiptChannelId, on },
    events: form.rows.map((row, at) => eventOf(row, at, words)),
  }
}

function eventOf(row: EventRow, at: number, words: DeadlineWords): ClockEvent {
  const choice = eventChoices.find((one) => one === row.event)
  const place = (name: string) => words.inRow(at + 1, choice ? words.events[choice] : '', name)
  if (!choice) throw new Complaint(words.wrong(place(words.event)))
  const on = dayOf(row.on, place(words.on), words)
  const second = () => dayOf(row.second, place(words.seconds[choice] ?? words.second), words)
  const optionalSecond = () => (row.second === '' ? null : second())
  switch (choice) {
    case 'correctionRequested':
    case 'postponed':
      return { type: choice, on, until: second() }
    case 'justificationRequested':
      return { type: choice, on, until: optionalSecond() }
    case 'consultationSent.thirdParty':
    case 'consultationSent.coMaker':
    case 'consultationSent.otherAgency': {
      const consulted = choice.slice('consultationSent.'.length) as ConsultedWith
      return { type: 'consultationSent', on, with: consulted, party: row.party.trim(), receivedOn: optionalSecond() }
    }
    case 'consultationAnswered':
      return { type: choice, on, party: row.party.trim() }
    case 'extended':
      return { type: choice, on, workingDays: daysOf(row.days, place(words.days), words) }
    case 'feeNotified':
      return { type: choice, on, receivedOn: optionalSecond() }
    default:
      return { type: choice, on }
  }
}

function dayOf(text: string, name: string, words: DeadlineWords): Day {
  if (text === '') throw new Complaint(words.missing(name))
  const on = parseDay(text)
  if (!on || on < '2018-01-01' || on > latestDay) throw new Complaint(words.wrong(name))
  return on
}

function daysOf(text: string, name: string, words: DeadlineWords): number {
  if (text === '') throw new Complaint(words.missing(name))
  if (!/^[1-9]\d{0,2}$/.test(text)) throw new Complaint(words.wrong(name))
  return Number(text)
}
