import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { applicantKinds } from '../../statute/applicant-kinds.ts'
import { day } from '../../statute/day.ts'
import { remedyGroups } from '../../statute/form-2021.ts'
import { outcomes } from '../../statute/outcomes.ts'
import { checkReport } from '../check/check-report.ts'
import { computeTables } from '../compute/compute-tables.ts'
import { periodOf, type RemedyFigure, type RequestFigure, type YearFigures } from '../compute/year-figures.ts'
import type { Report } from '../report.ts'
import { draftNarrative } from './draft-narrative.ts'
import { unknownMark } from './template-zh-cn.ts'

const period = periodOf(2025, day('2026-01-15'))
assert.ok(period)

const figures: fc.Arbitrary<YearFigures> = fc.record({
  requests: fc.array(
    fc.record<RequestFigure>({
      applicantKind: fc.constantFrom(...applicantKinds.map(({ id }) => id)),
      entry: fc.constantFrom('received', 'carriedIn'),
      outcome: fc.option(fc.constantFrom(...outcomes.map(({ id }) => id)), { nil: null }),
      count: fc.integer({ min: 1, max: 3000 }),
    }),
    { maxLength: 12 },
  ),
  remedies: fc.array(
    fc.record<RemedyFigure>({
      group: fc.constantFrom(...remedyGroups.map(({ id }) => id)),
      column: fc.constantFrom('upheld', 'overturned', 'otherResult', 'pending'),
      count: fc.integer({ min: 1, max: 300 }),
    }),
    { maxLength: 6 },
  ),
  documents: fc
    .tuple(fc.nat({ max: 50 }), fc.nat({ max: 50 }), fc.nat({ max: 500 }), fc.nat({ max: 90 }))
    .map(([issued, repealed, inForce, published]) => [
      { kind: 'normativeDocument' as const, issued, repealed, inForce, published },
    ]),
  counts: fc.record({
    licences: fc.nat({ max: 90_000 }),
    penalties: fc.nat({ max: 900 }),
    coerciveMeasures: fc.nat({ max: 90 }),
    feesCents: fc.bigInt({ min: 0n, max: 10n ** 12n }),
  }),
  fees: fc.record({
    notices: fc.nat({ max: 9 }),
    chargedCents: fc.bigInt({ min: 0n, max: 900_000n }),
    collectedCents: fc.bigInt({ min: 0n, max: 900_000n }),
    unrecordedNotices: fc.constant(0),
  }),
})

function reportFor(given: YearFigures, agency: { name: string; kind: 'government' | 'department' }): Report {
  assert.ok(period)
  const tables = computeTables(given)
  const drafted = draftNarrative({ agency, period, tables, documents: given.documents, fees: given.fees })
  return { agency: agency.name, year: 2025, form: '2021', ...tables, ...drafted }
}

/** A lapse for an unpaid fee is never without its notice. */
const withNotices = (given: YearFigures): YearFigures => {
  const lapsed = (given.requests ?? []).filter(({ outcome }) => outcome === 'other.feeOverdue')
  const unrecordedNotices = lapsed.reduce((sum, { count }) => sum + count, 0)
  return { ...given, fees: given.fees && { ...given.fees, unrecordedNotices } }
}

for (const [kind, name] of [
  ['department', '清河县财政局'],
  ['government', '清河县人民政府'],
] as const)
  test(`the draft for a ${kind} with a complete ledger gives rise to no finding, whatever its figures`, () => {
    fc.assert(
      fc.property(figures, (given) => {
        const report = reportFor(withNotices(given), { name, kind })
        const documentText = [report.preamble.text, ...report.sections.map(({ text }) => text)].join('\n')
        const findings = checkReport(report, { kind, level: 'county', documentText })
        assert.deepEqual(findings, [], documentText)
        assert.ok(!documentText.includes(unknownMark))
      }),
      { numRuns: 300 },
    )
  })

test('a draft of zeros says in words that there was nothing', () => {
  const report = reportFor(
    {
      requests: [],
      remedies: [],
      documents: [],
      counts: { licences: 0, penalties: 0, coerciveMeasures: 0, feesCents: 0n },
      fees: { notices: 0, chargedCents: 0n, collectedCents: 0n, unrecordedNotices: 0 },
    },
    { name: '清河县档案馆', kind: 'department' },
  )
  const [overview, , , remedies, problems, other] = report.sections.map(({ text }) => text)
  assert.match(overview ?? '', /本年未收到政府信息公开申请/)
  assert.match(remedies ?? '', /没有行政复议案件/)
  assert.match(other ?? '', /收费通知0件/)
  assert.equal(
    problems,
    '从本年度数据看，没有上年结转的申请，没有结转下年度继续办理的申请；行政复议、行政诉讼没有结果纠正的案件。',
  )
  assert.deepEqual(checkReport(report, { kind: 'department' }), [])
})

test('a blank cell leaves a visible mark that the check finds as residue', () => {
  const report = reportFor(
    { requests: null, remedies: null, documents: null, counts: null, fees: null },
    { name: '清河县财政局', kind: 'department' },
  )
  for (const { number, text } of report.sections)
    assert.equal(text.includes(unknownMark), [1, 4, 5, 6].includes(number), `section ${number}`)
  assert.ok(checkReport(report, {}).some(({ rule }) => rule === 'residue'))
})

test('the draft tells no deed and no judgement that nobody recorded', () => {
  const report = reportFor(
    {
      requests: [{ applicantKind: 'business', entry: 'carriedIn', outcome: null, count: 2 }],
      remedies: [{ group: 'litigationDirect', column: 'overturned', count: 3 }],
      documents: [{ kind: 'other', issued: 1, repealed: 0, inForce: 1, published: 1 }],
      counts: { licences: 1, penalties: 1, coerciveMeasures: 1, feesCents: 1n },
      fees: { notices: 0, chargedCents: 0n, collectedCents: 0n, unrecordedNotices: 0 },
    },
    { name: '清河县人民政府', kind: 'government' },
  )
  const text = report.sections.map((section) => section.text).join('\n')
  assert.doesNotMatch(text, /培训|提高|加强|不足|改进|完善|定期|进行审查|接受|逐件|组织实施|没有其他需要报告/)
})

test('the narrative tells the very figures of the tables', () => {
  const report = reportFor(
    {
      requests: [
        { applicantKind: 'naturalPerson', entry: 'received', outcome: 'granted', count: 7 },
        { applicantKind: 'business', entry: 'carriedIn', outcome: 'withheld.stateSecret', count: 2 },
        { applicantKind: 'legalService', entry: 'received', outcome: null, count: 1 },
      ],
      remedies: [{ group: 'reconsideration', column: 'overturned', count: 3 }],
      documents: [],
      counts: { licences: 12, penalties: 0, coerciveMeasures: 0, feesCents: 35_000n },
      fees: { notices: 1, chargedCents: 20_050n, collectedCents: 0n, unrecordedNotices: 0 },
    },
    { name: '清河县财政局', kind: 'department' },
  )
  const text = report.sections.map((section) => section.text).join('\n')
  for (const words of [
    '新收政府信息公开申请8件，其中自然人申请7件、法人或其他组织申请1件；上年结转申请2件',
    '办结申请9件，其中予以公开7件、不予公开2件。',
    '结转下年度继续办理1件',
    '行政许可处理决定12件',
    '行政事业性收费0.035万元',
    '行政复议3件，其中结果纠正3件',
    '从本年度数据看，上年结转申请2件，结转下年度继续办理1件；行政复议、行政诉讼结果纠正合计3件。',
    '收费通知1件，总金额200.5元，实际收取信息处理费0元',
  ])
    assert.ok(text.includes(words), `${words}\n${text}`)
})
