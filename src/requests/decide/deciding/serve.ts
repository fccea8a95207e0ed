import type { Act } from '../decided.ts'

/**
 * 送达: `on` is the day that counts as the day of reply: of signing where it was handed over or a private carrier brought it,
 * of posting with the postal enterprise, of sending online (国办公开办函〔2016〕235号; online: our reading).
 */
export const serve: Act<'serve'> = ({ approval, decision, consultations }, { on, method, tracking }) => {
  if (approval && on < approval.on) return { rule: 'service-before-approval', details: { on: approval.on } }
  const ignored = consultations.some((one) => one.with === 'thirdParty' && one.answer === 'objects' && !one.informed)
  // 条例32: whoever objected is told, in writing, that the information is disclosed all the same.
  if (ignored && decision?.outcome === 'granted') return { rule: 'third-party-not-informed' }
  return [{ type: 'served', on, method, tracking }]
}
