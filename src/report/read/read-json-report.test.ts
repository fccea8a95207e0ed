import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { compareTables } from '../../../test/layouts/compare-tables.ts'
import { randomTables } from '../../../test/layouts/random-tables.ts'
import { Refusal } from '../../refusals/refusal.ts'
import { readJsonReport } from './read-json-report.ts'

const refusal = (id: string) => (error: unknown) => error instanceof Refusal && error.id === id

test('the answer of report check comes back cell by cell, also as a bare report', () => {
  fc.assert(
    fc.property(randomTables('someBlank'), (tables) => {
      const report = {
        agency: '青禾县农业农村局',
        year: 2025,
        form: '2021',
        sections: [{ number: 1, heading: '一、总体情况', text: '略' }],
        ...tables,
      }
      for (const text of [
        JSON.stringify({ file: 'a.docx', refused: null, report, findings: [] }),
        JSON.stringify(report, null, 2),
      ]) {
        const read = readJsonReport(text)
        assert.deepEqual(compareTables(tables, read).unread, [])
        assert.deepEqual(
          [read.agency, read.year, read.form, read.sections.length],
          ['青禾县农业农村局', 2025, '2021', 1],
        )
      }
    }),
    { numRuns: 20 },
  )
})

test('plain numbers and nulls stand for numbers and blanks; a cell that contradicts itself is unreadable', () => {
  const read = readJsonReport(
    '{"requests":{"received":{"naturalPerson":3,"business":null,"total":{"kind":"number","value":null}}}}',
  )
  const { naturalPerson, business, total, legalService } = read.requests.received
  assert.deepEqual(
    [naturalPerson.value, business.kind, total.kind, legalService.kind],
    [3, 'blank', 'unreadable', 'missing'],
  )
})

test('damaged JSON, JSON of something else and several answers are refused', () => {
  assert.throws(() => readJsonReport('{"requests":{'), refusal('json-damaged'))
  assert.throws(() => readJsonReport('{"name":"x"}'), refusal('not-a-report'))
  assert.throws(() => readJsonReport('[1]'), refusal('not-a-report'))
  assert.throws(() => readJsonReport('{"report":{}}\n{"report":{}}'), refusal('two-reports'))
})
