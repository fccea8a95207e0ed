import type { Language } from '../../../refusals/refusal.ts'
import type { AmendmentPhase, AmendmentResult } from '../amendment-case.ts'
import type { AmendmentCommandType } from '../amendment-command.ts'
import type { AmendmentEventType, RefusalGround } from '../amendment-event.ts'
import type { AmendmentRule } from '../amendment-rules.ts'
import type { AmendmentRefusal } from '../decide-amendment.ts'
import type { AmendmentLetterKind } from '../letters/amendment-letter-kind.ts'
import { en } from './en.ts'
import { zhCN } from './zh-cn.ts'

/** What record amendments say to people, one file a language. */
export type AmendmentWords = {
  readonly acts: Readonly<Record<AmendmentCommandType, string>>
  readonly phases: Readonly<Record<AmendmentPhase, string>>
  readonly results: Readonly<Record<AmendmentResult, string>>
  readonly grounds: Readonly<Record<RefusalGround, string>>
  readonly events: Readonly<Record<AmendmentEventType, string>>
  readonly letters: Readonly<Record<AmendmentLetterKind, string>>
  readonly rules: Readonly<Record<AmendmentRule, (details: AmendmentRefusal['details']) => string>>
}

export const amendmentWords: Readonly<Record<Language, AmendmentWords>> = { 'zh-CN': zhCN, en }

/** A refusal as people read it: what is wrong, the article, and what can be done now. */
export function amendmentRefusalInWords(
  { rule, article, details, allowed }: AmendmentRefusal,
  language: Language,
): string {
  const { acts, rules } = amendmentWords[language]
  const act = details.act
  const why = rules[rule](typeof act === 'string' ? { ...details, act: acts[act as AmendmentCommandType] } : details)
  const possible = allowed.map((one) => acts[one]).join(language === 'zh-CN' ? '、' : ', ')
  if (language === 'zh-CN') return `${why}（${article}）${possible === '' ? '' : `现在可以：${possible}。`}`
  return `${why} (${article})${possible === '' ? '' : ` Possible now: ${possible}.`}`
}
