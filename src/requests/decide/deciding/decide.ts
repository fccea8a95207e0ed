import type { OutcomeId } from '../../../statute/outcomes.ts'
import type { RequestCase } from '../../case/request-case.ts'
import type { Decision } from '../../events/request-event.ts'
import type { Act, Objection } from '../decided.ts'

/** 拟定答复: one of the 21 outcomes, with what its letter must say. */
export const decide: Act<'decide'> = (request, { on, decision }, { actor }) =>
  objectionTo(decision, request) ?? [{ type: 'decided', on, decision, by: actor }]

/** What a decision lacks for its outcome (条例35 to 条例39), if anything. */
function objectionTo(decision: Decision, request: RequestCase): Objection | null {
  const { outcome } = decision
  for (const need of needs[outcome]) {
    const objection = checks[need](decision, request)
    if (objection) return objection
  }
  return null
}

type Need = keyof typeof checks

const checks = {
  reasons: ({ reasons }) => (reasons === null ? { rule: 'decision-without-reasons' } : null),
  provision: ({ provision }) => (provision ? null : { rule: 'decision-without-provision' }),
  power: (_decision, { agent }) => (agent && !agent.powerOfAttorney ? { rule: 'agent-without-power' } : null),
  parts: ({ withheldParts }) => {
    if (withheldParts.length === 0) return { rule: 'decision-without-parts' }
    const unfit = withheldParts.find(({ ground }) => !partGrounds.test(ground))
    return unfit ? { rule: 'part-ground-unknown', details: { ground: unfit.ground } } : null
  },
  /** 条例36(5) instead of 条例36(4) where another agency is responsible. */
  search: ({ search, rightAgency }) => (search || rightAgency ? null : { rule: 'not-held-without-search' }),
  earlierReply: ({ earlierReply }) => (earlierReply ? null : { rule: 'repeat-without-earlier-reply' }),
  otherWay: ({ otherWay }) => (otherWay ? null : { rule: 'other-way-missing' }),
  unreasonable: (_decision, { justification }) =>
    justification === 'unreasonable' || justification === 'asked' ? null : { rule: 'excessive-without-justification' },
  corrected: (_decision, { corrected }) => (corrected ? null : { rule: 'unclear-without-correction' }),
  noConsent: (_decision, { consultations }) => {
    const asked = consultations.filter((one) => one.with === 'thirdParty')
    const agree = asked.length > 0 && asked.every(({ answer }) => answer === 'consents')
    return agree ? { rule: 'third-party-consented' } : null
  },
  never: () => ({ rule: 'ends-by-itself' }),
} satisfies Readonly<Record<string, (decision: Decision, request: RequestCase) => Objection | null>>

/** A part may be withheld or impossible to provide; it cannot be "granted" or "partly granted". */
const partGrounds = /^(?:withheld|unavailable)\./

const needs: Readonly<Record<OutcomeId, readonly Need[]>> = {
  granted: ['provision', 'power'],
  partlyGranted: ['provision', 'power', 'parts'],
  'withheld.stateSecret': ['reasons'],
  'withheld.forbiddenByLaw': ['reasons'],
  'withheld.securityAndStability': ['reasons'],
  'withheld.thirdPartyRights': ['reasons', 'noConsent'],
  'withheld.internalAffairs': ['reasons'],
  'withheld.processInformation': ['reasons'],
  'withheld.enforcementFile': ['reasons'],
  'withheld.administrativeInquiry': ['otherWay'],
  'unavailable.notHeld': ['search', 'reasons'],
  'unavailable.wouldNeedCreation': ['reasons'],
  'unavailable.stillUnclear': ['corrected', 'reasons'],
  'rejected.petition': ['reasons'],
  'rejected.repeat': ['earlierReply'],
  'rejected.publishedMaterial': ['otherWay'],
  'rejected.excessive': ['unreasonable', 'reasons'],
  'rejected.reissue': ['reasons'],
  'other.correctionOverdue': ['never'],
  'other.feeOverdue': ['never'],
  'other.remaining': ['reasons'],
}
