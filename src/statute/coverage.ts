import { type Day, day } from './day.ts'

/** First day of the Regulation as revised in 2019 (条例56). What was received earlier is judged by the text of 2007, which is not here. */
export const coveredFrom: Day = day('2019-05-15')

/** Whether a request received on this day is decided by the law that this program knows. */
export function isCovered(receivedOn: Day): boolean {
  return receivedOn >= coveredFrom
}
