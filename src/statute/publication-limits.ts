import { cite } from './citation.ts'
import { type Dated, valueOn } from './dated.ts'
import { type Day, day } from './day.ts'

/** What is published, as far as the law gives it a period of its own. */
export type PublicationLimitId =
  | 'ordinary'
  | 'budget'
  | 'licenceDecision'
  | 'penaltyDecision'
  | 'penaltyWithdrawal'
  | 'policyInterpretation'

/** Counted from the day after the information was formed, changed or approved. */
export type PublicationLimit = { readonly count: number; readonly unit: 'workingDays' | 'calendarDays' }

type Row = readonly [
  count: number,
  unit: PublicationLimit['unit'],
  citation: string,
  sureness: Dated<number>['sureness'],
  from: string,
]

const declared: Readonly<Record<PublicationLimitId, Row>> = {
  ordinary: [20, 'workingDays', '条例26', 'verified', '2019-05-15'],
  /** Departments' budgets and final accounts, from the day they were approved. */
  budget: [20, 'calendarDays', '预算法14', 'verified', '2019-05-15'],
  licenceDecision: [7, 'workingDays', '国办发〔2018〕118号', 'unverified', '2019-05-15'],
  penaltyDecision: [7, 'workingDays', '国办发〔2018〕118号', 'unverified', '2019-05-15'],
  /** A published penalty that was changed or annulled: taken back within, and why is said in public. */
  penaltyWithdrawal: [3, 'workingDays', '行政处罚法48', 'secondHand', '2021-07-15'],
  /** From the publication of the document that is interpreted. */
  policyInterpretation: [3, 'workingDays', '条例26', 'unverified', '2019-05-15'],
}

export const publicationLimitIds = Object.keys(declared) as readonly PublicationLimitId[]

/** The limit in force on `on`; null before there was one that is known, and a caller must say so. */
export function publicationLimitOn(id: PublicationLimitId, on: Day): Dated<PublicationLimit> | null {
  const [count, unit, citation, sureness, from] = declared[id]
  const value = { count, unit }
  return valueOn([{ value, from: day(from), citation: cite(citation), sureness, checkedOn: day('2026-11-25') }], on)
}
