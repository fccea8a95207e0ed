import assert from 'node:assert/strict'
import { test } from 'node:test'
import { toDocument } from '../../../test/layouts/text-document.ts'
import { cutRegions } from './cut-regions.ts'
import { findHeadings } from './find-headings.ts'
import { readLines } from './lines/read-lines.ts'
import { findPageNumbers } from './page-numbers.ts'
import { readReport } from './read-report.ts'

/** One cell a line, as many readers of pdf tell a table; every part is words or figures set apart by spaces. */
const cells = (...parts: string[]) => parts.flatMap((part) => part.split(' '))
const lead = ['青禾县财政局2025年政府信息公开工作年度报告', '一、总体情况', '本年主动公开信息30条。']
const tail = ['五、存在的主要问题及改进情况', '更新不够及时。', '六、其他需要报告的事项', '无。']
const licences = ['二、主动公开政府信息情况', '信息内容', '本年处理决定数量', '行政许可']
const requests = ['三、收到和处理政府信息公开申请情况', '一、本年新收政府信息公开申请数量']
const carriedIn = '二、上年结转政府信息公开申请数量'
const remedies = [
  '四、政府信息公开行政复议、行政诉讼情况',
  ...cells('行政复议 行政诉讼 结果维持 结果纠正 其他结果 尚未审结 总计 未经复议直接起诉 复议后起诉'),
]

const read = (...lines: string[]) => readReport(toDocument([{ lines }]))
const pagesOf = (...text: string[]) => {
  const lines = readLines(toDocument([{ lines: text }]))
  const { certain, possible } = findPageNumbers(lines, cutRegions(lines, findHeadings(lines)))
  const told = (places: ReadonlySet<number>) => [...places].sort((a, b) => a - b).map((line) => `${line} ${text[line]}`)
  return { certain: told(certain), possible: told(possible) }
}

test('a number behind a blank label is a page number where the pages before and behind leave it no other place', () => {
  const file = [...lead, '1', ...licences, '2', '行政处罚', '7', ...tail, '3']
  assert.deepEqual(pagesOf(...file), { certain: ['8 2'], possible: [] })
  const { proactive } = read(...file)
  assert.deepEqual([proactive['licences.decisions'].kind, proactive['penalties.decisions'].value], ['blank', 7])
})

test('a number that may be a page number or a cell is neither', () => {
  const file = [...lead, '1', ...licences, '2', '行政处罚', '2', ...tail, '3']
  assert.deepEqual(pagesOf(...file), { certain: [], possible: ['8 2', '10 2'] })
  const { proactive } = read(...file)
  assert.deepEqual(
    [proactive['licences.decisions'].kind, proactive['penalties.decisions'].kind],
    ['unreadable', 'unreadable'],
  )
})

test('a page number that fills up a row with a blank is not taken for a cell, even where the row adds up with it', () => {
  const { requests: rows } = read(
    ...lead,
    ...requests,
    ...cells('1 0 0 0 0 1', '2', carriedIn, '0 0 0 0 0 0 0'),
    ...tail,
    '3',
  )
  assert.deepEqual(new Set(Object.values(rows.received).map(({ kind }) => kind)), new Set(['unreadable']))
  assert.equal(rows.carriedIn.total.value, 0)
})

test('the one number too many of a row is the page number, and numbers like it elsewhere are cells', () => {
  const file = [
    ...lead,
    '1',
    ...licences,
    '2',
    ...requests,
    ...cells('4 0 2 0 0 0 0 4', carriedIn, '0 0 0 0 0 0 0'),
    ...tail,
    '3',
  ]
  assert.deepEqual(pagesOf(...file).certain, ['13 2'])
  const report = read(...file)
  assert.equal(report.proactive['licences.decisions'].value, 2)
  assert.deepEqual(
    Object.values(report.requests.received).map(({ value }) => value),
    [4, 0, 0, 0, 0, 0, 4],
  )
})

test('two numbers between the pages before and behind stand in their order', () => {
  const file = [...lead, '1', ...licences, '3', '行政处罚', '2', '行政强制', '2', '3', ...tail, '4']
  assert.deepEqual(pagesOf(...file), { certain: ['13 3'], possible: ['10 2', '12 2'] })
})

test('the first pages may bear no number, and the last may follow the last table', () => {
  const file = [...lead, ...licences, '2', '行政处罚', '7', ...remedies, ...cells('0 0 0 0 0 0 0 0 0 0 0 0 0 0 0'), '3']
  assert.deepEqual(pagesOf(...lead, ...licences, '2', '行政处罚', '7', ...tail, '3').possible, ['7 2'])
  const report = read(...file)
  assert.equal(report.proactive['licences.decisions'].kind, 'unreadable')
  assert.equal(report.remedies.reconsideration.total.value, 0)
})

test('a file without numbers outside its tables has no numbered pages, unless a row has a cell too many', () => {
  assert.deepEqual(pagesOf(...lead, ...licences, '2', ...tail), { certain: [], possible: [] })
  const long = [
    ...lead,
    ...licences,
    '2',
    ...requests,
    ...cells('1 0 0 0 0 0 1 3', carriedIn, '0 0 0 0 0 0 0'),
    ...tail,
  ]
  assert.ok(pagesOf(...long).possible.includes('7 2'))
})

test('numbers outside the tables that do not rise from page to page tell nothing, so that any number may be one', () => {
  assert.deepEqual(pagesOf(...lead, '5', '4', ...licences, '2', ...tail).possible, ['9 2'])
  assert.deepEqual(pagesOf(...lead, '87', ...licences, '2', ...tail).possible, ['8 2'])
})

test('page numbers of table three are left out, and fourteen figures with one are not fifteen', () => {
  const row = '1 0 0 2 3 0 0 0 0 0 4 0 1 0 5'.split(' ')
  const whole = read(...lead, '1', ...remedies, ...row.slice(0, 6), '2', ...row.slice(6), ...tail, '3')
  assert.equal(whole.remedies.litigationAfterReconsideration.total.value, 5)
  const blank = read(...lead, '1', ...remedies, ...row.slice(1, 6), '2', ...row.slice(6), ...tail, '3')
  assert.equal(blank.remedies.litigationAfterReconsideration.total.kind, 'unreadable')
})

test('marks of pages are no cells, in whatever way they are written', () => {
  for (const mark of [
    '- 2 -',
    '— 2 —',
    '－2－',
    '·2·',
    '第2页',
    '第 2 页 共 8 页',
    '第2页/共8页',
    '共8页 第2页',
    '2/8',
    '2 / 8',
    'Page 2 of 8',
  ]) {
    const { proactive } = read(...lead, ...licences, mark, '行政处罚', '7', ...tail)
    assert.deepEqual([proactive['licences.decisions'].kind, proactive['penalties.decisions'].value], ['blank', 7], mark)
  }
})

test('where a page lost its number, every number that the lost one and its neighbours may have had is in doubt', () => {
  const file = [...lead, '1', ...licences, '3', '行政处罚', '3', ...tail, '4']
  assert.deepEqual(pagesOf(...file), { certain: [], possible: ['8 3', '10 3'] })
})

test('where most rows have a figure more than the form, none of them holds a page number', () => {
  const wide = [...requests, ...cells('1 0 0 0 0 0 1 2', carriedIn, '0 0 0 0 0 0 0 3')]
  assert.deepEqual(pagesOf(...lead, ...licences, '5', ...wide, ...tail).possible, [])
})
