import type { Language } from '../../../refusals/refusal.ts'
import { en } from './en.ts'
import { zhCN } from './zh-cn.ts'

type Widened<T> = T extends (...args: infer A) => string ? (...args: A) => string : string

/** The words of the public portal, one file a language. */
export type SiteWords = { readonly [K in keyof typeof zhCN]: Widened<(typeof zhCN)[K]> }

export function siteWordsIn(language: Language): SiteWords {
  return language === 'en' ? en : zhCN
}
