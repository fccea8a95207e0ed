import { layoutReport } from '../../../report/render/layout-report.ts'
import type { Report } from '../../../report/report.ts'
import type { PublicAgency } from '../../../storage/publications/public-items.ts'
import type { PublicReport } from '../../../storage/publications/public-reports.ts'
import { html } from '../../html.ts'
import { addresses } from '../addresses.ts'
import { agencyCrumb, agencyFrame } from '../components/agency-frame.ts'
import { reportBlocks } from '../components/report-blocks.ts'
import { reportDownloads } from '../components/report-downloads.ts'
import type { SitePage } from '../components/site-layout.ts'
import type { SiteView } from '../site-view.ts'

/** The annual report of one year: what was frozen, its files, and every version with why there is another. */
export function reportPage(
  view: SiteView,
  agency: PublicAgency,
  versions: readonly PublicReport[],
  report: Report,
): SitePage {
  const { words, pageWords, href } = view
  const [newest] = versions
  if (!newest) throw new TypeError('a report without a version')
  const { titleLines, blocks } = layoutReport(report)
  const { code } = agency
  const { year } = newest
  const title = titleLines.join('')
  return {
    title,
    crumbs: [
      agencyCrumb(agency),
      { label: words.reports, address: addresses.column(code, 'reports') },
      { label: pageWords.reportsYear(year), address: addresses.report(code, year) },
    ],
    column: { name: words.reports, of: agency.name, kind: 'reports' },
    article: {
      title,
      publishedAt: newest.publishedAt,
      source: agency.name,
      keywords: ['政府信息公开', '年度报告', String(year)],
      description: null,
    },
    shared: true,
    content: agencyFrame(
      view,
      agency,
      'reports',
      html`<article class="report-page"><h1 lang="zh-CN">${title}</h1><div class="report-facts"><p>${pageWords.reportPublished(newest.publishedAt.slice(0, 10))} · ${pageWords.reportVersion(newest.version)} · <a href="${href(addresses.figures(code, year))}">${pageWords.reportFiguresOf(year)}</a></p>${reportDownloads(view, code, newest)}</div>${
        versions.length > 1 &&
        html`<section class="report-versions" aria-labelledby="versions"><h2 id="versions">${pageWords.reportVersions}</h2><ol reversed>${versions.map(
          (one) =>
            html`<li><p>${pageWords.reportVersion(one.version)} · ${pageWords.reportPublished(one.publishedAt.slice(0, 10))}${one.note !== null && html` · <span lang="zh-CN">${one.note}</span>`}</p>${one !== newest && reportDownloads(view, code, one)}</li>`,
        )}</ol></section>`
      }${reportBlocks(blocks, pageWords)}</article>`,
    ),
  }
}
