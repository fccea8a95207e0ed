import type { Act } from '../decided.ts'

/** 收到补正: the period begins anew from this day (条例30). */
export const receiveCorrection: Act<'receiveCorrection'> = (_request, command) => [{ ...command, type: 'corrected' }]
