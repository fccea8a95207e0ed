import type { Act } from '../decided.ts'

/** 转办: a business unit is asked, with a day of its own. */
export const dispatch: Act<'dispatch'> = ({ dispatches }, { on, unit, dueOn, question }) => {
  if (dueOn !== null && dueOn < on) return { rule: 'dispatch-due-passed' }
  return [{ type: 'dispatched', on, dispatch: dispatches.length + 1, unit, dueOn, question }]
}
