import type { OfficeRole } from '../../office/role.ts'
import type { Citation } from '../../statute/citation.ts'
import type { Day } from '../../statute/day.ts'
import type { OfficeCalendar } from '../case/own-deadline.ts'
import type { RequestCase } from '../case/request-case.ts'
import type { ClockProblemRule } from '../clock/clock-problem.ts'
import type { RequestEvent } from '../events/request-event.ts'
import type { CommandOf, RequestCommandType } from './request-command.ts'
import type { RequestRule } from './request-rules.ts'

/** Who acts, when, and by which calendar the days are counted. */
export type DecisionContext = {
  readonly today: Day
  /** Number of the request in this agency. */
  readonly number: string
  readonly calendar: OfficeCalendar
  /** Name of the account; a draft remembers it, so that nobody approves their own. */
  readonly actor: string
  readonly roles: readonly OfficeRole[]
}

/** An act that is turned down: why, by which article, and what is possible now. Words are in `words/`. */
export type RequestRefusal = {
  readonly rule: RequestRule | ClockProblemRule
  readonly article: Citation
  readonly details: Readonly<Record<string, string | number>>
  readonly allowed: readonly RequestCommandType[]
}

/** What an act leads to: events to append, or the reason why it is turned down. */
export type Decided =
  | { readonly events: readonly RequestEvent[]; readonly refused?: never }
  | { readonly refused: RequestRefusal; readonly events?: never }

/** What is wrong with an act, before article and alternatives are added. */
export type Objection = { readonly rule: RequestRule; readonly details?: RequestRefusal['details'] }

/** One act: its events, or what is wrong with it. Phase, role, text and clock are judged for all acts alike. */
export type Act<T extends RequestCommandType> = (
  request: RequestCase,
  command: CommandOf<T>,
  context: DecisionContext,
) => readonly RequestEvent[] | Objection
