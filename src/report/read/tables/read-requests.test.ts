import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Part, toDocument } from '../../../../test/layouts/text-document.ts'
import type { WrittenCell } from '../../../../test/layouts/written-tables.ts'
import type { RequestRowId } from '../../../statute/form-2021.ts'
import { readLines } from '../lines/read-lines.ts'
import { readRequests } from './read-requests.ts'

const reading = (part: Part) => readRequests(readLines(toDocument([part])), false)
const rowsOf = (part: Part) => {
  const { rows } = reading(part)
  return (id: RequestRowId) => Object.values(rows.get(id) ?? {}).map(({ kind, value }) => value ?? kind)
}
const inLines = (...lines: string[]) => rowsOf({ lines })

type Spanned = readonly [text: string, column: number, columnSpan?: number]
/** A table of cells at given columns, as spans leave them. */
const inGrid = (...rows: (readonly Spanned[])[]) =>
  rowsOf({
    grid: rows.map((row) =>
      row.map(
        ([text, column, columnSpan = 1]): WrittenCell => ({ text, column, columnSpan, rowSpan: 1, isValue: false }),
      ),
    ),
  })
const figures = (from: number, row: readonly (number | string)[]): Spanned[] =>
  row.map((figure, index) => [String(figure), from + index])

const received = '一、本年新收政府信息公开申请数量'
const carriedIn = '二、上年结转政府信息公开申请数量'
const organisations = ['商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他']
const row = [1, 2, 3, 4, 5, 6, 21]
const nothing = new Array(7).fill('unreadable')

test('organisations that a wrong span lets slide out of their group stand in the order of the form', () => {
  const heads = (at: readonly number[], group: number, total: number) => [
    [['申请人情况', 3, 7]] as Spanned[],
    [
      ['自然人', 3],
      ['法人或其他组织', group, 5],
      ['总计', total],
    ] as Spanned[],
    organisations.map((name, index): Spanned => [name, at[index] ?? 0]),
  ]
  const told = (at: readonly number[], total: number, figure = row) =>
    inGrid(...heads(at, 4, total), [[received, 0, 3], ...figures(3, figure)])('received')
  assert.deepEqual(told([4, 5, 6, 7, 8], 9), row)
  assert.deepEqual(told([1, 2, 4, 5, 6], 9), row)
  assert.deepEqual(told([4, 5, 6, 7, 9], 8), row)
  assert.deepEqual(told([4, 5, 6, 7, 9], 8, [1, 2, 3, 4, 5, 21, 6]), nothing)
})

test('a grid without the head of a column is read in the order of the form only where its rows add up so', () => {
  const heads: Spanned[] = [['自然人', 1], ...organisations.map((name, index): Spanned => [name, index + 2])]
  assert.deepEqual(inGrid(heads, [[received, 0], ...figures(1, row)])('received'), row)
  assert.deepEqual(inGrid(heads, [[received, 0], ['', 1], ...figures(2, row.slice(0, 6))])('received'), nothing)
})

test('columns named twice are those of two years, and nobody knows which is meant', () => {
  const names = ['自然人', ...organisations, '总计'].join('\t')
  assert.deepEqual(
    inLines(`项目\t${names}\t${names}`, `${received}\t${[...row, ...row].join('\t')}`)('received'),
    nothing,
  )
})

test('heads on lines of their own are in the order in which they come', () => {
  const order = ['商业企业', '科研机构', '法律服务机构', '社会公益组织', '其他']
  const told = inLines('申请人情况', '自然人', '法人或其他组织', '总计', ...order, received, ...row.map(String))
  assert.deepEqual(told('received'), [1, 2, 3, 5, 4, 6, 21])
})

test('a column that counts the rows is none of the form', () => {
  const labels = [
    received,
    carriedIn,
    '（一）予以公开',
    '1.属于国家秘密',
    '4.保护第三方合法权益',
    '2.重复申请',
    '（七）总计',
    '四、结转下年度继续办理',
  ]
  const numbered = labels.map((label, index) => `${label} | ${index + 1} | ${row.join(' | ')} |`)
  const told = inLines('自然人 | 法人或其他组织 | 总计 |', ...numbered)
  assert.deepEqual([told('received'), told('carriedOut')], [row, row])
  const broken = numbered.with(3, `${labels[3]} | 9 | ${row.join(' | ')} |`)
  assert.deepEqual(inLines('自然人 | 法人或其他组织 | 总计 |', ...broken)('received'), nothing)
})

test('a column added beside those of the form leaves a row certain only where it adds up', () => {
  const told = inLines(
    `${received} | 1 | 0 | 0 | 0 | 0 | 0 | 1 | 7 |`,
    `${carriedIn} | ${row.join(' | ')} | |`,
    `（一）予以公开 | ${[...row.slice(0, 6), 20].join(' | ')} | |`,
  )
  assert.deepEqual([told('received'), told('carriedIn'), told('granted')], [nothing, row, nothing])
})

test('shares in per cent beside the figures are passed over', () => {
  assert.deepEqual(inLines(`${received} | ${row.join(' | ')} | 12.5% |`)('received'), row)
})

test('where cells come column by column no row is told', () => {
  const told = inLines(received, carriedIn, ...new Array(9).fill('1'), '（一）予以公开', ...row.map(String))
  assert.deepEqual(told('granted'), nothing)
  assert.deepEqual(inLines(received, '1', '2', '（一）予以公开', ...row.map(String))('granted'), row)
})

test('seven figures that do not add up may be six and a stray one where blanks leave no trace', () => {
  const odd = [1, 2, 3, 4, 5, 6, 20]
  assert.deepEqual(inLines(`${received} ${odd.join(' ')}`, `${carriedIn} ${row.join(' ')}`)('received'), odd)
  assert.deepEqual(inLines(`${received} ${odd.join(' ')}`, `${carriedIn} 1 1`)('received'), nothing)
})

test('figures on the line of the label come before figures that only stand near', () => {
  const told = inLines(`${received} 4 0 0 4`, '续表', received, row.join(' '), `${carriedIn} ${row.join(' ')}`)
  assert.deepEqual(told('received'), nothing)
})

test('a label with a figure too few below it, or among others in one cell, is not blank', () => {
  const rest = ['（一）予以公开', '1.属于国家秘密', '2.重复申请'].map((label) => `${label} ${row.join(' ')}`)
  for (const lone of [['2'], ['2', '2']])
    assert.deepEqual(inLines(`${received} ${row.join(' ')}`, carriedIn, ...lone, ...rest)('carriedIn'), nothing)
  const told = inGrid([
    [`${received}\n${carriedIn}`, 0],
    ...figures(
      1,
      row.map((figure) => `${figure}\n${figure}`),
    ),
  ])
  assert.deepEqual([told('received'), told('carriedIn')], [nothing, nothing])
})

test('a row told twice with other figures is in doubt', () => {
  const { rows, doubled } = reading({ lines: [`${received} ${row.join(' ')}`, `${received} 0 0 0 0 0 0 0`] })
  assert.deepEqual([doubled, rows.get('received')?.total.kind], [1, 'unreadable'])
})

test('the sums of the table hold, fail, or are not known', () => {
  const zeros = new Array(7).fill(0).join(' ')
  const some = [received, carriedIn, '（一）予以公开', '（七）总计', '四、结转下年度继续办理'].map(
    (label) => `${label} ${zeros}`,
  )
  assert.equal(reading({ lines: some.slice(0, 4) }).sums, 'unknown')
  assert.equal(reading({ lines: some }).sums, 'fail')
})

test('a head that names the total first says whether the organisations stand behind 自然人', () => {
  const first = [21, 1, 2, 3, 4, 5, 6]
  const told = (...heads: string[]) =>
    inLines(...heads, `${received}\t${first.join('\t')}`, '（以上为全年数）')('received')
  assert.deepEqual(told('总计\t自然人\t法人或其他组织'), [1, 2, 3, 4, 5, 6, 21])
  assert.deepEqual(told('总计\t法人或其他组织\t自然人'), [6, 1, 2, 3, 4, 5, 21])
  assert.deepEqual(told('总计\t自然人'), nothing)
})

test('blanks at both ends of a row of a grid keep their places', () => {
  const ends = ['', 2, 3, 4, 5, 6, '']
  const told = inGrid([[received, 0], ...figures(1, row)], [[carriedIn, 0], ...figures(1, ends)])
  assert.deepEqual(
    told('carriedIn'),
    ends.map((cell) => (cell === '' ? 'blank' : cell)),
  )
})
