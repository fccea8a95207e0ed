import type { AgencyKind, AgencyLevel } from '../../statute/agency-rank.ts'
import type { Citation } from '../../statute/citation.ts'
import type { Day } from '../../statute/day.ts'
import type { Severity } from '../../statute/finding.ts'
import type { Report } from '../report.ts'

/** What is known beside the report itself. Rules that need an absent fact stay silent. */
export type CheckContext = {
  /** The same agency's report of the year before. */
  readonly previous?: Report
  readonly level?: AgencyLevel
  readonly kind?: AgencyKind
  readonly publishedOn?: Day
  /** The whole file as text, for what stands outside title, lead and sections. */
  readonly documentText?: string
  /** For a government: the reports of all its agencies. */
  readonly agencies?: readonly Report[]
}

/** One figure on a side of an identity. */
export type Term = { readonly where: string; readonly value: number }
/** `terms`: the figures of both sides that are not 0; `uncertain`: the cells that could not be counted. */
export type IdentityEvidence = {
  readonly terms: { readonly left: readonly Term[]; readonly right: readonly Term[] }
  readonly uncertain: readonly string[]
}
/** Words found and, where they can be mended mechanically, the words proposed instead. */
export type WordEvidence = { readonly found: string; readonly proposed?: string }
export type MendableWords = { readonly found: string; readonly proposed: string }

/** What each rule tells besides place and figures; the words for people are made from it. Contract order. */
export type EvidenceOf = {
  K1: IdentityEvidence
  K2: IdentityEvidence
  K3: IdentityEvidence
  K5: IdentityEvidence
  K6: { readonly problem: 'negative' | 'fraction'; readonly text: string }
  K4: IdentityEvidence
  K7: { readonly found: string; readonly topic: string; readonly accepted: readonly number[] }
  K8: { readonly found: string; readonly topic: 'reconsideration' | 'litigation' | 'remedies' }
  K9: { readonly notices: 'denied' | 'unmentioned' }
  K11: IdentityEvidence
  K10: IdentityEvidence & { readonly agencies: readonly string[] }
  title: {
    readonly problem: 'missing' | 'words' | 'agency' | 'year'
    readonly found: string
    readonly proposed?: string
  }
  'year-mismatch': { readonly found: string; readonly proposed: string; readonly place: YearPlace }
  'heading-missing': { readonly heading: string }
  'heading-order': { readonly found: readonly number[] }
  'heading-number': MendableWords & { readonly heading: string }
  'five-aspects': { readonly missing: readonly string[] }
  'fee-statement': { readonly found: string }
  residue: WordEvidence & { readonly kind: ResidueKind }
  'wrong-level': { readonly found: string; readonly claimed: AgencyLevel; readonly own: AgencyLevel }
  repetition: MendableWords
  usage: MendableWords
  'blank-cells': { readonly count: number; readonly of: number; readonly cells: readonly string[] }
  'old-form': { readonly sign: 'rows' | 'notice'; readonly found?: string }
  accountability: { readonly missing: readonly string[] }
  'narrative-sum': {
    readonly problem: 'sum' | 'percent'
    readonly found: string
    readonly parts: readonly number[]
  }
  'rate-100': { readonly found: string }
  late: { readonly publishedOn: Day; readonly deadline: Day; readonly binding: boolean }
  copied: { readonly similarity: number; readonly heading: string }
}
export type RuleId = keyof EvidenceOf
export type YearPlace = 'title' | 'period' | 'statement'
export type ResidueKind = 'bookmark' | 'field' | 'reference' | 'placeholder' | 'hint' | 'markup' | 'encoding'

/** A finding as its rule makes it; id and severity are added by `checkReport`. */
export type RuleFinding<R extends RuleId> = {
  readonly where: string
  readonly state?: 'fails' | 'uncertain'
  /** Only where it departs from the rule's own severity. */
  readonly severity?: Severity
  readonly left?: number
  readonly right?: number
  readonly formula?: string
  readonly evidence: EvidenceOf[R]
}

/** One published check. `sources` are the places of the law it rests on. */
export type Rule<R extends RuleId> = {
  readonly id: R
  readonly severity: Severity
  readonly sources: readonly Citation[]
  readonly check: (report: Report, context: CheckContext) => readonly RuleFinding<R>[]
}
/** Any of the rules, told apart by `id`. */
export type AnyRule = { readonly [R in RuleId]: Rule<R> }[RuleId]
