import { inspectText } from '../office/inspect-text.ts'
import type { OfficeRole } from '../office/role.ts'
import { type Citation, cite } from '../statute/citation.ts'
import type { Day } from '../statute/day.ts'
import type { Instant } from './instant.ts'
import type { PersonalInformation } from './personal-information.ts'
import { publicationActs } from './publication-acts.ts'
import type { PublicationCase } from './publication-case.ts'
import type { PublicationCommand, PublicationCommandType } from './publication-command.ts'
import type { PublicationEvent } from './publication-event.ts'
import { type PublicationRule, publicationRuleArticles } from './publication-rules.ts'
import { allowedPublicationActs, publicationTransitions } from './publication-transitions.ts'

/** Who acts, and when. */
export type PublicationContext = {
  readonly today: Day
  /** The system's own time, which alone dates a publication. */
  readonly now: Instant
  /** Name of the account; a draft remembers it, so that nobody reviews their own. */
  readonly actor: string
  readonly roles: readonly OfficeRole[]
  /** The agency's review stages, in order. */
  readonly stages: readonly string[]
  /** What an item gets at its first publication; one that has a number keeps it. */
  readonly indexNumber: string | null
  /** What in the item looks like information of persons. */
  readonly personal: readonly PersonalInformation[]
}

/** An act that is turned down: why, by which article, and what is possible now. Words are in `words/`. */
export type PublicationRefusal = {
  readonly rule: PublicationRule
  readonly article: Citation
  readonly details: Readonly<Record<string, string | number>>
  readonly allowed: readonly PublicationCommandType[]
}

/** What is wrong with an act, before article and alternatives are added. */
export type PublicationObjection = {
  readonly rule: PublicationRule
  readonly details?: PublicationRefusal['details']
}

export type PublicationDecided =
  | { readonly events: readonly PublicationEvent[]; readonly refused?: never }
  | { readonly refused: PublicationRefusal; readonly events?: never }

/**
 * What an act on an item leads to: events to append, or the reason why it is turned down. `before` is null for the act that
 * proposes one. Nothing is changed here.
 */
export function decidePublication(
  before: PublicationCase | null,
  command: PublicationCommand,
  context: PublicationContext,
): PublicationDecided {
  const result = misplaced(before, command, context) ?? inspectText(command) ?? act(before, command, context)
  if (!('rule' in result)) return { events: result }
  const { rule, details = {} } = result
  const own = publicationRuleArticles[rule]
  const article = own === null ? publicationTransitions[command.type].article : cite(own)
  return { refused: { rule, article, details, allowed: allowedPublicationActs(before, context.roles) } }
}

/** Phase, role and day, which are judged for every act alike. */
function misplaced(
  before: PublicationCase | null,
  { type, on }: PublicationCommand,
  { today, roles }: PublicationContext,
): PublicationObjection | null {
  const { from, roles: entitled } = publicationTransitions[type]
  if (!from.includes(before?.phase ?? 'new')) return { rule: 'not-in-this-phase', details: { act: type } }
  if (!entitled.some((role) => roles.includes(role))) return { rule: 'not-your-role', details: { act: type } }
  if (on > today) return { rule: 'on-in-future', details: { on } }
  if (before && on < before.draftedOn) return { rule: 'on-before-draft', details: { on: before.draftedOn } }
  return null
}

function act(
  before: PublicationCase | null,
  command: PublicationCommand,
  context: PublicationContext,
): readonly PublicationEvent[] | PublicationObjection {
  // Each entry of the table takes its own kind of command, which the key says and the type of the look-up cannot.
  const found = publicationActs[command.type] as (
    item: PublicationCase | null,
    given: typeof command,
    by: PublicationContext,
  ) => readonly PublicationEvent[] | PublicationObjection
  return found(before, command, context)
}
