import { valueOn } from '../../../statute/dated.ts'
import { feeScales } from '../../../statute/fee-bands.ts'
import { processingFee } from '../../fee/processing-fee.ts'
import type { Act } from '../decided.ts'

/** 收费通知: by items of the month or by pages, never by both (条例42, 109号). */
export const notifyFee: Act<'notifyFee'> = (_request, { on, charged, receivedOn }) => {
  const scale = valueOn(feeScales, on)
  // Before there was a scale the clock says so.
  const cents = scale ? processingFee(scale.value, charged).yuan * 100 : 0
  if (scale && cents === 0) return { rule: 'fee-is-nothing' }
  return [{ type: 'feeNotified', on, charged, cents, receivedOn }]
}
