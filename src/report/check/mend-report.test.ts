import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cellAddresses, cellAt } from '../report.ts'
import { checkReport } from './check-report.ts'
import { buildReport } from './example.ts'
import { fillBlanksWithZero } from './fill-blanks-with-zero.ts'
import { mendReport } from './mend-report.ts'

const careless = buildReport({
  title: '2024年清河县水务局\n信息公开工作年度报告',
  lead: '[bookmark: _GoBack]截止2024年12月31日，现将有关情况报告如下。',
  headings: { 3: '3、 收到和处理政府信息公开申请情况', 5: '五、存在问题及改进情况' },
  order: [1, 3, 2, 4, 5, 6],
  text: {
    5: '主要问题是是我局政府信息公开的信息公开宣传不够，其它问题见错误!未找到引用源。',
  },
  cells: { 'proactive[licences.decisions]': 'blank', 'requests[granted][total]': 'blank' },
})

test('mending leaves no finding that it could mend, and touches no figure', () => {
  const mended = mendReport(careless, checkReport(careless, {}))
  assert.equal(mended.preamble.title, '2024年清河县水务局政府信息公开工作年度报告')
  assert.equal(
    mended.preamble.text,
    '2024年清河县水务局政府信息公开工作年度报告\n截至2024年12月31日，现将有关情况报告如下。',
  )
  assert.deepEqual(
    mended.sections.map(({ number, heading }) => [number, heading.slice(0, 2)]),
    [
      [1, '一、'],
      [2, '二、'],
      [3, '三、'],
      [4, '四、'],
      [5, '五、'],
      [6, '六、'],
    ],
  )
  assert.equal(mended.sections[4]?.text, '主要问题是我局政府信息公开宣传不够，其他问题见错误!未找到引用源。')
  const left = checkReport(mended, {}).map(({ rule, evidence }) => [rule, evidence?.found])
  assert.deepEqual(
    left.filter(([rule]) => !['K1', 'K2', 'K3', 'blank-cells'].includes(String(rule))),
    [['residue', '错误!未找到引用源。']],
  )
  for (const address of cellAddresses) assert.equal(cellAt(mended, address), cellAt(careless, address))
})

test('a good report is mended to itself', () => {
  const report = buildReport({})
  assert.deepEqual(mendReport(report, checkReport(report, {})), report)
})

test('two findings about the same words are mended once', () => {
  const finding = { rule: 'usage', severity: 'warning', state: 'fails', where: 'text[5]@0-2' } as const
  const twice = [
    { ...finding, evidence: { found: '截止', proposed: '截至' } },
    { ...finding, evidence: { found: '截止', proposed: '到' } },
  ]
  assert.equal(mendReport(buildReport({ text: { 5: '截止今年' } }), twice).sections[4]?.text, '截至今年')
})

test('only blank cells of the tables named become 0', () => {
  const filled = fillBlanksWithZero(
    buildReport({
      cells: { '*': 'blank', 'requests[granted][total]': 'unreadable', 'requests[total][total]': 'none' },
    }),
    ['requests'],
  )
  assert.equal(filled.requests.received.business.value, 0)
  assert.equal(filled.requests.granted.total.kind, 'unreadable')
  assert.equal(filled.requests.total.total.kind, 'none')
  assert.equal(filled.proactive['licences.decisions'].kind, 'blank')
})
