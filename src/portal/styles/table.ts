/** The three statutory tables. The box scrolls, never the page; the label column stays in sight. */
export const tableStyles = `
.table-marks { display: flex; flex-wrap: wrap; align-items: center; gap: 0.375rem; font-size: 0.875rem; color: var(--muted); }
.table-marks:empty { display: none; }
.table-marks .mark { min-height: 1.625rem; }
.table-box { margin-top: 0.5rem; overflow-x: auto; border: 1px solid var(--line-strong); border-radius: 6px; background: var(--paper); }
.scroll-hint { display: none; margin-top: 0.25rem; color: var(--muted); font-size: 0.8125rem; }
.statutory-table { width: 100%; border-collapse: separate; border-spacing: 0; font-size: 0.9375rem; line-height: 1.45; font-variant-numeric: tabular-nums; overflow-wrap: break-word; }
.statutory-table:lang(en) { font-size: 0.875rem; }
.statutory-table th, .statutory-table td { padding: 0.4375rem 0.625rem; border-bottom: 1px solid var(--line); border-left: 1px solid var(--line); text-align: center; vertical-align: middle; }
.statutory-table tr > :first-child { border-left: 0; }
.statutory-table tbody:last-child tr:last-child > * { border-bottom: 0; }
.statutory-table th { font-weight: 500; }
.statutory-table .head-row th { background: var(--sunk); color: var(--muted); font-size: 0.875rem; font-weight: 600; }
.statutory-table .block-row th, .statutory-table .block-row td { background: var(--accent-soft); font-weight: 650; border-left-color: transparent; }
.statutory-table .group-row th, .statutory-table .group-row td { background: var(--sunk); font-weight: 600; border-left-color: transparent; }
.statutory-table th.row-label { position: sticky; left: 0; z-index: 1; min-width: 11rem; max-width: 18rem; text-align: left; background: var(--paper); }
.statutory-table:lang(en) th.row-label { min-width: 8.5rem; }
.statutory-table .head-row th.row-label { background: var(--sunk); }
.statutory-table .block-row th.row-label { background: var(--accent-soft); }
.statutory-table .group-row th.row-label { background: var(--sunk); }
.statutory-table .inner-row th.row-label { padding-left: 1.5rem; }
.statutory-table .sum-row > * { font-weight: 650; }
.statutory-table td.cell { min-width: 3.75rem; }
.table-requests .head-row th { min-width: 3.75rem; }
.gloss { display: block; }
.statutory { display: block; color: var(--muted); font-weight: 400; font-size: 0.8125rem; }
.figure { white-space: nowrap; }
.cell-remark .figure { white-space: normal; }
.figure-zero { color: var(--muted); font-weight: 400; }
.cell .nothing { color: var(--muted); font-size: 0.8125rem; font-weight: 400; white-space: nowrap; }
.cell-blank { background: repeating-linear-gradient(135deg, transparent 0 6px, var(--sunk) 6px 8px); }
.cell-unreadable { background: var(--uncertain-soft); box-shadow: inset 0 0 0 2px var(--uncertain-line); }
.cell-unreadable .nothing { color: var(--uncertain); font-weight: 650; }
.as-found { display: block; font-size: 0.8125rem; }
.cell-marks { display: flex; flex-wrap: wrap; justify-content: center; gap: 0.125rem; margin-top: 0.125rem; }
.row-label .cell-marks { justify-content: flex-start; }
.cell-marked { font-weight: 700; }
td.look-error { background: var(--error-soft); box-shadow: inset 0 0 0 2px var(--error-line); color: var(--error); }
td.look-warning { background: var(--warning-soft); box-shadow: inset 0 0 0 2px var(--warning-line); color: var(--warning); }
td.look-advice { background: var(--advice-soft); box-shadow: inset 0 0 0 2px var(--advice-line); color: var(--advice); }
td.look-uncertain { box-shadow: inset 0 0 0 2px var(--uncertain-line); }
td.cell-involved { background: var(--error-soft); }
.statutory-table th[data-look="error"], .statutory-table .head-row th[data-look="error"] { box-shadow: inset 0 0 0 2px var(--error-line); }
.statutory-table th[data-look="warning"] { box-shadow: inset 0 0 0 2px var(--warning-line); }
.table-proactive th.row-label { width: 32%; }
@media (max-width: 47.99rem) {
  .statutory-table { font-size: 0.875rem; }
  .statutory-table th, .statutory-table td { padding: 0.4375rem 0.375rem; }
  .statutory-table th.row-label { min-width: 7.5rem; max-width: 9rem; }
  .statutory-table th.row-label:not([data-look]) { box-shadow: 1px 0 0 var(--line-strong); }
  .statutory-table .inner-row th.row-label { padding-left: 0.75rem; }
  .table-proactive:lang(en) :is(th, td) { padding-inline: 0.25rem; }
  .table-requests, .table-remedies { min-width: 40rem; }
  .scroll-hint { display: block; }
  .table-box:has(.table-proactive) + .scroll-hint { display: none; }
}
`
