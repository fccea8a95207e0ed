import type { Citation, Sureness } from './citation.ts'
import type { Day } from './day.ts'

/** A value that the law gives for a span of time, with the place it stands in and how sure we are of it. */
export type Dated<T> = {
  readonly value: T
  /** First day on which the value holds. */
  readonly from: Day
  /** Last day on which it holds; absent while it is in force. */
  readonly until?: Day
  readonly citation: Citation
  readonly sureness: Sureness
  /** When somebody last compared the value with its source. */
  readonly checkedOn: Day
}

/**
 * The one of `values` that is in force on `on`, or null when none is: a caller must say so, never put a default.
 * Throws when two are in force on the same day, which is an error in the data.
 */
export function valueOn<T>(values: readonly Dated<T>[], on: Day): Dated<T> | null {
  const inForce = values.filter(({ from, until }) => from <= on && (until === undefined || on <= until))
  if (inForce.length > 1) throw new RangeError(`${inForce.length} values are in force on ${on}`)
  return inForce[0] ?? null
}
