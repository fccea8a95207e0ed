import type { Approval } from '../office/approval.ts'
import { type Citation, parseCitation } from '../statute/citation.ts'
import { daysBetween } from '../statute/day.ts'
import type { PublicationContext, PublicationObjection } from './decide-publication.ts'
import { dayOfInstant } from './instant.ts'
import { personalInWords } from './personal-information.ts'
import { isPenalty, isPublic, mayBePublic, type PublicationCase, stageWaiting } from './publication-case.ts'
import type { PublicationCommandOf, PublicationCommandType } from './publication-command.ts'
import type { AttributeProposal, PublicationEvent } from './publication-event.ts'

type Outcome = readonly PublicationEvent[] | PublicationObjection
type Act<T extends PublicationCommandType> = (
  item: PublicationCase,
  command: PublicationCommandOf<T>,
  context: PublicationContext,
) => Outcome

/** Every act on an item. Phase, role, day and text are judged for all of them alike. */
export const publicationActs: {
  readonly [T in Exclude<PublicationCommandType, 'propose'>]: Act<T>
} & { readonly propose: (item: null, ...rest: Tail<Parameters<Act<'propose'>>>) => Outcome } = {
  propose: (_none, command, { actor }) => objectToContent(command) ?? [{ ...command, type: 'proposed', by: actor }],

  revise: (_item, command, { actor }) => objectToContent(command) ?? [{ ...command, type: 'revised', by: actor }],

  submit({ content }, { on }, { stages }) {
    if (content.text === null && content.attachments.length === 0) return { rule: 'nothing-to-publish' }
    return stages.length === 0 ? { rule: 'no-stage' } : [{ type: 'submitted', on, stages }]
  },

  reviewSecrecy(item, command, context) {
    const { acknowledgePersonalInformation: reason, ...review } = command
    const { result, referredTo } = review
    const found = context.personal
    if (item.secrecy !== null && item.secrecy.result !== 'unsure') return { rule: 'secrecy-reviewed-already' }
    if (result === 'unsure' && referredTo === null) return { rule: 'referral-not-named' }
    if (result !== 'unsure' && referredTo !== null) return { rule: 'referral-not-unsure' }
    const objection = objectToReviewer(item, command.approval, context)
    if (objection) return objection
    const doubtful = result === 'public' && found.length > 0
    if (doubtful && !reason)
      return { rule: 'personal-information', details: { found: found.map(personalInWords).join('；') } }
    const acknowledged = doubtful && reason ? { personalInformation: { found, reason } } : {}
    return [{ ...review, type: 'secrecyReviewed', by: context.actor, ...acknowledged }]
  },

  passStage(item, command, context) {
    const stage = stageWaiting(item)
    if (stage === null) return { rule: 'stage-not-waiting' }
    const objection = objectToReviewer(item, command.approval, context)
    if (objection) return objection
    const earlier = item.passed.some(({ by, approval }) => by === context.actor && approval.medium === 'onScreen')
    if (earlier && command.approval.medium === 'onScreen') return { rule: 'same-person-twice' }
    return [{ ...command, type: 'stagePassed', stage, by: context.actor }]
  },

  return: (_item, { on, reasons }, { actor }) => [{ type: 'returned', on, reasons, by: actor }],

  schedule(item, { on, publishAt }, { now }) {
    if (!mayBePublic(item)) return { rule: 'may-not-be-public' }
    if (publishAt <= now) return { rule: 'schedule-passed', details: { at: publishAt } }
    if (daysBetween(dayOfInstant(now), dayOfInstant(publishAt)) > farthestSchedule)
      return { rule: 'schedule-too-far', details: { days: farthestSchedule } }
    return [{ type: 'scheduled', on, publishAt }]
  },

  publish(item, _command, { now, indexNumber }) {
    if (!mayBePublic(item)) return { rule: 'may-not-be-public' }
    const number = item.indexNumber ?? indexNumber
    if (number === null) throw new TypeError('a publication without an index number')
    return [{ type: 'published', on: dayOfInstant(now), at: now, indexNumber: number }]
  },

  keepFromPublic: (item, { on }) => (mayBePublic(item) ? { rule: 'may-be-public' } : [{ type: 'keptFromPublic', on }]),

  changeValidity(item, command) {
    if (!isPublic(item)) return { rule: 'not-public-yet' }
    const { live, content, validity } = item
    const { madeOn } = (live?.content ?? content).metadata
    if (command.since < madeOn) return { rule: 'validity-before-made', details: { on: madeOn } }
    if (command.validity === validity?.validity && command.since === validity.since)
      return { rule: 'validity-as-it-was' }
    return [{ ...command, type: 'validityChanged' }]
  },

  recordAnnulment(item, command) {
    if (!isPublic(item)) return { rule: 'not-public-yet' }
    if (!isPenalty(item)) return { rule: 'not-a-penalty' }
    if (command.annulledOn > command.on) return { rule: 'annulled-in-future', details: { on: command.annulledOn } }
    return [{ ...command, type: 'annulled' }]
  },

  takeDown: (item, { on, reasons }) =>
    isPublic(item) ? [{ type: 'takenDown', on, reasons }] : { rule: 'not-public-yet' },

  reassess: (_item, command, { actor }) => [{ ...command, type: 'reassessed', by: actor }],

  recordElsewhere(_item, command, { today }) {
    if (command.publishedOn > today) return { rule: 'elsewhere-in-future' }
    return [{ ...command, type: 'publishedElsewhere' }]
  },

  drop: (_item, { on, reasons }) => [{ type: 'dropped', on, reasons }],
}

type Tail<T extends readonly unknown[]> = T extends readonly [unknown, ...infer Rest] ? Rest : never

/** Days that a publication may be put off: a year is a mistyped one. */
const farthestSchedule = 366

/** Nobody reviews their own draft; on paper somebody else signed, and whoever is there may record it. */
function objectToReviewer(
  { draftedBy }: PublicationCase,
  approval: Approval,
  { actor, roles }: PublicationContext,
): PublicationObjection | null {
  if (approval.medium === 'onPaper') return null
  if (draftedBy === actor) return { rule: 'own-draft' }
  if (!roles.some((role) => role !== 'clerk' && role !== 'businessUnit'))
    return { rule: 'not-your-role', details: { act: 'passStage' } }
  return null
}

/** What keeps information from the public: 条例14 and 15 (must not), 16 (need not), or another law that is cited. */
const grounds = ['条例14', '条例15', '条例16¶1', '条例16¶2', '条例16', '条例20'] as const

function objectToContent({
  on,
  formedOn,
  proposal,
  content,
}: PublicationCommandOf<'propose' | 'revise'>): PublicationObjection | null {
  const { metadata } = content
  if (formedOn > on) return { rule: 'formed-after-draft', details: { on: formedOn } }
  if (formedOn < metadata.madeOn) return { rule: 'formed-before-made', details: { on: metadata.madeOn } }
  if (metadata.validUntil !== null && metadata.validUntil < metadata.madeOn)
    return { rule: 'valid-until-before-made', details: { on: metadata.madeOn } }
  return objectToGround(proposal)
}

function objectToGround(proposal: AttributeProposal): PublicationObjection | null {
  if (proposal.attribute === 'proactive') return null
  const { ground } = proposal
  const known = grounds.some((one) => ground === one) || isOtherLaw(ground)
  return known ? null : { rule: 'ground-not-of-attribute', details: { ground } }
}

function isOtherLaw(ground: Citation): boolean {
  const parts = parseCitation(ground)
  return parts !== null && parts.instrument !== '条例'
}
