import { type Fragment, type Html, html, trusted } from '../html.ts'
import type { View } from '../view.ts'

/** What differs between a page that the server answers and the offline one: linked or inlined head, addresses, promise. */
export type PageFrame = {
  readonly title: string
  readonly head: Fragment
  /** The pages there are, in the bar at the top; none where there is only one. */
  readonly links: readonly { readonly href: string; readonly label: string; readonly current: boolean }[]
  readonly switchHref: string
  readonly homeHref: string
  readonly privacy: string
}

const emblem = trusted(
  '<svg class="emblem" viewBox="0 0 32 32" width="32" height="32" aria-hidden="true" focusable="false"><rect width="32" height="32" rx="7" fill="currentColor"/><path d="M9 9.5h14M9 15.5h14M9 21.5h6" stroke="var(--on-accent)" stroke-width="2.4" stroke-linecap="round" fill="none"/><path d="m18 21.5 2.2 2.3 4.3-5" stroke="var(--on-accent)" stroke-width="2.4" stroke-linecap="round" stroke-linejoin="round" fill="none"/></svg>',
)

/** A whole page around `content`; `script` is an inlined one. */
export function layout(view: View, frame: PageFrame, content: Fragment, script: Fragment = null): Html {
  return html`<!doctype html>
<html lang="${view.language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><title>${frame.title}</title>
${frame.head}</head>
<body>${pageBody(view, frame, content)}${script}</body></html>
`
}

/** What stands in `<body>`; the offline page puts it there itself when the other language is asked for. */
export function pageBody(view: View, frame: PageFrame, content: Fragment): Html {
  const { words } = view
  return html`<a class="skip-link" href="#main">${words.skip}</a>
<header class="site-head"><div class="column site-bar"><a class="product" href="${frame.homeHref}">${emblem}<span><b>${words.product}</b> <span class="product-line">${words.productLine}</span></span></a>
<nav class="site-nav" aria-label="${words.navLabel}">${frame.links.map(({ href, label, current }) => html`<a href="${href}"${current && html` aria-current="page"`}>${label}</a>`)}<a class="switch" href="${frame.switchHref}" lang="${view.language === 'en' ? 'zh-CN' : 'en'}" aria-label="${words.otherLanguageLabel}">${words.otherLanguage}</a></nav></div></header>
<main id="main" class="column">${content}</main>
<footer class="site-foot"><div class="column"><p>${frame.privacy}</p><p>${words.basis}</p></div></footer>`
}
