/** Results: the list of files, each report section by section, findings beside the place they speak of. */
export const resultStyles = `
.results { margin-top: clamp(2rem, 5vw, 3rem); }
.results-head { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0.25rem 1rem; margin-bottom: 1rem; }
.overview { list-style: none; margin-bottom: 1.5rem; background: var(--paper); border: 1px solid var(--line); border-radius: 10px; overflow: hidden; }
.overview-row { display: grid; grid-template-columns: minmax(0, 5fr) minmax(0, 4fr) minmax(0, 4fr); align-items: center; gap: 0.25rem 1.25rem; padding: 0.625rem 1.25rem; }
.overview-row + .overview-row { border-top: 1px solid var(--line); }
.overview-agency { color: var(--muted); }
.overview-row .badges { justify-content: flex-end; }
.state { color: var(--muted); font-size: 0.9375rem; }
.state-checking::before { content: ""; display: inline-block; width: 0.625rem; height: 0.625rem; margin-right: 0.5rem; border-radius: 50%; background: var(--accent); }
.result { margin-top: 1.5rem; background: var(--paper); border: 1px solid var(--line); border-radius: 12px; box-shadow: var(--shadow); scroll-margin-top: 1rem; }
.result + .result { margin-top: 0.625rem; }
.result[open] { margin-block: 1.25rem; }
summary.result-head { position: relative; list-style: none; color: inherit; font-weight: inherit; padding-left: clamp(2.25rem, 5vw, 3.25rem); border-radius: 12px; }
summary.result-head::-webkit-details-marker { display: none; }
summary.result-head::before { content: ""; position: absolute; left: clamp(1rem, 2.6vw, 1.5rem); top: 1.875rem; width: 0.5rem; height: 0.5rem; border: solid var(--accent); border-width: 0 2px 2px 0; transform: rotate(-45deg); }
[open] > summary.result-head::before { transform: rotate(45deg); }
summary.result-head:hover { color: inherit; }
summary.result-head:hover h3 { color: var(--accent); }
.result-name { flex: 1 1 18rem; min-width: 0; }
.results-head h2:focus { outline: none; }
.results-head progress { width: 10rem; height: 0.5rem; accent-color: var(--accent); }
.button-small { min-height: 2.25rem; padding: 0.25rem 0.875rem; margin-left: auto; font-size: 0.9375rem; align-self: center; }
.result:focus-visible { outline-offset: 4px; border-radius: 12px; }
.result-head { display: flex; flex-wrap: wrap; align-items: flex-start; justify-content: space-between; gap: 0.75rem 1.5rem; padding: 1.125rem clamp(1rem, 3vw, 2rem); }
.result-head h3 { font-size: 1.1875rem; }
[open] > .result-head h3 { font-size: 1.5rem; }
.result-facts { display: flex; flex-wrap: wrap; gap: 0.125rem 1.25rem; margin-top: 0.125rem; color: var(--muted); font-size: 0.9375rem; }
.result-refused { border-left: 5px solid var(--error-line); }
div.result .result-head { padding-left: clamp(2.25rem, 5vw, 3.25rem); }
.result .state { align-self: center; }
.refusal { padding: 0 clamp(1rem, 3vw, 2rem) 1.25rem clamp(2.25rem, 5vw, 3.25rem); margin-top: -0.5rem; }
.badges { display: flex; flex-wrap: wrap; gap: 0.375rem; }
.badge { display: inline-flex; align-items: center; gap: 0.375rem; padding: 0.125rem 0.625rem; border-radius: 99px; font-size: 0.875rem; font-weight: 650; line-height: 1.6; white-space: nowrap; }
.badge-error { background: var(--error-soft); color: var(--error); }
.badge-warning { background: var(--warning-soft); color: var(--warning); }
.badge-advice { background: var(--advice-soft); color: var(--advice); }
.badge-uncertain { background: var(--uncertain-soft); color: var(--uncertain); }
.badge-passed { background: var(--passed-soft); color: var(--passed); }
.download { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: 0.75rem 2rem; padding: 1rem clamp(1rem, 3vw, 2rem); background: var(--sunk); border-block: 1px solid var(--line); }
.download-words { flex: 1 1 22rem; }
.download-title { font-weight: 650; }
.download-buttons { display: flex; flex-wrap: wrap; gap: 0.5rem; }
.confirm { display: flex; flex-wrap: wrap; gap: 0.125rem 1.25rem; margin: 0.625rem 0 0; padding: 0; border: 0; }
.confirm legend { padding: 0; font-size: 0.9375rem; }
.confirm label { display: inline-flex; align-items: center; gap: 0.5rem; padding-block: 0.25rem; }
.confirm input { width: 1.125rem; height: 1.125rem; margin: 0; flex: none; accent-color: var(--accent); }
.part { padding: 1.25rem clamp(1rem, 3vw, 2rem); }
.part + .part { border-top: 1px solid var(--line); }
.part h4 { font-size: 1.125rem; }
.part .gloss { display: block; }
.part .statutory { display: block; color: var(--muted); font-weight: 400; font-size: 0.875rem; }
.clean { display: inline-block; margin-left: 0.5rem; color: var(--passed); font-size: 0.875rem; font-weight: 500; }
.clean:lang(en) { margin-left: 0; }
.part-body { display: grid; gap: 1.25rem 2rem; margin-top: 0.75rem; }
.part-content { min-width: 0; }
.fold summary { font-size: 0.9375rem; font-weight: 500; }
.prose { max-width: 46rem; }
.prose p { text-indent: 2em; margin-block: 0.375rem; }
.part-content > .fold + .table-marks, .part-content > .prose + .table-marks { margin-top: 1rem; }
.range { color: inherit; border-radius: 3px; padding: 0.0625rem 0.125rem; text-decoration: underline 2px; text-underline-offset: 0.25em; text-decoration-skip-ink: none; -webkit-box-decoration-break: clone; box-decoration-break: clone; }
.range.look-error { background: var(--error-soft); text-decoration-color: var(--error-line); text-decoration-style: wavy; }
.range.look-warning { background: var(--warning-soft); text-decoration-color: var(--warning-line); text-decoration-style: wavy; }
.range.look-advice { background: var(--advice-soft); text-decoration-color: var(--advice-line); }
.range.look-uncertain { background: var(--uncertain-soft); text-decoration-color: var(--uncertain-line); text-decoration-style: dotted; }
.mark { display: inline-flex; align-items: center; gap: 0.1875rem; min-height: 1.5rem; min-width: 1.5rem; justify-content: center; margin-inline: 0.125rem; padding: 0 0.375rem; border: 1px solid; border-radius: 5px; font-size: 0.75rem; font-weight: 700; line-height: 1; text-decoration: none; text-indent: 0; vertical-align: 0.0625rem; }
.mark-error { background: var(--error-soft); border-color: var(--error-line); color: var(--error); }
.mark-warning { background: var(--warning-soft); border-color: var(--warning-line); color: var(--warning); }
.mark-advice { background: var(--advice-soft); border-color: var(--advice-line); color: var(--advice); }
.mark-uncertain { background: var(--uncertain-soft); border-color: var(--uncertain-line); color: var(--uncertain); }
.mark:hover { color: var(--ink); border-color: var(--ink); }
.mark:target { outline: 3px solid var(--accent); outline-offset: 2px; }
.findings { list-style: none; display: grid; gap: 0.75rem; }
.fold .findings { margin-top: 0.5rem; }
.finding { padding: 0.75rem 1rem; border: 1px solid var(--line); border-left: 4px solid var(--uncertain-line); border-radius: 6px; background: var(--paper); font-size: 0.9375rem; line-height: 1.6; scroll-margin-top: 1rem; }
.finding-error { border-left-color: var(--error-line); }
.finding-warning { border-left-color: var(--warning-line); }
.finding-advice { border-left-color: var(--advice-line); }
.finding:target { border-color: var(--accent); box-shadow: 0 0 0 2px var(--accent); }
.finding-head { display: flex; flex-wrap: wrap; align-items: center; gap: 0.25rem 0.75rem; }
.places { display: inline-flex; flex-wrap: wrap; align-items: baseline; gap: 0 0.375rem; }
.places .to-place { min-width: 1.5rem; min-height: 1.5rem; text-align: center; }
.table-lost { margin-top: 0.5rem; padding: 0.625rem 0.875rem; border-left: 4px solid var(--uncertain-line); background: var(--uncertain-soft); color: var(--uncertain); border-radius: 6px; font-size: 0.9375rem; }
.rule { margin-left: auto; color: var(--muted); font-size: 0.8125rem; }
.finding-words { margin-top: 0.375rem; }
.suggestion { margin-top: 0.375rem; color: var(--muted); }
.suggestion b { font-weight: 600; margin-right: 0.375rem; color: var(--ink); }
.sides { display: flex; flex-wrap: wrap; gap: 0.5rem; margin-top: 0.25rem; font-variant-numeric: tabular-nums; }
.sides div { display: flex; align-items: baseline; gap: 0.375rem; }
.sides dt { color: var(--muted); font-size: 0.8125rem; }
.sides dd { font-size: 1.0625rem; font-weight: 650; }
.sides div + div::before { content: "≠"; color: var(--error); font-weight: 650; }
@media (min-width: 62rem) {
  .part-with-findings .part-body { grid-template-columns: minmax(0, 1fr) 22rem; align-items: start; }
  .part-findings { grid-column: 2; grid-row: 1; position: sticky; top: 1rem; max-height: calc(100vh - 2rem); overflow-y: auto; padding: 3px; margin: -3px; background: linear-gradient(var(--paper) 40%, transparent) local, linear-gradient(transparent, var(--paper) 60%) 0 100% local, linear-gradient(rgb(20 30 45 / 18%), transparent) scroll, linear-gradient(transparent, rgb(20 30 45 / 18%)) 0 100% scroll; background-repeat: no-repeat; background-size: 100% 2.5rem, 100% 2.5rem, 100% 0.75rem, 100% 0.75rem; }
  .part-with-findings .part-content { grid-column: 1; grid-row: 1; }
}
/* The widest table has no room beside it yet. */
@media (min-width: 62rem) and (max-width: 75.99rem) {
  .part-with-findings .part-body:has(.table-requests) { grid-template-columns: minmax(0, 1fr); }
  .part-with-findings .part-body:has(.table-requests) > * { grid-column: auto; grid-row: auto; }
  .part-body:has(.table-requests) > .part-findings { position: static; max-height: none; }
}
@media (max-width: 47.99rem) {
  .overview-row { grid-template-columns: minmax(0, 1fr); padding-inline: 1rem; }
  .overview-row .badges { justify-content: flex-start; }
  [open] > .result-head h3 { font-size: 1.3125rem; }
  .download-buttons { width: 100%; }
  .download-buttons .button { flex: 1; }
}
`
