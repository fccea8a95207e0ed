import { en } from './en.ts'
import { zhCN } from './zh-cn.ts'

/** A wish the program turns down, by name. The words for people are in the locale files beside this one. */
export type RefusalId = keyof typeof zhCN
export type RefusalDetails = Readonly<Record<string, string | number>>
export type Language = 'zh-CN' | 'en'
export type RefusalWords = Readonly<Record<RefusalId, (details: RefusalDetails) => string>>

/** Thrown for bad input and wrong requests; anything else that is thrown is a bug. */
export class Refusal extends Error {
  readonly id: RefusalId
  readonly details: RefusalDetails

  constructor(id: RefusalId, details: RefusalDetails = {}) {
    super(zhCN[id](details))
    this.name = 'Refusal'
    this.id = id
    this.details = details
  }

  /** One sentence: what is wrong and what to do next. */
  words(language: Language): string {
    return (language === 'en' ? en : zhCN)[this.id](this.details)
  }
}
