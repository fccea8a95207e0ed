import { createHash } from 'node:crypto'
import type { Instant } from '../../../publications/instant.ts'
import type { Trx } from '../../../storage/open-storage.ts'
import { newestPublicItems } from '../../../storage/publications/newest-public-items.ts'
import type { PublicAgency, PublicFilter } from '../../../storage/publications/public-items.ts'
import { listPublicReports } from '../../../storage/publications/public-reports.ts'
import { html } from '../../html.ts'
import { addresses } from '../addresses.ts'
import { contentFilter, partOf } from '../find-content.ts'
import type { FoundFile } from '../find-file.ts'
import { partAddress } from '../pages/content-page.ts'
import type { SiteView } from '../site-view.ts'
import { webHref } from './web-href.ts'

/** Entries of a feed. */
const most = 50

type Entry = {
  readonly id: string
  readonly title: string
  readonly address: string
  readonly publishedAt: Instant
  readonly changedAt: Instant
  readonly author: string
  readonly summary: string | null
}

type Feed = { readonly title: string; readonly page: string; readonly entries: readonly Entry[] }

/** The Atom feed of what a page lists, which stands beside it as `atom.xml`. */
export async function findFeed(
  trx: Trx,
  view: SiteView,
  agencies: readonly PublicAgency[],
  steps: readonly string[],
): Promise<FoundFile | null> {
  const feed = await feedOf(trx, view, agencies, steps)
  return feed && { type: 'application/atom+xml; charset=utf-8', text: written(view, feed) }
}

async function feedOf(
  trx: Trx,
  view: SiteView,
  agencies: readonly PublicAgency[],
  steps: readonly string[],
): Promise<Feed | null> {
  const { words, siteName } = view
  const items = async (title: string, page: string, filter: PublicFilter): Promise<Feed> => ({
    ...{ title, page },
    entries: await itemEntries(trx, agencies, filter),
  })
  if (steps.length === 0) return await items(siteName, addresses.home, {})
  if (steps.length === 1 && steps[0] === 'reports')
    return { title: words.reports, page: addresses.reports, entries: await reportEntries(trx, agencies, null) }
  const within = steps[0] === 'agencies'
  const agency = within ? (agencies.find(({ code }) => code === steps[1]) ?? null) : null
  if (within && !agency) return null
  const [column, ...rest] = within ? steps.slice(2) : steps
  if (column === 'content') {
    const part = partOf(rest, 'zh-CN')
    if (!part) return null
    const title = `${agency?.name ?? siteName} ${part.by === 'all' ? words.content : part.label}`
    return await items(title, partAddress(agency?.code ?? null, part), contentFilter(agency, part))
  }
  if (!agency || rest.length > 0) return null
  if (column === undefined)
    return await items(words.platformOf(agency.name), addresses.agency(agency.code), { agencyId: agency.id })
  if (column === 'rules') {
    const page = addresses.column(agency.code, 'rules')
    return await items(`${agency.name}${words.rules}`, page, { agencyId: agency.id, column: 'rules' })
  }
  if (column !== 'reports') return null
  const page = addresses.column(agency.code, 'reports')
  return { title: `${agency.name}${words.reports}`, page, entries: await reportEntries(trx, agencies, agency.id) }
}

async function itemEntries(
  trx: Trx,
  agencies: readonly PublicAgency[],
  filter: PublicFilter,
): Promise<readonly Entry[]> {
  const found = (await newestPublicItems(trx, filter, { after: null, limit: most })) ?? []
  return found.map(({ id, title, publishedAt, changedAt, agencyId, summary }) => ({
    id: `urn:uuid:${id}`,
    title,
    address: addresses.item(id),
    ...{ publishedAt, changedAt, summary },
    author: nameOf(agencies, agencyId),
  }))
}

async function reportEntries(
  trx: Trx,
  agencies: readonly PublicAgency[],
  agencyId: number | null,
): Promise<readonly Entry[]> {
  const reports = await listPublicReports(trx, agencyId)
  return reports.slice(0, most).flatMap(({ agencyId: of, year, publishedAt, note }) => {
    const agency = agencies.find(({ id }) => id === of)
    if (!agency) return []
    const address = addresses.report(agency.code, year)
    const title = `${agency.name}${year}年政府信息公开工作年度报告`
    return [
      { id: urnOf(address), title, address, publishedAt, changedAt: publishedAt, author: agency.name, summary: note },
    ]
  })
}

function nameOf(agencies: readonly PublicAgency[], id: number): string {
  return agencies.find((agency) => agency.id === id)?.name ?? ''
}

function written(view: SiteView, { title, page, entries }: Feed): string {
  const self = `${page}atom.xml`
  const newest =
    entries
      .map(({ changedAt }) => changedAt)
      .toSorted()
      .at(-1) ?? '1970-01-01T08:00:00+08:00'
  return String(html`<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="zh-CN"><title>${clean(title)}</title><id>${urnOf(self)}</id><updated>${newest}</updated><link rel="self" href="${webHref(view, self)}"/><link rel="alternate" type="text/html" href="${webHref(view, page)}"/><author><name>${clean(view.siteName)}</name></author>${entries.map(
    (entry) => html`
<entry><title>${clean(entry.title)}</title><id>${entry.id}</id><link href="${webHref(view, entry.address)}"/><published>${entry.publishedAt}</published><updated>${entry.changedAt}</updated><author><name>${clean(entry.author)}</name></author>${entry.summary !== null && html`<summary>${clean(entry.summary)}</summary>`}</entry>`,
  )}
</feed>
`)
}

/** A name of its own for an address, whatever host serves it. */
function urnOf(address: string): string {
  const hex = createHash('sha256').update(address).digest('hex')
  return `urn:uuid:${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

/** Without the characters that XML cannot hold. */
function clean(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu, '')
}
