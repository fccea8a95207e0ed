/**
 * What a check found, as data. Words come last: a locale file turns rule and evidence into a message per language.
 * `where` is the contract's address: `requests[granted][business]`, `requests[][total]`, `text[1]@12-14`, `@0-8` …
 */
export type Finding = {
  readonly rule: string
  readonly severity: Severity
  /** `uncertain`: the rule could not be decided because a figure it needs is blank, unreadable or missing. */
  readonly state: 'fails' | 'uncertain'
  readonly where: string
  readonly left?: number
  readonly right?: number
  readonly formula?: string
  readonly evidence?: Readonly<Record<string, unknown>>
}

export type Severity = 'error' | 'warning' | 'advice'

/** A finding in words, as it leaves the program. */
export type PresentedFinding = Finding & { readonly message: string; readonly suggestion?: string }
