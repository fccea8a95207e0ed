import type { SourceDocument } from '../../src/quality/source-document.ts'
import type { Tables } from '../../src/report/report.ts'
import { type Part, reportParts, toDocument } from './text-document.ts'
import { type WrittenCell, type WrittenRow, type WrittenTables, writeTables } from './written-tables.ts'

/**
 * A way in which real files hold the form. `blanks`: whether a blank cell leaves a trace. `reads`: every cell must come
 * back (`all`), or the file has lost too much and may only be read in part, never wrongly (`safely`).
 */
export type Layout = {
  readonly name: string
  readonly blanks: 'kept' | 'lost'
  readonly reads: 'all' | 'safely'
  readonly write: (tables: Tables) => SourceDocument
}

type RowWriter = (row: WrittenRow, width: number) => readonly string[]

const WIDTHS = { proactive: 4, requests: 10, remedies: 15 } as const

function perRow(write: RowWriter, change: (rows: WrittenTables) => WrittenTables = (rows) => rows) {
  return (tables: Tables): SourceDocument => {
    const written = change(writeTables(tables))
    const part = (rows: readonly WrittenRow[], width: number): Part[] => [
      { lines: rows.flatMap((row) => write(row, width)) },
    ]
    return toDocument(
      reportParts({
        proactive: part(written.proactive, WIDTHS.proactive),
        requests: part(written.requests, WIDTHS.requests),
        remedies: part(written.remedies, WIDTHS.remedies),
      }),
    )
  }
}

function grids(change: (rows: WrittenTables) => WrittenTables = (rows) => rows) {
  return (tables: Tables): SourceDocument => {
    const written = change(writeTables(tables))
    return toDocument(
      reportParts({
        proactive: [{ grid: written.proactive }],
        requests: [{ grid: written.requests }],
        remedies: [{ grid: written.remedies }],
      }),
    )
  }
}

const mapTexts =
  (map: (cell: WrittenCell) => string) =>
  (rows: WrittenTables): WrittenTables => {
    const one = (table: readonly WrittenRow[]) => table.map((row) => row.map((cell) => ({ ...cell, text: map(cell) })))
    return { proactive: one(rows.proactive), requests: one(rows.requests), remedies: one(rows.remedies) }
  }

/** Every place of the row, merged ones as empty texts. */
function places(row: WrittenRow, width: number): string[] {
  const texts = new Array<string>(width).fill('')
  for (const cell of row) texts[cell.column] = cell.text
  return texts
}

const missing = (row: WrittenRow, width: number) => width - row.length
const piped = (texts: readonly string[]) => `| ${texts.join(' | ')} |`
const wide = (text: string) => text.replace(/[0-9]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))
const isHead = (row: WrittenRow) => !row.some(({ isValue }) => isValue)

/** A long label over two lines, its numbers on the second, on a line between, or behind. */
function wrapped(row: WrittenRow, join: string): string[] {
  const labels = row.filter(({ isValue }) => !isValue).map(({ text }) => text)
  const values = row.filter(({ isValue }) => isValue).map(({ text }) => text)
  const last = labels.at(-1) ?? ''
  if (values.length === 0 || last.length < 18) return [[...labels, ...values].join(join)]
  const half = Math.ceil(last.length * 0.6)
  return [[...labels.slice(0, -1), last.slice(0, half)].join(join), last.slice(half), values.join(join)]
}

/** Columns at fixed places; `columnsOf` measures a label, by characters or as a screen shows it. */
function aligned(row: WrittenRow, measure: (text: string) => number): string[] {
  if (isHead(row)) return [row.map(({ text }) => text).join('   ')]
  const labels = row
    .filter(({ isValue }) => !isValue)
    .map(({ text }) => text)
    .join('  ')
  const head = labels.length > 26 ? labels.slice(26) : labels
  const lines = labels.length > 26 ? [labels.slice(0, 26)] : []
  let line = head
  for (const [index, cell] of row.filter(({ isValue }) => isValue).entries()) {
    const gap = 60 + index * 9 - measure(line)
    line += ' '.repeat(Math.max(1, gap)) + cell.text
  }
  return [...lines, line]
}

const byCharacter = (text: string) => text.length
const byScreen = (text: string) =>
  [...text].reduce((sum, character) => sum + (/[\u2e80-\uffef]/.test(character) ? 2 : 1), 0)

const oneALine = (row: WrittenRow) => row.map(({ text }) => text)
const pageBreaks = (every: number) => {
  let count = 0
  return (lines: readonly string[]) =>
    lines.flatMap((line) => (++count % every === 0 ? [line, '', `- ${count / every} -`, ''] : [line]))
}

/** Moves the total column before the others. */
function totalFirst(rows: WrittenTables): WrittenTables {
  const move = (row: WrittenRow) => {
    const shift = (cell: WrittenCell): WrittenCell => {
      if (cell.column < 3 || cell.columnSpan >= 7) return cell
      return cell.column === 9 ? { ...cell, column: 3 } : { ...cell, column: cell.column + 1 }
    }
    return row.map(shift).sort((a, b) => a.column - b.column)
  }
  return { ...rows, requests: rows.requests.map(move) }
}

/** Rows of the outcomes in another order. */
function rowsTurned(rows: WrittenTables): WrittenTables {
  const loose = rows.requests.map((row) => row.map((cell) => ({ ...cell, rowSpan: 1 })))
  return { ...rows, requests: [...loose.slice(0, 8), ...loose.slice(8, 16).reverse(), ...loose.slice(16)] }
}

const thousands = (text: string) => (/^\d{4,}$/.test(text) ? text.replace(/\B(?=(?:\d{3})+$)/g, ',') : text)

export const layouts: readonly Layout[] = [
  { name: 'tables with merged cells', blanks: 'kept', reads: 'all', write: grids() },
  {
    name: 'tables without merged cells',
    blanks: 'kept',
    reads: 'all',
    write: grids((rows) => {
      const spread = (table: readonly WrittenRow[], width: number) =>
        table.map((row) =>
          places(row, width).map((text, column) => ({ text, column, columnSpan: 1, rowSpan: 1, isValue: false })),
        )
      return {
        proactive: spread(rows.proactive, 4),
        requests: spread(rows.requests, 10),
        remedies: spread(rows.remedies, 15),
      }
    }),
  },
  { name: 'tables, total first', blanks: 'kept', reads: 'all', write: grids(totalFirst) },
  { name: 'tables, rows in another order', blanks: 'kept', reads: 'all', write: grids(rowsTurned) },
  {
    name: 'pipes, merged cells kept',
    blanks: 'kept',
    reads: 'all',
    write: perRow((row, width) => [piped(places(row, width))]),
  },
  {
    name: 'pipes, merged cells dropped',
    blanks: 'kept',
    reads: 'all',
    write: perRow((row) => [`${row.map(({ text }) => text).join(' | ')} |`]),
  },
  {
    name: 'pipes, merged cells at the end of the row',
    blanks: 'kept',
    reads: 'all',
    write: perRow((row, width) => [
      `| ${row.map(({ text }) => text).join(' | ')} | ${'|'.repeat(missing(row, width))}`,
    ]),
  },
  {
    name: 'pipes without spaces',
    blanks: 'kept',
    reads: 'all',
    write: perRow((row) => [`|${row.map(({ text }) => text).join('|')}|`]),
  },
  {
    name: 'pipes and rules between all rows',
    blanks: 'kept',
    reads: 'all',
    write: perRow((row) => [piped(row.map(({ text }) => text)), `|${'---|'.repeat(row.length)}`]),
  },
  {
    name: 'a cell and a pipe a line',
    blanks: 'kept',
    reads: 'all',
    write: perRow((row) => row.map(({ text }) => (text === '' ? '|' : `${text} |`))),
  },
  {
    name: 'a cell and a pipe a line, merged cells at the end',
    blanks: 'kept',
    reads: 'all',
    write: perRow((row, width) => [
      ...row.map(({ text }) => (text === '' ? '|' : `${text} |`)),
      ...(missing(row, width) > 0 ? ['|'.repeat(missing(row, width) + 1)] : []),
    ]),
  },
  {
    name: 'cells and pipes by turns',
    blanks: 'kept',
    reads: 'all',
    write: perRow((row) => row.flatMap(({ text }) => (text === '' ? ['|'] : [text, '|']))),
  },
  {
    name: 'a cell a line',
    blanks: 'lost',
    reads: 'all',
    write: perRow((row) => oneALine(row).filter((text) => text !== '')),
  },
  {
    name: 'a cell a line with empty lines',
    blanks: 'lost',
    reads: 'all',
    write: perRow((row) => oneALine(row).flatMap((text) => (text === '' ? [] : [text, '']))),
  },
  {
    name: 'a cell a line behind a tab',
    blanks: 'kept',
    reads: 'all',
    write: perRow((row) => [...oneALine(row).map((text) => `\t${text}`), '']),
  },
  {
    name: 'tabs, merged cells dropped',
    blanks: 'kept',
    reads: 'all',
    write: perRow((row) => [row.map(({ text }) => text).join('\t')]),
  },
  {
    name: 'tabs, merged cells kept',
    blanks: 'kept',
    reads: 'all',
    write: perRow((row, width) => [places(row, width).join('\t')]),
  },
  {
    name: 'single spaces',
    blanks: 'lost',
    reads: 'all',
    write: perRow((row) => [
      row
        .map(({ text }) => text)
        .filter((text) => text !== '')
        .join(' '),
    ]),
  },
  {
    name: 'single spaces, long labels wrapped',
    blanks: 'lost',
    reads: 'all',
    write: perRow((row) => wrapped(row, ' ')),
  },
  { name: 'columns by characters', blanks: 'lost', reads: 'all', write: perRow((row) => aligned(row, byCharacter)) },
  { name: 'columns as on a screen', blanks: 'lost', reads: 'all', write: perRow((row) => aligned(row, byScreen)) },
  {
    name: 'columns with page breaks',
    blanks: 'lost',
    reads: 'all',
    write: (tables) => {
      const paged = pageBreaks(9)
      return perRow((row) => paged(aligned(row, byCharacter)))(tables)
    },
  },
  {
    name: 'full-width digits',
    blanks: 'kept',
    reads: 'all',
    write: perRow(
      (row) => [`${row.map(({ text }) => text).join(' | ')} |`],
      mapTexts(({ text }) => wide(text)),
    ),
  },
  {
    name: 'thousands separated',
    blanks: 'kept',
    reads: 'all',
    write: grids(mapTexts(({ text, isValue }) => (isValue ? thousands(text) : text))),
  },
  {
    name: 'units in the cells',
    blanks: 'kept',
    reads: 'all',
    write: perRow(
      (row) => [piped(row.map(({ text }) => text))],
      mapTexts(({ text, isValue }) => (isValue && /^\d+$/.test(text) ? `${text}件` : text)),
    ),
  },
  {
    name: 'numbers of labels apart',
    blanks: 'lost',
    reads: 'all',
    write: perRow((row) => [
      row.map(({ text, isValue }) => (isValue ? text : text.replace(/^(\d)\./, '$1 .'))).join(' '),
    ]),
  },
  {
    name: 'labels without numbers',
    blanks: 'kept',
    reads: 'all',
    write: perRow(
      (row) => [piped(row.map(({ text }) => text))],
      mapTexts(({ text, isValue }) =>
        isValue ? text : text.replace(/^(?:\d\.|[一二三四]、|（[一二三四五六七]）)/, ''),
      ),
    ),
  },
  {
    name: 'labels spaced out',
    blanks: 'lost',
    reads: 'all',
    write: perRow((row) => [row.map(({ text, isValue }) => (isValue ? text : [...text].join(' '))).join('   ')]),
  },
  {
    name: 'heads again in the middle of table two',
    blanks: 'kept',
    reads: 'all',
    write: (tables) => {
      const rows = writeTables(tables)
      const again = [...rows.requests.slice(0, 14), ...rows.requests.slice(0, 3), ...rows.requests.slice(14)]
      return perRow(
        (row) => [`${row.map(({ text }) => text).join(' | ')} |`],
        () => ({ ...rows, requests: again }),
      )(tables)
    },
  },
  {
    name: 'the whole report twice',
    blanks: 'kept',
    reads: 'all',
    write: (tables) => {
      const once = grids()(tables)
      return { ...once, blocks: [...once.blocks, ...once.blocks] }
    },
  },
  {
    name: 'all labels, then all numbers',
    blanks: 'lost',
    reads: 'all',
    write: perRow(
      (row) => [row.map(({ text }) => text).join(' ')],
      (rows) => {
        const labels = rows.requests.map((row) => row.filter(({ isValue }) => !isValue))
        const values = rows.requests.map((row) => row.filter(({ isValue }) => isValue)).filter((row) => row.length > 0)
        return { ...rows, requests: [...labels, ...values] }
      },
    ),
  },
  {
    name: 'glued cells',
    blanks: 'lost',
    reads: 'safely',
    write: perRow((row) => [row.map(({ text }) => text).join('')]),
  },
  {
    name: 'all of a table on one line',
    blanks: 'lost',
    reads: 'safely',
    write: (tables) => {
      const rows = writeTables(tables)
      const line = (table: readonly WrittenRow[]): Part[] => [
        { lines: [table.map((row) => row.map(({ text }) => text).join(' ')).join(' ')] },
      ]
      return toDocument(
        reportParts({ proactive: line(rows.proactive), requests: line(rows.requests), remedies: line(rows.remedies) }),
      )
    },
  },
  {
    name: 'blanks gathered at the end of the row',
    blanks: 'kept',
    reads: 'safely',
    write: perRow((row, width) => {
      const texts = row.map(({ text }) => text)
      const shown = texts.filter((text) => text !== '')
      return [`${shown.join(' | ')} | ${'|'.repeat(width - shown.length)}`]
    }),
  },
  {
    name: 'blanks moved to the end of the row',
    blanks: 'kept',
    reads: 'safely',
    write: perRow((row) => {
      const texts = row.map(({ text }) => text)
      return [piped([...texts.filter((text) => text !== ''), ...texts.filter((text) => text === '')])]
    }),
  },
  {
    name: 'numbers above their labels',
    blanks: 'lost',
    reads: 'safely',
    write: perRow((row) => {
      const values = row.filter(({ isValue }) => isValue).map(({ text }) => text)
      const labels = row.filter(({ isValue }) => !isValue).map(({ text }) => text)
      return values.length > 0 ? [values.join(' '), labels.join(' ')] : [labels.join(' ')]
    }),
  },
  {
    name: 'rows and columns exchanged',
    blanks: 'kept',
    reads: 'safely',
    write: grids((rows) => {
      const plain = rows.requests.slice(3).map((row) => {
        const values = row.filter(({ isValue }) => isValue).map(({ text }) => text)
        return [
          row
            .filter(({ isValue }) => !isValue)
            .map(({ text }) => text)
            .at(-1) ?? '',
          ...values,
        ]
      })
      const heads = ['', '自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他', '总计']
      const turned = heads.map((head, index) =>
        [head, ...plain.map((row) => row[index] ?? '')].map((text, column) => ({
          text,
          column,
          columnSpan: 1,
          rowSpan: 1,
          isValue: false,
        })),
      )
      return { ...rows, requests: turned }
    }),
  },
  {
    name: 'last year beside this year',
    blanks: 'kept',
    reads: 'safely',
    write: grids((rows) => ({
      ...rows,
      requests: rows.requests.map((row) =>
        row.flatMap((cell) =>
          cell.isValue
            ? [
                { ...cell, text: '7', column: 3 + (cell.column - 3) * 2 },
                { ...cell, column: 4 + (cell.column - 3) * 2 },
              ]
            : [
                {
                  ...cell,
                  column: cell.column < 3 ? cell.column : 3 + (cell.column - 3) * 2,
                  columnSpan: cell.column < 3 ? cell.columnSpan : cell.columnSpan * 2,
                },
              ],
        ),
      ),
    })),
  },
]
