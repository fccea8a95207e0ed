/** The search page: its form, what was found with the words marked, links that narrow it down. */
export const searchStyles = `
body:has(.search-page) .site-bar .site-search { display: none; }
.search-page > h1 { font-size: clamp(1.5rem, 1.3rem + 0.9vw, 1.875rem); margin-block: 1.5rem 1rem; }
.search-form { padding: 1rem 1.25rem; background: var(--paper); border: 1px solid var(--line); border-radius: 8px; }
.search-line { display: flex; gap: 0.625rem; }
.search-line input { flex: 1; }
.search-form input, .search-form select { min-height: 2.75rem; min-width: 0; width: 100%; padding: 0.375rem 0.75rem; border: 1px solid var(--line-strong); border-radius: 6px; background: var(--paper); color: var(--ink); font: inherit; }
.search-form input[type="hidden"] { display: none; }
.search-form summary { margin-top: 0.5rem; padding-block: 0.375rem; cursor: pointer; color: var(--accent); font-weight: 600; width: fit-content; }
.search-fields { display: grid; grid-template-columns: repeat(auto-fill, minmax(13rem, 1fr)); gap: 0.75rem 1.25rem; margin-top: 0.5rem; }
.search-fields .field { display: flex; flex-direction: column; gap: 0.25rem; min-width: 0; }
.search-fields label { font-size: 0.9375rem; font-weight: 600; }
.search-page > .quiet { margin-top: 1rem; }
.search-chosen { display: flex; flex-wrap: wrap; gap: 0.5rem; list-style: none; margin-top: 1rem; }
.search-chosen a { display: inline-block; padding: 0.25rem 0.75rem; border: 1px solid var(--accent); border-radius: 1.5rem; background: var(--accent-soft); text-decoration: none; font-size: 0.9375rem; }
.search-page noscript > p { margin-top: 1rem; }
.search-browse h3 { margin-block: 1rem 0.25rem; }
.search-page [role="status"]:not(:empty) { margin-top: 1.25rem; }
.search-frame { display: grid; grid-template-columns: minmax(0, 1fr) 16rem; gap: 2.5rem; align-items: start; }
.search-frame > .search-found:only-child { grid-column: 1 / -1; }
main .search-found { margin-top: 1.25rem; }
.search-head { display: flex; flex-wrap: wrap; gap: 0.5rem 1.5rem; align-items: baseline; justify-content: space-between; padding-bottom: 0.5rem; border-bottom: 2px solid var(--accent); }
.search-orders { display: flex; gap: 1.25rem; }
.search-orders a { display: inline-block; padding-block: 0.25rem; text-decoration: none; }
.search-orders [aria-current] { color: var(--ink); font-weight: 650; box-shadow: inset 0 -2px 0 var(--accent); }
.search-none { margin-top: 1.25rem; font-size: 1.0625rem; }
.found { list-style: none; }
.found li { padding-block: 1rem; border-bottom: 1px solid var(--line); }
.found-title { font-size: 1.125rem; line-height: 1.5; }
.found-title a { text-decoration: none; }
.found-title a:hover { text-decoration: underline; }
.found-text { margin-top: 0.25rem; line-height: 1.7; }
.found-facts { display: flex; flex-wrap: wrap; gap: 0 1.25rem; margin-top: 0.25rem; color: var(--muted); font-size: 0.9375rem; }
.found mark { background: none; color: var(--error); font-weight: 650; }
.search-older { margin-top: 1rem; padding: 0.75rem 1rem; border-radius: 6px; background: var(--warning-soft); color: var(--warning); }
.search-filters { margin-top: 1.25rem; border: 1px solid var(--line); border-radius: 8px; background: var(--paper); overflow: hidden; }
.search-filters details + details { border-top: 1px solid var(--line); }
.search-filters summary { padding: 0.5rem 1rem; cursor: pointer; font-weight: 600; }
.search-filters ul { list-style: none; padding: 0 1rem 0.625rem; }
.search-filters a { display: flex; justify-content: space-between; gap: 0.75rem; padding-block: 0.3125rem; line-height: 1.5; text-decoration: none; }
.search-filters a:hover span:first-child { text-decoration: underline; }
.search-filters .count { align-self: start; color: var(--muted); font-variant-numeric: tabular-nums; white-space: nowrap; }
@media (max-width: 52rem) {
  .search-frame { grid-template-columns: minmax(0, 1fr); gap: 0.5rem; }
  .search-fields { grid-template-columns: minmax(0, 1fr); }
}
@media (forced-colors: active) { .found mark { text-decoration: underline; } }
@media print { .search-form, .search-filters, .search-orders { display: none; } }
`
