import type { SiteView } from '../site-view.ts'

/** An address as programs get it: whole where the site has said its own, else from the root of whatever host answers. */
export function webHref({ settings, fileHref }: SiteView, address: string): string {
  return `${settings.address ?? ''}${fileHref(address)}`
}
