import type { OfficeRole } from '../../office/role.ts'
import { type Citation, cite } from '../../statute/citation.ts'
import type { Phase } from '../case/phase.ts'
import type { RequestCase } from '../case/request-case.ts'
import { letterKinds } from '../letters/letter-kind.ts'
import { type ClockAt, clockAllows } from './clock-allows.ts'
import { letterReachedOn } from './handling/letter-reached.ts'
import type { RequestCommandType } from './request-command.ts'

/** When an act is possible, who may do it, and where it leads. */
export type Transition = {
  /** Phases it is possible in; `new` for the act that begins a case. */
  readonly from: readonly (Phase | 'new')[]
  /** The phase after it; null where it stays. A case that was reopened goes back to `reopened` instead of `handling`. */
  readonly to: readonly Phase[] | null
  readonly roles: readonly OfficeRole[]
  /** The article that the act obeys; refusals name it. */
  readonly article: Citation
}

type Row = readonly [from: Transition['from'], to: Transition['to'], roles: readonly OfficeRole[], article: string]

const clerk: readonly OfficeRole[] = ['clerk']
const open: readonly Phase[] = ['handling', 'decided', 'approved']
const waiting: readonly Phase[] = ['awaitingCorrection', 'awaitingPayment']

// One row an act. From it come the acts allowed on a case, the diagram in docs/, and the test of every phase, role and act.
const declared: Readonly<Record<RequestCommandType, Row>> = {
  register: [['new'], ['unconfirmed', 'handling'], clerk, '条例31'],
  confirmReceipt: [['unconfirmed'], ['handling'], clerk, '条例31'],
  requestCorrection: [['handling'], ['awaitingCorrection'], clerk, '条例30'],
  receiveCorrection: [['awaitingCorrection'], ['handling'], clerk, '条例30'],
  abandon: [['awaitingCorrection'], ['closed'], clerk, '条例30'],
  listItems: [['unconfirmed', 'handling', 'awaitingCorrection'], null, clerk, '109号4'],
  join: [['unconfirmed', 'handling'], ['joined'], clerk, '条例45'],
  dispatch: [['handling', 'reopened'], null, clerk, '条例45'],
  chaseDispatch: [['handling', 'awaitingCorrection', 'awaitingPayment', 'reopened'], null, clerk, '条例45'],
  answerDispatch: [
    ['handling', 'awaitingCorrection', 'awaitingPayment', 'reopened'],
    null,
    ['businessUnit', 'clerk'],
    '条例45',
  ],
  returnDispatch: [['handling', 'reopened'], null, clerk, '条例45'],
  reviewLegally: [['handling', 'decided', 'reopened'], null, ['reviewer'], '条例17'],
  consult: [['handling'], null, clerk, '条例33¶3'],
  confirmConsultation: [open, null, clerk, '条例32'],
  recordAnswer: [open, null, clerk, '条例32'],
  recordSilence: [open, null, clerk, '条例32'],
  informThirdParty: [['decided', 'approved', 'closed'], null, clerk, '条例32'],
  askJustification: [['handling'], null, clerk, '条例35'],
  recordJustification: [['handling'], null, clerk, '条例35'],
  postpone: [open, null, ['officeHead', 'clerk'], '条例35'],
  extend: [open, null, ['officeHead', 'clerk'], '条例33¶2'],
  notifyFee: [['handling'], ['awaitingPayment'], clerk, '条例42'],
  confirmFeeNotice: [['awaitingPayment'], null, clerk, '109号'],
  recordPayment: [['awaitingPayment'], ['handling'], clerk, '109号'],
  lapseFee: [['awaitingPayment'], ['closed'], clerk, '109号'],
  decide: [['handling', 'reopened'], ['decided'], clerk, '条例36'],
  returnDecision: [['decided', 'approved'], ['handling', 'reopened'], ['leader', 'officeHead', 'reviewer'], '条例45'],
  approve: [['decided'], ['approved'], ['leader', 'officeHead', 'clerk'], '条例45'],
  serve: [['approved'], ['closed'], clerk, '条例33'],
  proveService: [['closed'], null, clerk, '条例45'],
  keepLetter: [['handling', ...waiting, 'decided', 'approved', 'closed', 'reopened', 'joined'], null, clerk, '条例45'],
  withdraw: [['handling', ...waiting, 'decided', 'approved', 'reopened'], ['closed'], clerk, '条例45'],
  reopen: [['closed', 'archived'], ['reopened'], clerk, '条例51'],
  archive: [['closed'], ['archived'], clerk, '条例45'],
}

/** Every act on a case. */
export const transitions: Readonly<Record<RequestCommandType, Transition>> = Object.fromEntries(
  Object.entries(declared).map(([type, [from, to, roles, article]]) => [
    type,
    { from, to, roles, article: cite(article) },
  ]),
) as Record<RequestCommandType, Transition>

const owed = ({ dispatches }: RequestCase) => dispatches.some(({ answer }) => !answer)
const awaited = ({ consultations }: RequestCase) => consultations.some(({ answer }) => !answer)

/** What must have happened before an act has anything to act on. Acts without a line need nothing but their phase. */
const needs: Readonly<Partial<Record<RequestCommandType, (request: RequestCase) => boolean>>> = {
  chaseDispatch: owed,
  answerDispatch: owed,
  returnDispatch: ({ dispatches }) => dispatches.some(({ answer }) => answer),
  confirmConsultation: ({ consultations }) => consultations.some(({ receivedOn }) => !receivedOn),
  recordAnswer: (request) => awaited(request) || request.consultations.some(({ answer }) => answer === 'silent'),
  recordSilence: (request) => awaited(request) && request.consultations.some((one) => one.with !== 'otherAgency'),
  informThirdParty: ({ consultations }) =>
    consultations.some((one) => one.with === 'thirdParty' && !one.informed && /objects|partly/.test(one.answer ?? '')),
  recordJustification: ({ justification }) => justification === 'asked',
  postpone: ({ justification, reopening }) => justification === 'reasonable' && !reopening,
  extend: ({ reopening }) => !reopening,
  confirmFeeNotice: ({ clockEvents }) => clockEvents.some((one) => one.type === 'feeNotified' && !one.receivedOn),
  proveService: ({ service }) => service !== null && service.proof === null,
  keepLetter: (request) => letterKinds.some((kind) => letterReachedOn(request, kind, null) !== null),
}

/**
 * The acts that somebody with `roles` may do today, in the order in which they usually come; `request` is null before there is
 * one. What the clock does not allow today may still be told of an earlier day, on which it was done. An act that is not among them is turned down; one that is among them may still be, for what it says.
 */
export function allowedActs(
  request: RequestCase | null,
  roles: readonly OfficeRole[],
  at: ClockAt,
): readonly RequestCommandType[] {
  return (Object.keys(declared) as RequestCommandType[]).filter((type) => {
    const { from, roles: entitled } = transitions[type]
    if (!from.includes(request?.phase ?? 'new') || !entitled.some((role) => roles.includes(role))) return false
    return request === null || ((needs[type]?.(request) ?? true) && clockAllows(request, type, at))
  })
}
