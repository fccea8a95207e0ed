import { type Fragment, type Html, html } from '../../html.ts'
import { addresses } from '../addresses.ts'
import type { SiteView } from '../site-view.ts'

/** A page of the whole government: what is published by all, their annual reports, and who they are. */
export function siteFrame(view: SiteView, current: 'content' | 'reports', content: Fragment): Html {
  const { words, href, siteName } = view
  const links = [
    ['content', words.content, addresses.content(null)],
    ['reports', words.reports, addresses.reports],
    ['agencies', words.agencies, `${addresses.home}#agencies`],
  ] as const
  return html`<div class="agency-frame"><nav class="agency-columns" id="columns" aria-label="${words.columnsLabel}"><p class="agency-name" lang="zh-CN"><a href="${href(addresses.home)}">${siteName}</a></p><ul>${links.map(
    ([name, label, address]) =>
      html`<li><a href="${href(address)}"${name === current && html` aria-current="page"`}>${label}</a></li>`,
  )}</ul></nav><div class="agency-content">${content}</div></div>`
}
