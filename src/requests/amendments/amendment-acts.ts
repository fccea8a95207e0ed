import { proveServed } from '../decide/closing/prove-service.ts'
import { reopenAnew } from '../decide/closing/reopen.ts'
import { approvedUnder, objectToLetter } from '../decide/handling/keep-letter.ts'
import { type AmendmentCase, isContestable } from './amendment-case.ts'
import type { AmendmentCommandOf, AmendmentCommandType } from './amendment-command.ts'
import type { AmendmentEvent } from './amendment-event.ts'
import type { AmendmentContext, AmendmentObjection } from './decide-amendment.ts'

type Act<T extends AmendmentCommandType> = (
  amendment: AmendmentCase,
  command: AmendmentCommandOf<T>,
  context: AmendmentContext,
) => readonly AmendmentEvent[] | AmendmentObjection

/** Every act on a case that exists. Phase, role, day and text are judged for all of them alike. */
export const amendmentActs: { readonly [T in Exclude<AmendmentCommandType, 'register'>]: Act<T> } = {
  setTarget({ arrivedOn, reopening }, { on, targetOn }) {
    if (targetOn !== null && targetOn < arrivedOn) return { rule: 'target-before-arrival', details: { on: arrivedOn } }
    if (reopening && (targetOn === null || targetOn > reopening.until))
      return { rule: 'ordered-day-is-set', details: { until: reopening.until } }
    return [{ type: 'targetSet', on, targetOn }]
  },

  askEvidence(_amendment, { on, wanted, until }) {
    if (wanted.length === 0) return { rule: 'nothing-asked' }
    if (until !== null && until < on) return { rule: 'asked-until-passed' }
    return [{ type: 'evidenceAsked', on, wanted, until }]
  },

  receiveEvidence(_amendment, { on, evidence, powerOfAttorney }) {
    if (evidence.length === 0 && powerOfAttorney === null) return { rule: 'no-evidence-named' }
    return [{ type: 'evidenceReceived', on, evidence, powerOfAttorney }]
  },

  dispatch({ dispatches }, { on, unit, dueOn, question }) {
    if (dueOn !== null && dueOn < on) return { rule: 'dispatch-due-passed' }
    return [{ type: 'dispatched', on, dispatch: dispatches.length + 1, unit, dueOn, question }]
  },

  answerDispatch({ dispatches }, command) {
    const found = dispatches.find(({ dispatch }) => dispatch === command.dispatch)
    if (!found) return { rule: 'dispatch-unknown', details: { dispatch: command.dispatch } }
    if (found.answer) return { rule: 'dispatch-answered', details: { unit: found.unit } }
    return [{ ...command, type: 'dispatchAnswered' }]
  },

  /** 转送: the agency that may amend gets the case, and the applicant is told. */
  transfer(_amendment, { on, amendingAgency, contact, reasons, toldOn }, { today }) {
    if (toldOn !== null && toldOn < on) return { rule: 'told-before-transfer', details: { on } }
    if (toldOn !== null && toldOn > today) return { rule: 'told-in-future', details: { on: toldOn } }
    const transferred = { type: 'transferred', on, amendingAgency, contact, reasons } as const
    return toldOn === null ? [transferred] : [transferred, { type: 'transferTold', on: toldOn }]
  },

  tellTransferred({ transfer }, { on }) {
    if (transfer && on < transfer.on) return { rule: 'told-before-transfer', details: { on: transfer.on } }
    return [{ type: 'transferTold', on }]
  },

  tellElsewhere: (_amendment, command) => [{ ...command, type: 'toldElsewhere' }],

  /** What a record says of somebody is told to them, or to whom they gave power. */
  decide({ agent }, { on, decision }, { actor }) {
    if (agent && !agent.powerOfAttorney) return { rule: 'agent-without-power' }
    return [{ type: 'decided', on, decision, by: actor }]
  },

  returnDecision: (_amendment, { on, reasons }) => [{ type: 'decisionReturned', on, reasons }],

  /** On screen by a second person, or on paper, when anybody may record the scan of what was signed. */
  approve({ decision }, { on, approval, documentNumber }, { actor, roles }) {
    if (decision && on < decision.on) return { rule: 'approval-before-draft', details: { on: decision.on } }
    if (approval.medium === 'onScreen') {
      if (!roles.includes('leader') && !roles.includes('officeHead')) return { rule: 'approval-not-yours' }
      if (decision?.by === actor) return { rule: 'own-draft' }
    }
    return [{ type: 'approved', on, approval, documentNumber }]
  },

  /** The applicant is told; of an amendment once it is made, not before (条例41: amended and told). */
  serve({ approval, decision }, { on, method, tracking }) {
    if (approval && on < approval.on) return { rule: 'service-before-approval', details: { on: approval.on } }
    if (decision?.result === 'amended' && on < decision.since)
      return { rule: 'service-before-amendment', details: { on: decision.since } }
    return [{ type: 'served', on, method, tracking }]
  },

  proveService: ({ service }, command) => proveServed(service, command),

  /** 留存发出文书, as of requests; a decision must be one that was approved. */
  keepLetter({ approved, reached, letters }, { on, kind, documentNumber, file, origin }) {
    const decision = kind === 'decisionNotice' ? approvedUnder(approved, documentNumber, origin) : null
    if (decision === undefined) return { rule: 'reply-not-approved' }
    const reachedOn = decision?.on ?? reached[kind] ?? null
    const keptAlready = letters.some((one) => one.kind === kind && one.file === file)
    const objection = objectToLetter({ on, reachedOn, keptAlready })
    if (objection) return objection
    return [
      {
        type: 'letterKept',
        on,
        kind,
        documentNumber: documentNumber ?? decision?.documentNumber ?? null,
        file,
        origin,
      },
    ]
  },

  withdraw: (_amendment, { on }) => [{ type: 'withdrawn', on }],

  /** 重新办理: what was decided, or told of another agency, did not stand. */
  reopen(amendment, command) {
    if (!isContestable(amendment)) return { rule: 'nothing-to-reopen' }
    return reopenAnew(amendment.closing?.on, command)
  },
}
