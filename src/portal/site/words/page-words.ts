import type { Language } from '../../../refusals/refusal.ts'
import { pagesEn } from './pages-en.ts'
import { pagesZhCN } from './pages-zh-cn.ts'

type Widened<T> = T extends (...args: infer A) => string ? (...args: A) => string : string

/** The words of guide, rules, reports, figures and the frame around pages, one file a language. */
export type PageWords = { readonly [K in keyof typeof pagesZhCN]: Widened<(typeof pagesZhCN)[K]> }

export function pageWordsIn(language: Language): PageWords {
  return language === 'en' ? pagesEn : pagesZhCN
}
