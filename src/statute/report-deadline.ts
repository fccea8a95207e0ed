import type { AgencyKind, AgencyLevel } from './agency-rank.ts'
import { type Citation, cite, type Sureness } from './citation.ts'
import { type Dated, valueOn } from './dated.ts'
import { type Day, day } from './day.ts'

/** The last day for publishing an annual report. */
export type ReportDeadline = {
  readonly lastDay: Day
  /** False where the article names no day for such an agency, and `lastDay` is only the day by which it is needed. */
  readonly binding: boolean
  readonly citation: Citation
  readonly sureness: Sureness
}

/** `MM-DD` of the year after the one reported on. These days do not move when they fall on a rest day. */
type Deadlines = Readonly<Record<AgencyKind, string>>

const deadlines: readonly Dated<Deadlines>[] = [
  {
    value: { department: '01-31', government: '03-31' },
    from: day('2019-05-15'),
    citation: cite('条例49'),
    sureness: 'verified',
    checkedOn: day('2026-11-22'),
  },
]

/**
 * The last day on which the report for `year` may be published, or null where the article sets none: for a year whose
 * report was due before the Regulation's revision, and for the State Council, which is no local government.
 * Townships are not named either, but the county adds their figures up, so its own day is theirs without binding them.
 */
export function reportDeadline(kind: AgencyKind, level: AgencyLevel, year: number): ReportDeadline | null {
  if (kind === 'government' && level === 'nation') return null
  const township = level === 'township'
  const named = township ? 'government' : kind
  const inForce = valueOn(deadlines, day(`${year + 1}-01-31`))
  if (!inForce) return null
  return {
    lastDay: day(`${year + 1}-${inForce.value[named]}`),
    binding: !township,
    citation: named === 'department' ? cite('条例49¶1') : cite('条例49¶2'),
    sureness: township ? 'derived' : inForce.sureness,
  }
}
