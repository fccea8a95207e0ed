import { type ApplicantKindId, applicantKinds } from '../../statute/applicant-kinds.ts'
import { type RemedyColumnId, type RemedyGroupId, remedyColumns, remedyGroups } from '../../statute/form-2021.ts'
import { type OutcomeId, outcomes } from '../../statute/outcomes.ts'
import { type ReceiptChannelId, receiptChannels } from '../../statute/receipt-channels.ts'
import type { Word } from './column.ts'

/** How a request reached the agency (条例31 decides the day of receipt by it). */
export const channelWords: readonly Word<ReceiptChannelId>[] = receiptChannels.map(({ id, label }) => ({ id, label }))

/** The six column heads of the form; 其他 alone is accepted where the ledger says 其他组织. */
export const applicantWords: readonly Word<ApplicantKindId>[] = applicantKinds.map((kind) => ({
  id: kind.id,
  label: kind.ledgerLabel,
  also: kind.label === kind.ledgerLabel ? [] : [kind.label],
}))

/** The 21 outcomes by their statutory words; the row as the form prints it, number and remark included, is accepted too. */
export const outcomeWords: readonly Word<OutcomeId>[] = outcomes.map((outcome) => ({
  id: outcome.id,
  label: outcome.words,
  also: [outcome.label],
}))

export const remedyKindWords: readonly Word<RemedyGroupId>[] = remedyGroups.map(({ id, label }) => ({ id, label }))

export type RemedyResultId = Exclude<RemedyColumnId, 'pending' | 'total'>

const isResult = (column: { readonly id: RemedyColumnId; readonly label: string }): column is Word<RemedyResultId> =>
  column.id !== 'pending' && column.id !== 'total'

export const remedyResultWords: readonly Word<RemedyResultId>[] = remedyColumns.filter(isResult)

export const yesNoWords = [
  { id: 'yes', label: '是', also: ['true', '√'] },
  { id: 'no', label: '否', also: ['false', '×'] },
] as const satisfies readonly Word[]

export const documentKindWords = [
  { id: 'regulation', label: '规章' },
  { id: 'normativeDocument', label: '行政规范性文件' },
  { id: 'other', label: '其他' },
] as const satisfies readonly Word[]

export const endedHowWords = [
  { id: 'repealed', label: '废止' },
  { id: 'expired', label: '失效' },
] as const satisfies readonly Word[]
