import type { z } from 'zod'
import type { Trx } from '../../../storage/open-storage.ts'
import { newestPublicItems, type PublicEntry } from '../../../storage/publications/newest-public-items.ts'
import type { PublicAgency } from '../../../storage/publications/public-items.ts'
import { addresses } from '../addresses.ts'
import type { SiteView } from '../site-view.ts'
import type { itemsSchema, listedItemSchema } from './schemas.ts'
import { webHref } from './web-href.ts'

/** Items in one answer. */
const itemsInAnswer = 100

/** What is published, newest first, in answers that name the next; `after` is the last item of the one before. */
export async function itemsJson(
  trx: Trx,
  view: SiteView,
  agencies: readonly PublicAgency[],
  after: string | null,
): Promise<z.output<typeof itemsSchema> | null> {
  const found = await newestPublicItems(trx, {}, { after, limit: itemsInAnswer + 1 })
  if (!found) return null
  const items = found.slice(0, itemsInAnswer)
  const last = found.length > itemsInAnswer ? items.at(-1) : undefined
  const codes = new Map(agencies.map(({ id, code }) => [id, code]))
  return {
    items: items.map((item) => listedItem(view, codes.get(item.agencyId) ?? '', item)),
    next: last ? webHref(view, `data/items/${last.id}.json`) : null,
  }
}

/** An item as lists tell it. */
export function listedItem(view: SiteView, agency: string, entry: PublicEntry): z.output<typeof listedItemSchema> {
  const { id, title, indexNumber, documentNumber, maker, madeOn, publishedAt, changedAt, version, summary } = entry
  const { item, theme, genre, validity } = entry
  return {
    ...{ id, agency, title, indexNumber, documentNumber, maker, madeOn, publishedAt, changedAt, version, summary },
    ...{ item, theme, genre, validity },
    page: webHref(view, addresses.item(id)),
    data: webHref(view, `${addresses.item(id)}item.json`),
  }
}
