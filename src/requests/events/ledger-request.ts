import type { ApplicantKindId } from '../../statute/applicant-kinds.ts'
import type { Day } from '../../statute/day.ts'
import type { OutcomeId } from '../../statute/outcomes.ts'
import type { ReceiptChannelId } from '../../statute/receipt-channels.ts'

/** A request as a row of the ledger tells it: days and outcome, no name, no content. Money in cents. */
export type LedgerRequest = {
  readonly channel: ReceiptChannelId
  readonly receivedOn: Day
  readonly applicantKind: ApplicantKindId
  readonly applicant: string | null
  readonly correctionRequestedOn: Day | null
  readonly correctionUntil: Day | null
  readonly correctedOn: Day | null
  readonly consultationSentOn: Day | null
  readonly consultationReceivedOn: Day | null
  readonly consultationAnsweredOn: Day | null
  readonly extendedOn: Day | null
  readonly extensionDays: number | null
  readonly outcome: OutcomeId | null
  readonly repliedOn: Day | null
  readonly feeNotifiedOn: Day | null
  readonly feeCharged: number | null
  readonly feePaidOn: Day | null
  readonly reopenedOn: Day | null
  readonly newOutcome: OutcomeId | null
  readonly newRepliedOn: Day | null
}
