import type { Language } from '../refusals/refusal.ts'
import { type Fragment, html } from './html.ts'
import { type FormGloss, formInEnglish } from './words/form-en.ts'
import { wordsIn } from './words/words.ts'
import type { Words } from './words/zh-cn.ts'

/** What every component needs: the words, and the prefix that keeps the ids of several results on one page apart. */
export type View = {
  readonly language: Language
  readonly words: Words
  readonly slot: string
  /** English glosses of the form; null where the page is Chinese and the statutory label stands alone. */
  readonly gloss: FormGloss | null
}

export function makeView(language: Language, slot: string): View {
  return { language, words: wordsIn(language), slot, gloss: language === 'en' ? formInEnglish : null }
}

/** A statutory label, with its English gloss above it on an English page. */
export function label(view: View, statutory: string, gloss: string | undefined): Fragment {
  if (!view.gloss || gloss === undefined) return statutory
  return html`<span class="gloss">${gloss}</span> <span class="statutory" lang="zh-CN">${statutory}</span>`
}
