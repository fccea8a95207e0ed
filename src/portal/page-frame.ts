import type { PageFrame } from './components/layout.ts'
import { html } from './html.ts'
import type { View } from './view.ts'
import { deadlineWordsIn } from './words/words.ts'

/** The pages of the server: the report check, and the due date of a request with the query its address has. */
export type PageName = { readonly name: 'check' } | { readonly name: 'deadline'; readonly query: URLSearchParams }

/** The frame of a page that the server answers: linked style sheet and module, addresses under the base path. */
export function pageFrame(view: View, base: string, version: string, page: PageName = { name: 'check' }): PageFrame {
  const { language, words } = view
  const deadline = deadlineWordsIn(language)
  const assets = `${base}assets/${version}/`
  const english = language === 'en'
  const here = page.name === 'check' ? base : `${base}deadline`
  const script = page.name === 'check' && html`<script type="module" src="${assets}online.js"></script>`
  const inLanguage = (path: string, query = new URLSearchParams()) => {
    if (english) query.set('lang', 'en')
    return query.size > 0 ? `${path}?${query}` : path
  }
  return {
    title: page.name === 'check' ? words.title : deadline.title,
    head: html`<link rel="icon" href="${assets}icon.svg" type="image/svg+xml"><link rel="stylesheet" href="${assets}portal.css">${script}`,
    homeHref: inLanguage(base),
    links: [
      { href: inLanguage(base), label: words.nav, current: page.name === 'check' },
      { href: inLanguage(`${base}deadline`), label: deadline.nav, current: page.name === 'deadline' },
    ],
    switchHref: switched(here, page.name === 'deadline' ? page.query : new URLSearchParams(), english),
    privacy: page.name === 'check' ? words.privacyOnline : deadline.privacy,
  }
}

/** The same page in the other language, with whatever was filled in. */
function switched(path: string, query: URLSearchParams, english: boolean): string {
  const other = new URLSearchParams(query)
  if (english) other.delete('lang')
  else other.set('lang', 'en')
  return other.size > 0 ? `${path}?${other}` : path
}
