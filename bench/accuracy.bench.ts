import fc from 'fast-check'
import { readReport } from '../src/report/read/read-report.ts'
import { compareTables } from '../test/layouts/compare-tables.ts'
import { layouts } from '../test/layouts/layouts.ts'
import { randomTables } from '../test/layouts/random-tables.ts'
import { readSample, sampleFiles } from '../test/read-samples.ts'
import type { BenchRow } from './bench.ts'

const SEED = 20260101
const REPORTS_A_LAYOUT = 20

/** How much of real and of synthetic reports is read, and how much wrongly. */
export async function run(): Promise<BenchRow[]> {
  return [...(await samples()), ...synthetic()]
}

async function samples(): Promise<BenchRow[]> {
  const readings = await Promise.all(sampleFiles().map(readSample))
  const kinds = [...new Set(readings.map(({ expected }) => expected.expect))].sort()
  return kinds.map((kind) => {
    const own = readings.filter(({ expected }) => expected.expect === kind)
    const cells = own.reduce((sum, one) => sum + one.cells, 0)
    const wrong = own.reduce((sum, one) => sum + one.wrong.length, 0)
    const unread = own.reduce((sum, one) => sum + one.unread.length, 0)
    const refused = own.filter((one) => one.refused !== null).length
    const held =
      kind === 'refuse'
        ? refused === own.length
        : refused === 0 && wrong === 0 && (kind !== 'full' || unread <= cells * 0.01)
    return {
      figure: `real reports judged “${kind}”`,
      value: `${own.length} files, ${cells} cells, ${cells - unread - wrong} read, ${wrong} wrong, ${refused} refused`,
      bar: kind === 'refuse' ? 'all refused' : kind === 'full' ? '0 wrong, ≥ 99 % read' : '0 wrong',
      held,
      baseline: 'cells that a person read',
      remarks: own
        .flatMap((one) => (one.unread.length > 0 ? [`${one.file}: ${one.unread.length} unreadable`] : []))
        .join('; '),
    }
  })
}

function synthetic(): BenchRow[] {
  const filled = fc.sample(randomTables('full'), { numRuns: REPORTS_A_LAYOUT, seed: SEED })
  const plain = layouts.filter(({ reads }) => reads === 'all')
  let cells = 0
  let read = 0
  let wrong = 0
  for (const { write } of plain) {
    for (const tables of filled) {
      const compared = compareTables(tables, readReport(write(tables)))
      cells += compared.cells
      read += compared.read
      wrong += compared.wrong.length
    }
  }
  return [
    {
      figure: `random reports in ${plain.length} layouts`,
      value: `${cells} cells, ${read} read, ${wrong} wrong`,
      bar: '0 wrong, all read',
      held: wrong === 0 && read === cells,
      baseline: 'the figures that were written',
      remarks: '',
    },
  ]
}
