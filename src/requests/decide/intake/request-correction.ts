import type { Act } from '../decided.ts'

/** 要求补正: once, within 7 working days, with everything that is to be corrected and a period (条例30). */
export const requestCorrection: Act<'requestCorrection'> = (_request, { on, until, items }) => {
  if (items.length === 0) return { rule: 'correction-without-items' }
  return [{ type: 'correctionRequested', on, until, items }]
}
