import type { OfficeRole } from '../../office/role.ts'
import { type Citation, cite } from '../../statute/citation.ts'
import { type AmendmentCase, type AmendmentPhase, amendmentPhases, isContestable } from './amendment-case.ts'
import type { AmendmentCommandType } from './amendment-command.ts'

/** When an act is possible, who may do it, and where it leads; as `Transition` of disclosure requests. */
export type AmendmentTransition = {
  readonly from: readonly (AmendmentPhase | 'new')[]
  /** The phase after it; null where it stays. */
  readonly to: readonly AmendmentPhase[] | null
  readonly roles: readonly OfficeRole[]
  readonly article: Citation
}

type Row = readonly [
  from: AmendmentTransition['from'],
  to: AmendmentTransition['to'],
  roles: readonly OfficeRole[],
  article: string,
]

const clerk: readonly OfficeRole[] = ['clerk']
const working: readonly AmendmentPhase[] = ['handling', 'awaitingEvidence']
const open: readonly AmendmentPhase[] = [...working, 'decided', 'approved']

const declared: Readonly<Record<AmendmentCommandType, Row>> = {
  register: [['new'], ['handling'], clerk, '条例41'],
  setTarget: [open, null, clerk, '条例41'],
  askEvidence: [['handling'], ['awaitingEvidence'], clerk, '条例41'],
  receiveEvidence: [working, ['handling'], clerk, '条例41'],
  dispatch: [working, null, clerk, '条例45'],
  answerDispatch: [working, null, ['businessUnit', 'clerk'], '条例45'],
  transfer: [working, ['transferred', 'closed'], clerk, '条例41'],
  tellTransferred: [['transferred'], ['closed'], clerk, '条例41'],
  tellElsewhere: [working, ['closed'], clerk, '条例41'],
  decide: [working, ['decided'], clerk, '条例41'],
  returnDecision: [['decided', 'approved'], ['handling'], ['leader', 'officeHead', 'reviewer'], '条例45'],
  approve: [['decided'], ['approved'], ['leader', 'officeHead', 'clerk'], '条例45'],
  serve: [['approved'], ['closed'], clerk, '条例41'],
  proveService: [['closed'], null, clerk, '条例45'],
  keepLetter: [amendmentPhases, null, clerk, '条例45'],
  withdraw: [open, ['closed'], clerk, '条例41'],
  reopen: [['closed'], ['handling'], clerk, '条例51'],
}

/** Every act on a record amendment. From it come the acts allowed on a case, the page in docs/, and the test of all of them. */
export const amendmentTransitions: Readonly<Record<AmendmentCommandType, AmendmentTransition>> = Object.fromEntries(
  Object.entries(declared).map(([type, [from, to, roles, article]]) => [
    type,
    { from, to, roles, article: cite(article) },
  ]),
) as Record<AmendmentCommandType, AmendmentTransition>

/** What must have happened before an act has anything to act on. */
const needs: Readonly<Partial<Record<AmendmentCommandType, (amendment: AmendmentCase) => boolean>>> = {
  answerDispatch: ({ dispatches }) => dispatches.some(({ answer }) => !answer),
  proveService: ({ service }) => service !== null && service.proof === null,
  keepLetter: ({ reached, approved }) => approved.length > 0 || Object.keys(reached).length > 0,
  reopen: isContestable,
}

/** The acts that somebody with `roles` may do now; `amendment` is null before there is one. */
export function allowedAmendmentActs(
  amendment: AmendmentCase | null,
  roles: readonly OfficeRole[],
): readonly AmendmentCommandType[] {
  return (Object.keys(declared) as AmendmentCommandType[]).filter((type) => {
    const { from, roles: entitled } = amendmentTransitions[type]
    if (!from.includes(amendment?.phase ?? 'new') || !entitled.some((role) => roles.includes(role))) return false
    return amendment === null || (needs[type]?.(amendment) ?? true)
  })
}
