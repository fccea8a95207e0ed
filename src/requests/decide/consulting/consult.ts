import type { Act } from '../decided.ts'

/** 征求意见: a third party (条例32), a co-maker (条例34) or another agency (条例33¶3), in writing. */
export const consult: Act<'consult'> = (_request, command) => [{ ...command, type: 'consultationSent' }]
