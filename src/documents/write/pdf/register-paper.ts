import { page, typeSizes } from '../../../report/render/page-measures.ts'
import type { Register } from '../../../requests/retention/destruction-register.ts'
import { printableText } from '../printable-text.ts'
import { registerTemplate } from './register-template.ts'
import type { Paper } from './set-paper.ts'

/** A register as a paper to be set. */
export function registerPaper(register: Register): Paper {
  const { agency, title, lead, heads, widths, signatures, on } = register
  const rows = register.rows.map((row) => row.map(printableText))
  return {
    template: registerTemplate,
    data: {
      ...{ agency: printableText(agency), title, lead, heads, widths, signatures, rows },
      day: on.split('-').map(Number),
      ...{ sizes: typeSizes, page },
    },
    placeOf: (text) => [agency, ...rows.flat()].find((one) => one.includes(text)) ?? text,
  }
}
