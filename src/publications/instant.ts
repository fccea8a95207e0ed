import { type Day, parseDay } from '../statute/day.ts'

/** A second of Beijing time, always written `2026-03-02T09:30:00+08:00`, so that later is greater. */
export type Instant = string & { readonly __brand: 'Instant' }

/** The instant that `text` names in that writing, with or without seconds and offset; null for anything else. */
export function parseInstant(text: string): Instant | null {
  const found = /^(\d{4}-\d\d-\d\d)[T ]([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d))?(?:\+08:00)?$/.exec(text)
  const [, date = '', hour, minute, second = '00'] = found ?? []
  return parseDay(date) ? (`${date}T${hour}:${minute}:${second}+08:00` as Instant) : null
}

export function dayOfInstant(instant: Instant): Day {
  return instant.slice(0, 10) as Day
}
