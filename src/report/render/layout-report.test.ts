import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { lead, makeReport } from '../../../test/make-report.ts'
import { headings, proactiveBlocks, remedyColumns, requestColumns, requestRows } from '../../statute/form-2021.ts'
import { type Cell, cellAddresses, formatAddress, makeTables, numberCell } from '../report.ts'
import { layoutReport } from './layout-report.ts'
import { tableSizes, textWidth } from './page-measures.ts'
import type { LayoutTable, ReportLayout } from './report-layout.ts'

const tablesOf = (layout: ReportLayout) => layout.blocks.filter((block) => block.kind === 'table')
const cellsOf = (table: LayoutTable) => table.rows.flatMap((row) => row.cells)
const tableNamed = (layout: ReportLayout, id: LayoutTable['id']) => {
  const table = tablesOf(layout).find((one) => one.id === id)
  assert.ok(table)
  return table
}

const anyCell: fc.Arbitrary<Cell> = fc.oneof(
  fc.nat({ max: 99_999_999 }).map(numberCell),
  fc.constantFrom<Cell>(
    { value: null, kind: 'blank', text: '' },
    { value: null, kind: 'missing', text: '' },
    { value: null, kind: 'none', text: '/' },
    { value: 22, kind: 'remark', text: '22（其中修订16件）' },
    { value: null, kind: 'unreadable', text: 'x'.repeat(200) },
  ),
)
const anyReport = fc
  .array(anyCell, { minLength: 200, maxLength: 200 })
  .map((cells) => makeReport(makeTables((address) => cells[addressPlace(formatAddress(address))] ?? numberCell(0))))
const places = new Map(cellAddresses.map((address, place) => [formatAddress(address), place]))
const addressPlace = (where: string) => places.get(where) ?? 0

test('the spans of each table fill its grid, no place twice and none left out', () => {
  fc.assert(
    fc.property(anyReport, (report) => {
      for (const table of tablesOf(layoutReport(report))) {
        const seen = new Set<string>()
        for (const { row, column, rowSpan, colSpan } of cellsOf(table)) {
          for (let y = row; y < row + rowSpan; y++) {
            for (let x = column; x < column + colSpan; x++) {
              assert.ok(!seen.has(`${y},${x}`), `${table.id} ${y},${x} twice`)
              seen.add(`${y},${x}`)
            }
          }
        }
        assert.equal(seen.size, table.rows.length * table.columnWidths.length, table.id)
      }
    }),
    { numRuns: 20 },
  )
})

test('each of the 200 cells of the form is printed once, in the order of the form', () => {
  const layout = layoutReport(makeReport())
  const printed = tablesOf(layout).flatMap((table) => cellsOf(table).flatMap(({ address }) => address ?? []))
  assert.equal(printed.length, 200)
  assert.deepEqual(new Set(printed), new Set(cellAddresses.map(formatAddress)))
})

test('columns add up to the width of the text, and every number has room for its digits', () => {
  fc.assert(
    fc.property(anyReport, (report) => {
      for (const table of tablesOf(layoutReport(report))) {
        const whole = table.columnWidths.reduce((sum, width) => sum + width, 0)
        assert.ok(Math.abs(whole - textWidth) < 1e-6)
        assert.ok(tableSizes.some((size) => size === table.dataSize))
      }
    }),
    { numRuns: 20 },
  )
  for (const [digits, id] of [
    [6, 'requests'],
    [8, 'requests'],
    [6, 'remedies'],
    [8, 'remedies'],
  ] as const) {
    const table = tableNamed(layoutReport(makeReport({}, () => numberCell(10 ** digits - 1))), id)
    for (const cell of cellsOf(table).filter((one) => one.address)) {
      const width = table.columnWidths[cell.column] ?? 0
      assert.ok(digits * 0.56 * table.dataSize + 2 * cell.sides <= width, `${digits} digits in ${id}: ${width}`)
    }
  }
})

test('table two has the rows and spans of the statutory form', () => {
  const table = tableNamed(layoutReport(makeReport()), 'requests')
  assert.equal(table.columnWidths.length, 3 + requestColumns.length)
  assert.equal(table.rows.length, 3 + requestRows.length)
  const spanOf = (text: string) => cellsOf(table).find((cell) => cell.text.replace('\n', '') === text)?.rowSpan
  assert.equal(spanOf('三、本年度办理结果'), 22)
  assert.deepEqual(['（三）不予公开', '（四）无法提供', '（五）不予处理', '（六）其他处理'].map(spanOf), [8, 3, 5, 3])
  assert.deepEqual(
    cellsOf(table)
      .filter((cell) => cell.vertical)
      .map((cell) => cell.text),
    ['三、本年度办理结果'],
  )
})

test('table three has 行政复议 beside the two ways of 行政诉讼', () => {
  const head = cellsOf(tableNamed(layoutReport(makeReport()), 'remedies')).filter((cell) => cell.address === null)
  const span = (text: string) => head.filter((cell) => cell.text === text).map((cell) => [cell.row, cell.colSpan])
  assert.deepEqual(span('行政复议'), [[0, 5]])
  assert.deepEqual(span('行政诉讼'), [[0, 10]])
  assert.deepEqual([span('未经复议直接起诉'), span('复议后起诉')], [[[1, 5]], [[1, 5]]])
  for (const { label } of remedyColumns) assert.equal(head.filter((cell) => cell.text === label).length, 3, label)
})

test('table one has a block for each item of article 20', () => {
  const table = tableNamed(layoutReport(makeReport()), 'proactive')
  const starts = table.rows.filter((row) => row.startsGroup).map((row) => row.cells[0]?.text)
  assert.deepEqual(
    starts,
    proactiveBlocks.map((block) => block.block),
  )
})

test('every data cell names the heads above and beside it, and they exist', () => {
  for (const table of tablesOf(layoutReport(makeReport()))) {
    const heads = new Map(cellsOf(table).flatMap((cell) => (cell.scope ? [[cell.id, cell.text] as const] : [])))
    for (const cell of cellsOf(table).filter((one) => one.address)) {
      assert.ok(cell.heads.length >= 2, cell.address ?? '')
      for (const id of cell.heads) assert.ok(heads.has(id), `${cell.address} → ${id}`)
    }
  }
  const table = tableNamed(layoutReport(makeReport()), 'requests')
  const cell = cellsOf(table).find((one) => one.address === 'requests[withheld.stateSecret][business]')
  const text = (id: string) =>
    cellsOf(table)
      .find((one) => one.id === id)
      ?.text.replace('\n', '')
  assert.deepEqual(cell?.heads.map(text), [
    '申请人情况',
    '法人或其他组织',
    '商业企业',
    '三、本年度办理结果',
    '（三）不予公开',
    '1.属于国家秘密',
  ])
})

test('0 is printed as 0, a blank as nothing, a remark and a dash as they stood', () => {
  const print = (cell: Cell) => {
    const layout = layoutReport(makeReport({}, () => cell))
    const [first] = cellsOf(tableNamed(layout, 'remedies')).filter((one) => one.address)
    return [first?.text, first?.value]
  }
  assert.deepEqual(print(numberCell(0)), ['0', 0])
  assert.deepEqual(print({ value: null, kind: 'blank', text: ' ' }), ['', null])
  assert.deepEqual(print({ value: null, kind: 'missing', text: '' }), ['', null])
  assert.deepEqual(print({ value: null, kind: 'none', text: '—' }), ['—', null])
  assert.deepEqual(print({ value: 22, kind: 'remark', text: '22（其中修订16件）' }), ['22（其中修订16件）', null])
  assert.deepEqual(print({ value: null, kind: 'unreadable', text: '1O2' }), ['1O2', null])
})

test('a number read in another notation is printed in plain digits, money with its own decimals', () => {
  const print = (cell: Cell) =>
    cellsOf(tableNamed(layoutReport(makeReport({}, () => cell)), 'remedies')).find((one) => one.address)?.text
  assert.equal(print({ value: 1234, kind: 'number', text: '1,234' }), '1234')
  assert.equal(print({ value: 12, kind: 'number', text: '１２' }), '12')
  assert.equal(print({ value: 12.5, kind: 'number', text: '12.50' }), '12.50')
  assert.equal(print(numberCell(1e21)), '1000000000000000000000')
  assert.equal(print(numberCell(1e-7)), '0.0000001')
})

test('the six statutory headings stand in order whatever the source called them, and nothing is lost', () => {
  const report = makeReport({
    sections: [
      { number: 4, heading: '4、因政府信息公开工作被申请行政复议情况', text: '无。' },
      { number: 2, heading: '二、主动公开', text: '表前的话。\n注：表后的话。' },
      { number: 7, heading: '七、附件', text: '附一份清单。' },
    ],
  })
  const { blocks } = layoutReport(report)
  const told = blocks.map((block) => (block.kind === 'table' ? `[${block.id}]` : block.heading + block.rest))
  assert.deepEqual(told, [
    lead,
    headings[0],
    headings[1],
    '表前的话。',
    '[proactive]',
    '注：表后的话。',
    headings[2],
    '[requests]',
    headings[3],
    '无。',
    '[remedies]',
    headings[4],
    headings[5],
    '七、附件',
    '附一份清单。',
  ])
})

test('the title is taken out of the lead, also where it stands on several lines', () => {
  const title = '清河县水务局\n2024年政府信息公开工作年度报告'
  const report = makeReport({ preamble: { title: title.replace('\n', ''), text: `${title}\n导语。` } })
  const [first] = layoutReport(report).blocks
  assert.ok(first?.kind === 'paragraph')
  assert.equal(first.rest, '导语。')
})

test('a report without a title gets agency, year and the statutory name', () => {
  const { titleLines } = layoutReport(makeReport({ preamble: { title: '', text: '' } }))
  assert.deepEqual(titleLines, ['清河县水务局', '2024年政府信息公开工作年度报告'])
})

test('each table fits one page with its heading at one to eight digits, but not with remarks in every cell', () => {
  for (let digits = 1; digits <= 8; digits++) {
    for (const table of tablesOf(layoutReport(makeReport({}, () => numberCell(10 ** digits - 1))))) {
      assert.ok(table.fitsPage, `${table.id} with ${digits} digits`)
    }
  }
  const remark: Cell = { value: 22, kind: 'remark', text: '22（其中修订16件）' }
  assert.ok(!tableNamed(layoutReport(makeReport({}, () => remark)), 'requests').fitsPage)
})
