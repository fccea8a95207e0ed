import type { Trx } from '../../../storage/open-storage.ts'
import { countPublicItems } from '../../../storage/publications/count-public-items.ts'
import { publicItemIds } from '../../../storage/publications/newest-public-items.ts'
import type { PublicAgency } from '../../../storage/publications/public-items.ts'
import { listPublicReports } from '../../../storage/publications/public-reports.ts'
import { type Html, html } from '../../html.ts'
import { addresses } from '../addresses.ts'
import type { SiteView } from '../site-view.ts'
import { webHref } from './web-href.ts'

/** Addresses that one file may hold, by the protocol. */
const addressesInFile = 50_000

type Listed = { readonly address: string; readonly changedAt?: string }

/**
 * `sitemap.xml`: all addresses, or, where one file cannot hold them, the list of the files that do; `part` names one of
 * these. Null where the site has not said its address, for a sitemap names whole addresses only.
 */
export async function siteMap(
  trx: Trx,
  view: SiteView,
  agencies: readonly PublicAgency[],
  part: number | null,
  size: number = addressesInFile,
): Promise<string | null> {
  if (view.settings.address === null) return null
  const columns = await columnAddresses(trx, agencies)
  const { total } = await countPublicItems(trx, null)
  const ofColumns = Math.ceil(columns.length / size)
  const whole = columns.length + total <= size
  if (part === null && whole) return urlSet(view, [...columns, ...(await itemAddresses(trx, 1, size))])
  const parts = whole ? 0 : ofColumns + Math.ceil(total / size)
  if (part === null) return index(view, parts)
  if (part > parts) return null
  if (part <= ofColumns) return urlSet(view, columns.slice((part - 1) * size, part * size))
  return urlSet(view, await itemAddresses(trx, part - ofColumns, size))
}

async function columnAddresses(trx: Trx, agencies: readonly PublicAgency[]): Promise<readonly Listed[]> {
  const reports = Map.groupBy(await listPublicReports(trx, null), ({ agencyId }) => agencyId)
  return [
    { address: addresses.home },
    { address: addresses.content(null) },
    { address: addresses.reports },
    ...agencies.flatMap(({ id, code }): readonly Listed[] => [
      { address: addresses.agency(code) },
      ...(['guide', 'rules', 'content', 'reports'] as const).map((column) => ({
        address: addresses.column(code, column),
      })),
      ...(reports.get(id) ?? []).flatMap(({ year, publishedAt: changedAt }) => [
        { address: addresses.report(code, year), changedAt },
        { address: addresses.figures(code, year), changedAt },
      ]),
    ]),
  ]
}

async function itemAddresses(trx: Trx, part: number, size: number): Promise<readonly Listed[]> {
  return (await publicItemIds(trx, { part, size })).map(({ id, changedAt }) => ({
    address: addresses.item(id),
    changedAt,
  }))
}

function urlSet(view: SiteView, listed: readonly Listed[]): string {
  return document(
    html`<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${listed.map(
      ({ address, changedAt }) =>
        html`<url><loc>${webHref(view, address)}</loc>${changedAt !== undefined && html`<lastmod>${changedAt}</lastmod>`}</url>
`,
    )}</urlset>`,
  )
}

function index(view: SiteView, parts: number): string {
  return document(
    html`<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${Array.from(
      { length: parts },
      (_, at) => html`<sitemap><loc>${webHref(view, `sitemap-${at + 1}.xml`)}</loc></sitemap>
`,
    )}</sitemapindex>`,
  )
}

function document(root: Html): string {
  return `<?xml version="1.0" encoding="utf-8"?>\n${root}\n`
}
