import type { Term } from '../../report/check/rule.ts'
import { type CellAddress, cellAt, formatAddress, type Tables } from '../../report/report.ts'
import { type Fragment, html } from '../html.ts'
import type { NumberedFinding } from '../place-findings.ts'
import type { View } from '../view.ts'
import { marks, worstLook } from './marks.ts'

/** One table of a report on the screen: the figures and the findings that name a place in it. */
export type MarkedTables = {
  readonly view: View
  readonly tables: Tables
  readonly findings: readonly NumberedFinding[]
}

/** The findings whose address is exactly `where`. */
export function findingsAt(marked: MarkedTables, where: string): readonly NumberedFinding[] {
  return marked.findings.filter((finding) => finding.where === where)
}

/** A body cell: its figure as it stood in the file, what kind of nothing stands there, and the marks. */
export function tableCell(marked: MarkedTables, address: CellAddress, columnSpan = 1): Fragment {
  const { view, tables } = marked
  const cell = cellAt(tables, address)
  const where = formatAddress(address)
  const here = findingsAt(marked, where)
  const look = worstLook(here)
  const classes = `cell cell-${cell.kind}${look ? ` cell-marked look-${look}` : ''}${involved(marked, where) && !look ? ' cell-involved' : ''}`
  return html`<td class="${classes}" data-where="${where}"${columnSpan > 1 && html` colspan="${columnSpan}"`}>${content(view, cell)}${here.length > 0 && html`<span class="cell-marks">${marks(view, here)}</span>`}</td>`
}

function content(view: View, cell: ReturnType<typeof cellAt>): Fragment {
  const { cellKinds } = view.words
  switch (cell.kind) {
    case 'number':
    case 'remark':
      return html`<span class="figure${cell.value === 0 && ' figure-zero'}">${cell.text}</span>`
    case 'none':
      return html`<span class="figure" lang="zh-CN">${cell.text}</span>`
    case 'blank':
    case 'missing':
      return html`<span class="nothing">${cellKinds[cell.kind]}</span>`
    case 'unreadable':
      return html`<span class="nothing">${cellKinds.unreadable}</span>${cell.text && html`<span class="as-found" lang="zh-CN">${cell.text}</span>`}`
  }
}

/** Whether a failed identity, which is told at its row or column, counts this cell. */
function involved({ findings }: MarkedTables, where: string): boolean {
  return findings.some(({ state, evidence }) => state === 'fails' && termsOf(evidence?.terms).includes(where))
}

function termsOf(terms: unknown): readonly string[] {
  const sides = terms as { readonly left: readonly Term[]; readonly right: readonly Term[] } | undefined
  return sides ? [...sides.left, ...sides.right].map((term) => term.where) : []
}
