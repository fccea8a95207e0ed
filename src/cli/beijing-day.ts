import { type Day, day } from '../statute/day.ts'

/** The day that it is in Beijing at an instant. China has one time zone and no summer time. */
export function beijingDay(at: Date): Day {
  return day(new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 10))
}

/** The time of day in Beijing, `HH:MM`. */
export function beijingTime(at: Date): string {
  return new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(11, 16)
}
