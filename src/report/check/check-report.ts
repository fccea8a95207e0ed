import type { Finding } from '../../statute/finding.ts'
import type { Report } from '../report.ts'
import type { AnyRule, CheckContext, RuleFinding, RuleId } from './rule.ts'
import { rules } from './rules.ts'

/** Everything the rules find in a report, in the order of the contract. `context` holds what is known beside it. */
export function checkReport(report: Report, context: CheckContext): readonly Finding[] {
  return rules.flatMap((rule) => rule.check(report, context).map((found) => toFinding(rule, found)))
}

function toFinding(rule: AnyRule, found: RuleFinding<RuleId>): Finding {
  return { rule: rule.id, severity: rule.severity, state: 'fails', ...found }
}
