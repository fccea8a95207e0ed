/** On paper: only results, in black on white, every fold open as it stands, nothing cut by a scroll box. */
export const printStyles = `
@page { margin: 15mm 14mm; }
@media print {
  :root { color-scheme: light; --ground: #fff; --paper: #fff; --ink: #000; --muted: #444; --line: #999; --line-strong: #666; --shadow: none; }
  body { font-size: 10pt; }
  .site-head, .site-foot, .check-form, .download, .opening, .what, .skip-link, .scroll-hint, .to-place, .button { display: none !important; }
  .column { max-width: none; padding: 0; }
  .result { border: 0; box-shadow: none; }
  .result[open] { break-after: page; }
  .result[open]:last-child { break-after: auto; }
  .fold:not([open]) { display: none !important; }
  .result-head, .part { padding-inline: 0; }
  .table-box { overflow: visible; }
  .statutory-table { font-size: 8.5pt; min-width: 0 !important; }
  .statutory-table th.row-label { position: static; }
  .part-findings { position: static; max-height: none; overflow: visible; grid-column: auto; grid-row: auto; }
  .part-with-findings .part-content { grid-column: auto; grid-row: auto; }
  .part-with-findings .part-body { grid-template-columns: minmax(0, 1fr); }
  .finding, tr { break-inside: avoid; }
  h3, h4 { break-after: avoid; }
}
`
