import type { Act } from '../decided.ts'

/** 撤回申请: the applicant no longer wants it. */
export const withdraw: Act<'withdraw'> = (_request, { on }) => [{ type: 'withdrawn', on }]
