import { Refusal } from '../../refusals/refusal.ts'
import type { SheetCell, SheetRow } from '../../report/ledger/sheet-cell.ts'
import type { WorkbookSheet } from './open-workbook.ts'

const STEP = 256 * 1024
/** What a spreadsheet program would run as a formula when it opens the file. */
const FORMULA_START = /^[=+@]/

/**
 * A csv as one sheet. Encodings: UTF-8, UTF-16 with its mark, else GBK (as GB 18030). Separators: comma, semicolon or
 * tab, whichever the first line has most of. Row numbers are those a spreadsheet shows. Throws Refusal `csv-not-text`
 * for binary content and `csv-open-quote` when a quotation never ends.
 */
export function openCsv(bytes: Uint8Array, name: string): WorkbookSheet {
  const encoding = encodingOf(bytes)
  return { name, visible: true, rows: () => csvRows(decoded(bytes, encoding)), merged: () => [] }
}

function encodingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  if (bytes.includes(0)) throw new Refusal('csv-not-text')
  for (const encoding of ['utf-8', 'gb18030']) {
    const decoder = new TextDecoder(encoding, { fatal: true })
    try {
      for (let from = 0; from < bytes.length; from += STEP)
        decoder.decode(bytes.subarray(from, from + STEP), { stream: true })
      decoder.decode()
      return encoding
    } catch (error) {
      // Only "these bytes are not in this encoding" leads on to the next one.
      if (!(error instanceof TypeError)) throw error
    }
  }
  throw new Refusal('csv-not-text')
}

function* decoded(bytes: Uint8Array, encoding: string): Generator<string> {
  const decoder = new TextDecoder(encoding)
  for (let from = 0; from < bytes.length; from += STEP)
    yield decoder.decode(bytes.subarray(from, from + STEP), { stream: true })
  yield decoder.decode()
}

function* csvRows(pieces: Iterable<string>): Generator<SheetRow> {
  let separator: string | null = null
  let row: string[] = []
  let field = ''
  /** Before a field, inside quotation marks, just after a closing one, or in a plain field. */
  let state: 'start' | 'quoted' | 'closed' | 'plain' = 'start'
  let number = 0
  let pending = ''
  const endRow = (): SheetRow => {
    row.push(field)
    number++
    const done = { number, cells: cellsOf(row) }
    row = []
    field = ''
    state = 'start'
    return done
  }
  for (const piece of pieces) {
    const text = pending + piece
    pending = ''
    if (separator === null) {
      if (!/[\r\n]/.test(text) && piece !== '') {
        pending = text
        continue
      }
      separator = separatorOf(text)
    }
    for (let at = 0; at < text.length; at++) {
      const character = text[at] as string
      if (state === 'quoted') {
        if (character === '"') state = 'closed'
        else field += character
      } else if (character === '"' && state === 'start') state = 'quoted'
      else if (character === '"' && state === 'closed') {
        field += '"'
        state = 'quoted'
      } else if (character === separator) {
        row.push(field)
        field = ''
        state = 'start'
      } else if (character === '\n') yield endRow()
      else if (character !== '\r') {
        field += character
        state = 'plain'
      }
    }
  }
  if (state === 'quoted') throw new Refusal('csv-open-quote', { row: number + 1 })
  if (field !== '' || row.length > 0) yield endRow()
}

function separatorOf(text: string): string {
  const line = (text.split(/[\r\n]/, 1)[0] ?? '').replace(/"[^"]*"/g, '')
  const counted = [',', ';', '\t'].map((mark) => ({ mark, count: line.split(mark).length }))
  return counted.reduce((best, one) => (one.count > best.count ? one : best)).mark
}

function cellsOf(row: readonly string[]): ReadonlyMap<number, SheetCell> {
  const cells = new Map<number, SheetCell>()
  for (const [column, text] of row.entries()) {
    if (text.trim() === '') continue
    cells.set(column, FORMULA_START.test(text.trimStart()) ? { kind: 'formula' } : { kind: 'text', text })
  }
  return cells
}
