import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { day } from '../../statute/day.ts'
import { outcomes } from '../../statute/outcomes.ts'
import type { LooseRow } from './column.ts'
import { centsPerWanYuan, formatMoney, parseMoney, plainDecimal } from './money.ts'
import type { Problem } from './problem.ts'
import { problemInWords } from './problem-words.ts'
import { pairSheets, readSheet, type SheetEvent } from './read-sheet.ts'
import type { SheetCell } from './sheet-cell.ts'
import { ledgerSheets, type SheetId, sheetOf } from './sheets.ts'
import { outcomeWords } from './words.ts'

type Given = string | SheetCell
const today = day('2026-11-22')

/** Reads a sheet given as lines of cells, the first one its headings. */
function read(sheet: SheetId, ...lines: readonly (readonly Given[])[]): readonly SheetEvent[] {
  const rows = lines.map((line, at) => ({
    number: at + 1,
    cells: new Map(
      line.flatMap((cell, column) =>
        cell === ''
          ? []
          : [[column, typeof cell === 'string' ? ({ kind: 'text', text: cell } as const) : cell] as const],
      ),
    ),
  }))
  return [...readSheet(sheetOf(sheet), { name: sheet, visible: true, rows: () => rows }, today)]
}
const rowsOf = (events: readonly SheetEvent[]): readonly LooseRow[] =>
  events.flatMap((event) => (event.is === 'row' ? [event.row] : []))
const problemsOf = (events: readonly SheetEvent[]): readonly Problem[] =>
  events.flatMap((event) => (event.is === 'bad' ? event.problems : []))

const headings = ['编号', '收到渠道', '收到日期', '申请人类型', '办理结果', '答复日期'] as const
const good = ['1', '当面', '2024-03-01', '自然人', '予以公开', '2024-03-20'] as const

/** The codes found in a row like `good` with one column changed. */
function codesWith(heading: string, cell: Given, extra = false): readonly string[] {
  const line: Given[] = [...good]
  const at = (headings as readonly string[]).indexOf(heading)
  if (at >= 0) line[at] = cell
  return problemsOf(read('requests', extra ? [...headings, heading] : headings, extra ? [...line, cell] : line)).map(
    ({ code }) => code,
  )
}

test('headings are matched by Chinese name or id, in any order and width', () => {
  const [row] = rowsOf(
    read('requests', ['receivedOn', '申请人类型*', ' 编 号', '收到渠道'], ['2024/3/1', 'business', 'A', 'fax']),
  )
  assert.equal(row?.number, 'A')
  assert.equal(row?.receivedOn, '2024-03-01')
  assert.equal(row?.applicantKind, 'business')
  assert.equal(row?.outcome, null)
})

test('every day that the contract names is read, and a day that is none is a problem', () => {
  for (const text of ['2024-03-01', '2024/3/1', '2024年3月1日', '２０２４年３月１日'])
    assert.equal(
      rowsOf(read('requests', headings, [...good.slice(0, 2), text, ...good.slice(3)]))[0]?.receivedOn,
      '2024-03-01',
    )
  for (const text of ['2024-02-30', '2024.3.1', '20240301', '3/1/2024', '昨天'])
    assert.deepEqual(codesWith('收到日期', text), ['notADay'])
  assert.deepEqual(codesWith('收到日期', { kind: 'number', text: '45719' }), ['noDateStyle'])
})

test('each of the 21 outcomes is read by its words, by the row of the form and by its id', () => {
  assert.equal(outcomes.length, 21)
  for (const { id, words, label } of outcomes)
    for (const text of [words, label, id, ` ${words.replace('“', '"').replace('”', '"')} `])
      assert.equal(rowsOf(read('requests', headings, [...good.slice(0, 4), text, '2024-03-20']))[0]?.outcome, id)
  assert.equal(new Set(outcomeWords.map(({ label }) => label)).size, 21)
})

test('what is wrong with a row is found', () => {
  const cases: readonly (readonly [string, Given, string])[] = [
    ['编号', '', 'required'],
    ['收到渠道', '飞鸽', 'notAllowedWord'],
    ['收到日期', '2019-05-14', 'notCovered'],
    ['收到日期', '2026-11-23', 'future'],
    ['答复日期', '2024-02-29', 'before'],
    ['答复日期', '', 'onlyOneOf'],
    ['办理结果', '', 'onlyOneOf'],
    ['办理结果', { kind: 'formula' }, 'formula'],
    ['办理结果', { kind: 'error', text: '#N/A' }, 'cellError'],
    ['编号', 'a\u0000b', 'controlCharacter'],
    ['编号', 'a\u202eb', 'controlCharacter'],
    ['编号', 'x'.repeat(201), 'tooLong'],
  ]
  for (const [heading, cell, code] of cases) assert.ok(codesWith(heading, cell).includes(code), `${heading} ${code}`)
  assert.deepEqual(codesWith('延长工作日', '21', true), ['outOfRange'])
  assert.deepEqual(codesWith('延长工作日', '20', true), ['needs'])
  assert.deepEqual(codesWith('补正收到日期', '2024-03-05', true), ['needs'])
  assert.deepEqual(codesWith('重新处理日期', '2024-03-10', true), ['before'])
})

test('a receipt on the first day of the Regulation is covered', () => {
  assert.deepEqual(codesWith('收到日期', '2019-05-15'), [])
})

test('a problem names the cell as the spreadsheet shows it and what is allowed, but never personal data', () => {
  const events = read(
    'requests',
    ['申请人', ...headings],
    ['x'.repeat(300), ...good.slice(0, 1), '飞鸽', ...good.slice(2)],
  )
  const [name, channel] = problemsOf(events)
  assert.equal(name?.code, 'tooLong')
  assert.equal(name?.value, undefined)
  assert.deepEqual([channel?.row, channel?.letter, channel?.value], [2, 'C', '飞鸽'])
  assert.match(channel ? problemInWords(channel, 'zh-CN') : '', /收到渠道.*飞鸽.*当面 \| 邮寄/)
  assert.match(channel ? problemInWords(channel, 'en') : '', /not an allowed word/)
})

test('a key that comes twice is a problem of its second row', () => {
  const [problem] = problemsOf(read('requests', headings, good, good))
  assert.deepEqual([problem?.code, problem?.row, problem?.allowed], ['duplicateKey', 3, ['2']])
})

test('a document without a number is told apart by title and day', () => {
  const columns = ['标题', '类别', '成文日期']
  const events = read(
    'documents',
    columns,
    ['甲', '规章', '2024-01-01'],
    ['甲', '规章', '2024-01-02'],
    ['甲', '规章', '2024-01-01'],
  )
  assert.equal(rowsOf(events).length, 2)
  assert.deepEqual(
    problemsOf(events).map(({ row }) => row),
    [4],
  )
})

test('examples and the explanation row are passed over, empty rows too', () => {
  const events = read('requests', headings, ['【说明】必填'], ['【示例】1', '当面'], ['', '', ''], good)
  assert.equal(events.filter(({ is }) => is === 'example').length, 2)
  assert.equal(rowsOf(events).length, 1)
})

test('a sheet without headings, with one missing, doubled or misspelled is refused', () => {
  const refuses = (id: string, ...lines: readonly (readonly Given[])[]) =>
    assert.throws(() => read('requests', ...lines), { name: 'Refusal', id })
  refuses('ledger-no-headings', ['甲', '乙'])
  refuses('ledger-headings-missing', ['编号', '收到渠道'])
  refuses('ledger-heading-twice', [...headings, 'number'])
  refuses('ledger-heading-misspelled', [...headings.slice(0, 5), '答复时间'])
})

test('an unknown column is left out with a warning', () => {
  const events = read('requests', [...headings, '承办科室'], [...good, '综合科'])
  assert.equal(rowsOf(events).length, 1)
  assert.ok(events.some((event) => event.is === 'warning' && event.warning.code === 'unknownColumn'))
})

test('sheets are paired by name or id, a csv by the sheet it is said to be', () => {
  const source = (name: string) => ({ name, visible: true, rows: () => [] })
  assert.deepEqual(pairSheets([source('依申请公开'), source('remedies'), source('草稿')], null).unknown, ['草稿'])
  assert.equal(pairSheets([source('导出')], 'documents').pairs[0]?.sheet.id, 'documents')
  assert.throws(() => pairSheets([source('导出')], null), { id: 'ledger-no-sheet' })
  assert.throws(() => pairSheets([source('导出')], 'x'), { id: 'ledger-sheet-unknown' })
  assert.throws(() => pairSheets([source('数量'), source('counts')], null), { id: 'ledger-sheet-twice' })
})

test('money is exact to the cent, in and out', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 10n ** 15n }), (cents) => {
      assert.equal(parseMoney(formatMoney(cents, centsPerWanYuan), centsPerWanYuan), cents)
    }),
  )
  assert.equal(parseMoney('0.0000001', centsPerWanYuan), 'finerThanCent')
  assert.equal(parseMoney('-1', centsPerWanYuan), 'notMoney')
  assert.equal(plainDecimal('12.345599999999999'), '12.3456')
  assert.equal(plainDecimal('1E-3'), '0.001')
  assert.equal(plainDecimal('1.5E+7'), '15000000')
})

test('every column of every sheet has a heading and an id of its own', () => {
  for (const sheet of ledgerSheets) {
    const names = sheet.columns.flatMap(({ id, heading }) => [id, heading])
    assert.equal(new Set(names).size, names.length, sheet.name)
  }
})
