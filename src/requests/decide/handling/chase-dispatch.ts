import type { Act } from '../decided.ts'
import { owedDispatch } from './owed-dispatch.ts'

/** 催办: the unit is reminded. */
export const chaseDispatch: Act<'chaseDispatch'> = (request, { on, dispatch }) =>
  owedDispatch(request, dispatch) ?? [{ type: 'dispatchChased', on, dispatch }]
