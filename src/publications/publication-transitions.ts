import type { OfficeRole } from '../office/role.ts'
import { type Citation, cite } from '../statute/citation.ts'
import {
  isPenalty,
  isPublic,
  mayBePublic,
  type PublicationCase,
  type PublicationPhase,
  stageWaiting,
} from './publication-case.ts'
import type { PublicationCommandType } from './publication-command.ts'

/** When an act is possible, who may do it, and where it leads. */
export type PublicationTransition = {
  readonly from: readonly (PublicationPhase | 'new')[]
  /** The phases after it; null where it stays. */
  readonly to: readonly PublicationPhase[] | null
  readonly roles: readonly OfficeRole[]
  readonly article: Citation
}

type Row = readonly [
  from: PublicationTransition['from'],
  to: PublicationTransition['to'],
  roles: readonly OfficeRole[],
  article: string,
]

const drafters: readonly OfficeRole[] = ['clerk', 'businessUnit']
/** A clerk records what somebody else signed on paper; on screen `decide` refuses them. */
const reviewers: readonly OfficeRole[] = ['reviewer', 'officeHead', 'leader', 'clerk']
/** Published, also while a revision is under way. */
const whilePublic: readonly PublicationPhase[] = [
  'published',
  'drafting',
  'reviewing',
  'referred',
  'approved',
  'scheduled',
]
const publishers: readonly OfficeRole[] = ['clerk', 'officeHead', 'leader']

const declared: Readonly<Record<PublicationCommandType, Row>> = {
  propose: [['new'], ['drafting'], drafters, '条例17'],
  revise: [['drafting', 'published', 'takenDown'], ['drafting'], drafters, '条例26'],
  submit: [['drafting'], ['reviewing'], drafters, '条例17'],
  reviewSecrecy: [['reviewing', 'referred'], ['reviewing', 'referred', 'approved'], reviewers, '条例17'],
  passStage: [['reviewing'], ['reviewing', 'approved'], reviewers, '条例17'],
  return: [
    ['reviewing', 'referred', 'approved', 'scheduled'],
    ['drafting'],
    ['reviewer', 'officeHead', 'leader'],
    '条例17',
  ],
  schedule: [['approved', 'scheduled'], ['scheduled'], publishers, '条例26'],
  publish: [['approved', 'scheduled'], ['published'], publishers, '条例26'],
  keepFromPublic: [['approved'], ['notPublished', 'published'], publishers, '条例17'],
  changeValidity: [whilePublic, null, ['clerk', 'businessUnit'], '条例26'],
  recordAnnulment: [whilePublic, null, ['clerk', 'businessUnit'], '行政处罚法48'],
  takeDown: [whilePublic, ['takenDown'], publishers, '条例6'],
  reassess: [['notPublished'], ['notPublished', 'drafting'], ['reviewer', 'officeHead', 'leader'], '条例18'],
  recordElsewhere: [['drafting', 'approved', 'scheduled', 'published'], null, ['clerk'], '条例23'],
  drop: [['drafting'], ['dropped', 'published', 'takenDown'], drafters, '条例17'],
}

/** Every act on an item. From it come the acts allowed on one, the page in docs/, and the test of all of them. */
export const publicationTransitions: Readonly<Record<PublicationCommandType, PublicationTransition>> =
  Object.fromEntries(
    Object.entries(declared).map(([type, [from, to, roles, article]]) => [
      type,
      { from, to, roles, article: cite(article) },
    ]),
  ) as Record<PublicationCommandType, PublicationTransition>

/** What must hold before an act has anything to act on. */
const needs: Readonly<Partial<Record<PublicationCommandType, (item: PublicationCase) => boolean>>> = {
  reviewSecrecy: ({ secrecy }) => secrecy === null || secrecy.result === 'unsure',
  passStage: (item) => stageWaiting(item) !== null,
  schedule: mayBePublic,
  publish: mayBePublic,
  keepFromPublic: (item) => !mayBePublic(item),
  changeValidity: isPublic,
  recordAnnulment: (item) => isPublic(item) && isPenalty(item),
  takeDown: isPublic,
}

/** The acts that somebody with `roles` may do now; `item` is null before there is one. */
export function allowedPublicationActs(
  item: PublicationCase | null,
  roles: readonly OfficeRole[],
): readonly PublicationCommandType[] {
  return (Object.keys(declared) as PublicationCommandType[]).filter((type) => {
    const { from, roles: entitled } = publicationTransitions[type]
    if (!from.includes(item?.phase ?? 'new') || !entitled.some((role) => roles.includes(role))) return false
    return item === null || (needs[type]?.(item) ?? true)
  })
}
