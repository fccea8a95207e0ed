import type { Language } from '../../refusals/refusal.ts'
import { deadlineEn } from './deadline-en.ts'
import { type DeadlineWords, deadlineZhCN } from './deadline-zh-cn.ts'
import { en } from './en.ts'
import { type Words, zhCN } from './zh-cn.ts'

/** The page's words in the language asked for. */
export function wordsIn(language: Language): Words {
  return language === 'en' ? en : zhCN
}

/** The words of the due-date page in the language asked for. */
export function deadlineWordsIn(language: Language): DeadlineWords {
  return language === 'en' ? deadlineEn : deadlineZhCN
}
