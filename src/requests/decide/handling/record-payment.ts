import type { Act } from '../decided.ts'

/** 缴费: the period begins anew (109号). */
export const recordPayment: Act<'recordPayment'> = (_request, { on }) => [{ type: 'feePaid', on }]
