import assert from 'node:assert/strict'
import { test } from 'node:test'
import { documentNumbersOf, nextDocumentNumber } from './document-numbers.ts'
import { sampleCase } from './sample-letter.ts'

test('a number whose letter was returned stays listed as void', () => {
  const { events } = sampleCase(
    ['register', '2026-03-02'],
    ['decide', '2026-03-10'],
    ['approve', '2026-03-10', { documentNumber: '清水公复〔2026〕1号' }],
    ['returnDecision', '2026-03-11'],
    ['decide', '2026-03-12'],
    ['approve', '2026-03-12', { documentNumber: '清水公复〔2026〕2号' }],
    ['serve', '2026-03-13'],
    ['reopen', '2026-06-01'],
  )
  assert.deepEqual(documentNumbersOf(events), [
    { documentNumber: '清水公复〔2026〕1号', on: '2026-03-10', state: 'void' },
    { documentNumber: '清水公复〔2026〕2号', on: '2026-03-12', state: 'superseded' },
  ])
})

test('numbers are counted within sign and year, never given twice, and others are left aside', () => {
  assert.equal(nextDocumentNumber('清水公复', 2026, []), '清水公复〔2026〕1号')
  const used = ['清水公复〔2026〕2号', '清水公复〔2026〕10号', '清水公复〔2025〕99号', '清水函〔2026〕40号', 'OA-77']
  assert.equal(nextDocumentNumber('清水公复', 2026, used), '清水公复〔2026〕11号')
})
