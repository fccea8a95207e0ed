import type { Trx } from '../../../storage/open-storage.ts'
import type { PublicAgency } from '../../../storage/publications/public-items.ts'
import { listPublicReports, type PublicReport } from '../../../storage/publications/public-reports.ts'
import { type Html, html } from '../../html.ts'
import { addresses } from '../addresses.ts'
import { agencyTree, inTreeOrder } from '../agency-tree.ts'
import { agencyCrumb, agencyFrame } from '../components/agency-frame.ts'
import { reportDownloads } from '../components/report-downloads.ts'
import { siteFrame } from '../components/site-frame.ts'
import type { SitePage } from '../components/site-layout.ts'
import type { SiteView } from '../site-view.ts'

/** 政府信息公开年报 of one agency: every year, newest first. */
export function reportsPage(view: SiteView, agency: PublicAgency, reports: readonly PublicReport[]): SitePage {
  const { words } = view
  const list = addresses.column(agency.code, 'reports')
  return {
    title: `${agency.name}${words.reports}`,
    crumbs: [agencyCrumb(agency), { label: words.reports, address: list }],
    column: { name: words.reports, of: agency.name, kind: 'reports' },
    feed: list,
    content: agencyFrame(
      view,
      agency,
      'reports',
      html`<h1>${words.reports}</h1>${reportList(
        view,
        reports.map((report) => ({ agency, report })),
      )}`,
    ),
  }
}

/** The annual reports of the government and its agencies, year by year, in the order of the tree. */
export async function allReportsPage(trx: Trx, view: SiteView, agencies: readonly PublicAgency[]): Promise<SitePage> {
  const { words, pageWords } = view
  const reports = await listPublicReports(trx, null)
  const ordered = inTreeOrder(agencyTree(agencies)).map(({ agency }) => agency)
  const years = [...Map.groupBy(reports, ({ year }) => year)]
  return {
    title: words.reports,
    crumbs: [{ label: words.reports, address: addresses.reports }],
    column: { name: words.reports, of: null, kind: 'reports' },
    feed: addresses.reports,
    content: siteFrame(
      view,
      'reports',
      html`<h1>${words.reports}</h1>${
        years.length === 0
          ? html`<p class="quiet">${pageWords.reportsNone}</p>`
          : years.map(
              ([year, ofYear]) =>
                html`<section aria-labelledby="y${year}"><h2 id="y${year}">${pageWords.reportsYear(year)}</h2>${reportList(
                  view,
                  ordered.flatMap((agency) =>
                    ofYear.filter(({ agencyId }) => agencyId === agency.id).map((report) => ({ agency, report })),
                  ),
                )}</section>`,
            )
      }`,
    ),
  }
}

type Listed = { readonly agency: PublicAgency; readonly report: PublicReport }

function reportList(view: SiteView, reports: readonly Listed[]): Html {
  const { pageWords, href } = view
  if (reports.length === 0) return html`<p class="quiet">${pageWords.reportsNone}</p>`
  return html`<ul class="report-list">${reports.map(
    ({ agency: { name, code }, report }) =>
      html`<li><a class="report-name" href="${href(addresses.report(code, report.year))}" lang="zh-CN">${name}${report.year}年政府信息公开工作年度报告</a><p class="quiet">${pageWords.reportPublished(report.publishedAt.slice(0, 10))}${
        report.version > 1 && html` · ${pageWords.reportVersion(report.version)}`
      } · <a href="${href(addresses.figures(code, report.year))}">${pageWords.reportFiguresOf(report.year)}</a></p>${reportDownloads(view, code, report)}</li>`,
  )}</ul>`
}
