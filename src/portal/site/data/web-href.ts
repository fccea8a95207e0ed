import type { SiteView } from '../site-view.ts'

/** An address as programs get it: whole where the site has said its own, else from the root of whatever host answers. */
export function webHref({ settings, fileHref }: SiteView, address: string): string {
  return `${settings.address ?? ''}${fileHref(address)}`
}

/** The same of a page, or a feed, in the language of the view. */
export function webPageHref({ settings, href }: SiteView, address: string): string {
  return `${settings.address ?? ''}${href(address)}`
}
