import type { Instant } from '../../../publications/instant.ts'
import { html } from '../../html.ts'
import type { SiteView } from '../site-view.ts'
import type { Feed } from './feed.ts'
import { newestChange, validityLabel, xmlText } from './feed-parts.ts'
import { webPageHref } from './web-href.ts'

/** A feed in RSS 2.0. It has no element for a change, and takes those of Atom. */
export function writeRss(view: SiteView, feed: Feed): string {
  const { title, page, entries } = feed
  const newest = newestChange(feed)
  return String(html`<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>${xmlText(title)}</title><link>${webPageHref(view, page)}</link><description>${xmlText(title === view.siteName ? title : `${title} - ${view.siteName}`)}</description><language>${view.language.toLowerCase()}</language>${newest !== null && html`<lastBuildDate>${mailDate(newest)}</lastBuildDate>`}<atom:link rel="self" type="application/rss+xml" href="${webPageHref(view, `${page}rss.xml`)}"/>${entries.map(
    (entry) => {
      const label = validityLabel(view, entry)
      return html`
<item><title>${xmlText(entry.title)}</title><link>${webPageHref(view, entry.address)}</link><guid isPermaLink="false">${entry.id}</guid><pubDate>${mailDate(entry.publishedAt)}</pubDate><atom:updated>${entry.changedAt}</atom:updated><dc:creator>${xmlText(entry.author)}</dc:creator>${label !== null && html`<category>${label}</category>`}${entry.summary !== null && html`<description>${xmlText(entry.summary)}</description>`}</item>`
    },
  )}
</channel></rss>
`)
}

const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** An instant as mail writes it: `Thu, 19 Nov 2026 09:30:00 +0800`. */
function mailDate(instant: Instant): string {
  const [day = '', rest = ''] = instant.split('T')
  const [year, month, date] = day.split('-')
  const weekday = weekdays[new Date(`${day}T00:00:00Z`).getUTCDay()]
  return `${weekday}, ${date} ${months[Number(month) - 1]} ${year} ${rest.slice(0, 8)} ${rest.slice(8).replace(':', '')}`
}
