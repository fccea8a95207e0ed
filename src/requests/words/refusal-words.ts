import type { Language } from '../../refusals/refusal.ts'
import { clockWords } from '../clock/words/clock-words.ts'
import type { RequestRefusal } from '../decide/decided.ts'
import { type RequestRule, requestRuleArticles } from '../decide/request-rules.ts'
import { actWords } from './act-words.ts'
import { en } from './refusals-en.ts'
import { zhCN } from './refusals-zh-cn.ts'

export type RuleWords = Readonly<Record<RequestRule, (details: RequestRefusal['details']) => string>>

/** A refusal as people read it: what is wrong, the article, and what can be done now. */
export function refusalInWords({ rule, article, details, allowed }: RequestRefusal, language: Language): string {
  const chinese = language === 'zh-CN'
  const why = isRequestRule(rule)
    ? (chinese ? zhCN : en)[rule]({ ...details, ...actNamed(details, language) })
    : clockWords[language].problems[rule]
  const acts = allowed.map((act) => actWords[language][act]).join(chinese ? '、' : ', ')
  if (chinese) return `${why}（${article}）${acts === '' ? '' : `现在可以：${acts}。`}`
  return `${why} (${article})${acts === '' ? '' : ` Possible now: ${acts}.`}`
}

function isRequestRule(rule: RequestRefusal['rule']): rule is RequestRule {
  return rule in requestRuleArticles
}

/** The name of an act among the details, in words. */
function actNamed({ act }: RequestRefusal['details'], language: Language): { act?: string } {
  const words: Readonly<Record<string, string>> = actWords[language]
  return typeof act === 'string' ? { act: words[act] ?? act } : {}
}
