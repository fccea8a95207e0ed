import type { Act } from '../decided.ts'

/** 延迟答复: the reasons are reasonable, the period is not enough; a reasonable later day is told (条例35). */
export const postpone: Act<'postpone'> = ({ justification, reopening }, { on, until, reasons }) => {
  if (reopening) return { rule: 'reopened-period-is-set' }
  if (justification !== 'reasonable') return { rule: 'excessive-without-justification' }
  return [{ type: 'postponed', on, until, reasons }]
}
