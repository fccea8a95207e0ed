import assert from 'node:assert/strict'
import { test } from 'node:test'
import { day } from '../statute/day.ts'
import { foldPublication } from './evolve-publication.ts'
import type { PublicationEvent } from './publication-event.ts'
import { reviewSheet } from './review-sheet.ts'
import { sampleContent, sampleNotDisclosed } from './sample-publications.ts'

const on = day('2026-11-19')
const approval = { medium: 'onScreen' } as const
const proposed = {
  type: 'proposed',
  on,
  unit: '综合科',
  formedOn: day('2026-03-02'),
  proposal: { attribute: 'proactive' },
  content: sampleContent,
  by: 'cli:wang',
} as const
const submitted = { type: 'submitted', on, stages: ['科室审核', '分管领导审批'] } as const
const reviewed = {
  type: 'secrecyReviewed',
  on,
  by: 'cli:li',
  basis: '没有相应事项',
  result: 'public',
  referredTo: null,
  approval,
} as const
const passed = { type: 'stagePassed', on, stage: '科室审核', by: 'cli:li', remarks: '建议公开', approval } as const

function rowsOf(events: readonly PublicationEvent[]): readonly (readonly string[])[] {
  const item = foldPublication(events)
  assert.ok(item)
  return reviewSheet('甲局', { number: '公1', item, events, dueOn: null, stages: ['审批'], on }).rows.map((row) => [
    ...row,
  ])
}
const saying = (events: readonly PublicationEvent[], label: string) =>
  rowsOf(events).flatMap(([name, text]) => (name === label ? [text] : []))

test('a draft has lines to sign for the secrecy review and each stage of the agency', () => {
  assert.match(saying([proposed], '保密审查').join(), /□ 可以公开.*\n\n签名：/s)
  assert.match(saying([proposed], '审批').join(), /^意见：\n\n签名：/)
})

test('who said what stands there, with day and paper; the rest is left to be signed', () => {
  const onPaper = { medium: 'onPaper', name: '李某', scan: 'a'.repeat(64) } as const
  const events = [proposed, submitted, { ...reviewed, approval: onPaper }, passed]
  assert.deepEqual(saying(events, '保密审查'), [
    '依据：没有相应事项\n结论：可以公开\n李某　2026-11-19（纸质签批，由 li 登记）',
  ])
  assert.deepEqual(saying(events, '科室审核'), ['建议公开\nli　2026-11-19'])
  assert.match(saying(events, '分管领导审批').join(), /^意见：/)
})

test('what was unsure keeps a line for the answer, and what a round before said is not of this one', () => {
  const unsure = { ...reviewed, result: 'unsure', referredTo: '县国家保密局' } as const
  const returned = { type: 'returned', on, by: 'cli:li', reasons: '请补充' } as const
  const [asked = '', open = ''] = saying([proposed, submitted, unsure], '保密审查')
  assert.match(asked, /不能确定，报县国家保密局确定/)
  assert.match(open, /签名：/)
  const again = [proposed, submitted, reviewed, passed, returned, submitted]
  assert.deepEqual(saying(again, '退回修改'), ['请补充\nli　2026-11-19'])
  assert.match(saying(again, '保密审查').join(), /^依据：\n/)
  assert.match(saying(again, '科室审核').join(), /^意见：/)
})

test('what is kept from the public says its ground, and what was published how it ended', () => {
  const kept = [{ ...proposed, proposal: sampleNotDisclosed }]
  assert.match(saying(kept, '公开属性').join(), /^不予公开\n依据：《.*第十六条第一款.*\n理由：属于内部管理/)
  const at = '2026-11-19T09:30:00+08:00' as never
  const all = [proposed, submitted, reviewed, passed, { ...passed, stage: '分管领导审批', by: 'cli:zhao' }]
  const done = [...all, { type: 'published', on, at, indexNumber: 'A-1' } as const]
  assert.deepEqual(saying(done, '办理结果'), ['2026-11-19 09:30 发布，索引号 A-1'])
  assert.equal(saying(done, '分管领导审批').join(), '建议公开\nzhao　2026-11-19')
})
