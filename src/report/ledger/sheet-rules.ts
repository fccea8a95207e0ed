import type { Rule } from './rules.ts'

const order = (earlier: string, ...later: readonly string[]): readonly Rule[] =>
  later.map((column) => ({ rule: 'order', earlier, later: column }))

export const requestRules: readonly Rule[] = [
  { rule: 'covered', column: 'receivedOn' },
  // An open case has neither; a closed one has both, else it would stand in two rows of the form or in none.
  { rule: 'together', columns: ['outcome', 'repliedOn'] },
  ...order('receivedOn', 'repliedOn', 'correctionRequestedOn', 'consultationSentOn', 'extendedOn', 'feeNotifiedOn'),
  { rule: 'needs', column: 'correctionUntil', other: 'correctionRequestedOn' },
  { rule: 'needs', column: 'correctedOn', other: 'correctionRequestedOn' },
  ...order('correctionRequestedOn', 'correctionUntil', 'correctedOn'),
  { rule: 'needs', column: 'consultationReceivedOn', other: 'consultationSentOn' },
  { rule: 'needs', column: 'consultationAnsweredOn', other: 'consultationSentOn' },
  ...order('consultationSentOn', 'consultationReceivedOn', 'consultationAnsweredOn'),
  { rule: 'needs', column: 'extensionDays', other: 'extendedOn' },
  { rule: 'together', columns: ['feeNotifiedOn', 'feeCharged'] },
  { rule: 'needs', column: 'feePaidOn', other: 'feeNotifiedOn' },
  ...order('feeNotifiedOn', 'feePaidOn'),
  { rule: 'needs', column: 'reopenedOn', other: 'repliedOn' },
  ...order('repliedOn', 'reopenedOn'),
  { rule: 'together', columns: ['newOutcome', 'newRepliedOn'] },
  { rule: 'needs', column: 'newRepliedOn', other: 'reopenedOn' },
  ...order('reopenedOn', 'newRepliedOn'),
]

export const remedyRules: readonly Rule[] = [
  { rule: 'together', columns: ['concludedOn', 'result'] },
  ...order('filedOn', 'concludedOn'),
]

export const documentRules: readonly Rule[] = [
  { rule: 'together', columns: ['endedOn', 'endedHow'] },
  ...order('madeOn', 'publishedOn', 'endedOn'),
]

export const countRules: readonly Rule[] = [{ rule: 'yearBegun', column: 'year' }]
