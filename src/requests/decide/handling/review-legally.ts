import type { Act } from '../decided.ts'

/** 法制审核: whoever knows the law has looked at it. */
export const reviewLegally: Act<'reviewLegally'> = (_request, { on, agrees, opinion }) => [
  { type: 'legallyReviewed', on, agrees, opinion },
]
