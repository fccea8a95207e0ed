import type { Act } from '../decided.ts'

/** 视为放弃: the applicant has let the period for correction pass (条例30). */
export const abandon: Act<'abandon'> = (_request, { on }) => [{ type: 'abandoned', on }]
