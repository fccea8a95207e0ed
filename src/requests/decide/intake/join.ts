import type { Act } from '../decided.ts'

/** 并案: the same request came twice; it is handled, and counted, under the other number only. */
export const join: Act<'join'> = (_request, { on, into }, { number }) =>
  into === number ? { rule: 'joins-itself' } : [{ type: 'joined', on, into }]
