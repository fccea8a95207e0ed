import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { PresentedFinding } from '../statute/finding.ts'
import { placeFindings, placeOf } from './place-findings.ts'

const finding = (where: string, more: Partial<PresentedFinding> = {}): PresentedFinding => ({
  rule: 'K1',
  severity: 'error',
  state: 'fails',
  where,
  message: '',
  ...more,
})

test('an address of a table belongs to the section that holds the table', () => {
  assert.deepEqual(placeOf('proactive[fees.amount]'), { section: 2, kind: 'table', at: 'proactive[fees.amount]' })
  assert.deepEqual(placeOf('requests[][business]'), { section: 3, kind: 'table', at: 'requests[][business]' })
  assert.deepEqual(placeOf('remedies'), { section: 4, kind: 'table', at: 'remedies' })
})

test('an address that the form has not still belongs to its section, but to no place in the table', () => {
  assert.deepEqual(placeOf('requests[granted][nobody]'), { section: 3, kind: 'section' })
})

test('a range of a section is a place in its text; an empty range is the section as a whole', () => {
  assert.deepEqual(placeOf('text[1]@12-14'), { section: 1, kind: 'text', start: 12, end: 14 })
  assert.deepEqual(placeOf('text[6]'), { section: 6, kind: 'section' })
  assert.deepEqual(placeOf('text[6]@0-0'), { section: 6, kind: 'section' })
})

test('a range of the file, and anything unknown, belong to the report as a whole', () => {
  assert.deepEqual(placeOf('@3-9'), { section: 0, kind: 'file', start: 3, end: 9 })
  assert.deepEqual(placeOf('somewhere'), { section: 0, kind: 'section' })
  assert.deepEqual(placeOf('text[7]@1-2'), { section: 0, kind: 'text', start: 1, end: 2 })
})

test('findings are numbered from 1 by section, failures before the undecided, the gravest first', () => {
  const numbered = placeFindings([
    finding('text[5]@0-2', { severity: 'warning' }),
    finding('requests[][business]', { state: 'uncertain' }),
    finding('requests[granted]', { severity: 'warning' }),
    finding('requests[][total]'),
    finding('text[0]@0-4', { severity: 'advice' }),
  ])
  assert.deepEqual(
    numbered.map(({ number, where }) => [number, where]),
    [
      [1, 'text[0]@0-4'],
      [2, 'requests[][total]'],
      [3, 'requests[granted]'],
      [4, 'requests[][business]'],
      [5, 'text[5]@0-2'],
    ],
  )
})
