import assert from 'node:assert/strict'
import { test } from 'node:test'
import { toDocument } from '../../../test/layouts/text-document.ts'
import { readLines } from './lines/read-lines.ts'
import { holdsTwoReports } from './two-reports.ts'

const report = (agency: string, year: number) => [
  `${agency}${year}年政府信息公开工作年度报告`,
  '一、总体情况',
  '本年主动公开信息30条。',
  '二、主动公开政府信息情况',
  '三、收到和处理政府信息公开申请情况',
]
const judge = (...lines: string[]) => holdsTwoReports(readLines(toDocument([{ lines }])))

test('headings that begin anew under another agency or year are two reports', () => {
  assert.ok(judge(...report('青禾县财政局', 2024), ...report('青禾县教育局', 2024)))
  assert.ok(judge(...report('青禾县财政局', 2024), ...report('青禾县财政局', 2023)))
})

test('the same report again, and links to others below it, are not', () => {
  assert.ok(!judge(...report('青禾县财政局', 2024), ...report('青禾县财政局', 2024)))
  assert.ok(!judge(...report('青禾县财政局', 2024), '上一篇：青禾县财政局2023年政府信息公开工作年度报告'))
})
