import type { Language } from '../../../refusals/refusal.ts'
import { en } from './words-en.ts'
import { zhCN } from './words-zh-cn.ts'

type Widened<T> = T extends (...args: infer A) => string
  ? (...args: A) => string
  : T extends string
    ? string
    : { readonly [K in keyof T]: Widened<T[K]> }

export type SearchWords = Widened<typeof zhCN>

export function searchWordsIn(language: Language): SearchWords {
  return language === 'en' ? en : zhCN
}
