import assert from 'node:assert/strict'
import { test } from 'node:test'
import { toDocument } from '../../../test/layouts/text-document.ts'
import { findHeadings } from './find-headings.ts'
import { isNarrativeReport } from './is-report.ts'
import { readLines } from './lines/read-lines.ts'

const HEADINGS = ['一、总体情况', '二、主动公开政府信息情况', '三、收到和处理政府信息公开申请情况']
const NARRATIVE = '2024年我局主动公开信息30条，收到政府信息公开申请5件，行政复议0件。'

const judge = (...text: string[]) => {
  const lines = readLines(toDocument([{ lines: text }]))
  return isNarrativeReport(lines, findHeadings(lines))
}

test('headings without tables, and a part of the narrative, are a report', () => {
  assert.ok(judge('青禾县农业农村局2024年政府信息公开工作年度报告', ...HEADINGS))
  assert.ok(judge(...HEADINGS))
  assert.ok(judge(NARRATIVE))
})

test('a notice, news, a law, a list of reports and a report of something else are none', () => {
  assert.ok(!judge('关于做好2024年政府信息公开工作年度报告编制工作的通知', '各单位：', ...HEADINGS))
  assert.ok(!judge('青禾县召开政府信息公开工作推进会', NARRATIVE))
  assert.ok(!judge('第一条 为了公开政府信息。', '第二条 主动公开。', '第三条 依申请公开。', NARRATIVE))
  const years = [2024, 2023, 2022].map((year) => `青禾县财政局${year}年政府信息公开工作年度报告`)
  assert.ok(!judge(...years, NARRATIVE))
  assert.ok(!judge('青禾县财政局2024年法治政府建设工作年度报告', ...HEADINGS))
})

test('a notice that hands the report on is followed by it', () => {
  const title = '青禾县人民政府2024年政府信息公开工作年度报告'
  assert.ok(judge(`青禾县人民政府办公室关于印发《${title}》的通知`, title, ...HEADINGS))
})
