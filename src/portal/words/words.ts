import type { Language } from '../../refusals/refusal.ts'
import { en } from './en.ts'
import { type Words, zhCN } from './zh-cn.ts'

/** The page's words in the language asked for. */
export function wordsIn(language: Language): Words {
  return language === 'en' ? en : zhCN
}
