import { Refusal } from '../../refusals/refusal.ts'
import type { Calendar } from '../../statute/calendar/calendar.ts'
import type { ArrangedDays } from '../../statute/calendar/compose-calendar.ts'
import { fixedHolidays } from '../../statute/calendar/fixed-holidays.ts'
import { addDays, type Day, makeDay, parseDay, weekday, yearOf } from '../../statute/day.ts'

/** Days as a file tells them, before anybody asked whether they make sense. */
export type ToldDays = {
  readonly year: number | null
  readonly off: readonly Day[]
  readonly work: readonly Day[]
  readonly source: string | null
}

/**
 * Days out of JSON: `{"year","off":[…],"work":[…],"source"}`, or a year's list of days each of which says whether it is
 * off, as open data of holidays has it (`{"year","days":[{"date","isOffDay"}]}`).
 */
export function readCalendarJson(text: string): ToldDays {
  const json = parse(text)
  const year = typeof json.year === 'number' ? json.year : null
  const source = typeof json.source === 'string' ? json.source : null
  if (Array.isArray(json.days)) {
    const days = json.days.map((one) => ({ on: dayOf((one as Fields).date), off: (one as Fields).isOffDay === true }))
    return {
      year,
      source,
      off: days.filter(({ off }) => off).map(({ on }) => on),
      work: days.filter(({ off }) => !off).map(({ on }) => on),
    }
  }
  return { year, source, off: daysOf(json.off), work: daysOf(json.work) }
}

type Fields = Readonly<Record<string, unknown>>

function parse(text: string): Fields {
  try {
    const json: unknown = JSON.parse(text)
    if (typeof json === 'object' && json !== null && !Array.isArray(json)) return json as Fields
  } catch {
    // Said below, like any other text that is no such object.
  }
  throw new Refusal('calendar-unreadable')
}

function daysOf(value: unknown): readonly Day[] {
  if (value === undefined) return []
  if (!Array.isArray(value)) throw new Refusal('calendar-unreadable')
  return value.map(dayOf)
}

function dayOf(value: unknown): Day {
  const on = typeof value === 'string' ? parseDay(value) : null
  if (!on) throw new Refusal('calendar-day-wrong', { value: String(value) })
  return on
}

/** Days out of a calendar file (iCalendar): each event is off or worked by the words of its summary. */
export function readCalendarIcs(text: string): ToldDays {
  const lines = text.replace(/\r?\n[ \t]/g, '').split(/\r?\n/)
  const off: Day[] = []
  const work: Day[] = []
  let event: Map<string, string> | null = null
  for (const line of lines) {
    if (/^BEGIN:VEVENT\s*$/i.test(line)) event = new Map()
    else if (/^END:VEVENT\s*$/i.test(line)) {
      if (event) (kindInWords(event.get('SUMMARY') ?? '') === 'off' ? off : work).push(...daysOfEvent(event))
      event = null
    } else {
      const [, name = '', value = ''] = /^([A-Z-]+)(?:;[^:]*)?:(.*)$/i.exec(line) ?? []
      event?.set(name.toUpperCase(), value.trim())
    }
  }
  return { year: null, off, work, source: null }
}

function daysOfEvent(event: ReadonlyMap<string, string>): readonly Day[] {
  const first = icsDay(event.get('DTSTART') ?? '')
  // The end is the day after the last one; without it the event lasts a day.
  const end = event.has('DTEND') ? icsDay(event.get('DTEND') ?? '') : addDays(first, 1)
  const days: Day[] = []
  for (let on = first; on < end || on === first; on = addDays(on, 1)) {
    days.push(on)
    if (days.length > 60) throw new Refusal('calendar-day-wrong', { value: `${first} – ${end}` })
  }
  return days
}

function icsDay(text: string): Day {
  const [, year, month, dayOfMonth] = /^(\d{4})(\d{2})(\d{2})/.exec(text) ?? []
  const on = year ? makeDay(Number(year), Number(month), Number(dayOfMonth)) : null
  if (!on) throw new Refusal('calendar-day-wrong', { value: text })
  return on
}

/** 休, 放假, 元旦假期 are off; 班, 补班, 调休上班 are worked. Anything else is not guessed at. */
export function kindInWords(words: string): 'off' | 'work' {
  if (/班/.test(words)) return 'work'
  if (/休|假|节|元旦|清明|off|holiday/i.test(words)) return 'off'
  throw new Refusal('calendar-kind-unclear', { words })
}

/**
 * Told days as an arrangement over `known`, or a Refusal: a national notice of a year that is not known yet must be
 * whole, for whoever takes it goes by it and no longer says "provisional".
 */
export function arrangementOf(told: ToldDays, layer: string, known: Calendar): ArrangedDays {
  const { off, work } = told
  const [first] = [...off, ...work]
  if (first === undefined) throw new Refusal('calendar-empty')
  const both = off.find((on) => work.includes(on))
  if (both) throw new Refusal('calendar-day-both', { on: both })
  if (layer !== 'national') return { year: null, off, work }
  const onWeekday = work.find((on) => weekday(on) > 0 && weekday(on) < 6)
  if (onWeekday) throw new Refusal('calendar-work-no-weekend', { on: onWeekday })
  const year = told.year ?? yearOf(off.at(-1) ?? first)
  const strange = [...off, ...work].find((on) => yearOf(on) !== year && !on.startsWith(`${year - 1}-12`))
  if (strange) throw new Refusal('calendar-other-year', { on: strange, year })
  if (known.years.has(year)) return { year, off, work }
  const missing = fixedHolidays.map((rest) => `${year}-${rest}`).find((on) => !off.includes(on as Day))
  if (missing) throw new Refusal('calendar-incomplete', { year, on: missing })
  return { year, off, work }
}
