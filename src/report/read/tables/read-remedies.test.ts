import assert from 'node:assert/strict'
import { test } from 'node:test'
import { toDocument } from '../../../../test/layouts/text-document.ts'
import { readLines } from '../lines/read-lines.ts'
import { readRemedies } from './read-remedies.ts'

const read = (...lines: string[]) => {
  // The file goes on, so that nothing was cut off at the table's end.
  const document = toDocument([{ lines: [...lines, '五、存在的主要问题及改进情况'] }])
  const { groups } = readRemedies(readLines(document).slice(0, -1), true, false)
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

test('thousands set apart by a space are one figure where fifteen lines add up so', () => {
  const large = [38, 220, 590, 299, 1147, 443, 453, 0, 0, 896, 0, 381, 296, 1000743, 1001420]
  const apart = large.map((value) => value.toLocaleString('fr-FR').replace(/\s/gu, ' '))
  assert.ok(apart.includes('1 147') && apart.includes('1 001 420'))
  assert.deepEqual(read(...head, ...apart), large)
  const unreadable = new Array(15).fill('unreadable')
  assert.deepEqual(read(...head, ...apart.with(0, '39')), unreadable)
  assert.deepEqual(read(...head, ...apart, '7'), unreadable)
  assert.deepEqual(read(...head, ...apart.slice(1)), unreadable)
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
  assert.deepEqual(read(...suitsFirst, row.join(' ')), [...row.slice(10), ...row.slice(0, 10)])
})

test('a blank row beside a row of figures says nothing', () => {
  const blank = `| ${new Array(15).fill('').join(' | ')} |`
  assert.deepEqual(read(...head, `| ${row.join(' | ')} |`, blank), row)
})

test('two figures on one line of a stack may be one of some thousands', () => {
  const stack = row.slice(0, 13).map(String)
  assert.deepEqual(read(...head, ...stack, '1 147'), new Array(15).fill('unreadable'))
})

const columns = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计']
const five = (group: number) => row.slice(group * 5, group * 5 + 5)
const ways = (...lines: string[][]): string[][] => [
  lines.map((line) => line.join(' ')),
  lines.map((line) => line.join('\t')),
  lines.map((line) => `| ${line.join(' | ')} |`),
  lines.flat(),
]

test('where the heads name lawsuits first, the figures stand in that order', () => {
  const suitFirst = [...five(1), ...five(2), ...five(0)].map(String)
  const names = ['未经复议直接起诉', '复议后起诉']
  for (const lines of ways(['行政诉讼', '行政复议'], [...names, ...columns], [...columns, ...columns], suitFirst))
    assert.deepEqual(read(...lines), row)
  // Lawsuits first, and yet the columns of reconsideration before those of lawsuits.
  for (const lines of ways(['行政诉讼', '行政复议'], [...columns, ...names], [...columns, ...columns], suitFirst))
    assert.deepEqual(read(...lines), new Array(15).fill('unreadable'))
})

test('totals may stand first where the heads say so for every group', () => {
  const turned = (group: number) => [...five(group).slice(4), ...five(group).slice(0, 4)].map(String)
  const heads = [...columns.slice(4), ...columns.slice(0, 4)]
  const labels = ['行政复议', '未经复议直接起诉', '复议后起诉']
  for (const lines of ways(['类型', ...heads], ...labels.map((label, group) => [label, ...turned(group)])))
    assert.deepEqual(read(...lines), row)
  const whole = [...turned(0), ...turned(1), ...turned(2)]
  const all = [['行政复议', '行政诉讼'], [...heads, ...labels.slice(1)], [...heads, ...heads], whole]
  for (const lines of ways(...all)) assert.deepEqual(read(...lines), row)
  const differing = [['行政复议', '行政诉讼'], [...columns, ...labels.slice(1)], [...heads, ...heads], whole]
  for (const lines of ways(...differing)) assert.deepEqual(read(...lines), new Array(15).fill('unreadable'))
})

test('groups may stand in rows or tables of their own, in any order', () => {
  const labels = ['未经复议直接起诉', '复议后起诉', '行政复议']
  const figures = [1, 2, 0].map((group) => five(group).map(String))
  for (const lines of ways(columns, ...labels.map((label, index) => [label, ...(figures[index] ?? [])])))
    assert.deepEqual(read(...lines), row)
  const two = [
    ['行政复议'],
    columns,
    five(0).map(String),
    ['行政诉讼'],
    labels.slice(0, 2),
    [...columns, ...columns],
    row.slice(5).map(String),
  ]
  for (const lines of ways(...two)) assert.deepEqual(read(...lines), row)
  // A name above the figures, or below them: nobody knows.
  const doubtful = [['复议后起诉', ...columns], ...labels.map((label, index) => [...(figures[index] ?? []), label])]
  for (const lines of ways(...doubtful)) assert.ok(read(...lines).every((cell) => typeof cell === 'string'))
})

test('a blank row says nothing beside a row of figures, and of several years the last counts', () => {
  const table = [
    ['行政复议', '行政诉讼'],
    [...columns, '未经复议直接起诉', '复议后起诉'],
    [...columns, ...columns],
  ]
  const figures = row.map(String)
  const other = new Array(15).fill('9')
  const blank = `| ${new Array(15).fill(' ').join(' | ')} |`
  assert.deepEqual(read(...(ways(...table, figures)[2] ?? []), blank), row)
  for (const rows of [
    [
      ['2023年', ...other],
      ['2024年', ...figures],
    ],
    [
      ['本年', ...figures],
      ['上年', ...other],
    ],
    [
      ['2024年', ...figures],
      ['2023年', ...other],
      ['同比增减', ...other],
    ],
  ])
    for (const lines of ways(...table, ...rows)) assert.deepEqual(read(...lines), row)
  for (const lines of ways(...table, figures, other).slice(0, 3))
    assert.deepEqual(read(...lines), new Array(15).fill('unreadable'))
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

test('of several years none is read where the last one is not, or stands blank', () => {
  const past = row.map(() => 9).join(' ')
  const nothing = new Array(15).fill('unreadable')
  const short = row.slice(1).join(' ')
  for (const [before, now] of [
    ['2023年', '2024年'],
    ['上年', '本年'],
  ]) {
    assert.deepEqual(read(...head, `${before} ${past}`, `${now} ${short}`), nothing)
    assert.deepEqual(read(...head, `${now} ${short}`, `${before} ${past}`), nothing)
    assert.deepEqual(read(...head, `${before} ${past}`, `${now}`), nothing)
    assert.deepEqual(read(...head, `${now}`, `${before} ${past}`), nothing)
    const blank = new Array(15).fill('').join(' | ')
    assert.deepEqual(
      read(...head, `| ${before} | ${past.replaceAll(' ', ' | ')} |`, `| ${now} | ${blank} |`),
      new Array(15).fill('blank'),
    )
  }
  assert.deepEqual(read(...head, `上年 ${past}`), nothing)
  assert.deepEqual(read(...head, `2024年 ${row.join(' ')}`), row)
})
