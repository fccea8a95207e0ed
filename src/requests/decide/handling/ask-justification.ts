import type { Act } from '../decided.ts'

/** 要求说明理由: quantity or frequency is clearly beyond what is reasonable (条例35). The clock runs on. */
export const askJustification: Act<'askJustification'> = (_request, { on, until, why }) => [
  { type: 'justificationRequested', on, until, why },
]
