import type { Day } from '../../statute/day.ts'
import type { ConsultedWith } from '../clock/clock-event.ts'
import type { Decision, EventOf, PersonReference, RequestEventType } from '../events/request-event.ts'
import type { Charged } from '../fee/processing-fee.ts'

/** An act that says just what its event will say. */
type Of<T extends string, E extends RequestEventType> = { readonly type: T } & Omit<EventOf<E>, 'type'>

/** What somebody wants done on a case: the clerk's verbs. `on` is the legal day of the act, as in the events. */
export type RequestCommand =
  | Of<'register', 'registered'>
  | Of<'confirmReceipt', 'receiptConfirmed'>
  | Of<'requestCorrection', 'correctionRequested'>
  | Of<'receiveCorrection', 'corrected'>
  | Of<'abandon', 'abandoned'>
  | { readonly type: 'listItems'; readonly on: Day; readonly items: readonly string[] }
  | Of<'join', 'joined'>
  | Omit<Of<'dispatch', 'dispatched'>, 'dispatch'>
  | Of<'chaseDispatch', 'dispatchChased'>
  | Of<'answerDispatch', 'dispatchAnswered'>
  | Of<'returnDispatch', 'dispatchReturned'>
  | Of<'reviewLegally', 'legallyReviewed'>
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
  | Of<'confirmConsultation', 'consultationReceived'>
  | (Omit<Of<'recordAnswer', 'consultationAnswered'>, 'reasons'> & { readonly reasons: string | null })
  | Of<'recordSilence', 'consultationSilent'>
  | Of<'informThirdParty', 'thirdPartyInformed'>
  | Of<'askJustification', 'justificationRequested'>
  | Of<'recordJustification', 'justified'>
  | Of<'postpone', 'postponed'>
  | Of<'extend', 'extended'>
  | { readonly type: 'notifyFee'; readonly on: Day; readonly charged: Charged; readonly receivedOn: Day | null }
  | Of<'confirmFeeNotice', 'feeNoticeReceived'>
  | Of<'recordPayment', 'feePaid'>
  | Of<'lapseFee', 'feeLapsed'>
  | { readonly type: 'decide'; readonly on: Day; readonly decision: Decision }
  | Of<'returnDecision', 'decisionReturned'>
  | Of<'approve', 'approved'>
  | Of<'serve', 'served'>
  | Of<'proveService', 'serviceProved'>
  | Of<'keepLetter', 'letterKept'>
  | Of<'withdraw', 'withdrawn'>
  | Of<'reopen', 'reopened'>
  | Of<'archive', 'archived'>

export type RequestCommandType = RequestCommand['type']
export type CommandOf<T extends RequestCommandType> = Extract<RequestCommand, { type: T }>
