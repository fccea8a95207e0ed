import { type Fragment, type Html, html, trusted } from '../../html.ts'
import { addresses } from '../addresses.ts'
import { feedsBeside } from '../data/feed-forms.ts'
import type { SiteView } from '../site-view.ts'
import { type ArticleLabels, type ColumnLabels, metaLabels } from './meta-labels.ts'
import { shareCode } from './share-code.ts'
import { siteFoot } from './site-foot.ts'

/** One step of the way to a page. */
export type Crumb = { readonly label: string; readonly address: string }

/** What differs between pages of the portal. */
export type SitePage = {
  readonly title: string
  readonly crumbs: readonly Crumb[]
  /** `<meta>` and `<link>` of this page's own. */
  readonly head?: Fragment
  /** The column that a page is or stands in, and what it publishes, for the labels of 47号. */
  readonly column?: ColumnLabels
  readonly article?: ArticleLabels
  /** Address of the list beside which the feeds of what this page lists stand. */
  readonly feed?: string
  /** Shown with its address as a code for a phone, on the screen and on paper. */
  readonly shared?: true
  readonly content: Fragment
}

/** A whole page of the public portal. */
export function siteLayout(view: SiteView, page: SitePage): Html {
  const { words, pageWords, language, href, asset, siteName, settings, plain, otherLookHref } = view
  const { title, crumbs, head, content } = page
  const feeds = page.feed === undefined ? [] : feedsBeside(view, page.feed)
  const whole = title === siteName ? siteName : `${title} - ${siteName}`
  const other = language === 'en' ? 'zh-CN' : 'en'
  return html`<!doctype html>
<html lang="${language}"${plain && html` class="plain"`}>
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><title>${whole}</title>
${metaLabels(view, page)}${head}${feeds.map(({ type, address }) => html`<link rel="alternate" type="${type}" title="${title}" href="${href(address)}">`)}<link rel="alternate" hreflang="${other}" href="${view.otherHref}"><link rel="icon" href="${asset('icon.svg')}" type="image/svg+xml"><link rel="stylesheet" href="${asset('site.css')}"></head>
<body><a class="skip-link" href="#main">${words.skip}</a><a class="skip-link" href="#site-q">${pageWords.skipToSearch}</a>
<header class="site-head">${settings.header !== null && html`<div class="around"><div class="column">${trusted(settings.header)}</div></div>`}<div class="column site-bar"><a class="site-name" href="${href(addresses.home)}" lang="zh-CN">${siteName}</a>
<form class="site-search" role="search" action="${href(addresses.search)}"><label class="only-spoken" for="site-q">${words.searchLabel}</label><input id="site-q" name="q" type="search" maxlength="200" placeholder="${words.searchHint}"><button class="button button-main">${words.search}</button></form>
<span class="switches"><a class="switch" href="${otherLookHref}">${plain ? pageWords.usualLook : pageWords.plainLook}</a><a class="switch" href="${view.otherHref}" lang="${other}" aria-label="${words.otherLanguageLabel}">${words.otherLanguage}</a></span></div></header>
${crumbs.length > 0 && breadcrumb(view, crumbs)}<main id="main" class="column" tabindex="-1">${content}${feeds.length > 0 && feedLinks(view, feeds)}${page.shared && shareCode(view)}</main>
${siteFoot(view)}</body></html>
`
}

function feedLinks({ pageWords, href }: SiteView, feeds: ReturnType<typeof feedsBeside>): Html {
  return html`<p class="quiet feeds">${pageWords.follow}${feeds.map(
    ({ name, type, address }) => html` <a href="${href(address)}" type="${type}">${name}</a>`,
  )}</p>`
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
