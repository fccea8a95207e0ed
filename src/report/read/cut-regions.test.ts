import assert from 'node:assert/strict'
import { test } from 'node:test'
import { toDocument } from '../../../test/layouts/text-document.ts'
import { cutRegions } from './cut-regions.ts'
import { findHeadings } from './find-headings.ts'
import { readLines } from './lines/read-lines.ts'

const regions = (...text: string[]) => {
  const lines = readLines(toDocument([{ lines: text }]))
  return cutRegions(lines, findHeadings(lines)).map(({ table, start, end }) => `${table} ${start}-${end}`)
}
const caption = '（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）'

test('a comparison of two reports is no table of theirs, up to the caption of the next', () => {
  const compared = [
    '第二十条第（一）项',
    '规章 1 2 3',
    '主动公开数据差异',
    '行政许可 4',
    caption,
    '一、本年新收政府信息公开申请数量 1 0 0 0 0 0 1',
  ]
  assert.deepEqual(regions(...compared), ['proactive 0-2', 'requests 4-6'])
})

test('the heads above the line by which a table is known are part of it', () => {
  assert.deepEqual(regions('自然人 法人或其他组织 总计', '一、本年新收政府信息公开申请数量 1 0 0 0 0 0 1'), [
    'requests 0-2',
  ])
  assert.deepEqual(regions('总计', '结果维持', '结果纠正', '1'), ['remedies 0-4'])
})
