import type { ApplicantKindId } from '../../statute/applicant-kinds.ts'
import type { Day } from '../../statute/day.ts'
import type { OutcomeId } from '../../statute/outcomes.ts'
import type { ReceiptChannelId } from '../../statute/receipt-channels.ts'
import type { ConsultedWith } from '../clock/clock-event.ts'
import type {
  Agent,
  Approval,
  Decision,
  FileReference,
  PersonReference,
  SearchRecord,
  ServiceMethod,
  Wanted,
} from '../events/request-event.ts'
import type { Charged } from '../fee/processing-fee.ts'

/** What somebody wants done on a case: the clerk's verbs. `on` is the legal day of the act, as in the events. */
export type RequestCommand =
  | {
      readonly type: 'register'
      readonly on: Day
      readonly channel: ReceiptChannelId
      readonly applicantKind: ApplicantKindId
      readonly applicants: readonly PersonReference[]
      readonly agent: Agent | null
      readonly wanted: Wanted | null
    }
  | { readonly type: 'confirmReceipt'; readonly on: Day }
  | { readonly type: 'requestCorrection'; readonly on: Day; readonly until: Day; readonly items: readonly string[] }
  | { readonly type: 'receiveCorrection'; readonly on: Day; readonly powerOfAttorney: FileReference | null }
  | { readonly type: 'abandon'; readonly on: Day }
  | { readonly type: 'listItems'; readonly on: Day; readonly items: readonly string[] }
  | { readonly type: 'join'; readonly on: Day; readonly into: string }
  | {
      readonly type: 'dispatch'
      readonly on: Day
      readonly unit: string
      readonly dueOn: Day | null
      readonly question: string
    }
  | { readonly type: 'chaseDispatch'; readonly on: Day; readonly dispatch: number }
  | {
      readonly type: 'answerDispatch'
      readonly on: Day
      readonly dispatch: number
      readonly opinion: string
      readonly proposed: OutcomeId | null
      readonly material: readonly FileReference[]
      readonly search: SearchRecord | null
    }
  | { readonly type: 'returnDispatch'; readonly on: Day; readonly dispatch: number; readonly reasons: string }
  | { readonly type: 'reviewLegally'; readonly on: Day; readonly agrees: boolean; readonly opinion: string }
  | {
      readonly type: 'consult'
      readonly on: Day
      readonly with: ConsultedWith
      /** An agency is named; a third party is a person. */
      readonly party: string | null
      readonly person: PersonReference | null
      readonly information: string
      readonly receivedOn: Day | null
    }
  | { readonly type: 'confirmConsultation'; readonly on: Day; readonly party: string }
  | {
      readonly type: 'recordAnswer'
      readonly on: Day
      readonly party: string
      readonly answer: 'consents' | 'objects' | 'partly'
      readonly reasons: string | null
    }
  | { readonly type: 'recordSilence'; readonly on: Day; readonly party: string }
  | { readonly type: 'informThirdParty'; readonly on: Day; readonly party: string; readonly reasons: string }
  | { readonly type: 'askJustification'; readonly on: Day; readonly until: Day | null; readonly why: string }
  | { readonly type: 'recordJustification'; readonly on: Day; readonly reasonable: boolean }
  | { readonly type: 'postpone'; readonly on: Day; readonly until: Day; readonly reasons: string }
  | {
      readonly type: 'extend'
      readonly on: Day
      readonly workingDays: number
      readonly reasons: string
      readonly approvedBy: string
      readonly approvedOn: Day
    }
  | { readonly type: 'notifyFee'; readonly on: Day; readonly charged: Charged; readonly receivedOn: Day | null }
  | { readonly type: 'confirmFeeNotice'; readonly on: Day }
  | { readonly type: 'recordPayment'; readonly on: Day }
  | { readonly type: 'lapseFee'; readonly on: Day }
  | { readonly type: 'decide'; readonly on: Day; readonly decision: Decision }
  | { readonly type: 'returnDecision'; readonly on: Day; readonly reasons: string }
  | { readonly type: 'approve'; readonly on: Day; readonly approval: Approval; readonly documentNumber: string }
  | { readonly type: 'serve'; readonly on: Day; readonly method: ServiceMethod; readonly tracking: string | null }
  | { readonly type: 'proveService'; readonly on: Day; readonly proof: FileReference; readonly signedBy: string | null }
  | { readonly type: 'withdraw'; readonly on: Day }
  | {
      readonly type: 'reopen'
      readonly on: Day
      readonly remedy: string
      readonly until: Day
      readonly reasons: string
    }
  | { readonly type: 'archive'; readonly on: Day; readonly volume: string }

export type RequestCommandType = RequestCommand['type']
export type CommandOf<T extends RequestCommandType> = Extract<RequestCommand, { type: T }>
