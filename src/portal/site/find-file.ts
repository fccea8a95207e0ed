import type { Trx } from '../../storage/open-storage.ts'
import type { PublicAgency } from '../../storage/publications/public-items.ts'
import { agenciesJson } from './data/agencies-json.ts'
import { findFeed } from './data/feed.ts'
import { feedForms } from './data/feed-forms.ts'
import { itemJson } from './data/item-json.ts'
import { itemsJson } from './data/items-json.ts'
import { openApiJson } from './data/open-api.ts'
import { siteMap } from './data/site-map.ts'
import type { SiteView } from './site-view.ts'

/** A text of the portal that is no page: for programs, readers of feeds, search engines. */
export type FoundFile = { readonly type: string; readonly text: string }

const uuid = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}'

/** The file that the steps of an address name; null where they name none. */
export async function findFile(
  trx: Trx,
  view: SiteView,
  agencies: readonly PublicAgency[],
  steps: readonly string[],
): Promise<FoundFile | null> {
  const name = steps.at(-1)
  const path = steps.join('/')
  const form = feedForms.find(({ file }) => file === name)
  if (form) return await findFeed(trx, view, agencies, { steps: steps.slice(0, -1), form })
  // Feeds are for people, who read them in their language; the rest is for programs.
  if (view.language !== 'zh-CN') return null
  if (path === 'openapi.json') return json(openApiJson(view))
  if (path === 'data/agencies.json') return json(agenciesJson(view, agencies))
  const list = new RegExp(`^data/items(?:/(${uuid}))?\\.json$`).exec(path)
  if (list) return json(await itemsJson(trx, view, agencies, list[1] ?? null))
  const item = new RegExp(`^items/(${uuid})/item\\.json$`).exec(path)
  if (item) return json(await itemJson(trx, view, agencies, item[1] ?? ''))
  const map = /^sitemap(?:-([1-9]\d{0,4}))?\.xml$/.exec(path)
  if (!map) return null
  const text = await siteMap(trx, view, agencies, map[1] === undefined ? null : Number(map[1]))
  return text === null ? null : { type: 'application/xml; charset=utf-8', text }
}

function json(value: object | null): FoundFile | null {
  return value && { type: 'application/json; charset=utf-8', text: `${JSON.stringify(value)}\n` }
}
