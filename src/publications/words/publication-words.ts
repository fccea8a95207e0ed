import type { Language } from '../../refusals/refusal.ts'
import type { PublicationRefusal } from '../decide-publication.ts'
import type { PublicationPhase } from '../publication-case.ts'
import type { PublicationCommandType } from '../publication-command.ts'
import type { DisclosureAttribute, PublicationEventType, SecrecyResult } from '../publication-event.ts'
import type { PublicationRule } from '../publication-rules.ts'
import { en } from './en.ts'
import { zhCN } from './zh-cn.ts'

/** What publications say to the people who work on them, one file a language. */
export type PublicationWords = {
  readonly acts: Readonly<Record<PublicationCommandType, string>>
  readonly phases: Readonly<Record<PublicationPhase, string>>
  readonly events: Readonly<Record<PublicationEventType, string>>
  readonly attributes: Readonly<Record<DisclosureAttribute, string>>
  readonly secrecy: Readonly<Record<SecrecyResult, string>>
  readonly rules: Readonly<Record<PublicationRule, (details: PublicationRefusal['details']) => string>>
}

export const publicationWords: Readonly<Record<Language, PublicationWords>> = { 'zh-CN': zhCN, en }

/** A refusal as people read it: what is wrong, the article, and what can be done now. */
export function publicationRefusalInWords(
  { rule, article, details, allowed }: PublicationRefusal,
  language: Language,
): string {
  const { acts, rules } = publicationWords[language]
  const { act } = details
  const why = rules[rule](typeof act === 'string' ? { ...details, act: acts[act as PublicationCommandType] } : details)
  const possible = allowed.map((one) => acts[one]).join(language === 'zh-CN' ? '、' : ', ')
  if (language === 'zh-CN') return `${why}（${article}）${possible === '' ? '' : `现在可以：${possible}。`}`
  return `${why} (${article})${possible === '' ? '' : ` Possible now: ${possible}.`}`
}
