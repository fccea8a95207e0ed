import { lostTables } from '../../report/lost-tables.ts'
import type { CellAddress, Report } from '../../report/report.ts'
import { headings } from '../../statute/form-2021.ts'
import { type Fragment, html } from '../html.ts'
import type { NumberedFinding } from '../place-findings.ts'
import { label, type View } from '../view.ts'
import { findingList } from './finding-list.ts'
import { excerpt, markedText } from './marked-text.ts'
import { proactiveTable, remediesTable, requestsTable } from './statutory-tables.ts'
import type { MarkedTables } from './table-cell.ts'

const tableOfSection: Readonly<Record<number, (marked: MarkedTables) => Fragment>> = {
  2: proactiveTable,
  3: requestsTable,
  4: remediesTable,
}

type TableName = CellAddress['table']
const sectionOfTable: Readonly<Record<TableName, number>> = { proactive: 2, requests: 3, remedies: 4 }

/** The report from title to section six, each part with its findings beside it. */
export function sections(view: View, report: Report, fileText: string, findings: readonly NumberedFinding[]): Fragment {
  const of = (section: number) => findings.filter((finding) => finding.place.section === section)
  return [
    wholeReport(view, report, fileText, of(0)),
    headings.map((heading, index) => oneSection(view, report, index + 1, heading, of(index + 1))),
  ]
}

function wholeReport(view: View, report: Report, fileText: string, findings: readonly NumberedFinding[]): Fragment {
  if (findings.length === 0) return null
  const inText = findings.filter(({ place }) => place.kind === 'text')
  const inFile = findings.filter(({ place }) => place.kind === 'file')
  const { title, text } = report.preamble
  return part(
    view,
    0,
    view.words.whole,
    html`<div class="prose" lang="zh-CN">${
      inText.length > 0 ? markedText(view, text, inText) : html`<p>${title || view.words.noTitle}</p>`
    }${inFile.map((finding) => excerpt(view, fileText, finding))}</div>`,
    findings,
  )
}

function oneSection(
  view: View,
  report: Report,
  number: number,
  statutory: string,
  findings: readonly NumberedFinding[],
): Fragment {
  const section = report.sections.find((one) => one.number === number)
  const heading = label(view, section?.heading || statutory, view.gloss?.headings[number - 1])
  const drawn = tableOfSection[number]
  const lost = lostTables(report).some((table) => sectionOfTable[table] === number)
  const table = drawn && (lost ? tableLost(view) : drawn({ view, tables: report, findings }))
  return part(
    view,
    number,
    heading,
    [section ? prose(view, section.text, findings, table !== undefined) : absent(view), table],
    findings,
    lost ? 'unchecked' : 'checked',
  )
}

function tableLost(view: View): Fragment {
  return html`<p class="table-lost">${view.words.tableLost}</p>`
}

function absent(view: View): Fragment {
  return html`<p class="quiet">${view.words.sectionMissing}</p>`
}

/** Prose without findings is folded away, so that what needs mending is near. */
function prose(view: View, text: string, findings: readonly NumberedFinding[], hasTable: boolean): Fragment {
  const marked = findings.filter(({ place }) => place.kind === 'text')
  if (text.trim() === '') return hasTable ? null : html`<p class="quiet">${view.words.emptySection}</p>`
  const paragraphs = html`<div class="prose" lang="zh-CN">${markedText(view, text, marked)}</div>`
  if (marked.length > 0) return paragraphs
  return html`<details class="fold"><summary>${view.words.readSection(text.length)}</summary>${paragraphs}</details>`
}

function part(
  view: View,
  number: number,
  heading: Fragment,
  content: Fragment,
  findings: readonly NumberedFinding[],
  figures: 'checked' | 'unchecked' = 'checked',
): Fragment {
  const id = `${view.slot}-s${number}`
  return html`<div class="part${findings.length > 0 && ' part-with-findings'}">
<h4 id="${id}">${heading}${findings.length === 0 && figures === 'checked' && html` <span class="clean"><span aria-hidden="true">✓</span> ${view.words.sectionClean}</span>`}</h4>
<div class="part-body">${
    findings.length > 0 && html`<div class="part-findings">${findingList(view, findings)}</div>`
  }<div class="part-content">${content}</div></div></div>`
}
