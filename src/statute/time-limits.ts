import { cite } from './citation.ts'
import { type Dated, valueOn } from './dated.ts'
import { type Day, day } from './day.ts'

/** The periods of a disclosure request, all in working days. */
export type TimeLimitId =
  | 'reply'
  | 'extension'
  | 'correctionNotice'
  | 'thirdPartyConsultation'
  | 'coMakerConsultation'
  | 'feePayment'

type Row = readonly [workingDays: number, citation: string, sureness: Dated<number>['sureness'], from: string]

const declared: Readonly<Record<TimeLimitId, Row>> = {
  reply: [20, '条例33', 'verified', '2019-05-15'],
  /** At most; the head of the disclosure office approves it. */
  extension: [20, '条例33¶2', 'verified', '2019-05-15'],
  correctionNotice: [7, '条例30', 'verified', '2019-05-15'],
  /** Counted from the day the other side received the letter. */
  thirdPartyConsultation: [15, '条例32', 'verified', '2019-05-15'],
  coMakerConsultation: [15, '条例34', 'verified', '2019-05-15'],
  /** Counted from the day the applicant received the fee notice. */
  feePayment: [20, '109号', 'secondHand', '2021-01-01'],
}

/** Every time limit with its dates, its place in the law and how sure it is. */
const timeLimits: Readonly<Record<TimeLimitId, readonly Dated<number>[]>> = {
  reply: datedOf(declared.reply),
  extension: datedOf(declared.extension),
  correctionNotice: datedOf(declared.correctionNotice),
  thirdPartyConsultation: datedOf(declared.thirdPartyConsultation),
  coMakerConsultation: datedOf(declared.coMakerConsultation),
  feePayment: datedOf(declared.feePayment),
}

function datedOf([value, citation, sureness, from]: Row): readonly Dated<number>[] {
  return [{ value, from: day(from), citation: cite(citation), sureness, checkedOn: day('2026-11-22') }]
}

/** The limit that is in force on `on`; null before there was one, and a caller must say so. */
export function timeLimitOn(id: TimeLimitId, on: Day): Dated<number> | null {
  return valueOn(timeLimits[id], on)
}
