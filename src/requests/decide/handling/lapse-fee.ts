import type { Act } from '../decided.ts'

/** 逾期不缴费: the request is no longer processed (条例42, 109号). */
export const lapseFee: Act<'lapseFee'> = (_request, { on }) => [{ type: 'feeLapsed', on }]
