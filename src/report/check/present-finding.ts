import type { Language } from '../../refusals/refusal.ts'
import type { Finding, PresentedFinding } from '../../statute/finding.ts'
import type { RuleFinding, RuleId } from './rule.ts'
import { en } from './words/en.ts'
import type { RuleWords, Said } from './words/said.ts'
import { zhCN } from './words/zh-cn.ts'

/** A finding of `checkReport` with its words: what is wrong with both sides, and how to mend it. */
export function presentFinding(finding: Finding, language: Language): PresentedFinding {
  return { ...finding, ...say(finding, language === 'en' ? en : zhCN) }
}

function say(finding: Finding, words: RuleWords): Said {
  if (!isRuleId(finding.rule, words)) return { message: finding.rule }
  // The registry pairs every id with the evidence its words expect; the type cannot follow an id held in a variable.
  const speak = words[finding.rule] as (finding: RuleFinding<RuleId>) => Said
  return speak(finding as Finding & RuleFinding<RuleId>)
}

function isRuleId(rule: string, words: RuleWords): rule is RuleId {
  return Object.hasOwn(words, rule)
}
