import type { Language } from '../../../refusals/refusal.ts'
import { en } from './en.ts'
import { zhCN } from './zh-cn.ts'

type Widened<T> = T extends (...args: infer A) => infer R
  ? (...args: A) => Widened<R>
  : T extends string
    ? string
    : T extends readonly unknown[]
      ? readonly string[]
      : { readonly [K in keyof T]: Widened<T[K]> }

/** The words of applying and following, one file a language. */
export type ApplyWords = { readonly [K in keyof typeof zhCN]: Widened<(typeof zhCN)[K]> }

export function applyWordsIn(language: Language): ApplyWords {
  return language === 'en' ? en : zhCN
}
