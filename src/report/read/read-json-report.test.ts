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

test('tables without a cell are a report only with sections', () => {
  assert.throws(() => readJsonReport('{"requests":{}}'), refusal('not-a-report'))
  assert.throws(() => readJsonReport('{"requests":{},"sections":[]}'), refusal('not-a-report'))
  const read = readJsonReport('{"requests":{},"sections":[{"number":1,"heading":"一、总体情况"},{"number":"2"}]}')
  assert.deepEqual(read.sections, [{ number: 1, heading: '一、总体情况', text: '' }])
})

test('a text is read as it would be in a table, and what is no cell is unreadable', () => {
  const { received } = readJsonReport(
    '{"requests":{"received":{"naturalPerson":"5件","business":" ","researchInstitute":"约3","socialWelfare":[3],"legalService":{"kind":"blank","value":3},"otherOrganisation":{"kind":"many"},"total":true}}}',
  ).requests
  assert.deepEqual(
    Object.values(received).map(({ kind, value }) => value ?? kind),
    [5, 'blank', ...new Array(5).fill('unreadable')],
  )
})
