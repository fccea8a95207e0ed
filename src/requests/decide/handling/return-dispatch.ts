import type { Act } from '../decided.ts'

/** 退回科室: the answer does not do; the unit owes another. */
export const returnDispatch: Act<'returnDispatch'> = ({ dispatches }, { on, dispatch, reasons }) => {
  const found = dispatches.find((one) => one.dispatch === dispatch)
  if (!found) return { rule: 'dispatch-unknown', details: { dispatch } }
  if (!found.answer) return { rule: 'dispatch-not-answered', details: { unit: found.unit } }
  return [{ type: 'dispatchReturned', on, dispatch, reasons }]
}
