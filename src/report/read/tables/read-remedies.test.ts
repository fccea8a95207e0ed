import assert from 'node:assert/strict'
import { test } from 'node:test'
import { toDocument } from '../../../../test/layouts/text-document.ts'
import { readLines } from '../lines/read-lines.ts'
import { readRemedies } from './read-remedies.ts'

const read = (...lines: string[]) => {
  const { groups } = readRemedies(readLines(toDocument([{ lines }])), true, false)
  return [groups.reconsideration, groups.litigationDirect, groups.litigationAfterReconsideration].flatMap((group) =>
    Object.values(group).map(({ kind, value }) => value ?? kind),
  )
}
const head = ['行政复议 行政诉讼', '结果维持 结果纠正 其他结果 尚未审结 总计 未经复议直接起诉 复议后起诉']
const row = [1, 0, 0, 2, 3, 0, 0, 0, 0, 0, 4, 0, 1, 0, 5]

test('fifteen figures stand on one line, or one a line', () => {
  assert.deepEqual(read(...head, row.join(' ')), row)
  assert.deepEqual(read(...head, ...row.map(String)), row)
})

test('a row of five stands behind the name of each group', () => {
  const five = (from: number) => row.slice(from, from + 5).join(' | ')
  assert.deepEqual(
    read(
      '| | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |',
      `| 行政复议 | ${five(0)} |`,
      `| 未经复议直接起诉 | ${five(5)} |`,
      `| 复议后起诉 | ${five(10)} |`,
    ),
    row,
  )
})

test('a sum that fails is read as it stands', () => {
  const wrong = [10, 1, 0, 0, 0, ...row.slice(5)]
  assert.deepEqual(read(...head, wrong.join(' ')), wrong)
})

test('fourteen figures, or heads in another order, leave nothing certain', () => {
  assert.deepEqual(read(...head, row.slice(1).join(' ')), new Array(15).fill('unreadable'))
  assert.deepEqual(
    read('行政复议 行政诉讼', '总计 结果维持 结果纠正 其他结果 尚未审结', row.join(' ')),
    new Array(15).fill('unreadable'),
  )
})

test('glued figures are cut where K5 leaves one way', () => {
  assert.deepEqual(read(...head, '110021000120103'), [1, 1, 0, 0, 2, 1, 0, 0, 0, 1, 2, 0, 1, 0, 3])
})

test('a figure alone on the line below fourteen fills the row up only where the sums of the groups bear it out', () => {
  assert.deepEqual(read(...head, row.slice(0, 14).join(' '), '5'), row)
  assert.deepEqual(read(...head, row.slice(1).join(' '), '6'), new Array(15).fill('unreadable'))
})

test('heads without figures are a blank row', () => {
  assert.deepEqual(read(...head), new Array(15).fill('blank'))
})

test('every figure may stand behind the head of its own column, or every group in a table of its own', () => {
  const columns = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计']
  const groups = ['行政复议', '行政诉讼 未经复议直接起诉', '行政诉讼 复议后起诉']
  const five = (group: number) => row.slice(group * 5, group * 5 + 5)
  const pairs = groups.map(
    (name, group) =>
      `${name}：${five(group)
        .map((figure, index) => `${columns[index]}${figure}`)
        .join('，')}；`,
  )
  assert.deepEqual(read(...pairs.map((line) => line.replace('；', '')), '（以上为全年数）'), row)
  assert.deepEqual(read(...groups.flatMap((name, group) => [name, columns.join(' '), five(group).join(' ')])), row)
})

test('a head with some figure that could not be taken is not blank', () => {
  assert.deepEqual(new Set(read(...head, '共3件')), new Set(['unreadable']))
})

test('heads in another order than that of the form are seen wherever they stand', () => {
  const columns = '结果维持 结果纠正 其他结果 尚未审结 总计'
  const suitsFirst = ['行政诉讼 行政复议', `未经复议直接起诉 复议后起诉 ${columns} ${columns} ${columns}`]
  assert.deepEqual(read(...suitsFirst, row.join(' ')), new Array(15).fill('unreadable'))
})

test('a blank row beside a row of figures says nothing', () => {
  const blank = `| ${new Array(15).fill('').join(' | ')} |`
  assert.deepEqual(read(...head, `| ${row.join(' | ')} |`, blank), row)
})

test('two figures on one line of a stack may be one of some thousands', () => {
  const stack = row.slice(0, 13).map(String)
  assert.deepEqual(read(...head, ...stack, '1 147'), new Array(15).fill('unreadable'))
})

test('blanks at the end of a row may have been gathered there, blanks within it have not', () => {
  const piped = (cells: readonly (number | string)[]) => `| ${cells.join(' | ')} |`
  const gathered = [...row.slice(0, 13), '', '']
  assert.deepEqual(read(...head, piped(gathered)), new Array(15).fill('unreadable'))
  assert.deepEqual(
    read(
      ...head,
      piped(
        row
          .with(2, 7)
          .toSpliced(4, 1, Number.NaN)
          .map((cell) => (Number.isNaN(cell) ? '' : cell)),
      ),
    ),
    row.with(2, 7).map((cell, index) => (index === 4 ? 'blank' : cell)),
  )
})

test('a row of five behind words that nobody knows is not told', () => {
  const five = (from: number) => row.slice(from, from + 5).join(' | ')
  const rows = [`| 行政复议 | 上年 | ${five(0)} |`, `| 未经复议直接起诉 | ${five(5)} |`, `| 复议后起诉 | ${five(10)} |`]
  assert.deepEqual(
    read('| | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |', ...rows),
    new Array(15).fill('unreadable'),
  )
})
