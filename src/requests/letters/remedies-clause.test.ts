import assert from 'node:assert/strict'
import { test } from 'node:test'
import { day } from '../../statute/day.ts'
import { outcomes } from '../../statute/outcomes.ts'
import { remediesExamples } from './remedies-clause.examples.ts'
import { type RemediesQuestion, remediesClause } from './remedies-clause.ts'

const names = {
  self: '本机关名称',
  ownGovernment: '某县人民政府',
  superior: '上级机关',
  court: '某县人民法院',
  onlineChannel: '某省行政复议网上受理平台',
}
const question: RemediesQuestion = {
  subject: { act: 'reply', outcome: 'granted', partGrounds: [] },
  on: day('2026-03-02'),
  agency: { level: 'county', kind: 'department', line: 'ordinary' },
  names,
  settings: { inquiryFirst: false, partsFirst: true, noReplyFirst: true, collectiveJurisdiction: false },
  servedOnline: false,
  what: '答复',
}

for (const example of remediesExamples) {
  test(example.title, () => {
    const clause = remediesClause({
      ...question,
      subject: example.subject,
      on: day(example.on ?? question.on),
      agency: example.agency ?? question.agency,
      names: { ...names, court: example.court ?? names.court },
      settings: {
        ...question.settings,
        ...example.settings,
        collectiveJurisdiction: example.collectiveJurisdiction ?? false,
      },
      servedOnline: example.servedOnline ?? false,
    })
    const text = clause.sentences.join('\n')
    assert.equal(clause.first, example.first)
    assert.deepEqual(clause.doubts, example.doubts ?? [])
    for (const body of ['某县人民政府', '上级机关', '本机关名称'] as const)
      assert.equal(text.includes(body), example.bodies?.includes(body) ?? false, body)
    assert.ok(text.includes(example.court ?? names.court))
    assert.ok(text.includes('60日'))
    assert.equal(text.includes('6个月'), example.first === 'either')
    assert.equal(text.includes('15日'), example.first === 'reconsideration')
    assert.equal(text.includes('应当先'), example.first === 'reconsideration')
    assert.equal(text.includes(names.onlineChannel), example.servedOnline ?? false)
  })
}

test('the examples speak of every outcome', () => {
  const told = new Set(remediesExamples.map(({ subject }) => (subject.act === 'reply' ? subject.outcome : null)))
  for (const { id } of outcomes) assert.ok(told.has(id), id)
})

test('what the office has not said is missing, and then nothing is printed', () => {
  const { missing, sentences } = remediesClause({
    ...question,
    servedOnline: true,
    names: { ...names, ownGovernment: null, court: null, onlineChannel: null },
  })
  assert.deepEqual(missing, ['reconsiderationBody', 'court', 'onlineChannel'])
  assert.deepEqual(sentences, [])
})

test('before 2024 no online channel is owed', () => {
  const old = { ...question, on: day('2023-06-01'), servedOnline: true, names: { ...names, onlineChannel: null } }
  assert.deepEqual(remediesClause(old).missing, [])
})
