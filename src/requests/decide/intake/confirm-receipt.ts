import type { Act } from '../decided.ts'

/** 确认收到: by e-mail, fax and ordinary mail the day both sides confirmed is the day of receipt (条例31). */
export const confirmReceipt: Act<'confirmReceipt'> = (_request, { on }) => [{ type: 'receiptConfirmed', on }]
