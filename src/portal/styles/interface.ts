/** The readable page of the interface for programs. */
export const interfaceStyles = `
.interface-start { max-width: 60rem; }
.interface-start ol { margin-top: 0.75rem; padding-left: 1.5rem; }
.interface-start li, .interface-start p { margin-top: 0.375rem; }
.interface-routes { margin-top: 2rem; border-top: 1px solid var(--line); }
.interface-route { border-bottom: 1px solid var(--line); padding-block: 0.25rem; }
.interface-route summary { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0.25rem 0.75rem; padding-block: 0.5rem; cursor: pointer; }
.interface-route summary span { color: var(--muted); }
.interface-route > :not(summary) { margin-bottom: 0.75rem; }
.interface-route code { font-size: 0.9375rem; }
.method { min-width: 3.5rem; padding: 0 0.5rem; border-radius: 4px; background: var(--sunk); text-align: center; font-weight: 650; }
.method-post { background: var(--accent-soft); color: var(--accent); }
.interface-table { width: 100%; border-collapse: collapse; font-size: 0.9375rem; }
.interface-table th, .interface-table td { padding: 0.375rem 0.75rem; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; font-weight: 400; }
.interface-table thead th { background: var(--sunk); color: var(--muted); font-weight: 600; white-space: nowrap; }
.interface-table tr:last-child > * { border-bottom: 0; }
.interface-answer { display: inline-block; margin-right: 1rem; }
`
