import type { RuleFinding, RuleId } from '../rule.ts'

/** A finding in words: what is wrong, and how to mend it. */
export type Said = { readonly message: string; readonly suggestion?: string }

/** One speaker per rule: a rule without words does not compile. */
export type RuleWords = { readonly [R in RuleId]: (finding: RuleFinding<R>) => Said }
