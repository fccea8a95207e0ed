import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { buildReport } from '../report/check/example.ts'
import { type Cell, makeTables } from '../report/report.ts'
import { packReport } from './pack-report.ts'
import { unpackReport } from './unpack-report.ts'

const cell: fc.Arbitrary<Cell> = fc.oneof(
  fc.nat(999_999).map((value): Cell => ({ value, kind: 'number', text: String(value) })),
  fc.nat(999).map((value): Cell => ({ value, kind: 'remark', text: `${value}（其中修订1件）` })),
  fc.nat(999).map((value): Cell => ({ value, kind: 'number', text: `0${value}` })),
  fc.constantFrom('blank', 'none', 'missing', 'unreadable').map((kind): Cell => ({ value: null, kind, text: '' })),
  fc.string().map((text): Cell => ({ value: null, kind: 'unreadable', text })),
)

test('a report comes back from the form field as it went in, whatever its cells', () => {
  fc.assert(
    fc.property(fc.array(cell, { minLength: 200, maxLength: 200 }), (cells) => {
      let next = 0
      const tables = makeTables(() => cells[next++] ?? assert.fail('200 cells'))
      const report = { ...buildReport({ agency: '青禾县水务局', order: [2, 1, 5] }), ...tables }
      assert.deepEqual(unpackReport(packReport(report)), report)
    }),
    { numRuns: 50 },
  )
})

test('a field that was cut or altered is no report', () => {
  const packed = packReport(buildReport({}))
  assert.equal(unpackReport(packed.slice(0, -20)), null)
  assert.equal(unpackReport(''), null)
  assert.equal(unpackReport(packed.replace('"cells":[0,', '"cells":[')), null)
  assert.equal(unpackReport(packed.replace('"cells":[0,', '"cells":[{"value":1,"kind":"blank","text":""},')), null)
})
