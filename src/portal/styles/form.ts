/** The form: drop zone, paste area, settings; and the three notes on what is checked. */
export const formStyles = `
.complaint { margin-bottom: 1.25rem; padding: 0.875rem 1.125rem; border: 1px solid var(--error-line); border-left-width: 5px; border-radius: 6px; background: var(--error-soft); color: var(--error); font-weight: 600; }
.check-form { background: var(--paper); border: 1px solid var(--line); border-radius: 12px; padding: clamp(1rem, 3vw, 2rem); box-shadow: var(--shadow); }
.sources { display: grid; gap: 1.5rem; }
.sources > * { min-width: 0; }
.drop-zone { display: flex; flex-direction: column; align-items: center; justify-content: center; gap: 0.75rem; min-height: 15rem; padding: 1.75rem 1.25rem; border: 2px dashed var(--line-strong); border-radius: 10px; background: var(--sunk); text-align: center; }
.drop-zone.is-over { border-color: var(--accent); border-style: solid; background: var(--accent-soft); }
.drop-icon { color: var(--accent); }
.drop-title { font-size: 1.25rem; font-weight: 650; }
.drop-zone .quiet { max-width: 34rem; text-wrap: balance; }
.with-script, .drop-title, .drop-choose label { display: none; }
.scripted .with-script { display: inline; }
.scripted .without-script { display: none; }
.scripted .form-end .button-main { background: var(--paper); color: var(--accent); border-color: var(--line-strong); }
.scripted .form-end .button-main:hover { background: var(--accent-soft); border-color: var(--accent); }
.scripted .drop-title { display: block; }
.scripted .drop-choose label { display: inline-flex; }
.scripted .drop-choose input { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
.drop-choose { position: relative; max-width: 100%; }
.drop-choose input:focus-visible { outline: none; }
.drop-choose:has(input:focus-visible) label { outline: 3px solid var(--accent); outline-offset: 3px; }
input, select, textarea { font: inherit; color: inherit; }
input[type="file"] { max-width: 100%; min-width: 0; }
::file-selector-button { min-height: 2.5rem; margin-right: 0.75rem; padding: 0.25rem 1rem; border: 1px solid var(--line-strong); border-radius: 6px; background: var(--paper); color: var(--accent); font: inherit; font-weight: 600; cursor: pointer; }
.paste-zone { display: flex; flex-direction: column; gap: 0.5rem; }
.paste-title { font-weight: 650; }
textarea, select, input[type="date"] { width: 100%; padding: 0.5rem 0.75rem; border: 1px solid var(--line-strong); border-radius: 6px; background: var(--paper); }
select, input[type="date"] { min-height: 2.75rem; }
textarea { flex: 1; min-height: 7rem; resize: vertical; }
.settings { margin-top: 1.25rem; border-top: 1px solid var(--line); padding-top: 0.75rem; }
summary { padding-block: 0.375rem; cursor: pointer; color: var(--accent); font-weight: 600; }
summary:hover { color: var(--accent-deep); }
.fields { display: grid; gap: 1rem 1.5rem; margin-top: 0.75rem; }
.field { display: flex; flex-direction: column; gap: 0.25rem; min-width: 0; }
.field label { font-weight: 600; font-size: 0.9375rem; }
.form-end { display: flex; flex-wrap: wrap; align-items: center; gap: 0.75rem 1.25rem; margin-top: 1.25rem; }
.what { margin-top: clamp(2rem, 5vw, 3.5rem); }
.what h2 { font-size: 1.125rem; color: var(--muted); font-weight: 600; }
.what ul { display: grid; gap: 1.25rem 2.5rem; margin-top: 1rem; list-style: none; }
.what li { padding-top: 1rem; border-top: 2px solid var(--accent); }
.what h3 { font-size: 1.0625rem; margin-bottom: 0.25rem; }
.what p { color: var(--muted); }
@media (min-width: 48rem) {
  .sources { grid-template-columns: minmax(0, 3fr) minmax(0, 2fr); gap: 2rem; }
  .fields { grid-template-columns: repeat(2, minmax(0, 1fr)); }
  .what ul { grid-template-columns: repeat(3, minmax(0, 1fr)); }
}
/* Nothing can be dragged with a finger. */
@media (hover: none) {
  .scripted .drop-title { display: none; }
}
@media (max-width: 47.99rem) {
  .drop-zone { min-height: 12rem; }
  .form-end .button { width: 100%; }
}
`
