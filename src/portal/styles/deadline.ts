/** The page that counts due dates: form, verdict, steps, months. */
export const deadlineStyles = `
.deadline { display: grid; gap: 1.5rem; }
.deadline-form, .deadline-answer { background: var(--paper); border: 1px solid var(--line); border-radius: 12px; padding: clamp(1rem, 3vw, 2rem); box-shadow: var(--shadow); min-width: 0; }
.deadline fieldset { border: 0; margin: 0; padding: 0; min-width: 0; }
.deadline legend { padding: 0 0.75rem 0 0; font-weight: 650; font-size: 1.125rem; margin-bottom: 0.5rem; }
.deadline input:not([type="hidden"]), .deadline select { width: 100%; height: 2.875rem; padding: 0.25rem 0.75rem; border: 1px solid var(--line-strong); border-radius: 6px; background: var(--paper); }
.deadline-receipt, .event-row { display: grid; gap: 0.75rem 1rem; }
.deadline-events { margin-top: 1.5rem !important; padding-top: 1.25rem !important; border-top: 1px solid var(--line) !important; }
.deadline-events ol { list-style: none; margin-top: 0.75rem; }
.event-row { padding-block: 0.75rem; border-bottom: 1px solid var(--line); }
.event-row .field label { font-weight: 500; font-size: 0.875rem; color: var(--muted); }
#seconds-hint { margin-top: 0.75rem; }
.deadline-answer h3 { margin: 1.75rem 0 0.5rem; font-size: 1.125rem; }
.deadline-verdict { margin-top: 0.75rem; padding: 1rem 1.25rem; border-left: 5px solid var(--accent); border-radius: 6px; background: var(--accent-soft); }
.deadline-verdict.is-overdue { border-color: var(--error-line); background: var(--error-soft); }
.deadline-state { font-weight: 600; }
.deadline-due strong { font-size: clamp(1.375rem, 1.1rem + 1.4vw, 1.875rem); margin-left: 0.25rem; }
.deadline-left { font-weight: 650; font-size: 1.125rem; }
.is-overdue .deadline-left, .is-overdue .deadline-due strong { color: var(--error); }
.deadline-provisional { margin-top: 0.5rem; padding-top: 0.5rem; border-top: 1px solid var(--line); color: var(--warning); font-weight: 600; }
.deadline-problems { margin-top: 1.25rem; padding: 0.875rem 1.25rem; border: 1px solid var(--warning-line); border-radius: 6px; background: var(--warning-soft); }
.deadline-problems h3 { margin: 0 0 0.25rem; font-size: 1rem; color: var(--warning); }
.deadline-problems ul { padding-left: 1.25rem; }
.deadline-steps { width: 100%; border-collapse: collapse; font-variant-numeric: tabular-nums; }
.deadline-steps th, .deadline-steps td { padding: 0.5rem 0.75rem; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; }
.deadline-steps th { color: var(--muted); font-weight: 600; font-size: 0.9375rem; }
.step-days, .step-counted, .deadline-steps td:last-child { white-space: nowrap; }
.deadline-steps .step-counted { text-align: right; }
.deadline-steps th:nth-child(2) { text-align: right; white-space: nowrap; }
.month-legend { display: flex; flex-wrap: wrap; gap: 0.25rem 1.25rem; list-style: none; color: var(--muted); font-size: 0.9375rem; }
.month-legend li { display: inline-flex; align-items: center; gap: 0.5rem; }
.day-sample { display: inline-block; width: 1.25rem; height: 1.25rem; border-radius: 4px; }
.months { display: grid; grid-template-columns: repeat(auto-fill, minmax(16rem, 1fr)); gap: 1.25rem 2rem; margin-top: 0.75rem; }
.month { border-collapse: separate; border-spacing: 2px; align-self: start; width: 100%; font-variant-numeric: tabular-nums; table-layout: fixed; }
.month caption { text-align: left; font-weight: 650; padding-bottom: 0.25rem; }
.month th { color: var(--muted); font-weight: 500; font-size: 0.8125rem; padding: 0.125rem 0; }
.day { position: relative; height: 2.25rem; text-align: center; border-radius: 4px; color: var(--muted); }
.day sup { position: absolute; top: 0.125rem; right: 0.1875rem; font-size: 0.625rem; line-height: 1; color: var(--ink); }
.day-counted { background: var(--accent-soft); color: var(--ink); font-weight: 600; }
.day-start { box-shadow: inset 0 0 0 2px var(--line-strong); color: var(--ink); }
.day-void { background: repeating-linear-gradient(135deg, var(--sunk) 0 4px, transparent 4px 7px); text-decoration: line-through; }
.day-paused { background: var(--warning-soft); color: var(--warning); }
.day-waiting { background: var(--uncertain-soft); color: var(--uncertain); }
.day-postponed { background: var(--passed-soft); color: var(--passed); }
.day-due { background: var(--accent); color: var(--on-accent); font-weight: 700; }
.day-due sup { color: inherit; }
.day[aria-current] { outline: 2px solid var(--error-line); outline-offset: -2px; }
@media (min-width: 48rem) {
  .deadline-receipt { grid-template-columns: 2fr 1fr 1fr; }
  .event-row { grid-template-columns: minmax(0, 2fr) minmax(0, 1.4fr) minmax(0, 1.4fr) minmax(0, 0.8fr) minmax(0, 1fr); align-items: end; }
}
@media (max-width: 47.99rem) {
  .event-row { grid-template-columns: repeat(2, minmax(0, 1fr)); }
  .field-event { grid-column: 1 / -1; }
  .deadline-steps thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .deadline-steps tr { display: grid; grid-template-columns: 1fr auto; border-bottom: 1px solid var(--line); padding-block: 0.5rem; }
  .deadline-steps td { padding: 0.125rem 0.75rem; border: 0; }
  .step-days { font-weight: 600; }
  .step-counted::after { content: attr(data-unit); }
  .deadline-steps td:nth-child(3) { grid-column: 1 / -1; }
  .deadline-steps td:last-child { grid-column: 1 / -1; color: var(--muted); font-size: 0.875rem; }
}
@media print {
  .deadline-form { display: none; }
  .deadline-answer { border: 0; box-shadow: none; padding: 0; }
  .month, .deadline-verdict { break-inside: avoid; }
  .day, .deadline-verdict { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
`
