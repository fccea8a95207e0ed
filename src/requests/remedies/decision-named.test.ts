import assert from 'node:assert/strict'
import { test } from 'node:test'
import { day } from '../../statute/day.ts'
import { decisionNamed } from './decision-named.ts'

test('a decision is named by body, day, number and kind, as far as they are known', () => {
  const concludedOn = day('2026-05-06')
  assert.equal(
    decisionNamed({ kind: 'reconsideration', body: '某市人民政府', caseNumber: '政复〔2026〕1号', concludedOn }),
    '某市人民政府2026年5月6日作出的政复〔2026〕1号行政复议决定',
  )
  const caseNumber = '（2026）某0101行初1号'
  assert.equal(
    decisionNamed({ kind: 'litigationDirect', body: '某区人民法院', caseNumber, concludedOn }),
    '某区人民法院2026年5月6日作出的（2026）某0101行初1号行政判决',
  )
  assert.equal(
    decisionNamed({ kind: 'litigationAfterReconsideration', body: null, caseNumber, concludedOn: null }),
    '人民法院作出的（2026）某0101行初1号行政判决',
  )
})
