import { Refusal } from '../../refusals/refusal.ts'
import type { SheetCell, SheetRow } from '../../report/ledger/sheet-cell.ts'
import { parseDay } from '../../statute/day.ts'
import { type DateStyles, dayOfSerial } from './date-styles.ts'
import { parseXml } from './parse-xml.ts'
import { type SharedStrings, unescapeText } from './shared-strings.ts'
import type { ZipEntry } from './zip-entries.ts'

export type SheetContext = {
  readonly strings: SharedStrings
  readonly isDateStyle: DateStyles
  readonly dateSystem: 1900 | 1904
}

const LAST_COLUMN = 16_384
const LAST_ROW = 1_048_576

/** The rows of a worksheet part, one by one; memory holds one piece of the file at a time. */
export function* sheetRows(entry: ZipEntry, context: SheetContext): Generator<SheetRow> {
  let ready: SheetRow[] = []
  let number = 0
  let cells = new Map<number, SheetCell>()
  let column = -1
  let raw: { type: string; style: number; value: string; formula: boolean } | null = null
  let taking = false
  let phonetic = 0

  const reading = parseXml(entry, {
    open: (name, attributes) => {
      switch (name) {
        case 'row':
          number = attributes.r === undefined ? number + 1 : Number(attributes.r)
          if (!(number >= 1 && number <= LAST_ROW)) throw new Refusal('workbook-damaged')
          cells = new Map()
          column = -1
          break
        case 'c':
          column = attributes.r === undefined ? column + 1 : columnOf(attributes.r)
          if (!(column >= 0 && column < LAST_COLUMN)) throw new Refusal('workbook-damaged')
          raw = { type: attributes.t ?? 'n', style: Number(attributes.s ?? -1), value: '', formula: false }
          break
        case 'v':
          taking = true
          break
        case 't':
          taking = phonetic === 0
          break
        case 'f':
          if (raw) raw.formula = true
          break
        case 'rPh':
          phonetic++
          break
      }
    },
    close: (name) => {
      switch (name) {
        case 'v':
        case 't':
          taking = false
          break
        case 'rPh':
          phonetic--
          break
        case 'c': {
          const cell = raw && toCell(raw, context)
          if (cell) cells.set(column, cell)
          raw = null
          break
        }
        case 'row':
          if (cells.size > 0) ready.push({ number, cells })
          break
      }
    },
    text: (text) => {
      if (taking && raw) raw.value += text
    },
  })
  for (const _ of reading) {
    const rows = ready
    ready = []
    yield* rows
  }
}

function toCell(
  raw: { readonly type: string; readonly style: number; readonly value: string; readonly formula: boolean },
  context: SheetContext,
): SheetCell | null {
  if (raw.formula) return { kind: 'formula' }
  switch (raw.type) {
    case 's': {
      const text = context.strings.at(Number(raw.value))
      if (text === undefined) throw new Refusal('workbook-damaged')
      return text === '' ? null : { kind: 'text', text }
    }
    case 'inlineStr':
    case 'str':
      return raw.value === '' ? null : { kind: 'text', text: unescapeText(raw.value) }
    case 'b':
      return { kind: 'boolean', value: raw.value.trim() === '1' }
    case 'e':
      return { kind: 'error', text: raw.value }
    case 'd': {
      const on = parseDay(raw.value.slice(0, 10))
      return on ? { kind: 'day', day: on } : { kind: 'notADay', text: raw.value }
    }
    default: {
      const text = raw.value.trim()
      if (text === '') return null
      if (!context.isDateStyle(raw.style)) return { kind: 'number', text }
      const on = dayOfSerial(Number(text), context.dateSystem)
      return on ? { kind: 'day', day: on } : { kind: 'notADay', text }
    }
  }
}

/** A merged range: its top-left place and how far it reaches; rows and columns count from 0. */
export type MergedRange = {
  readonly row: number
  readonly column: number
  readonly rowSpan: number
  readonly columnSpan: number
}

/** The merged ranges of a worksheet part; they stand behind its rows. */
export function mergedRanges(entry: ZipEntry): readonly MergedRange[] {
  const found: MergedRange[] = []
  const parse = parseXml(entry, {
    open: (name, attributes) => {
      const match = name === 'mergeCell' ? /^([A-Z]+)(\d+):([A-Z]+)(\d+)$/.exec(attributes.ref ?? '') : null
      if (!match) return
      const [column, row] = [columnOf(match[1] ?? ''), Number(match[2]) - 1]
      const [right, bottom] = [columnOf(match[3] ?? ''), Number(match[4]) - 1]
      found.push({ row, column, rowSpan: bottom - row + 1, columnSpan: right - column + 1 })
    },
  })
  for (const _ of parse);
  return found
}

/** Column of a cell's name: `C7` → 2; -1 for what is no cell name. */
function columnOf(name: string): number {
  let column = 0
  let at = 0
  for (; at < name.length; at++) {
    const code = name.charCodeAt(at)
    if (code < 65 || code > 90) break
    column = column * 26 + code - 64
  }
  return column - 1
}
