import type { Act } from '../decided.ts'

/** 收到说明: and whether the reasons are reasonable, on which refusing or postponing hangs (条例35). */
export const recordJustification: Act<'recordJustification'> = (_request, { on, reasonable }) => [
  { type: 'justified', on, reasonable },
]
