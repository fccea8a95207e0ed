/** Columns, guide, reports and figures; the foot of a site; the edition in large type; and all of it on paper. */
export const pageStyles = `
.skip-link + .skip-link { left: 12rem; }
:root:lang(en) .skip-link + .skip-link { left: 16rem; }
main:focus { outline: none; }
.site-search { min-width: 0; }
.switches { display: flex; flex-wrap: wrap; gap: 0.25rem 1rem; }
.switches .switch { display: inline-block; padding-block: 0.375rem; }
.around { padding-block: 0.5rem; }
.site-foot .around .column { display: block; }
.site-head .around { border-bottom: 1px solid var(--line); }
.around img { max-width: 100%; height: auto; }
.around ul { list-style: none; display: flex; flex-wrap: wrap; gap: 0.25rem 1.25rem; }
.around a { display: inline-block; padding-block: 0.25rem; }
.column-tiles ul { display: grid; grid-template-columns: repeat(auto-fit, minmax(10rem, 1fr)); gap: 0.75rem; list-style: none; }
.column-tiles a { display: flex; align-items: center; justify-content: center; min-height: 4.25rem; padding: 0.75rem; border-radius: 8px; background: var(--paper); border: 1px solid var(--line); border-top: 4px solid var(--accent); font-weight: 650; text-align: center; text-decoration: none; }
.column-tiles a:hover { background: var(--accent-soft); text-decoration: underline; }
.more { margin-top: 0.75rem; }
.agency-tree { list-style: none; margin-top: 0.5rem; columns: 18rem 3; column-gap: 2rem; }
.agency-tree .agency-above { column-span: all; }
.agency-tree .agency-tree { margin: 0 0 0.75rem; padding-left: 1.125rem; border-left: 2px solid var(--line); }
.agency-tree li { break-inside: avoid-column; }
.agency-tree a { display: inline-block; padding: 0.3125rem 0; text-decoration: none; }
.agency-tree a:hover { text-decoration: underline; }
.agency-above > a { font-weight: 650; }
.count { display: inline-block; min-width: 1.75em; padding: 0 0.4375rem; margin-left: 0.25rem; border-radius: 999px; background: var(--sunk); color: var(--muted); font-size: 0.875rem; font-weight: 500; text-align: center; line-height: 1.6; font-variant-numeric: tabular-nums; }
.part-links { grid-template-columns: repeat(auto-fill, minmax(min(100%, 13rem), 1fr)); }
.part-links > li { min-width: 0; }
.part-links-long { grid-template-columns: minmax(0, 1fr); gap: 0; list-style: decimal; padding-left: 3rem; }
.part-links-long > li { padding-block: 0.125rem; }
.part-links-long > li::marker { color: var(--muted); font-variant-numeric: tabular-nums; }
.part-empty { display: block; padding-block: 0.25rem; color: var(--muted); line-height: 1.5; }
.part-within { padding-left: 1em; }
.list-total { margin-top: 1rem; }
.guide section > p, .guide > p { margin-top: 0.75rem; }
.guide-facts { border-bottom: 1px solid var(--line); }
.guide-facts > div { display: grid; grid-template-columns: 10em minmax(0, 1fr); gap: 0.25rem 1.25rem; padding-block: 0.75rem; }
.guide-facts > div + div { border-top: 1px solid var(--line); }
.guide-facts dt { color: var(--muted); }
.guide-facts dd p + p { margin-top: 0.5rem; }
.guide-facts ul { padding-left: 1.125rem; }
.national-rules { list-style: none; }
.national-rules li { display: flex; flex-wrap: wrap; gap: 0 0.75rem; align-items: baseline; padding-block: 0.5625rem; border-bottom: 1px solid var(--line); }
.national-rules .quiet { margin-left: auto; }
.report-list { list-style: none; margin-top: 0.5rem; }
.report-list li { padding-block: 0.875rem; border-bottom: 1px solid var(--line); }
.report-name { font-size: 1.0625rem; font-weight: 600; text-decoration: none; }
.report-name:hover { text-decoration: underline; }
.report-files { display: flex; flex-wrap: wrap; gap: 0.25rem 1.25rem; list-style: none; padding: 0; }
.report-list .report-files li { padding: 0; border: 0; }
.report-files a { display: inline-block; padding-block: 0.25rem; }
.guide > h1, .report-page > h1, .figures > h1 { font-size: clamp(1.375rem, 1.2rem + 0.9vw, 1.75rem); }
.report-facts { margin-top: 0.75rem; padding: 0.75rem 1rem; border: 1px solid var(--line); border-radius: 8px; background: var(--paper); }
.report-versions ol { padding-left: 1.5rem; margin-top: 0.5rem; }
.report-text { margin-top: 1.5rem; font-size: 1.0625rem; line-height: 1.85; }
.report-text p { text-indent: 2em; margin-top: 0.5rem; }
.report-text h2 { font-size: 1.1875rem; margin-top: 1.5rem; padding: 0; border: 0; }
.report-text h3 { font-size: 1.0625rem; margin-top: 1rem; }
.report-opening { font-weight: 600; }
.report-text .table-scroll { margin-block: 0.75rem; background: var(--paper); }
.report-table { border-collapse: collapse; width: 100%; min-width: 44rem; font-size: 0.875rem; line-height: 1.4; }
.report-table-proactive { min-width: 0; }
.report-table-remedies { min-width: 56rem; }
.report-table th, .report-table td { border: 1px solid var(--line-strong); padding: 0.375rem 0.3125rem; text-align: center; font-weight: 400; vertical-align: middle; }
.report-table th { background: var(--sunk); }
.report-table th.left { text-align: left; }
.report-table th.vertical { writing-mode: vertical-rl; text-orientation: upright; letter-spacing: 0.2em; padding: 0; }
.report-table td { font-variant-numeric: tabular-nums; }
.report-table .corner { text-align: left; color: var(--muted); }
.table-scroll:focus-visible { outline-offset: 0; }
.charts { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 24rem), 1fr)); gap: 1rem; margin-top: 1rem; align-items: start; }
.chart-figure { margin: 0; padding: 1rem 1.125rem; border: 1px solid var(--line); border-radius: 8px; background: var(--paper); }
.chart-figure figcaption { font-weight: 650; margin-bottom: 0.5rem; }
.chart { display: block; width: 100%; height: auto; color: var(--accent); }
.chart-label, .chart-value { font: 13px/1 var(--sans); fill: var(--ink); }
.chart-value { font-variant-numeric: tabular-nums; font-weight: 600; }
.chart-bar { stroke: var(--accent); }
.chart-ground { fill: var(--accent-soft); }
.chart-ink { fill: var(--accent); }
.chart-line { stroke: var(--accent); stroke-width: 1.75; fill: none; }
.chart-figure summary { cursor: pointer; padding-block: 0.375rem; color: var(--accent); }
.chart-table { width: 100%; border-collapse: collapse; font-size: 0.9375rem; }
.chart-table th, .chart-table td { padding: 0.25rem 0.5rem; border-bottom: 1px solid var(--line); text-align: left; font-weight: 400; }
.chart-table thead th { color: var(--muted); }
.chart-table td, .chart-table th + th { text-align: right; font-variant-numeric: tabular-nums; }
.share { display: flex; gap: 1rem; align-items: center; width: fit-content; max-width: 100%; margin: 2rem 0 0 auto; padding: 0.75rem; border: 1px solid var(--line); border-radius: 8px; background: var(--paper); color: var(--muted); font-size: 0.9375rem; }
.feeds { margin-top: 2rem; }
.feeds a { margin-inline-start: 0.5rem; }
.share-code { flex: none; border-radius: 4px; }
.share-address { color: var(--ink); }
.foot-facts { display: flex; flex-wrap: wrap; gap: 0.25rem 2rem; margin-bottom: 0.75rem; }
.foot-facts div { display: flex; }
.foot-facts dt::after { content: "："; }
:root:lang(en) .foot-facts dt::after { content: ": "; white-space: pre; }
.site-foot .badges { list-style: none; gap: 1rem; margin-bottom: 0.75rem; }
.badges a { display: block; }
.badges img { display: block; }
@media (max-width: 52rem) {
  .guide-facts > div { grid-template-columns: minmax(0, 1fr); }
  .share { margin-inline: auto; }
}
/* 适老化: large type, strong contrast, one column, every link underlined. */
:root.plain { font-size: 137.5%; --ground: #fff; --paper: #fff; --sunk: #f2f2f2; --ink: #000; --muted: #262626; --line: #595959; --line-strong: #262626; --accent: #00307a; --accent-deep: #001f52; --accent-soft: #e6eefc; --on-accent: #fff; --error: #8a0000; --error-soft: #fff; --warning: #5c3800; --warning-soft: #fff; --shadow: none; }
@media (prefers-color-scheme: dark) {
  :root.plain { --ground: #000; --paper: #000; --sunk: #1a1a1a; --ink: #fff; --muted: #e0e0e0; --line: #a6a6a6; --line-strong: #e0e0e0; --accent: #ffe14d; --accent-deep: #fff09e; --accent-soft: #262100; --on-accent: #000; --error: #ffb3ad; --error-soft: #000; --warning: #ffd890; --warning-soft: #000; }
}
.plain body { line-height: 1.85; }
.plain .quiet, .plain .item-number, .plain .crumbs, .plain .site-foot, .plain .catalogue, .plain .count, .plain .validity, .plain .share, .plain .report-table, .plain .chart-table { font-size: 1rem; }
.plain main a, .plain .crumbs a, .plain .agency-columns a, .plain .site-foot a { text-decoration: underline; text-decoration-thickness: 2px; }
.plain .agency-frame, .plain .catalogue, .plain .guide-facts > div { grid-template-columns: minmax(0, 1fr); }
.plain .agency-columns, .plain .item, .plain .parts { border-width: 2px; }
.plain .item-text, .plain .report-text { font-size: 1.125rem; line-height: 2; }
.plain :focus-visible { outline-width: 5px; }
.plain .site-search input { width: 12rem; }
.plain .report-table { min-width: 60rem; }
.plain .report-table-proactive { min-width: 0; }
@media (max-width: 52rem) {
  :root.plain { font-size: 125%; }
  .plain .agency-columns ul { grid-template-columns: minmax(0, 1fr); }
  .plain .site-search input { width: auto; }
}
@page { margin: 18mm 16mm; }
@media print {
  :root, :root.plain { color-scheme: light; --ground: #fff; --paper: #fff; --sunk: #fff; --ink: #000; --muted: #333; --line: #888; --line-strong: #444; --accent: #000; --accent-soft: #fff; --shadow: none; }
  .skip-link, .column-tiles, .around, .report-facts .report-files, .chart-figure summary { display: none; }
  body { font-size: 11pt; line-height: 1.6; }
  .column { max-width: none; padding: 0; }
  .agency-frame { display: block; margin: 0; }
  .item { margin: 0; }
  .catalogue { grid-template-columns: 1fr 1fr; }
  .charts { grid-template-columns: 1fr 1fr; }
  .chart-figure { padding: 0.5rem 0.75rem; }
  .table-scroll { overflow: visible; }
  .report-table, .plain .report-table { min-width: 0; font-size: 7.5pt; }
  .chart-figure, tr, .share { break-inside: avoid; }
  h2, h3 { break-after: avoid; }
  .share { border: 0; padding: 0; margin: 1.5rem 0 0; }
}
`
