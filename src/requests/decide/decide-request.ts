import { inspectText } from '../../office/inspect-text.ts'
import { type Citation, cite } from '../../statute/citation.ts'
import { evolve } from '../case/evolve.ts'
import type { RequestCase } from '../case/request-case.ts'
import type { RequestEvent } from '../events/request-event.ts'
import { acts } from './acts.ts'
import { newProblem } from './clock-allows.ts'
import type { Act, Decided, DecisionContext, Objection, RequestRefusal } from './decided.ts'
import { register } from './intake/register.ts'
import type { RequestCommand } from './request-command.ts'
import { requestRuleArticles } from './request-rules.ts'
import { allowedActs, transitions } from './transitions.ts'

/**
 * What an act on a case leads to: the events to append, or the reason why it is turned down, with the article and the acts
 * that are possible instead. `before` is null for the act that registers a request. Nothing is changed here.
 */
export function decideRequest(before: RequestCase | null, command: RequestCommand, context: DecisionContext): Decided {
  const refuse = (
    rule: RequestRefusal['rule'],
    article: Citation,
    details: RequestRefusal['details'] = {},
  ): Decided => ({
    refused: { rule, article, details, allowed: allowedActs(before, context.roles, context) },
  })
  const object = ({ rule, details }: Objection) => {
    const own = requestRuleArticles[rule]
    return refuse(rule, own === null ? transitions[command.type].article : cite(own), details)
  }
  const objection = misplaced(before, command, context) ?? inspectText(command)
  if (objection) return object(objection)
  const result = act(before, command, context)
  if ('rule' in result) return object(result)
  const problem = before && clockProblem(before, result, context)
  return problem ? refuse(problem.rule, problem.article) : { events: result }
}

/** Phase, role and day, which are judged for every act alike. */
function misplaced(
  before: RequestCase | null,
  command: RequestCommand,
  { today, roles }: DecisionContext,
): Objection | null {
  const { from, roles: entitled } = transitions[command.type]
  if (!from.includes(before?.phase ?? 'new')) return { rule: 'not-in-this-phase', details: { act: command.type } }
  if (!entitled.some((role) => roles.includes(role))) return { rule: 'not-your-role', details: { act: command.type } }
  if (command.on > today) return { rule: 'on-in-future', details: { on: command.on } }
  if (before && command.on < before.arrivedOn)
    return { rule: 'on-before-arrival', details: { on: command.on, arrivedOn: before.arrivedOn } }
  return null
}

function act(
  before: RequestCase | null,
  command: RequestCommand,
  context: DecisionContext,
): readonly RequestEvent[] | Objection {
  if (command.type === 'register') return register(command)
  if (!before) throw new TypeError(`${command.type} on a case that does not exist`)
  // Each entry of the table takes its own kind of command, which the key says and the type of the look-up cannot.
  const found = acts[command.type] as Act<typeof command.type>
  return found(before, command, context)
}

/** The first problem that the clock has with the case after `events` and did not have before. */
function clockProblem(before: RequestCase, events: readonly RequestEvent[], context: DecisionContext) {
  const after = events.reduce<RequestCase>(evolve, before)
  if (after.clockEvents === before.clockEvents) return null
  return newProblem({ ...after, clockEvents: before.clockEvents }, after.clockEvents, context)
}
