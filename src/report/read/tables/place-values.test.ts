import assert from 'node:assert/strict'
import { test } from 'node:test'
import { toDocument } from '../../../../test/layouts/text-document.ts'
import type { RequestRowId } from '../../../statute/form-2021.ts'
import { readLines } from '../lines/read-lines.ts'
import { readRequests } from './read-requests.ts'

const read = (...lines: string[]) => {
  const { rows } = readRequests(readLines(toDocument([{ lines: [...lines, '（以上为全年数）'] }])), false)
  return (id: RequestRowId) => Object.values(rows.get(id) ?? {}).map(({ kind, value }) => value ?? kind)
}
const received = '一、本年新收政府信息公开申请数量'
const carriedIn = '二、上年结转政府信息公开申请数量'
const granted = '（一）予以公开'
const row = [1, 2, 3, 4, 5, 6, 21]
const other = [2, 0, 0, 0, 0, 0, 2]
const nothing = new Array(7).fill('unreadable')
const piped = (label: string, cells: readonly (number | string)[]) => `| ${[label, ...cells].join(' | ')} |`

test('figures on the line below a label are of that label, where the labels come in the order of the form', () => {
  const told = read(received, row.join(' '), carriedIn, other.join(' '))
  assert.deepEqual([told('received'), told('carriedIn')], [row, other])
  const turned = read(carriedIn, row.join(' '), received, other.join(' '))
  assert.deepEqual([turned('received'), turned('carriedIn')], [nothing, nothing])
})

test('figures on the line below a label are not its own where all figures come before their labels', () => {
  const told = read(row.join(' '), received, other.join(' '), carriedIn)
  assert.notDeepEqual(told('received'), other)
})

test('blanks at the ends of a row keep their places only where other rows are as long', () => {
  const ends = ['', 2, 3, 4, 5, 6, 20]
  assert.deepEqual(read(piped(received, row), piped(carriedIn, ends))('carriedIn'), ['blank', ...ends.slice(1)])
  const longer = [piped(received, ['', ...row]), piped('四、结转下年度继续办理', ['', ...row])]
  assert.deepEqual(read(...longer, piped(carriedIn, ends))('carriedIn'), nothing)
})

test('blanks behind a figure that may be the total were perhaps moved there', () => {
  assert.deepEqual(read(piped(received, row), piped(carriedIn, [7, 1, 8, '', '', '', '']))('carriedIn'), nothing)
  const plain = [7, 1, 2, '', '', '', ''].map((cell) => (cell === '' ? 'blank' : cell))
  assert.deepEqual(read(piped(received, row), piped(carriedIn, [7, 1, 2, '', '', '', '']))('carriedIn'), plain)
})

test('a row that lost a cell is narrower than the rows beside it, and its blanks tell nothing', () => {
  const wide = (label: string, cells: readonly (number | string)[]) => piped('', [label, ...cells])
  const told = read(wide(received, row), piped(carriedIn, [1, 2, 4, '', '', '', '']), wide(granted, row))
  assert.deepEqual(told('carriedIn'), nothing)
})

const columns = (label: string, cells: readonly (number | string)[], from: number) =>
  cells.reduce<string>((line, cell, index) => line.padEnd(from + index * 6) + cell, label)

test('figures under the columns of the rows around them have their places', () => {
  const labels = [received, granted, '（二）部分公开', '1.属于国家秘密']
  const told = read(
    ...labels.map((label) => columns(label, row, 24)),
    columns(carriedIn, [7, '', 1, '', '', '', 8], 24),
  )
  assert.deepEqual(told('carriedIn'), [7, 'blank', 1, 'blank', 'blank', 'blank', 8])
})
