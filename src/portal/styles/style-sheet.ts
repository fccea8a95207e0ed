import { applyStyles } from './apply.ts'
import { baseStyles } from './base.ts'
import { deadlineStyles } from './deadline.ts'
import { formStyles } from './form.ts'
import { interfaceStyles } from './interface.ts'
import { pageStyles } from './pages.ts'
import { printStyles } from './print.ts'
import { resultStyles } from './result.ts'
import { searchStyles } from './search.ts'
import { siteStyles } from './site.ts'
import { tableStyles } from './table.ts'

/** The style sheet of the report check, inlined in the offline page. */
export const styleSheet = [baseStyles, formStyles, resultStyles, tableStyles, printStyles].join('\n')

/** The style sheet that the server's pages link to. */
export const portalStyleSheet = `${styleSheet}\n${deadlineStyles}\n${interfaceStyles}`

/** The style sheet of the public portal. */
export const siteStyleSheet = [baseStyles, siteStyles, pageStyles, searchStyles, deadlineStyles, applyStyles].join('\n')
