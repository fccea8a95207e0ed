import assert from 'node:assert/strict'
import { test } from 'node:test'
import { toDocument } from '../../../../test/layouts/text-document.ts'
import { readLines } from './read-lines.ts'
import { runningTitles } from './running-titles.ts'

const title = '青禾县财政局2025年度报告'
const told = (...lines: string[]) => [...runningTitles(lines, (text) => /^\d+$/.test(text))]

test('what stands beside the number of every page is their title', () => {
  assert.deepEqual(told(title, '1', '', title, '甲', '2', title, '乙', '3', title, '丙'), [title])
  assert.deepEqual(told('甲', '1', title, '乙', '2', title, '丙'), [])
})

test('what also stands elsewhere, and words of the form beside their figures, are no titles', () => {
  assert.deepEqual(told(title, '甲', title, '乙', '1', title, '2', title, '3', title), [])
  for (const word of [
    '社会公益组织',
    '未经复议直接起诉',
    '1.属于国家秘密',
    '行政规范性文件',
    '本年处理决定数量',
    '第二十条第（五）项',
  ])
    assert.deepEqual(told(word, '1', word, '2', word, '3', word, '4'), [], word)
})

test('the title is kept once and left out wherever it comes again', () => {
  const lines = [title, '甲', '- 1 -', title, '乙', '- 2 -', title, '丙', '- 3 -', title, '丁']
  assert.deepEqual(
    readLines(toDocument([{ lines }])).map(({ text }) => text),
    [title, '甲', '乙', '丙', '丁'],
  )
})
