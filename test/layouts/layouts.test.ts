import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { Refusal } from '../../src/refusals/refusal.ts'
import { readReport } from '../../src/report/read/read-report.ts'
import type { Tables } from '../../src/report/report.ts'
import { type Comparison, compareTables } from './compare-tables.ts'
import { type Layout, layouts } from './layouts.ts'
import { fillings, randomTables } from './random-tables.ts'

/** What a layout gives back; null when the file is refused, which a clean layout never may be. */
function readBack(layout: Layout, tables: Tables): Comparison | null {
  try {
    return compareTables(tables, readReport(layout.write(tables)))
  } catch (error) {
    if (error instanceof Refusal && layout.reads === 'safely') return null
    if (error instanceof Refusal && layout.blanks === 'lost' && error.id === 'figures-lost') return null
    throw error
  }
}

for (const layout of layouts) {
  for (const filling of fillings) {
    test(`${layout.name}, ${filling}: no number is read that was not written there`, () => {
      fc.assert(
        fc.property(randomTables(filling), (tables) => {
          assert.deepEqual(readBack(layout, tables)?.wrong ?? [], [])
        }),
        { numRuns: 8 },
      )
    })
  }
  if (layout.reads === 'safely') continue
  const whole =
    layout.blanks === 'kept'
      ? (['full', 'broken', 'dashes', 'organisationsBlank'] as const)
      : (['full', 'broken', 'dashes'] as const)
  test(`${layout.name}: every cell comes back`, () => {
    for (const filling of whole) {
      fc.assert(
        fc.property(randomTables(filling), (tables) => {
          assert.deepEqual(readBack(layout, tables)?.unread, [])
        }),
        { numRuns: 4 },
      )
    }
  })
}
