/** The public portal: masthead with search, columns beside the content, lists, the catalogue table, a text to read and print. */
export const siteStyles = `
.site-bar { flex-wrap: wrap; padding-block: 0.75rem; }
.site-name { color: var(--ink); font-size: 1.375rem; font-weight: 650; text-decoration: none; margin-right: auto; }
.site-name:hover { color: var(--accent); }
.site-search { display: flex; gap: 0.5rem; }
.site-search input, .filters input, .filters select { min-height: 2.75rem; min-width: 0; padding: 0.375rem 0.75rem; border: 1px solid var(--line-strong); border-radius: 6px; background: var(--paper); color: var(--ink); font: inherit; }
.site-search input { width: 17rem; }
.site-search input::placeholder { color: var(--muted); opacity: 1; }
.crumbs { padding-block: 0.75rem 0; font-size: 0.9375rem; }
.crumbs ol { display: flex; flex-wrap: wrap; list-style: none; }
.crumbs li { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; max-width: 24em; }
.crumbs li + li::before { content: "›"; padding-inline: 0.5rem; color: var(--muted); }
.crumbs [aria-current] { color: var(--muted); }
main > h1, .agency-content > h1, .item > h1 { font-size: clamp(1.5rem, 1.3rem + 0.9vw, 1.875rem); }
main > h1 { margin-block: 2rem 1rem; }
main section { margin-top: 2rem; }
main section > h2 { font-size: 1.1875rem; padding-bottom: 0.5rem; border-bottom: 2px solid var(--accent); margin-bottom: 0.25rem; }
.agency-list { display: grid; grid-template-columns: repeat(auto-fill, minmax(16rem, 1fr)); gap: 0 1.5rem; list-style: none; margin-top: 0.5rem; }
.agency-list a { display: block; padding: 0.5rem 0; text-decoration: none; }
.agency-list a:hover { text-decoration: underline; }
.agency-frame { display: grid; grid-template-columns: 14rem minmax(0, 1fr); gap: 2.5rem; align-items: start; margin-top: 1.25rem; }
.agency-columns { background: var(--paper); border: 1px solid var(--line); border-radius: 8px; overflow: hidden; }
.agency-name { padding: 0.875rem 1rem; background: var(--accent); font-weight: 650; line-height: 1.45; }
.agency-name a { color: var(--on-accent); text-decoration: none; }
.agency-name a:hover { text-decoration: underline; }
.agency-columns ul { list-style: none; }
.agency-columns li + li { border-top: 1px solid var(--line); }
.agency-columns li a { display: block; padding: 0.75rem 1rem; color: var(--ink); text-decoration: none; }
.agency-columns li a:hover { background: var(--accent-soft); color: var(--accent); }
.agency-columns [aria-current] { font-weight: 650; color: var(--accent); background: var(--accent-soft); box-shadow: inset 4px 0 0 var(--accent); }
.parts { margin-block: 1rem; border: 1px solid var(--line); border-radius: 8px; background: var(--paper); }
.parts details + details { border-top: 1px solid var(--line); }
.parts summary { padding: 0.625rem 1rem; cursor: pointer; font-weight: 600; }
.part-links { display: grid; grid-template-columns: repeat(auto-fill, minmax(13rem, 1fr)); gap: 0.25rem 1.25rem; list-style: none; padding: 0 1rem 0.875rem; }
.part-links a { display: block; padding-block: 0.25rem; text-decoration: none; line-height: 1.5; }
.part-links a:hover { text-decoration: underline; }
.part-links [aria-current] { font-weight: 650; color: var(--ink); }
.item-list { list-style: none; }
.item-list li { display: flex; flex-wrap: wrap; gap: 0.125rem 0.75rem; align-items: baseline; padding-block: 0.6875rem; border-bottom: 1px solid var(--line); }
.item-list li > a { text-decoration: none; color: var(--ink); font-size: 1.0625rem; line-height: 1.5; }
.item-list li > a:hover { color: var(--accent); text-decoration: underline; }
.item-list time { margin-left: auto; color: var(--muted); font-variant-numeric: tabular-nums; white-space: nowrap; }
.item-number { color: var(--muted); font-size: 0.9375rem; }
.validity { padding: 0.0625rem 0.5rem; border-radius: 4px; font-size: 0.875rem; font-weight: 600; background: var(--error-soft); color: var(--error); }
.validity-modified { background: var(--warning-soft); color: var(--warning); }
.page-links { display: flex; gap: 1rem; align-items: center; justify-content: center; margin-block: 1.5rem; }
.page-links a { padding: 0.5rem 0.75rem; border: 1px solid var(--line-strong); border-radius: 6px; text-decoration: none; background: var(--paper); }
.item { max-width: 56rem; margin: 1.25rem auto 0; background: var(--paper); border: 1px solid var(--line); border-radius: 8px; padding: clamp(1rem, 4vw, 2.5rem); }
.item > h1 { text-align: center; margin-block: 1.75rem 1.25rem; }
.catalogue { display: grid; grid-template-columns: 1fr 1fr; border: 1px solid var(--line); border-radius: 6px; font-size: 0.9375rem; overflow: hidden; }
.catalogue div { display: grid; grid-template-columns: 7.5em 1fr; gap: 0.75rem; padding: 0.4375rem 0.875rem; box-shadow: 0 -1px 0 var(--line), -1px 0 0 var(--line); }
.catalogue div:last-child:nth-child(odd) { grid-column: 1 / -1; }
.catalogue dt { color: var(--muted); }
.notice { margin-block: 1.25rem; padding: 0.875rem 1.125rem; border-left: 6px solid var(--error-line); border-radius: 4px; background: var(--error-soft); color: var(--error); font-size: 1.0625rem; }
.notice-modified { border-color: var(--warning-line); background: var(--warning-soft); color: var(--warning); }
.item-text { font-size: 1.125rem; line-height: 1.9; }
.item-text > * + * { margin-top: 0.875rem; }
.item-text p { text-indent: 2em; }
.item-text p[class] { text-indent: 0; }
.item-text .align-center { text-align: center; }
.item-text .align-right { text-align: right; }
.item-text h2, .item-text h3, .item-text h4, .item-text h5 { font-size: 1.125rem; text-indent: 2em; line-height: 1.9; }
.item-text h3, .item-text h5 { font-weight: 500; }
.item-text ul, .item-text ol { padding-left: 3.5em; }
.item-text figure { margin: 1.25rem 0; text-align: center; }
.item-text img { max-width: 100%; height: auto; }
.item-text figcaption { color: var(--muted); font-size: 1rem; }
.table-scroll { overflow-x: auto; }
.item-text table { border-collapse: collapse; margin-inline: auto; font-size: 1rem; line-height: 1.6; }
.item-text caption { padding-bottom: 0.5rem; font-weight: 600; }
.item-text th, .item-text td { border: 1px solid var(--line-strong); padding: 0.375rem 0.75rem; }
.item-text th { background: var(--sunk); }
.file-list { list-style: none; margin-top: 0.5rem; }
.file-list li { padding-block: 0.375rem; }
@media (max-width: 52rem) {
  .agency-frame { grid-template-columns: minmax(0, 1fr); gap: 1.25rem; }
  .agency-columns ul { display: grid; grid-template-columns: 1fr 1fr; }
  .agency-columns li + li { border-top: 0; }
  .agency-columns li { box-shadow: 0 -1px 0 var(--line); }
  .catalogue { grid-template-columns: 1fr; }
  .site-search { flex: 1 1 100%; order: 3; }
  .site-search input { width: auto; flex: 1; }
  .item { border-inline: 0; border-radius: 0; margin-inline: calc(-1 * clamp(1rem, 4vw, 2.5rem)); }
}
@media print {
  .site-head, .crumbs, .site-foot, .agency-columns, .parts, .page-links { display: none; }
  .item { border: 0; padding: 0; max-width: none; }
  body { background: #fff; }
}
`
