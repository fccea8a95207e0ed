import { type Fragment, type Html, html } from '../../html.ts'
import { addresses } from '../addresses.ts'
import type { SiteView } from '../site-view.ts'

/** One step of the way to a page. */
export type Crumb = { readonly label: string; readonly address: string }

/** What differs between pages of the portal. */
export type SitePage = {
  readonly title: string
  readonly crumbs: readonly Crumb[]
  /** `<meta>` and `<link>` of this page's own. */
  readonly head?: Fragment
  readonly content: Fragment
}

/** A whole page of the public portal. */
export function siteLayout(view: SiteView, { title, crumbs, head, content }: SitePage): Html {
  const { words, language, href, asset, siteName } = view
  const whole = title === siteName ? siteName : `${title} - ${siteName}`
  return html`<!doctype html>
<html lang="${language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><title>${whole}</title>
${head}<link rel="icon" href="${asset('icon.svg')}" type="image/svg+xml"><link rel="stylesheet" href="${asset('site.css')}"></head>
<body><a class="skip-link" href="#main">${words.skip}</a>
<header class="site-head"><div class="column site-bar"><a class="site-name" href="${href(addresses.home)}" lang="zh-CN">${siteName}</a>
<form class="site-search" role="search" action="${href(addresses.search)}"><label class="only-spoken" for="site-q">${words.searchLabel}</label><input id="site-q" name="q" type="search" maxlength="200" placeholder="${words.searchHint}"><button class="button button-main">${words.search}</button></form>
<a class="switch" href="${view.otherHref}" lang="${language === 'en' ? 'zh-CN' : 'en'}" aria-label="${words.otherLanguageLabel}">${words.otherLanguage}</a></div></header>
${crumbs.length > 0 && breadcrumb(view, crumbs)}<main id="main" class="column">${content}</main>
<footer class="site-foot"><div class="column"><p>${words.basis}</p><p>${words.nonSecret}</p></div></footer></body></html>
`
}

function breadcrumb({ words, href }: SiteView, crumbs: readonly Crumb[]): Html {
  const steps = [{ label: words.home, address: addresses.home }, ...crumbs]
  return html`<nav class="column crumbs" aria-label="${words.breadcrumbLabel}"><ol>${steps.map(
    ({ label, address }, at) =>
      at === steps.length - 1
        ? html`<li><span aria-current="page">${label}</span></li>`
        : html`<li><a href="${href(address)}">${label}</a></li>`,
  )}</ol></nav>
`
}
