import type { Trx } from '../../storage/open-storage.ts'
import { countPublicItems } from '../../storage/publications/count-public-items.ts'
import { findPublicItem, listPublicItems, type PublicAgency } from '../../storage/publications/public-items.ts'
import type { SitePage } from './components/site-layout.ts'
import { findColumn } from './find-column.ts'
import { findContent } from './find-content.ts'
import { agencyPage } from './pages/agency-page.ts'
import { homePage } from './pages/home-page.ts'
import { itemPage } from './pages/item-page.ts'
import { allReportsPage } from './pages/reports-page.ts'
import type { SiteView } from './site-view.ts'

/** A page of the portal before it is set into its frame. */
export type FoundPage = SitePage & { readonly status: 200 | 404 | 410 }

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** The page that the steps of an address name; null where they name none. */
export async function findPage(
  trx: Trx,
  view: SiteView,
  agencies: readonly PublicAgency[],
  steps: readonly string[],
): Promise<FoundPage | null> {
  const [first, second = '', ...rest] = steps
  switch (first) {
    case undefined: {
      const { items } = await listPublicItems(trx, {}, { page: 1, size: 10 })
      const counts = await countPublicItems(trx, null)
      return { status: 200, ...homePage(view, { agencies, newest: items, counts }) }
    }
    case 'items':
      return rest.length === 0 && uuid.test(second) ? await showItem(trx, view, agencies, second) : null
    case 'content':
      return await findContent(trx, view, null, steps.slice(1))
    case 'reports':
      return steps.length === 1 ? { status: 200, ...(await allReportsPage(trx, view, agencies)) } : null
    case 'agencies': {
      const agency = agencies.find(({ code }) => code === second)
      return agency ? await showAgency(trx, view, agency, agencies, rest) : null
    }
    default:
      return null
  }
}

async function showAgency(
  trx: Trx,
  view: SiteView,
  agency: PublicAgency,
  agencies: readonly PublicAgency[],
  rest: readonly string[],
): Promise<FoundPage | null> {
  if (rest.length > 0) return await findColumn(trx, view, agency, rest)
  const { items } = await listPublicItems(trx, { agencyId: agency.id }, { page: 1, size: 10 })
  const around = agencies.filter(({ id, parentId }) => id === agency.parentId || parentId === agency.id)
  return { status: 200, ...agencyPage(view, agency, items, around) }
}

async function showItem(
  trx: Trx,
  view: SiteView,
  agencies: readonly PublicAgency[],
  id: string,
): Promise<FoundPage | null> {
  const item = await findPublicItem(trx, id)
  const agency = agencies.find((one) => one.id === item?.agencyId)
  if (!item || !agency) return null
  return { status: item.takenDownOn === null ? 200 : 410, ...itemPage(view, agency, item) }
}
