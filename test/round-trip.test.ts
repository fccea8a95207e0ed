import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { readAnyDocument } from '../src/documents/read-file.ts'
import { type ReportFormat, renderReport } from '../src/documents/write/render-report.ts'
import { checkReport } from '../src/report/check/check-report.ts'
import type { CheckContext } from '../src/report/check/rule.ts'
import { draftNarrative } from '../src/report/narrative/draft-narrative.ts'
import { readReport } from '../src/report/read/read-report.ts'
import { type Cell, makeTables, numberCell, type Report, type Tables } from '../src/report/report.ts'
import { yearSpan } from '../src/statute/day.ts'
import { compareTables } from './layouts/compare-tables.ts'
import { type Filling, randomTables } from './layouts/random-tables.ts'
import { makeReport } from './make-report.ts'

const formats = ['docx', 'pdf', 'html', 'json'] as const satisfies readonly ReportFormat[]
const RUNS = { docx: 12, pdf: 6, html: 12, json: 12 } as const
const context: CheckContext = { level: 'county', kind: 'department' }

/** The report as the program makes it: tables, and a narrative drafted from them. */
function draftedReport(tables: Tables): Report {
  const agency = { name: '清河县水务局', kind: 'department' } as const
  const narrative = draftNarrative({
    agency,
    period: { year: 2024, ...yearSpan(2024) },
    tables,
    documents: [{ kind: 'other', issued: 3, repealed: 0, inForce: 3, published: 12 }],
    fees: { notices: 40, chargedCents: 120_000n, collectedCents: 80_000n, unrecordedNotices: 0 },
  })
  return { ...tables, agency: agency.name, year: 2024, form: '2021', ...narrative }
}

async function readBack(report: Report, format: ReportFormat): Promise<Report> {
  const bytes = (await renderReport(report, [format])).get(format)
  assert.ok(bytes)
  return readReport(await readAnyDocument(bytes, `report.${format}`))
}

for (const format of formats) {
  test(`a report built as ${format} is read again with the same 200 cells, agency and year, and no finding`, async () => {
    await fc.assert(
      fc.asyncProperty(randomTables('full'), async (tables) => {
        const report = draftedReport(tables)
        const back = await readBack(report, format)
        const { wrong, unread } = compareTables(report, back)
        assert.deepEqual([wrong, unread], [[], []])
        assert.deepEqual([back.agency, back.year, back.form], ['清河县水务局', 2024, '2021'])
        assert.deepEqual(
          back.sections.map(({ heading }) => heading),
          report.sections.map(({ heading }) => heading),
        )
        assert.deepEqual(
          checkReport(back, context).map(({ rule, where }) => `${rule} ${where}`),
          [],
        )
      }),
      { numRuns: RUNS[format] },
    )
  })

  test(`blanks, dashes and figures that do not agree come back from ${format} as they were`, async () => {
    for (const filling of ['someBlank', 'dashes', 'broken'] as const satisfies readonly Filling[]) {
      await fc.assert(
        fc.asyncProperty(randomTables(filling), async (tables) => {
          const report = makeReport(tables)
          const { wrong } = compareTables(report, await readBack(report, format))
          assert.deepEqual(wrong, [], filling)
        }),
        { numRuns: 3 },
      )
    }
  })

  test(`numbers of eight digits, remarks and decimals come back from ${format}`, async () => {
    const remark: Cell = { value: 22, kind: 'remark', text: '22（其中修订16件）' }
    let place = 0
    const report = makeReport(
      makeTables((address) => {
        if (address.table === 'proactive') return address.cell === 'fees.amount' ? numberCell(59237.2449) : remark
        place += 1
        return numberCell(10_000_000 + place)
      }),
    )
    assert.deepEqual(compareTables(report, await readBack(report, format)).wrong, [])
    assert.deepEqual(compareTables(report, await readBack(report, format)).unread, [])
  })
}

test('the prose comes back word for word', async () => {
  const report = makeReport()
  for (const format of formats) {
    const back = await readBack(report, format)
    assert.deepEqual(
      back.sections.map(({ text }) => text),
      report.sections.map(({ text }) => text),
      format,
    )
  }
})
