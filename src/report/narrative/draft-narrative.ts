import type { AgencyKind } from '../../statute/agency-rank.ts'
import { applicantKinds } from '../../statute/applicant-kinds.ts'
import { headings, requestRows } from '../../statute/form-2021.ts'
import type { DocumentFigure, FeeFigures, Period } from '../compute/year-figures.ts'
import { centsPerYuan, formatMoney } from '../ledger/money.ts'
import { type Cell, cellAt, parseAddress, type Report, type Tables } from '../report.ts'
import { type Binding, bindTemplate, type Figure, sumFigures } from './bind-template.ts'
import type { NarrativeTemplate } from './template.ts'
import { dayInWords, templateZhCN, unknownMark } from './template-zh-cn.ts'

export type NarrativeQuestion = {
  readonly agency: { readonly name: string; readonly kind: AgencyKind }
  readonly period: Period
  readonly tables: Tables
  /** Null where no ledger of documents is kept: the narrative then does not speak of what was published. */
  readonly documents: readonly DocumentFigure[] | null
  /** Null where no ledger of requests is kept. */
  readonly fees: FeeFigures | null
}

/** A draft of title, lead and six sections whose every number is taken from the tables and the ledger. */
export function draftNarrative(
  question: NarrativeQuestion,
  template: NarrativeTemplate = templateZhCN,
): Pick<Report, 'preamble' | 'sections'> {
  const { agency, period } = question
  const binding: Binding = {
    figure: (name) => figureNamed(name, question),
    words: { agency: agency.name, year: String(period.year), lastDay: dayInWords(period.last) },
    kind: agency.kind,
    unknownMark,
  }
  const bound = bindTemplate(template, binding)
  return {
    preamble: { title: bound.title, text: [bound.title, ...bound.lead].join('\n') },
    sections: headings.map((heading, at) => ({
      number: at + 1,
      heading,
      text: (bound.sections[at] ?? []).join('\n'),
    })),
  }
}

function figureNamed(name: string, question: NarrativeQuestion): Figure | null {
  const address = parseAddress(name)
  if (address) return cellFigure(cellAt(question.tables, address))
  const several = severalCells(name, question.tables)
  if (several) return several
  const outside = outsideFigures[name]
  return outside ? outside(question) : null
}

/** `requests[withheld.*][total]` and `requests[received][organisations]`: sums the form has no cell for. */
function severalCells(name: string, tables: Tables): Figure | null {
  const match = /^requests\[([\w.]+?)(\.\*)?\]\[(\w+)\]$/.exec(name)
  if (!match) return null
  const [, row = '', star, column = ''] = match
  const rows = requestRows.filter(({ id }) => (star ? id.startsWith(`${row}.`) : id === row))
  const columns = column === 'organisations' ? organisations : [column]
  const addresses = rows.flatMap(({ id }) => columns.map((one) => parseAddress(`requests[${id}][${one}]`)))
  if (addresses.length === 0 || addresses.includes(null)) return null
  return sumFigures(addresses.flatMap((address) => (address ? [cellFigure(cellAt(tables, address))] : [])))
}

const organisations = applicantKinds.filter(({ id }) => id !== 'naturalPerson').map(({ id }) => id)

function cellFigure(cell: Cell): Figure {
  switch (cell.kind) {
    case 'number':
      return { value: cell.value, text: cell.text }
    case 'remark':
      return { value: cell.value, text: String(cell.value) }
    case 'none':
      return { value: 0, text: '0' }
    case 'blank':
    case 'missing':
    case 'unreadable':
      return unknown
  }
}

const unknown: Figure = { value: null, text: '' }
const count = (value: number): Figure => ({ value, text: String(value) })
const money = (cents: bigint): Figure => ({ value: Number(cents) / 100, text: formatMoney(cents, centsPerYuan) })

/** What the narrative tells and the form has no cell for. */
const outsideFigures: Readonly<Record<string, (question: NarrativeQuestion) => Figure>> = {
  'documents.published': ({ documents }) => count((documents ?? []).reduce((sum, { published }) => sum + published, 0)),
  'fees.notices': (question) =>
    feeFigure(question, ({ notices, unrecordedNotices }) => count(notices + unrecordedNotices)),
  'fees.recorded': (question) => feeFigure(question, ({ notices }) => count(notices)),
  'fees.unrecorded': (question) => feeFigure(question, ({ unrecordedNotices }) => count(unrecordedNotices)),
  'fees.charged': (question) => feeFigure(question, ({ chargedCents }) => money(chargedCents)),
  'fees.collected': (question) => feeFigure(question, ({ collectedCents }) => money(collectedCents)),
}

/** Where the ledger does not tell, fees are known only when there was no request at all that a fee could be asked for. */
function feeFigure({ fees, tables }: NarrativeQuestion, take: (fees: FeeFigures) => Figure): Figure {
  if (fees) return take(fees)
  const { received, carriedIn } = tables.requests
  const none = [received.total, carriedIn.total].every((cell) => cellFigure(cell).value === 0)
  return none ? count(0) : unknown
}
