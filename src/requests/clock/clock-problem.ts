import type { Citation } from '../../statute/citation.ts'

/** Something that the law does not allow or that cannot have been. The event it speaks of has moved nothing. */
export type ClockProblem = {
  readonly rule: ClockProblemRule
  /** Place of the event in the list, from 0; null for the receipt itself. */
  readonly event: number | null
  readonly article: Citation
}

export type ClockProblemRule = keyof typeof clockProblemArticles

/** Every problem, with the article that the event offends. Words are in `words/`. */
export const clockProblemArticles = {
  'receipt-in-future': '条例31',
  'event-in-future': '条例33',
  'event-before-receipt': '条例31',
  'event-out-of-order': '条例33',
  'event-after-close': '条例33',
  'correction-requested-twice': '条例30',
  'correction-requested-while-stopped': '条例30',
  'correction-requested-late': '条例30',
  'correction-period-empty': '条例30',
  'correction-not-requested': '条例30',
  'abandoned-too-early': '条例30',
  'consultation-received-too-early': '条例33¶3',
  'consultation-already-open': '条例33¶3',
  'consultation-not-open': '条例33¶3',
  'justification-not-requested': '条例35',
  'extended-twice': '条例33¶2',
  'extended-late': '条例33¶2',
  'extension-too-long': '条例33¶2',
  'extended-while-stopped': '条例33¶2',
  'postponed-late': '条例35',
  'postponed-not-later': '条例35',
  'postponed-while-stopped': '条例35',
  'fee-notified-twice': '109号',
  'fee-notified-while-stopped': '109号',
  'fee-notified-late': '109号',
  'fee-received-too-early': '109号',
  'fee-not-regulated': '109号',
  'fee-not-notified': '109号',
  'fee-lapsed-too-early': '109号',
} as const
