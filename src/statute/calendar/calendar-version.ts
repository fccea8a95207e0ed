import type { Calendar } from './calendar.ts'

const versions = new WeakMap<Calendar, string>()

/** A short text that is the same for calendars with the same days, and most surely another one for any other. */
export function calendarVersion(calendar: Calendar): string {
  const known = versions.get(calendar)
  if (known !== undefined) return known
  const days = [...calendar.years, '', ...[...calendar.off].sort(), '', ...[...calendar.work].sort()].join()
  let hash = 0x811c9dc5
  // FNV-1a: no secret hangs on it, and the pure ring has no other.
  for (let at = 0; at < days.length; at++) hash = Math.imul(hash ^ days.charCodeAt(at), 0x01000193) >>> 0
  const version = `${calendar.name} ${hash.toString(16).padStart(8, '0')}`
  versions.set(calendar, version)
  return version
}
