import type { Language } from '../../refusals/refusal.ts'
import { hrefOf } from './addresses.ts'
import { type SiteWords, siteWordsIn } from './words/site-words.ts'

/** What every part of a page needs: words, and how addresses are written. */
export type SiteView = {
  readonly language: Language
  readonly words: SiteWords
  /** The address of a page in the language of this one. */
  readonly href: (address: string) => string
  readonly asset: (file: string) => string
  /** This page in the other language. */
  readonly otherHref: string
  /** Name of the site: the government whose agencies publish here. */
  readonly siteName: string
}

export function makeSiteView(
  language: Language,
  {
    base,
    assets,
    address,
    siteName,
  }: { readonly base: string; readonly assets: string; readonly address: string; readonly siteName: string },
): SiteView {
  return {
    language,
    words: siteWordsIn(language),
    href: (to) => hrefOf(base, language, to),
    asset: (file) => `${base}assets/${assets}/${file}`,
    otherHref: hrefOf(base, language === 'en' ? 'zh-CN' : 'en', address),
    siteName,
  }
}
