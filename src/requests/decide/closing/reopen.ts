import type { Day } from '../../../statute/day.ts'
import type { EventOf } from '../../events/request-event.ts'
import type { Act } from '../decided.ts'

/** 重新办理: a reconsideration or judgment orders a new answer by a day. The first end stays the one that is counted. */
export const reopen: Act<'reopen'> = ({ closing, closingAnew }, command) =>
  reopenAnew((closingAnew ?? closing)?.on, command)

/** The same for every procedure that a remedy may reopen. */
export function reopenAnew(
  closedOn: Day | undefined,
  { on, remedy, until, reasons }: Omit<EventOf<'reopened'>, 'type'>,
):
  | readonly [EventOf<'reopened'>]
  | { readonly rule: 'reopened-before-closing' | 'reopening-period-over'; readonly details?: { readonly on: Day } } {
  if (closedOn !== undefined && on < closedOn) return { rule: 'reopened-before-closing', details: { on: closedOn } }
  if (until < on) return { rule: 'reopening-period-over' }
  return [{ type: 'reopened', on, remedy, until, reasons }]
}
