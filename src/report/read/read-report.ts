import type { SourceDocument } from '../../quality/source-document.ts'
import { Refusal } from '../../refusals/refusal.ts'
import { rowsAddedIn2021 } from '../../statute/form-2019.ts'
import { cellAddresses, cellAt, makeTables, missingCell, type Report, type Tables } from '../report.ts'
import { cutRegions, type Region, type TableName } from './cut-regions.ts'
import { allHeadings, findHeadings, type Heading } from './find-headings.ts'
import { isNarrativeReport, isNoticeOfForm } from './is-report.ts'
import { REMEDY_WORD } from './labels/labels.ts'
import type { Line } from './lines/line.ts'
import { readLines } from './lines/read-lines.ts'
import { findPageNumbers, withoutPageNumbers } from './page-numbers.ts'
import { readJsonReport } from './read-json-report.ts'
import { readSections, splitPreamble } from './read-sections.ts'
import { readTitle } from './read-title.ts'
import { type ProactiveReading, readProactive } from './tables/read-proactive.ts'
import { type RemediesReading, readRemedies } from './tables/read-remedies.ts'
import { type RequestsReading, readRequests } from './tables/read-requests.ts'
import { holdsTwoReports } from './two-reports.ts'

/** Table rows that must say two things before a file is taken for two reports. */
const TWO_REPORTS = 3
/** So many cells that cannot be told, and hardly one that can: nothing is left to check. */
const LOST = { unreadable: 100, read: 5 }

/**
 * Reads an annual report out of a file's lines and grids: the 200 cells by label and structure, the sections, and the
 * agency and year that the file states. A number is given only where the file leaves one reading; otherwise the cell is
 * `unreadable` with what stands there. Throws `Refusal`: `not-a-report`, `two-reports`, `figures-lost`.
 */
export function readReport(document: SourceDocument): Report {
  if (document.format === 'json') return readJsonReport(document.text)
  if (sizeOf(document) > MOST_PIECES) throw new Refusal('not-a-report')
  const lines = readLines(document)
  const everyHeading = allHeadings(lines)
  const headings = findHeadings(lines, everyHeading)
  const regions = cutRegions(lines, headings)
  if (regions.length === 0 && !isNarrativeReport(lines, headings)) throw new Refusal('not-a-report')

  const pages = findPageNumbers(lines, regions)
  const linesOf = (table: TableName): Line[] =>
    regions.filter((region) => region.table === table).flatMap((region) => withoutPageNumbers(lines, region, pages))
  const breaksOff = (table: TableName) => endsIn(table, regions, lines, headings)
  const requests = readRequests(linesOf('requests'), breaksOff('requests'))
  const proactive = readProactive(
    linesOf('proactive'),
    requests.blanksLost || requests.sums === 'fail',
    breaksOff('proactive'),
  )
  const remedies = readRemedies(linesOf('remedies'), requests.sums !== 'fail', breaksOff('remedies'))
  if (proactive.doubled + requests.doubled + remedies.doubled >= TWO_REPORTS) throw new Refusal('two-reports')
  const tables = tablesOf(proactive, requests, remedies)
  if (
    !cellAddresses.some((address) => cellAt(tables, address).kind !== 'missing') &&
    !isNarrativeReport(lines, headings)
  )
    throw new Refusal('not-a-report')
  if (holdsTwoReports(lines, everyHeading)) throw new Refusal('two-reports')
  if (figuresLost(tables)) throw new Refusal('figures-lost')

  const used = new Set(
    regions.flatMap(({ start, end }) => Array.from({ length: end - start }, (_, index) => start + index)),
  )
  const sections = readSections(lines, headings, used)
  const preamble = splitPreamble(lines, headings, used)
  const { title, agency, year } = readTitle(
    preamble,
    sections.find(({ number }) => number === 1)?.text.split('\n') ?? [],
    [...preamble, ...sections.map(({ text }) => text)],
  )
  if (isBlankForm(tables) && isNoticeOfForm(lines, title)) throw new Refusal('not-a-report')
  return {
    ...tables,
    agency,
    year,
    form: formOf(proactive, requests),
    preamble: { title, text: preamble.join('\n') },
    sections,
  }
}

/** The file ends with this table: nothing but a word or two, perhaps of the next cell, comes behind it. */
function endsIn(
  table: TableName,
  regions: readonly Region[],
  lines: readonly Line[],
  headings: readonly Heading[],
): boolean {
  const last = regions.at(-1)
  if (last?.table !== table || headings.some(({ line }) => line >= last.end)) return false
  const rest = lines.slice(last.end)
  const isScrap = ({ text }: Line) =>
    text.trim().length <= LONGEST_SCRAP || (REMEDY_WORD.test(text) && !/[。，]/.test(text))
  // A scrap of the next label shows that the label before it had come to its end.
  const isDigits = ({ text }: Line) => !/[\u4e00-\u9fff]/.test(text)
  return rest.length <= 2 && rest.every(isScrap) && (table === 'remedies' || rest.every(isDigits))
}

const LONGEST_SCRAP = 12

/** A report has some thousand lines and cells at most. */
const MOST_PIECES = 150_000

function sizeOf({ blocks }: SourceDocument): number {
  return blocks.reduce((sum, block) => sum + (block.kind === 'grid' ? block.cells.length : 1), 0)
}

function tablesOf(proactive: ProactiveReading, requests: RequestsReading, remedies: RemediesReading): Tables {
  return makeTables((address) => {
    switch (address.table) {
      case 'proactive':
        return proactive.cells[address.cell]
      case 'requests':
        return requests.rows.get(address.row)?.[address.column] ?? missingCell
      case 'remedies':
        return remedies.groups[address.group][address.column]
    }
  })
}

/** A form that nobody filled in. */
function isBlankForm(tables: Tables): boolean {
  const kinds = new Set(cellAddresses.map((address) => cellAt(tables, address).kind))
  kinds.delete('missing')
  return kinds.size === 1 && kinds.has('blank')
}

/** Most of what stands in the tables cannot be told. */
function figuresLost(tables: Tables): boolean {
  const cells = cellAddresses.map((address) => cellAt(tables, address))
  const unreadable = cells.filter(({ kind }) => kind === 'unreadable').length
  const read = cells.filter(({ kind }) => kind !== 'unreadable' && kind !== 'missing').length
  return unreadable >= LOST.unreadable && read <= LOST.read
}

function formOf(proactive: ProactiveReading, requests: RequestsReading): Report['form'] {
  const readsProactive = Object.values(proactive.cells).some(({ kind }) => kind !== 'missing')
  const threeOthers = rowsAddedIn2021.some((row) => (requests.rows.get(row)?.total.kind ?? 'missing') !== 'missing')
  if (proactive.oldForm) return threeOthers ? 'mixed' : '2019'
  if (requests.singleOther) return readsProactive ? 'mixed' : '2019'
  return '2021'
}
