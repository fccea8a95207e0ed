import { headings } from '../../statute/form-2021.ts'
import type { Report, Section } from '../report.ts'
import { layoutHeading, layoutParagraphs } from './layout-paragraph.ts'
import { layoutTitle } from './layout-title.ts'
import { proactiveTable } from './proactive-table.ts'
import { remediesTable } from './remedies-table.ts'
import type { LayoutBlock, LayoutParagraph, ReportLayout } from './report-layout.ts'
import { requestsTable } from './requests-table.ts'
import { titleOf } from './title-of.ts'

/** A paragraph that explains a table stands below it, not above. */
const TABLE_NOTE = /^(?:备?注|说明)[：:]/

/**
 * The report in the statutory form of 30号: title, lead, the six sections under their statutory headings whatever the
 * source called them, and the three tables in sections two to four. A section that the report lacks keeps its heading,
 * so that the gap is seen; a section beyond the six follows them.
 */
export function layoutReport(report: Report): ReportLayout {
  const tables = [null, proactiveTable, requestsTable, remediesTable]
  const blocks: LayoutBlock[] = [...layoutParagraphs(leadOf(report))]
  for (const [place, heading] of headings.entries()) {
    const paragraphs = report.sections
      .filter((section) => section.number === place + 1)
      .flatMap((section) => layoutParagraphs(section.text))
    const table = tables[place]?.(report)
    const above = table ? paragraphs.filter((one) => !isNote(one)) : paragraphs
    const below = table ? paragraphs.filter(isNote) : []
    // Table two fills a page with its heading: begun elsewhere it would be divided.
    const startsPage = table?.id === 'requests' && above.length === 0
    blocks.push({ ...layoutHeading(heading), startsPage }, ...above, ...(table ? [table] : []), ...below)
  }
  const further = report.sections.filter(({ number }) => number < 1 || number > headings.length)
  blocks.push(...further.flatMap(layoutFurther))
  return { titleLines: layoutTitle(titleOf(report)), agency: report.agency, year: report.year, blocks }
}

const isNote = (paragraph: LayoutParagraph) => TABLE_NOTE.test(paragraph.heading + paragraph.rest)

function layoutFurther(section: Section): readonly LayoutParagraph[] {
  const heading = section.heading.trim()
  return [...(heading === '' ? [] : [layoutHeading(heading)]), ...layoutParagraphs(section.text)]
}

/** The text before section one without the lines that the title is made of. */
function leadOf({ preamble }: Report): string {
  const bare = (text: string) => text.replace(/\s+/g, '')
  const title = bare(preamble.title)
  const lines = preamble.text.split('\n')
  let taken = ''
  let first = 0
  while (first < lines.length && taken !== title && title.startsWith(taken + bare(lines[first] ?? ''))) {
    taken += bare(lines[first] ?? '')
    first += 1
  }
  return lines.slice(taken === title ? first : 0).join('\n')
}
