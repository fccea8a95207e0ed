import { inspectText } from '../../office/inspect-text.ts'
import type { OfficeRole } from '../../office/role.ts'
import { type Citation, cite } from '../../statute/citation.ts'
import { isCovered } from '../../statute/coverage.ts'
import type { Day } from '../../statute/day.ts'
import { amendmentActs } from './amendment-acts.ts'
import type { AmendmentCase } from './amendment-case.ts'
import type { AmendmentCommand, AmendmentCommandOf, AmendmentCommandType } from './amendment-command.ts'
import type { AmendmentEvent } from './amendment-event.ts'
import { type AmendmentRule, amendmentRuleArticles } from './amendment-rules.ts'
import { allowedAmendmentActs, amendmentTransitions } from './amendment-transitions.ts'

/** Who acts, and when. */
export type AmendmentContext = {
  readonly today: Day
  /** Name of the account; a draft remembers it, so that nobody approves their own. */
  readonly actor: string
  readonly roles: readonly OfficeRole[]
}

/** An act that is turned down: why, by which article, and what is possible now. Words are in `words/`. */
export type AmendmentRefusal = {
  readonly rule: AmendmentRule
  readonly article: Citation
  readonly details: Readonly<Record<string, string | number>>
  readonly allowed: readonly AmendmentCommandType[]
}

/** What is wrong with an act, before article and alternatives are added. */
export type AmendmentObjection = { readonly rule: AmendmentRule; readonly details?: AmendmentRefusal['details'] }

export type AmendmentDecided =
  | { readonly events: readonly AmendmentEvent[]; readonly refused?: never }
  | { readonly refused: AmendmentRefusal; readonly events?: never }

/**
 * What an act on a record amendment leads to: events to append, or the reason why it is turned down. `before` is null for the
 * act that registers one. Nothing is changed here.
 */
export function decideAmendment(
  before: AmendmentCase | null,
  command: AmendmentCommand,
  context: AmendmentContext,
): AmendmentDecided {
  const result = misplaced(before, command, context) ?? inspectText(command) ?? act(before, command, context)
  if (!('rule' in result)) return { events: result }
  const { rule, details = {} } = result
  const own = amendmentRuleArticles[rule]
  const article = own === null ? amendmentTransitions[command.type].article : cite(own)
  return { refused: { rule, article, details, allowed: allowedAmendmentActs(before, context.roles) } }
}

/** Phase, role and day, which are judged for every act alike. */
function misplaced(
  before: AmendmentCase | null,
  command: AmendmentCommand,
  { today, roles }: AmendmentContext,
): AmendmentObjection | null {
  const { from, roles: entitled } = amendmentTransitions[command.type]
  if (!from.includes(before?.phase ?? 'new')) return { rule: 'not-in-this-phase', details: { act: command.type } }
  if (!entitled.some((role) => roles.includes(role))) return { rule: 'not-your-role', details: { act: command.type } }
  if (command.on > today) return { rule: 'on-in-future', details: { on: command.on } }
  if (before && command.on < before.arrivedOn)
    return { rule: 'on-before-arrival', details: { on: command.on, arrivedOn: before.arrivedOn } }
  return null
}

function act(
  before: AmendmentCase | null,
  command: AmendmentCommand,
  context: AmendmentContext,
): readonly AmendmentEvent[] | AmendmentObjection {
  if (command.type === 'register') return register(command)
  if (!before) throw new TypeError(`${command.type} on a case that does not exist`)
  // Each entry of the table takes its own kind of command, which the key says and the type of the look-up cannot.
  const found = amendmentActs[command.type] as (
    amendment: AmendmentCase,
    given: typeof command,
    by: AmendmentContext,
  ) => readonly AmendmentEvent[] | AmendmentObjection
  return found(before, command, context)
}

/** It has arrived, from whom it concerns or by transfer from another agency. */
function register(command: AmendmentCommandOf<'register'>): readonly AmendmentEvent[] | AmendmentObjection {
  const { on, targetOn, transferredFrom } = command
  if (!isCovered(on)) return { rule: 'not-covered' }
  if (targetOn !== null && targetOn < on) return { rule: 'target-before-arrival', details: { on } }
  const sentOn = transferredFrom?.sentOn ?? null
  if (sentOn !== null && sentOn > on) return { rule: 'sent-after-arrival', details: { on } }
  return [{ ...command, type: 'registered' }]
}
