import { baseStyles } from './base.ts'
import { formStyles } from './form.ts'
import { printStyles } from './print.ts'
import { resultStyles } from './result.ts'
import { tableStyles } from './table.ts'

/** The whole style sheet, linked by the server's pages and inlined in the offline one. */
export const styleSheet = [baseStyles, formStyles, resultStyles, tableStyles, printStyles].join('\n')
