import type { Instant } from '../../../publications/instant.ts'
import type { Validity } from '../../../statute/validity.ts'
import type { Trx } from '../../../storage/open-storage.ts'
import { newestPublicItems } from '../../../storage/publications/newest-public-items.ts'
import type { PublicAgency, PublicFilter } from '../../../storage/publications/public-items.ts'
import { listPublicReports } from '../../../storage/publications/public-reports.ts'
import { addresses } from '../addresses.ts'
import { contentFilter, partOf } from '../find-content.ts'
import type { FoundFile } from '../find-file.ts'
import { partAddress } from '../pages/content-page.ts'
import type { SiteView } from '../site-view.ts'
import type { FeedForm } from './feed-forms.ts'
import { urnOf } from './urn-of.ts'
import { writeAtom } from './write-atom.ts'
import { writeRss } from './write-rss.ts'

/** Entries of a feed. */
const most = 50

/** One published thing, as feeds tell it. */
export type FeedEntry = {
  readonly id: string
  readonly title: string
  readonly address: string
  readonly publishedAt: Instant
  readonly changedAt: Instant
  readonly author: string
  readonly summary: string | null
  /** Of an item; null of a report. */
  readonly validity: Validity | null
}

/** What a feed says, whatever its form. `page`: the address of the page that lists the same. */
export type Feed = { readonly title: string; readonly page: string; readonly entries: readonly FeedEntry[] }

/** The feed of what a page lists, which stands beside it; null where there is none in this form. */
export async function findFeed(
  trx: Trx,
  view: SiteView,
  agencies: readonly PublicAgency[],
  { steps, form }: { readonly steps: readonly string[]; readonly form: FeedForm },
): Promise<FoundFile | null> {
  if (form.file === 'rss.xml' && view.settings.address === null) return null
  const feed = await feedOf(trx, view, agencies, steps)
  if (!feed) return null
  return { type: `${form.type}; charset=utf-8`, text: (form.file === 'rss.xml' ? writeRss : writeAtom)(view, feed) }
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
    const part = partOf(rest, view.language)
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
): Promise<readonly FeedEntry[]> {
  const found = (await newestPublicItems(trx, filter, { after: null, limit: most })) ?? []
  return found.map(({ id, title, publishedAt, changedAt, agencyId, summary, validity }) => ({
    id: `urn:uuid:${id}`,
    title,
    address: addresses.item(id),
    ...{ publishedAt, changedAt, summary, validity },
    author: nameOf(agencies, agencyId),
  }))
}

async function reportEntries(
  trx: Trx,
  agencies: readonly PublicAgency[],
  agencyId: number | null,
): Promise<readonly FeedEntry[]> {
  const reports = await listPublicReports(trx, agencyId)
  return reports.slice(0, most).flatMap(({ agencyId: of, year, publishedAt, note }) => {
    const agency = agencies.find(({ id }) => id === of)
    if (!agency) return []
    const address = addresses.report(agency.code, year)
    const title = `${agency.name}${year}年政府信息公开工作年度报告`
    return [
      {
        ...{ id: urnOf(address), title, address, publishedAt, changedAt: publishedAt, author: agency.name },
        ...{ summary: note, validity: null },
      },
    ]
  })
}

function nameOf(agencies: readonly PublicAgency[], id: number): string {
  return agencies.find((agency) => agency.id === id)?.name ?? ''
}
