import { readJsonReport } from '../../report/read/read-json-report.ts'
import type { Report } from '../../report/report.ts'
import type { Trx } from '../../storage/open-storage.ts'
import { readGuide } from '../../storage/publications/agency-guides.ts'
import { listPublicItems, type PublicAgency } from '../../storage/publications/public-items.ts'
import {
  listPublicReports,
  type PublicReport,
  readReportFile,
  reportVersions,
} from '../../storage/publications/public-reports.ts'
import { requestPage } from '../apply/pages/request-page.ts'
import { findContent, readPage } from './find-content.ts'
import type { FoundPage } from './find-page.ts'
import { itemsOnPage } from './pages/content-page.ts'
import { figuresPage } from './pages/figures-page.ts'
import { guidePage } from './pages/guide-page.ts'
import { reportPage } from './pages/report-page.ts'
import { reportsPage } from './pages/reports-page.ts'
import { rulesPage } from './pages/rules-page.ts'
import type { SiteView } from './site-view.ts'

/** The pages below an agency's own: `['guide']`, `['content', …]`, `['reports', '2025', 'figures']`. */
export async function findColumn(
  trx: Trx,
  view: SiteView,
  agency: PublicAgency,
  [column, ...rest]: readonly string[],
): Promise<FoundPage | null> {
  switch (column) {
    case 'guide':
      return rest.length === 0 ? { status: 200, ...guidePage(view, agency, await readGuide(trx, agency.id)) } : null
    case 'rules':
      return await findRules(trx, view, agency, rest)
    case 'content':
      return await findContent(trx, view, agency, rest)
    case 'reports':
      if (rest.length > 0) return await findReport(trx, view, agency, rest)
      return { status: 200, ...reportsPage(view, agency, await listPublicReports(trx, agency.id)) }
    case 'request':
      return rest.length === 0 ? { status: 200, ...requestPage(view, agency, await readGuide(trx, agency.id)) } : null
    default:
      return null
  }
}

async function findRules(
  trx: Trx,
  view: SiteView,
  agency: PublicAgency,
  rest: readonly string[],
): Promise<FoundPage | null> {
  const { page, parts } = readPage(rest)
  if (page === null || parts.length > 0) return null
  const filter = { agencyId: agency.id, column: 'rules' } as const
  const { items, total } = await listPublicItems(trx, filter, { page, size: itemsOnPage })
  if (page > 1 && items.length === 0) return null
  return { status: 200, ...rulesPage(view, agency, { items, total, page }) }
}

async function findReport(
  trx: Trx,
  view: SiteView,
  agency: PublicAgency,
  [step = '', figures, ...more]: readonly string[],
): Promise<FoundPage | null> {
  if (!/^\d{4}$/.test(step) || more.length > 0 || (figures !== undefined && figures !== 'figures')) return null
  const versions = await reportVersions(trx, agency.id, Number(step))
  const [newest] = versions
  if (!newest) return null
  const report = await frozenReport(trx, newest)
  const page = figures ? figuresPage(view, agency, newest, report) : reportPage(view, agency, versions, report)
  return { status: 200, ...page }
}

/** The report as its published json says it: never the ledger, which may have changed since. */
async function frozenReport(trx: Trx, { agencyId, year, files }: PublicReport): Promise<Report> {
  const json = files.find(({ format }) => format === 'json')
  const file = json && (await readReportFile(trx, agencyId, year, json.digest))
  if (!file) throw new Error(`the report of ${year} of agency ${agencyId} has no json`)
  return readJsonReport(new TextDecoder().decode(file.content))
}
