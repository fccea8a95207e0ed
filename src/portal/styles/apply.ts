/** Applying and following: one column to fill in, cards to read, a confirmation that cannot be overlooked. */
export const applyStyles = `
.apply { max-width: 46rem; }
.apply h1, .agency-content h1 { margin-bottom: 0.75rem; }
.apply h1 { font-size: clamp(1.5rem, 1.3rem + 0.9vw, 1.875rem); }
.apply section > ul, .apply section > ol, .agency-content section > ul { padding-left: 1.25rem; margin-top: 0.75rem; }
.apply section > * + *, .agency-content section > * + * { margin-top: 0.75rem; }
.apply-lead { font-size: 1.125rem; color: var(--muted); }
.apply-ways { display: flex; flex-wrap: wrap; gap: 0.75rem; margin-top: 1.25rem; align-items: center; }
.apply-forms { display: flex; flex-wrap: wrap; gap: 0.5rem 1.25rem; }
.apply-steps { display: flex; flex-wrap: wrap; gap: 0.25rem; list-style: none; margin-bottom: 0.75rem; }
.apply-steps li { flex: 1 1 7rem; padding: 0.375rem 0.75rem; border-bottom: 4px solid var(--line); color: var(--muted); font-size: 0.9375rem; }
.apply-steps .is-done { border-color: var(--accent); }
.apply-steps [aria-current] { border-color: var(--accent); background: var(--accent-soft); color: var(--accent); font-weight: 650; }
.apply-form { display: grid; gap: 1.25rem; margin-top: 1.25rem; }
.default-button { position: absolute; width: 1px; height: 1px; padding: 0; border: 0; overflow: hidden; clip-path: inset(50%); }
.apply-field { display: grid; gap: 0.25rem; min-width: 0; }
.apply-field > label, .apply-choice > legend { font-weight: 600; }
.apply-field input:not([type=file]), .apply-field textarea, .apply-field select, .apply-robot input { width: 100%; min-height: 2.75rem; padding: 0.5rem 0.75rem; border: 1px solid var(--line-strong); border-radius: 6px; background: var(--paper); color: var(--ink); font: inherit; }
.apply-field textarea { line-height: 1.7; resize: vertical; }
.apply-field input[type=file] { width: 100%; min-height: 2.75rem; padding: 0.5rem; border: 1px dashed var(--line-strong); border-radius: 6px; background: var(--paper); color: var(--ink); font: inherit; }
.apply-pair { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 1rem; align-items: end; }
.apply-person { display: grid; gap: 1rem; padding: 1rem 1.25rem 1.25rem; border: 1px solid var(--line); border-radius: 8px; background: var(--paper); min-width: 0; margin: 0; }
.apply-person > legend { padding-inline: 0.5rem; font-weight: 650; }
.apply-choice { display: grid; gap: 0.25rem; padding: 0; border: 0; min-width: 0; margin: 0; }
.apply-choice > legend { padding: 0; margin-bottom: 0.25rem; }
.apply-option { display: flex; gap: 0.75rem; align-items: baseline; padding: 0.5rem 0.75rem; border-radius: 6px; cursor: pointer; }
.apply-option:hover { background: var(--accent-soft); }
.apply-option input { flex: none; width: 1.25rem; height: 1.25rem; margin: 0; position: relative; top: 0.25rem; accent-color: var(--accent); }
.apply-consent { border: 1px solid var(--line-strong); background: var(--paper); }
.apply-notice { padding: 1rem 1.25rem; border: 1px solid var(--line); border-radius: 8px; background: var(--paper); margin: 0; }
.apply-notice ul { padding-left: 1.25rem; }
.apply-notice li + li { margin-top: 0.5rem; }
.is-wrong { padding-left: 0.875rem; border-left: 4px solid var(--error-line); }
.field-problem { color: var(--error); font-weight: 600; }
[aria-invalid=true] { border-color: var(--error-line) !important; }
.problem-summary { margin-block: 1rem; padding: 1rem 1.25rem; border: 2px solid var(--error-line); border-radius: 8px; background: var(--error-soft); color: var(--error); }
.problem-summary h2 { font-size: 1.125rem; }
.problem-summary ul { padding-left: 1.25rem; margin-top: 0.5rem; }
.problem-summary a { color: var(--error); }
.apply-kind summary, .apply-course summary, .apply-withdraw summary { padding-block: 0.625rem; cursor: pointer; font-weight: 600; }
.apply-kind summary span { color: var(--accent); text-decoration: underline; margin-left: 0.5rem; }
.apply-files { list-style: none; }
.apply-files li { display: flex; flex-wrap: wrap; gap: 0.5rem 1rem; align-items: center; justify-content: space-between; padding: 0.25rem 0; border-bottom: 1px solid var(--line); }
.apply-card { padding: 1rem 1.25rem; border: 1px solid var(--line); border-radius: 8px; background: var(--paper); margin-top: 1.25rem !important; }
.apply-card > h2, .apply-card-head h2 { border: 0; margin: 0; padding: 0; font-size: 1.125rem; }
.apply-card-head { display: flex; gap: 1rem; align-items: baseline; justify-content: space-between; }
.apply-card-head a { padding: 0.25rem; }
.apply-summary { margin-top: 0.5rem; }
.apply-summary > div { display: grid; grid-template-columns: minmax(6em, 12em) minmax(0, 1fr); gap: 0.25rem 1rem; padding-block: 0.4375rem; border-top: 1px solid var(--line); }
.apply-summary dt { color: var(--muted); }
.apply-summary dd ul { list-style: none; }
.apply-content { white-space: pre-wrap; }
.apply-robot { padding: 0.75rem 1.25rem 1rem; border: 1px solid var(--line); border-radius: 8px; margin: 0; }
.apply-robot legend { padding-inline: 0.5rem; font-weight: 600; }
.apply-robot input { width: 6rem; margin-inline: 0.5rem; }
.apply-robot .quiet { display: block; margin-top: 0.25rem; }
.apply-leave { display: flex; flex-wrap: wrap; gap: 0.75rem 1.5rem; align-items: center; justify-content: space-between; margin-top: 2rem; padding-top: 1rem; border-top: 1px solid var(--line); }
.apply-help { margin-top: 1.75rem; padding-top: 0.75rem; border-top: 1px solid var(--line); }
.apply-help a { white-space: nowrap; }
.apply-leave p { flex: 1 1 20rem; }
.apply-done { padding: 0.75rem 1.125rem; margin-bottom: 0.75rem; border-left: 6px solid var(--passed); border-radius: 4px; background: var(--passed-soft); color: var(--passed); font-weight: 600; }
.apply-received { padding: 1.25rem 1.5rem 1.5rem; border: 2px solid var(--passed); border-radius: 8px; background: var(--passed-soft); margin-bottom: 1rem; }
.apply-codes { display: grid; grid-template-columns: repeat(auto-fit, minmax(14rem, 1fr)); gap: 1rem; margin-block: 1rem; }
.apply-codes dd { font-size: 1.75rem; font-weight: 700; font-variant-numeric: tabular-nums; letter-spacing: 0.02em; line-height: 1.3; }
.apply-once { font-weight: 600; }
.apply-standing { padding: 1rem 1.25rem; border-left: 6px solid var(--accent); border-radius: 4px; background: var(--accent-soft); }
.apply-standing.is-overdue { border-color: var(--error-line); background: var(--error-soft); }
.apply-phase { font-size: 1.125rem; font-weight: 600; }
.apply-due strong { font-size: 1.25rem; font-variant-numeric: tabular-nums; margin-inline: 0.5rem; }
.apply-letters { list-style: none; padding: 0 !important; }
.apply-letters li { display: flex; flex-wrap: wrap; gap: 0.5rem 1rem; align-items: center; justify-content: space-between; padding-block: 0.75rem; border-bottom: 1px solid var(--line); }
.apply-letters li > div { flex: 1 1 16rem; }
.apply-letter { display: inline-block; font-weight: 600; }
.apply-letter::first-letter { text-transform: uppercase; }
.apply-course .table-scroll { margin-bottom: 1.25rem; }
.apply-course, .apply-withdraw { margin-top: 1.5rem; border-top: 1px solid var(--line); }
@media (max-width: 40rem) {
  .agency-frame:has(.apply) .agency-columns { display: none; }
  .apply-steps li { flex-basis: 40%; }
  .apply-pair { grid-template-columns: minmax(0, 1fr); }
  .apply-person { padding-inline: 0.875rem; }
  .apply-summary > div { grid-template-columns: minmax(0, 1fr); gap: 0; }
  .apply-ways > *, .apply-ways form, .apply-ways .button { width: 100%; }
}
@media print {
  .apply-steps, .apply-leave, .apply-ways, .apply-withdraw { display: none; }
}
`
