import type { Act } from '../decided.ts'

/** 重新办理: a reconsideration or judgment orders a new answer by a day. The first end stays the one that is counted. */
export const reopen: Act<'reopen'> = ({ closing, closingAnew }, { on, remedy, until, reasons }) => {
  const closedOn = (closingAnew ?? closing)?.on
  if (closedOn !== undefined && on < closedOn) return { rule: 'reopened-before-closing', details: { on: closedOn } }
  if (until < on) return { rule: 'reopening-period-over' }
  return [{ type: 'reopened', on, remedy, until, reasons }]
}
