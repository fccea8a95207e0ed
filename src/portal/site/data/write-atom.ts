import { html } from '../../html.ts'
import { hrefOf } from '../addresses.ts'
import type { SiteView } from '../site-view.ts'
import type { Feed } from './feed.ts'
import { newestChange, validityLabel, xmlText } from './feed-parts.ts'
import { urnOf } from './urn-of.ts'
import { webPageHref } from './web-href.ts'

/** A feed in Atom 1.0, without the site's own address too: its names are made of digests. */
export function writeAtom(view: SiteView, feed: Feed): string {
  const { title, page, entries } = feed
  const self = `${page}atom.xml`
  const updated = newestChange(feed) ?? '1970-01-01T08:00:00+08:00'
  return String(html`<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${view.language}"><title>${xmlText(title)}</title><id>${urnOf(hrefOf('', view.language, self))}</id><updated>${updated}</updated><link rel="self" href="${webPageHref(view, self)}"/><link rel="alternate" type="text/html" href="${webPageHref(view, page)}"/><author><name>${xmlText(view.siteName)}</name></author>${entries.map(
    (entry) => {
      const label = validityLabel(view, entry)
      return html`
<entry><title>${xmlText(entry.title)}</title><id>${entry.id}</id><link href="${webPageHref(view, entry.address)}"/><published>${entry.publishedAt}</published><updated>${entry.changedAt}</updated><author><name>${xmlText(entry.author)}</name></author>${label !== null && html`<category term="${entry.validity}" label="${label}"/>`}${entry.summary !== null && html`<summary>${xmlText(entry.summary)}</summary>`}</entry>`
    },
  )}
</feed>
`)
}
