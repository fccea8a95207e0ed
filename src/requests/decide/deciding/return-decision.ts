import type { Act } from '../decided.ts'

/** 退回: the draft goes back to the clerk. */
export const returnDecision: Act<'returnDecision'> = (_request, { on, reasons }) => [
  { type: 'decisionReturned', on, reasons },
]
