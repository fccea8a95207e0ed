import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { Refusal } from '../../src/refusals/refusal.ts'
import { readReport } from '../../src/report/read/read-report.ts'
import type { Tables } from '../../src/report/report.ts'
import { type Comparison, compareTables } from './compare-tables.ts'
import { type Layout, layouts } from './layouts.ts'
import { numberPages, type PageStyle, pageStyles } from './number-pages.ts'
import { fillings, randomTables } from './random-tables.ts'

const [probe] = fc.sample(randomTables('full'), { numRuns: 1, seed: 1 })
const inLines = layouts.filter(({ write }) => probe && write(probe).blocks.every(({ kind }) => kind === 'paragraph'))

/** The figures may be lost, but none may be wrong. */
function readBack({ write }: Layout, tables: Tables, style: PageStyle): Comparison | null {
  try {
    return compareTables(tables, readReport(numberPages(write(tables), style)))
  } catch (error) {
    if (error instanceof Refusal) return null
    throw error
  }
}

for (const filling of [...fillings, 'small'] as const) {
  test(`pages numbered within the tables, ${filling}: no number of a page is read as a cell`, () => {
    fc.assert(
      fc.property(fc.constantFrom(...inLines), randomTables(filling), pageStyles, (layout, tables, style) => {
        assert.deepEqual(readBack(layout, tables, style)?.wrong ?? [], [], layout.name)
      }),
      { numRuns: 60 },
    )
  })
}

test('of a full table with a cell a line and numbered pages, hardly a cell is lost', () => {
  const layout = layouts.find(({ name }) => name === 'a cell a line')
  assert.ok(layout)
  const cases = fc.sample(fc.tuple(randomTables('full'), pageStyles), { numRuns: 40, seed: 20260101 })
  const readings = cases.map(([tables, style]) => readBack(layout, tables, style))
  const read = readings.reduce((sum, one) => sum + (one?.read ?? 0), 0)
  assert.ok(read > 0.9 * readings.length * 200, `${read} cells of ${readings.length * 200}`)
})
