import { Refusal } from '../../refusals/refusal.ts'
import {
  type Cell,
  type CellKind,
  cellAddresses,
  cellAt,
  makeTables,
  missingCell,
  numberCell,
  type Report,
  type Section,
} from '../report.ts'
import { parseValue, unreadableCell } from './lines/cell-value.ts'
import { normalise } from './lines/normalise.ts'

const KINDS: ReadonlySet<string> = new Set<CellKind>(['number', 'blank', 'none', 'remark', 'missing', 'unreadable'])
const FORMS: ReadonlySet<string> = new Set(['2021', '2019', 'mixed'])

type Fields = Readonly<Record<string, unknown>>
const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * Reads a report that a program wrote: the answer of `report check --format json` (one line), a report made by
 * `report build`, or the bare report object of the contract. Throws `Refusal`: `json-damaged`, `not-a-report`, `two-reports`.
 */
export function readJsonReport(text: string): Report {
  const body = parse(text)
  const report = isFields(body.report) ? body.report : body
  if (!isFields(report.requests) && !isFields(report.proactive) && !isFields(report.remedies)) {
    throw new Refusal('not-a-report')
  }
  const tables = makeTables((address) => {
    switch (address.table) {
      case 'proactive':
        return toCell(within(report, 'proactive', address.cell))
      case 'requests':
        return toCell(within(report, 'requests', address.row, address.column))
      case 'remedies':
        return toCell(within(report, 'remedies', address.group, address.column))
    }
  })
  const { form, year, agency, sections, preamble } = report
  const isBare = cellAddresses.every((address) => cellAt(tables, address).kind === 'missing')
  if (isBare && !(Array.isArray(sections) && sections.length > 0)) throw new Refusal('not-a-report')
  return {
    ...tables,
    agency: typeof agency === 'string' && agency.trim() !== '' ? agency.trim() : null,
    year: typeof year === 'number' && Number.isInteger(year) ? year : null,
    form: typeof form === 'string' && FORMS.has(form) ? (form as Report['form']) : '2021',
    preamble: isFields(preamble)
      ? { title: words(preamble.title), text: words(preamble.text) }
      : { title: '', text: '' },
    sections: Array.isArray(sections) ? sections.flatMap(toSection) : [],
  }
}

function parse(text: string): Fields {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  try {
    const whole: unknown = JSON.parse(text)
    if (isFields(whole)) return whole
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    // One object a line: the answer for several files. Each of them would be a report of its own.
    if (lines.length > 1 && lines.every((line) => line.trim().startsWith('{') && line.trim().endsWith('}'))) {
      throw new Refusal('two-reports')
    }
    throw new Refusal('json-damaged')
  }
  throw new Refusal('not-a-report')
}

function within(report: Fields, ...path: readonly string[]): unknown {
  let place: unknown = report
  for (const key of path) {
    if (!isFields(place) || !Object.hasOwn(place, key)) return undefined
    place = place[key]
  }
  return place
}

const words = (value: unknown) => (typeof value === 'string' ? value : '')

function toSection(value: unknown): Section[] {
  if (!isFields(value) || typeof value.number !== 'number' || typeof value.heading !== 'string') return []
  return [{ number: value.number, heading: value.heading, text: words(value.text) }]
}

/** A cell of the contract, a plain number, a text as it stood, or null for a blank. */
function toCell(value: unknown): Cell {
  if (value === undefined) return missingCell
  if (value === null) return { value: null, kind: 'blank', text: '' }
  if (typeof value === 'number') return Number.isFinite(value) ? numberCell(value) : unreadableCell(String(value))
  if (typeof value === 'string') {
    if (value.trim() === '') return { value: null, kind: 'blank', text: '' }
    return parseValue(normalise(value), value) ?? unreadableCell(value)
  }
  if (!isFields(value)) return unreadableCell(JSON.stringify(value) ?? '')
  const { kind, text } = value
  const number = value.value
  if (typeof kind !== 'string' || !KINDS.has(kind)) return unreadableCell(words(text))
  const hasValue = kind === 'number' || kind === 'remark'
  if (hasValue !== (typeof number === 'number' && Number.isFinite(number))) return unreadableCell(words(text))
  return {
    value: hasValue ? (number as number) : null,
    kind: kind as CellKind,
    text: words(text) || (hasValue ? String(number) : ''),
  }
}
