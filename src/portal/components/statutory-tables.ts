import {
  applicantsHeader,
  organisationHeader,
  outcomesHeader,
  proactiveBlocks,
  proactiveRowHeader,
  remedyColumns,
  remedyGroups,
  requestColumns,
  requestRows,
  requestsCaption,
} from '../../statute/form-2021.ts'
import { type Fragment, html } from '../html.ts'
import { label } from '../view.ts'
import { marks, worstLook } from './marks.ts'
import { findingsAt, type MarkedTables, tableCell } from './table-cell.ts'

const widestBlock = Math.max(...proactiveBlocks.map((block) => block.columns.length))

/** Table one: four blocks, each with its own column heads. */
export function proactiveTable(marked: MarkedTables): Fragment {
  const { view } = marked
  const gloss = (text: string) => label(view, text, view.gloss?.proactive[text])
  return frame(
    marked,
    'proactive',
    proactiveBlocks.map(
      ({ block, columns, rows }) => html`<tbody>
<tr class="block-row"><th scope="rowgroup" colspan="${widestBlock + 1}">${gloss(block)}</th></tr>
<tr class="head-row"><th scope="col" class="row-label">${gloss(proactiveRowHeader)}</th>${columns.map(
        (column) => html`<th scope="col" colspan="${widestBlock / columns.length}">${gloss(column)}</th>`,
      )}</tr>
${rows.map(
  (row) =>
    html`<tr><th scope="row" class="row-label">${gloss(row.label)}</th>${row.cells.map((cell) =>
      tableCell(marked, { table: 'proactive', cell }, widestBlock / row.cells.length),
    )}</tr>`,
)}</tbody>`,
    ),
  )
}

/** Table two: the form's 25 rows; the heads that rows share stand as rows of their own, so that one column of labels is enough. */
export function requestsTable(marked: MarkedTables): Fragment {
  const { view } = marked
  const { gloss } = view
  const head = (text: string) => label(view, text, gloss?.requestGroups[text])
  const organisations = requestColumns.length - 2
  const columnHead = ({ id, label: text }: (typeof requestColumns)[number], rowSpan: number) =>
    markedHead(
      marked,
      `requests[][${id}]`,
      label(view, text, gloss?.requestColumns[id]),
      html` scope="col"${rowSpan > 1 && html` rowspan="${rowSpan}"`}`,
    )
  const first = requestColumns.slice(0, 1)
  const middle = requestColumns.slice(1, -1)
  const last = requestColumns.slice(-1)
  const rowHeads = (row: (typeof requestRows)[number], before: (typeof requestRows)[number] | undefined) => [
    row.part === 'outcomes' && before?.part !== 'outcomes' && groupRow(head(outcomesHeader), 'block-row'),
    row.group !== null && row.group !== before?.group && groupRow(head(row.group), 'group-row'),
  ]
  return frame(
    marked,
    'requests',
    html`<thead>
<tr class="head-row"><th scope="col" rowspan="2" class="row-label">${view.words.rowHead}</th>${first.map((column) => columnHead(column, 2))}<th scope="colgroup" colspan="${organisations}">${head(organisationHeader)}</th>${last.map((column) => columnHead(column, 2))}</tr>
<tr class="head-row">${middle.map((column) => columnHead(column, 1))}</tr>
</thead><tbody>${requestRows.map(
      (row, index) => html`${rowHeads(row, requestRows[index - 1])}
<tr class="${row.id === 'total' || row.part !== 'outcomes' ? 'sum-row' : row.group === null ? '' : 'inner-row'}">${markedHead(marked, `requests[${row.id}]`, label(view, row.label, gloss?.requestRows[row.id]), html` scope="row" class="row-label"`)}${requestColumns.map(
        (column) => tableCell(marked, { table: 'requests', row: row.id, column: column.id }),
      )}</tr>`,
    )}</tbody>`,
    view.language === 'zh-CN' ? `${applicantsHeader}${requestsCaption}` : null,
  )

  function groupRow(text: Fragment, kind: string): Fragment {
    return html`<tr class="${kind}"><th scope="rowgroup" class="row-label">${text}</th><td colspan="${requestColumns.length}"></td></tr>`
  }
}

/** Table three: the form's row of fifteen cells, drawn as three rows of five so that it fits a page. */
export function remediesTable(marked: MarkedTables): Fragment {
  const { view } = marked
  const { gloss } = view
  return frame(
    marked,
    'remedies',
    html`<thead><tr class="head-row"><th scope="col" class="row-label">${view.words.rowHead}</th>${remedyColumns.map(
      ({ id, label: text }) =>
        markedHead(marked, `remedies[][${id}]`, label(view, text, gloss?.remedyColumns[id]), html` scope="col"`),
    )}</tr></thead><tbody>${remedyGroups.map(({ id, label: text, parent }) => {
      const statutory = parent === null ? text : `${parent} · ${text}`
      return html`<tr>${markedHead(marked, `remedies[${id}]`, label(view, statutory, gloss?.remedyGroups[id]), html` scope="row" class="row-label"`)}${remedyColumns.map(
        (column) => tableCell(marked, { table: 'remedies', group: id, column: column.id }),
      )}</tr>`
    })}</tbody>`,
  )
}

/** The box that scrolls instead of the page; focusable, so that the keyboard can scroll it too. */
function frame(marked: MarkedTables, table: string, content: Fragment, note: string | null = null): Fragment {
  const { view } = marked
  const title = { proactive: 2, requests: 3, remedies: 4 }[table]
  const whole = findingsAt(marked, table)
  return html`<div class="table-marks">${marks(view, whole)}${note && html`<span class="table-note">${note}</span>`}</div>
<div class="table-box" tabindex="0" role="group" aria-labelledby="${view.slot}-s${title}"><table class="statutory-table table-${table}">${content}</table></div>
<p class="scroll-hint">${view.words.scrollHint}</p>`
}

function markedHead(marked: MarkedTables, where: string, text: Fragment, attributes: Fragment): Fragment {
  const here = findingsAt(marked, where)
  const look = worstLook(here)
  return html`<th${attributes}${look && html` data-look="${look}"`} data-where="${where}">${text}${here.length > 0 && html`<span class="cell-marks">${marks(marked.view, here)}</span>`}</th>`
}
