import type { Trx } from '../../storage/open-storage.ts'
import {
  type PublicAgency,
  type PublicListed,
  type PublicMark,
  publicAgencies,
  publicIds,
  searchedItems,
} from '../../storage/publications/public-items.ts'
import { addresses, editions, plainPrefix } from '../site/addresses.ts'
import type { SitePage } from '../site/components/site-layout.ts'
import type { Site } from '../site/make-site.ts'
import type { SiteView } from '../site/site-view.ts'
import { fileOfAddress } from './file-of-address.ts'
import type { ExportedFile } from './manifest.ts'
import { compressed, digestOf } from './page-exporter.ts'
import { mostSearched, SearchIndex } from './search-index.ts'
import { linesOnPage, searchPage, type YearOfAgency, yearAddress, yearPage } from './search-pages.ts'
import type { Stager } from './staged-folder.ts'

export type SearchExport = {
  readonly base: string
  readonly compressed: boolean
  readonly stager: Stager
  /** A file that may be made and taken away again. */
  readonly spill: string
  /** Told when it is to be given up. */
  readonly signal: AbortSignal
}

export type SearchExported = {
  readonly files: readonly ExportedFile[]
  readonly changed: number
  readonly pages: number
}

/** Items whose texts are held at once. */
const atOnce = 500

const html = 'text/html; charset=utf-8'

/** Search without a server: its index, its page in every edition, and all that there is by agency and year. */
export async function exportSearch(trx: Trx, site: Site, order: SearchExport): Promise<SearchExported> {
  const { base, stager } = order
  const files: ExportedFile[] = []
  let [changed, pages] = [0, 0]
  const put = (path: string, text: string, type: string) => {
    order.signal.throwIfAborted()
    const file = fileOfAddress(path, base)
    if (file === null) return
    const body = Buffer.from(text)
    const forms = [{ file, bytes: body }, ...(order.compressed ? compressed(file, body, type) : [])]
    for (const { file: name, bytes } of forms) {
      if (stager.put(name, bytes)) changed++
      files.push({ file: name, sha256: digestOf(bytes), bytes: bytes.length, type, status: 200, immutable: false })
    }
  }
  const putPage = async (address: string, make: (view: SiteView) => SitePage) => {
    for (const { prefix, language, plain } of editions) {
      const page = await site.frame(plain ? `${plainPrefix}${address}` : address, language, make)
      put(`${base}${prefix}${address}`, page, html)
      pages++
    }
  }
  const agencies = new Map((await publicAgencies(trx)).map((agency) => [agency.id, agency]))
  const write = (name: string, text: string) => put(`${base}${addresses.search}index/${name}`, text, 'application/json')
  const index = new SearchIndex({ write, spill: order.spill })
  const listed = await readAll(trx, agencies, index).finally(() => index.close())
  const years = byYear(listed, agencies)
  await putPage(addresses.search, (view) => searchPage(view, { base, years, total: listed.length }))
  for (const year of years) {
    const last = Math.ceil(year.items.length / linesOnPage)
    for (let page = 1; page <= last; page++)
      await putPage(yearAddress(year, page), (view) => yearPage(view, year, page))
  }
  return { files, changed, pages }
}

/** All that is published, newest first; the newest are put into the index on the way. */
async function readAll(
  trx: Trx,
  agencies: ReadonlyMap<number, PublicAgency>,
  index: SearchIndex,
): Promise<readonly PublicListed[]> {
  const ids: string[] = []
  let after: PublicMark | null = null
  do {
    const some: readonly (PublicMark & { gone: boolean })[] = await publicIds(trx, after, 5000)
    ids.push(...some.filter(({ gone }) => !gone).map(({ id }) => id))
    after = some.at(-1) ?? null
  } while (after !== null)
  const listed: PublicListed[] = []
  // The oldest first: places in the index are theirs for good.
  ids.reverse()
  const first = ids.length - mostSearched
  for (let at = 0; at < ids.length; at += atOnce) {
    const some = ids.slice(at, at + atOnce)
    const found = new Map((await searchedItems(trx, some)).map((item) => [item.id, item]))
    for (const [more, id] of some.entries()) {
      const item = found.get(id)
      if (!item) continue
      if (at + more >= first) index.add(item, agencies.get(item.agencyId)?.name ?? item.maker)
      const { body: _, keywords: __, ...line } = item
      listed.push(line)
    }
  }
  index.end()
  return listed.reverse()
}

function byYear(listed: readonly PublicListed[], agencies: ReadonlyMap<number, PublicAgency>): readonly YearOfAgency[] {
  const groups = Map.groupBy(listed, ({ agencyId, publishedAt }) => `${agencyId} ${publishedAt.slice(0, 4)}`)
  const years = [...groups.values()].flatMap((items): readonly YearOfAgency[] => {
    const [first] = items
    const agency = first && agencies.get(first.agencyId)
    return agency ? [{ agency, year: first.publishedAt.slice(0, 4), items }] : []
  })
  const place = new Map([...agencies.keys()].map((id, at) => [id, at]))
  return years.sort(
    (a, b) => (place.get(a.agency.id) ?? 0) - (place.get(b.agency.id) ?? 0) || (a.year < b.year ? 1 : -1),
  )
}
