import { type Instant, parseInstant } from '../../publications/instant.ts'

/** The second that it is in Beijing. China has one time zone and no summer time. */
export function beijingInstant(at: Date): Instant {
  const instant = parseInstant(new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 19))
  if (!instant) throw new RangeError('the clock of this machine stands at no day')
  return instant
}
