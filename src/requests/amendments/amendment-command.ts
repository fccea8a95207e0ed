import type { Day } from '../../statute/day.ts'
import type { AmendingAgency, AmendmentDecision, AmendmentEventOf, AmendmentEventType } from './amendment-event.ts'

/** An act that says just what its event will say. */
type Of<T extends string, E extends AmendmentEventType> = { readonly type: T } & Omit<AmendmentEventOf<E>, 'type'>

/** What somebody wants done on a record amendment. `on` is the legal day of the act, as in the events. */
export type AmendmentCommand =
  | Of<'register', 'registered'>
  | Of<'setTarget', 'targetSet'>
  | Of<'askEvidence', 'evidenceAsked'>
  | Of<'receiveEvidence', 'evidenceReceived'>
  | Omit<Of<'dispatch', 'dispatched'>, 'dispatch'>
  | Of<'answerDispatch', 'dispatchAnswered'>
  /** `toldOn`: the day on which the applicant was told, where that is done already. */
  | ({ readonly type: 'transfer'; readonly on: Day; readonly toldOn: Day | null } & AmendingAgency)
  | Of<'tellTransferred', 'transferTold'>
  | Of<'tellElsewhere', 'toldElsewhere'>
  | { readonly type: 'decide'; readonly on: Day; readonly decision: AmendmentDecision }
  | Of<'returnDecision', 'decisionReturned'>
  | Of<'approve', 'approved'>
  | Of<'serve', 'served'>
  | Of<'proveService', 'serviceProved'>
  | Of<'keepLetter', 'letterKept'>
  | Of<'withdraw', 'withdrawn'>
  | Of<'reopen', 'reopened'>

export type AmendmentCommandType = AmendmentCommand['type']
export type AmendmentCommandOf<T extends AmendmentCommandType> = Extract<AmendmentCommand, { type: T }>

/** The files that an act names. */
export function filesInAmendment(command: AmendmentCommand): readonly string[] {
  switch (command.type) {
    case 'register':
      return [...command.evidence, ...(command.agent?.powerOfAttorney ? [command.agent.powerOfAttorney] : [])]
    case 'receiveEvidence':
      return [...command.evidence, ...(command.powerOfAttorney ? [command.powerOfAttorney] : [])]
    case 'answerDispatch':
      return command.material
    case 'proveService':
      return [command.proof]
    case 'keepLetter':
      return [command.file]
    case 'approve':
      return command.approval.medium === 'onPaper' ? [command.approval.scan] : []
    default:
      return []
  }
}
