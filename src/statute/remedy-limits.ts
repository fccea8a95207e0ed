import { cite } from './citation.ts'
import { type Dated, valueOn } from './dated.ts'
import { type Day, day } from './day.ts'

/** What an agency has to hand in once it has received the copy, and how long it has. */
export type RemedyLimitId = 'ordinaryReply' | 'simpleReply' | 'convertedReply' | 'courtAnswer'

export type RemedyLimit = { readonly count: number; readonly unit: 'workingDays' | 'calendarDays' }

type Row = readonly [
  count: number,
  unit: RemedyLimit['unit'],
  citation: string,
  sureness: Dated<number>['sureness'],
  from: string,
]

/**
 * The revised 行政复议法 is in force from 2024; what held before is not known here, and no limit is told for it. The
 * court's fifteen days are older than this program's first case, whose day stands for their beginning.
 */
const declared: Readonly<Record<RemedyLimitId, Row>> = {
  ordinaryReply: [10, 'workingDays', '行政复议法48', 'verified', '2024-01-01'],
  simpleReply: [5, 'workingDays', '行政复议法54', 'verified', '2024-01-01'],
  /** The ordinary length, still counted from the copy: nothing that was read lets it begin later. */
  convertedReply: [10, 'workingDays', '行政复议法55', 'derived', '2024-01-01'],
  courtAnswer: [15, 'calendarDays', '行政诉讼法67', 'verified', '2019-05-15'],
}

/** The limit in force on `on`; null before there was one that is known, and a caller must say so. */
export function remedyLimitOn(id: RemedyLimitId, on: Day): Dated<RemedyLimit> | null {
  const [count, unit, citation, sureness, from] = declared[id]
  const value = { count, unit }
  return valueOn([{ value, from: day(from), citation: cite(citation), sureness, checkedOn: day('2026-11-22') }], on)
}
