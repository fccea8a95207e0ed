import { layoutReport } from '../../../report/render/layout-report.ts'
import type { Report } from '../../../report/report.ts'
import type { PublicAgency } from '../../../storage/publications/public-items.ts'
import type { PublicReport } from '../../../storage/publications/public-reports.ts'
import { html } from '../../html.ts'
import { addresses } from '../addresses.ts'
import { agencyCrumb, agencyFrame } from '../components/agency-frame.ts'
import { reportTable } from '../components/report-blocks.ts'
import type { SitePage } from '../components/site-layout.ts'
import { barChart } from '../figures/bar-chart.ts'
import { chartsOfReport } from '../figures/charts-of-report.ts'
import type { SiteView } from '../site-view.ts'

/** The figures of one year of one agency: plain charts, and the three tables that they come from. */
export function figuresPage(view: SiteView, agency: PublicAgency, published: PublicReport, report: Report): SitePage {
  const { words, pageWords, href, language } = view
  const { code, name } = agency
  const { year, publishedAt } = published
  const title = pageWords.figuresTitle(name, year)
  const { titleLines, blocks } = layoutReport(report)
  const tables = blocks.filter((block) => block.kind === 'table')
  return {
    title,
    crumbs: [
      agencyCrumb(agency),
      { label: words.reports, address: addresses.column(code, 'reports') },
      { label: pageWords.reportsYear(year), address: addresses.report(code, year) },
      { label: pageWords.reportFigures, address: addresses.figures(code, year) },
    ],
    column: { name: words.reports, of: name, kind: 'reports' },
    article: { title, publishedAt, source: name, keywords: ['政府信息公开', '统计', String(year)], description: null },
    shared: true,
    content: agencyFrame(
      view,
      agency,
      'reports',
      html`<article class="figures"><h1 lang="${language}">${title}</h1><p class="quiet">${pageWords.figuresSource}<a href="${href(addresses.report(code, year))}" lang="zh-CN">${titleLines.join('')}</a></p><div class="charts">${chartsOfReport(report, view).map((chart) => barChart(chart, pageWords))}</div><section aria-labelledby="tables"><h2 id="tables">${pageWords.figuresTables}</h2><div class="report-text" lang="zh-CN">${tables.map(
        (table) => html`<h3>${table.name}</h3>${reportTable(table, pageWords)}`,
      )}</div></section></article>`,
    ),
  }
}
