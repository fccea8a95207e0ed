import { Refusal } from '../../refusals/refusal.ts'
import type { Calendar } from '../../statute/calendar/calendar.ts'
import { firstCountable } from '../../statute/calendar/working-day-table.ts'
import { coveredFrom, isCovered } from '../../statute/coverage.ts'
import { type Day, parseDay } from '../../statute/day.ts'
import { receiptChannels } from '../../statute/receipt-channels.ts'
import type { ClockEvent, ClockEventType, ConsultedWith } from './clock-event.ts'
import type { ClockCase } from './evaluate-clock.ts'

type Fields = Readonly<Record<string, unknown>>

/** Far enough for any case, and far enough from the end of what can be counted. */
const latestDay = '2058-12-31'
const mostEvents = 1000

/**
 * A case out of the contract's JSON; `findCalendar` knows the national calendar and the layers over it by name. Throws
 * Refusal with the place of what is wrong. Fields that the contract does not have are passed over.
 */
export function readClockCase(json: unknown, findCalendar: (name: string) => Calendar | null): ClockCase {
  const fields = fieldsOf(json, '')
  const name = fields.calendar === undefined ? 'national' : textOf(fields, 'calendar', '')
  const calendar = findCalendar(name)
  if (!calendar) throw new Refusal('clock-calendar-unknown', { name })
  const receipt = fieldsOf(fields.receipt, 'receipt')
  const on = dayOf(receipt, 'on', 'receipt.')
  if (!isCovered(on)) throw new Refusal('clock-not-covered', { on, from: coveredFrom })
  const events = fields.events ?? []
  if (!Array.isArray(events)) throw wrongField('events', '[…]')
  if (events.length > mostEvents) throw new Refusal('clock-too-many-events', { most: mostEvents })
  return {
    today: dayOf(fields, 'today', ''),
    calendar,
    receipt: { channel: wordOf(receipt, 'channel', 'receipt.', channels), on },
    events: events.map((event, at) => readEvent(fieldsOf(event, `events[${at}]`), `events[${at}].`)),
  }
}

const channels = receiptChannels.map(({ id }) => id)
const consulted: readonly ConsultedWith[] = ['thirdParty', 'coMaker', 'otherAgency']

type EventReader = (fields: Fields, place: string) => ClockEvent

/** One reader an event; the keys are the words that `type` may be. */
const eventReaders: Readonly<Record<ClockEventType, EventReader>> = {
  correctionRequested: (fields, place) => ({
    type: 'correctionRequested',
    on: dayOf(fields, 'on', place),
    until: dayOf(fields, 'until', place),
  }),
  corrected: (fields, place) => ({ type: 'corrected', on: dayOf(fields, 'on', place) }),
  consultationSent: (fields, place) => ({
    type: 'consultationSent',
    on: dayOf(fields, 'on', place),
    with: wordOf(fields, 'with', place, consulted),
    party: partyOf(fields, place),
    receivedOn: optionalDay(fields, 'receivedOn', place),
  }),
  consultationAnswered: (fields, place) => ({
    type: 'consultationAnswered',
    on: dayOf(fields, 'on', place),
    party: partyOf(fields, place),
  }),
  justificationRequested: (fields, place) => ({
    type: 'justificationRequested',
    on: dayOf(fields, 'on', place),
    until: optionalDay(fields, 'until', place),
  }),
  justified: (fields, place) => ({ type: 'justified', on: dayOf(fields, 'on', place) }),
  extended: (fields, place) => ({
    type: 'extended',
    on: dayOf(fields, 'on', place),
    workingDays: wholeNumber(fields, 'workingDays', place),
  }),
  postponed: (fields, place) => ({
    type: 'postponed',
    on: dayOf(fields, 'on', place),
    until: dayOf(fields, 'until', place),
  }),
  feeNotified: (fields, place) => ({
    type: 'feeNotified',
    on: dayOf(fields, 'on', place),
    receivedOn: optionalDay(fields, 'receivedOn', place),
  }),
  feePaid: (fields, place) => ({ type: 'feePaid', on: dayOf(fields, 'on', place) }),
  replied: (fields, place) => ({ type: 'replied', on: dayOf(fields, 'on', place) }),
  withdrawn: (fields, place) => ({ type: 'withdrawn', on: dayOf(fields, 'on', place) }),
  abandoned: (fields, place) => ({ type: 'abandoned', on: dayOf(fields, 'on', place) }),
  feeLapsed: (fields, place) => ({ type: 'feeLapsed', on: dayOf(fields, 'on', place) }),
}

function readEvent(fields: Fields, place: string): ClockEvent {
  const type = wordOf(fields, 'type', place, Object.keys(eventReaders) as ClockEventType[])
  return eventReaders[type](fields, place)
}

function fieldsOf(value: unknown, place: string): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw wrongField(place || 'JSON', '{…}')
  return value as Fields
}

function textOf(fields: Fields, name: string, place: string): string {
  const value = fields[name]
  if (typeof value !== 'string') throw wrongField(place + name, '"…"')
  return value
}

function wordOf<T extends string>(fields: Fields, name: string, place: string, allowed: readonly T[]): T {
  const found = allowed.find((word) => word === fields[name])
  if (found === undefined) throw wrongField(place + name, allowed.join('|'))
  return found
}

function dayOf(fields: Fields, name: string, place: string): Day {
  const value = fields[name]
  const on = typeof value === 'string' ? parseDay(value) : null
  if (on === null) throw wrongField(place + name, 'YYYY-MM-DD')
  if (on < firstCountable || on > latestDay) throw wrongField(place + name, `${firstCountable} … ${latestDay}`)
  return on
}

function optionalDay(fields: Fields, name: string, place: string): Day | null {
  return fields[name] === undefined || fields[name] === null ? null : dayOf(fields, name, place)
}

/** Nobody need be named where only one party is consulted. */
function partyOf(fields: Fields, place: string): string {
  return fields.party === undefined ? '' : textOf(fields, 'party', place)
}

function wholeNumber(fields: Fields, name: string, place: string): number {
  const value = fields[name]
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 1) throw wrongField(place + name, '1, 2, 3 …')
  return value
}

function wrongField(place: string, allowed: string): Refusal {
  return new Refusal('clock-field', { place, allowed })
}
