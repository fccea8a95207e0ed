/** The editor beside the styles of the portal, which show the text as it will be published. */
export const editorStyles = `
.editor-page { max-width: 60rem; margin: 0 auto; padding: 1rem; }
.editor-bar { display: flex; flex-wrap: wrap; gap: 0.75rem; align-items: center; margin-block: 0.75rem; }
.editor-bar p { margin: 0; color: var(--muted); }
.editor-tools { display: flex; flex-wrap: wrap; gap: 0.25rem; padding: 0.5rem; border: 1px solid var(--line-strong); border-bottom: 0; border-radius: 8px 8px 0 0; background: var(--sunk); position: sticky; top: 0; z-index: 1; }
.editor-page button, .ask button { min-height: 2.25rem; padding: 0.25rem 0.625rem; border: 1px solid var(--line-strong); border-radius: 6px; background: var(--paper); color: var(--ink); font: inherit; font-size: 0.9375rem; cursor: pointer; }
.editor-page button[aria-pressed="true"] { background: var(--accent-soft); color: var(--accent); border-color: var(--accent); }
.editor-page button[aria-disabled="true"] { border-style: dashed; cursor: default; }
#save { background: var(--accent); color: var(--on-accent); border-color: var(--accent); }
.editor-text { border: 1px solid var(--line-strong); border-radius: 0 0 8px 8px; background: var(--paper); }
.editor-text .ProseMirror { min-height: 24rem; padding: 1.25rem clamp(1rem, 4vw, 2.5rem); outline-offset: -3px; white-space: pre-wrap; word-wrap: break-word; position: relative; font-variant-ligatures: none; }
.ProseMirror > * + * { margin-top: 0.875rem; }
.ProseMirror td p, .ProseMirror th p { text-indent: 0; margin: 0; }
.ProseMirror table { margin-inline: auto; table-layout: auto; }
.ProseMirror table[data-caption]::before { content: attr(data-caption); display: table-caption; text-align: center; font-weight: 600; padding-bottom: 0.5rem; }
.ProseMirror .selectedCell { background: var(--accent-soft); }
.ProseMirror-selectednode { outline: 3px solid var(--accent); }
.ProseMirror-hideselection *::selection { background: transparent; }
.ProseMirror-gapcursor { display: none; position: absolute; pointer-events: none; }
.ProseMirror-focused .ProseMirror-gapcursor { display: block; }
.ProseMirror-gapcursor::after { content: ""; display: block; position: absolute; top: -2px; width: 20px; border-top: 2px solid var(--ink); }
.ProseMirror-separator { display: inline; margin: 0; }
.ProseMirror .heading-skipped { text-decoration: underline wavy var(--warning); text-decoration-skip-ink: none; text-underline-offset: 0.25em; }
.editor-findings:not(:empty) { margin-top: 0.75rem; padding: 0.75rem 1rem; border: 1px solid var(--line-strong); border-left: 4px solid var(--warning); border-radius: 8px; background: var(--paper); }
.editor-findings p { margin: 0; font-weight: 600; }
.editor-findings ul { margin: 0.25rem 0 0; padding-left: 1.25rem; overflow-wrap: anywhere; }
#preview { border: 1px solid var(--line); border-radius: 8px; background: var(--paper); padding: clamp(1rem, 4vw, 2.5rem); }
.ask { border: 1px solid var(--line-strong); border-radius: 8px; padding: 1.25rem; background: var(--paper); color: var(--ink); min-width: min(24rem, 90vw); }
.ask form { display: grid; gap: 0.75rem; }
.ask label { display: grid; gap: 0.25rem; }
.ask input { min-height: 2.25rem; max-width: 100%; font: inherit; padding: 0.25rem 0.5rem; border: 1px solid var(--line-strong); border-radius: 6px; background: var(--paper); color: var(--ink); }
.ask button:not([type]) { background: var(--accent); color: var(--on-accent); border-color: var(--accent); }
.ask p { color: var(--error); min-height: 1.5em; margin: 0; }
@media (max-width: 40rem) {
  .editor-tools { flex-wrap: nowrap; overflow-x: auto; }
  .editor-tools button { flex: none; }
}
[hidden] { display: none !important; }
`
