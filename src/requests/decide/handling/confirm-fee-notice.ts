import type { Act } from '../decided.ts'

/** 收费通知送达: the day the applicant received it, from which the period for payment is counted (109号). */
export const confirmFeeNotice: Act<'confirmFeeNotice'> = ({ clockEvents }, { on }) => {
  const waits = clockEvents.some((one) => one.type === 'feeNotified' && one.receivedOn === null)
  return waits ? [{ type: 'feeNoticeReceived', on }] : { rule: 'fee-arrived-already' }
}
