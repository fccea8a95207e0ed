import assert from 'node:assert/strict'
import { test } from 'node:test'
import { day } from '../statute/day.ts'
import type { Instant } from './instant.ts'
import { timelinessOf } from './timeliness.ts'

const item = { phase: 'published', dueOn: day('2026-03-20'), firstPublishedAt: null, sharedOn: null } as const
const here = { firstPublishedAt: '2026-03-18T09:00:00+08:00' as Instant }
const shared = { platform: '市平台', since: day('2026-03-01') }
const state = (change: object, platform: typeof shared | null, today = '2026-03-19') =>
  timelinessOf({ ...item, ...change }, platform, day(today))?.state

test('without a shared platform the first day here is in time or late', () => {
  assert.equal(state(here, null), 'inTime')
  assert.equal(state({ firstPublishedAt: '2026-03-21T00:00:00+08:00' }, null), 'late')
  assert.equal(state({ phase: 'drafting' }, null, '2026-03-20'), 'waiting')
  assert.equal(state({ phase: 'drafting' }, null, '2026-03-21'), 'overdue')
})

test('with one, what is public here alone is late once the day has passed without an address there', () => {
  assert.equal(state(here, shared, '2026-03-20'), 'waiting')
  assert.equal(state(here, shared, '2026-03-21'), 'overdue')
  assert.equal(state({ ...here, sharedOn: day('2026-03-20') }, shared), 'inTime')
  assert.equal(state({ ...here, sharedOn: day('2026-03-21') }, shared), 'late')
})

test('what was due before the office named its platform is judged by the first of both', () => {
  const later = { ...shared, since: day('2026-03-21') }
  assert.equal(state(here, later, '2026-04-01'), 'inTime')
  assert.equal(state({ sharedOn: day('2026-03-19') }, later), 'inTime')
})

test('what has no period, or is not to become public, is not judged', () => {
  assert.equal(timelinessOf({ ...item, dueOn: null }, shared, day('2026-04-01')), null)
  assert.equal(state({ phase: 'dropped' }, shared, '2026-04-01'), undefined)
})
