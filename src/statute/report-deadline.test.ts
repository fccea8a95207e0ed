import assert from 'node:assert/strict'
import { test } from 'node:test'
import { reportDeadline } from './report-deadline.ts'

test('departments publish by 31 January, governments by 31 March', () => {
  assert.equal(reportDeadline('department', 'county', 2024)?.lastDay, '2025-01-31')
  assert.equal(reportDeadline('government', 'city', 2024)?.lastDay, '2025-03-31')
})

test('the day does not move when it is a rest day', () => {
  assert.equal(reportDeadline('department', 'province', 2025)?.lastDay, '2026-01-31')
})

test('a township is bound by no day of the article', () => {
  const deadline = reportDeadline('government', 'township', 2024)
  assert.equal(deadline?.binding, false)
  assert.equal(deadline?.lastDay, '2025-03-31')
})

test('the report for 2018 was due before the revision and has no deadline here', () => {
  assert.equal(reportDeadline('department', 'county', 2018), null)
  assert.equal(reportDeadline('government', 'nation', 2024), null)
})
