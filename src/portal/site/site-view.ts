import type { Language } from '../../refusals/refusal.ts'
import { hrefOf, isPage, plainPrefix } from './addresses.ts'
import { noSettings, type SiteSettings } from './settings/site-settings.ts'
import { type PageWords, pageWordsIn } from './words/page-words.ts'
import { type SiteWords, siteWordsIn } from './words/site-words.ts'

/** What every part of a page needs: words, and how addresses are written. */
export type SiteView = {
  readonly language: Language
  readonly words: SiteWords
  readonly pageWords: PageWords
  /** The address of a page in the language and the look of this one. */
  readonly href: (address: string) => string
  /** The address of a file, which has one look only. */
  readonly fileHref: (address: string) => string
  readonly asset: (file: string) => string
  /** This page in the other language. */
  readonly otherHref: string
  /** Whether this is the edition in large type and high contrast (适老化). */
  readonly plain: boolean
  /** This page in the other look. */
  readonly otherLookHref: string
  /** The whole web address of this page in its usual look; null where the site has not said its own. */
  readonly webAddress: string | null
  /** Name of the site: the government whose agencies publish here. */
  readonly siteName: string
  readonly settings: SiteSettings
}

type ViewParts = {
  readonly base: string
  readonly assets: string
  /** Of this page, without language and look. */
  readonly address: string
  readonly siteName: string
  readonly settings?: SiteSettings
  readonly plain?: boolean
}

export function makeSiteView(
  language: Language,
  { base, assets, address, siteName, settings = noSettings, plain = false }: ViewParts,
): SiteView {
  const look = (to: string, inPlain: boolean) => (inPlain && isPage(to) ? `${plainPrefix}${to}` : to)
  const other = language === 'en' ? 'zh-CN' : 'en'
  return {
    language,
    words: siteWordsIn(language),
    pageWords: pageWordsIn(language),
    href: (to) => hrefOf(base, language, look(to, plain)),
    fileHref: (to) => hrefOf(base, 'zh-CN', to),
    asset: (file) => `${base}assets/${assets}/${file}`,
    otherHref: hrefOf(base, other, look(address, plain)),
    plain,
    otherLookHref: hrefOf(base, language, look(address, !plain)),
    webAddress: settings.address === null ? null : `${settings.address}${hrefOf(base, language, address)}`,
    siteName,
    settings,
  }
}
