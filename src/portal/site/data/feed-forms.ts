import type { SiteView } from '../site-view.ts'

/** The forms that every feed has, by the name of its file. */
export const feedForms = [
  { name: 'RSS', file: 'rss.xml', type: 'application/rss+xml' },
  { name: 'Atom', file: 'atom.xml', type: 'application/atom+xml' },
] as const

export type FeedForm = (typeof feedForms)[number]

/** The feeds of what the page at `address` lists. RSS names whole addresses only, as a sitemap does: none where the site has not said its own. */
export function feedsBeside({ settings }: SiteView, address: string) {
  return feedForms
    .filter(({ file }) => file !== 'rss.xml' || settings.address !== null)
    .map((form) => ({ ...form, address: `${address}${form.file}` }))
}
