import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { LooseRow } from '../../report/ledger/column.ts'
import { ledgerSheets, type SheetId, sheetOf } from '../../report/ledger/sheets.ts'
import { cellAddresses, cellAt, formatAddress } from '../../report/report.ts'
import { applicantKinds } from '../../statute/applicant-kinds.ts'
import { nationalCalendar } from '../../statute/calendar/national-calendar.ts'
import { addDays, type Day, day } from '../../statute/day.ts'
import { remedyGroups } from '../../statute/form-2021.ts'
import { outcomes } from '../../statute/outcomes.ts'
import { type Agency, addAgency } from '../agencies.ts'
import type { Storage } from '../storage.ts'
import { describeOnEachEngine } from '../test-storage.ts'
import { cellRows } from './ledger-cell-rows.ts'
import { noteImport, writeLedgerRows } from './ledger-writer.ts'
import { naiveCell } from './naive-cell.ts'
import { reportOfYear, requirePeriod } from './report-of-year.ts'

type RandomLedger = Readonly<Record<SheetId, readonly LooseRow[]>>

const actor = 'test'
const dayFrom = (first: string, days: number) => fc.nat({ max: days }).map((after) => addDays(day(first), after))
const orNull = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null })

/** Rows as the reader of files makes them: every column there, empty ones null. */
const rowOf = (sheet: SheetId, filled: LooseRow): LooseRow => ({
  ...Object.fromEntries(sheetOf(sheet).columns.map(({ id }) => [id, null])),
  ...filled,
})

const request = fc
  .record({
    receivedOn: dayFrom('2022-06-01', 900),
    applicantKind: fc.constantFrom(...applicantKinds.map(({ id }) => id)),
    closed: orNull(
      fc.record({ after: fc.nat({ max: 400 }), outcome: fc.constantFrom(...outcomes.map(({ id }) => id)) }),
    ),
    reopened: fc.boolean(),
  })
  .map(({ receivedOn, applicantKind, closed, reopened }): LooseRow => {
    const repliedOn = closed && addDays(receivedOn, closed.after)
    const again = repliedOn && reopened ? addDays(repliedOn, 200) : null
    return {
      channel: 'portal',
      receivedOn,
      applicantKind,
      outcome: closed?.outcome ?? null,
      repliedOn,
      reopenedOn: again,
      newOutcome: again && 'granted',
      newRepliedOn: again,
    }
  })

const remedy = fc
  .record({
    kind: fc.constantFrom(...remedyGroups.map(({ id }) => id)),
    filedOn: dayFrom('2022-06-01', 900),
    closed: orNull(
      fc.record({ after: fc.nat({ max: 500 }), result: fc.constantFrom('upheld', 'overturned', 'otherResult') }),
    ),
    coDefendant: orNull(fc.constantFrom('yes', 'no')),
  })
  .map(
    ({ closed, filedOn, ...rest }): LooseRow => ({
      ...rest,
      filedOn,
      result: closed?.result ?? null,
      concludedOn: closed && addDays(filedOn, closed.after),
    }),
  )

const document = fc
  .record({
    kind: fc.constantFrom('regulation', 'normativeDocument', 'other'),
    madeOn: dayFrom('2021-01-01', 1500),
    ended: orNull(fc.record({ after: fc.nat({ max: 900 }), endedHow: fc.constantFrom('repealed', 'expired') })),
    leadMaker: orNull(fc.constantFrom('清河县财政局', 'QH', '清河县教育局')),
  })
  .map(
    ({ ended, madeOn, ...rest }): LooseRow => ({
      ...rest,
      madeOn,
      title: 'x',
      publishedOn: madeOn,
      endedOn: ended && addDays(madeOn, ended.after),
      endedHow: ended?.endedHow ?? null,
    }),
  )

const count = fc.record({
  year: fc.integer({ min: 2022, max: 2025 }),
  'licences.decisions': orNull(fc.nat()),
  'penalties.decisions': orNull(fc.nat()),
  'coerciveMeasures.decisions': orNull(fc.nat()),
  'fees.amount': orNull(fc.bigInt({ min: 0n, max: 10n ** 12n })),
})

const numbered = (sheet: SheetId, rows: readonly LooseRow[], key: (at: number) => LooseRow) =>
  rows.map((row, at) => rowOf(sheet, { ...row, ...key(at) }))

const randomLedger: fc.Arbitrary<RandomLedger> = fc
  .record({
    requests: fc.array(request, { maxLength: 40 }),
    remedies: fc.array(remedy, { maxLength: 20 }),
    documents: fc.array(document, { maxLength: 20 }),
    counts: fc.array(count, { maxLength: 6 }),
  })
  .map(({ requests, remedies, documents, counts }) => ({
    requests: numbered('requests', requests, (at) => ({ number: `R${at}` })),
    remedies: numbered('remedies', remedies, (at) => ({ caseNumber: `C${at}` })),
    documents: numbered('documents', documents, (at) => ({ documentNumber: `D${at}` })),
    counts: numbered('counts', counts, (at) => ({ suppliedBy: `S${at}` })),
  }))

let agencies = 0
async function agencyWith(storage: Storage, ledger: Partial<RandomLedger>): Promise<Agency> {
  const agency = await addAgency(storage, actor, {
    code: `QH${++agencies}`,
    name: '清河县财政局',
    level: 'county',
    kind: 'department',
    parentCode: null,
  })
  await storage.transact({ agencies: [agency.id], actor }, async (trx) => {
    for (const { id } of ledgerSheets) {
      const rows = ledger[id]
      if (!rows) continue
      const incoming = rows.map((row, at) => ({ number: at + 2, row, letters: {} }))
      const written = await writeLedgerRows(trx, agency.id, id, incoming, {
        changes: 'refused',
        calendar: nationalCalendar,
        today: day('2026-11-20'),
      })
      assert.equal(written.added, rows.length)
      await noteImport(trx, agency.id, id, { file: 'x', sha256: '0', added: rows.length, changed: 0, unchanged: 0 })
    }
  })
  return agency
}

describeOnEachEngine((current) => {
  test('every cell is what a naive count over the ledger says, and opens to exactly the rows it counts', async () => {
    const { storage } = current()
    const year = fc.integer({ min: 2022, max: 2025 })
    await fc.assert(
      fc.asyncProperty(randomLedger, year, dayFrom('2025-01-01', 500), async (ledger, asked, asOf) => {
        const agency = await agencyWith(storage, ledger)
        const period = requirePeriod(asked, asOf)
        const report = await reportOfYear(storage, { agency: agency.code, year: asked, asOf })
        await storage.transact({ agencies: [agency.id], actor }, async (trx) => {
          for (const address of cellAddresses) {
            const where = formatAddress(address)
            const cell = cellAt(report, address)
            const naive = naiveCell(ledger, agency, period, address)
            assert.equal(cell.value, naive, where)
            const { rows } = await cellRows(trx, agency, period, address, { after: null, limit: 1000 })
            const behind =
              address.table === 'proactive' && 'value' in (rows[0] ?? {})
                ? rows.reduce((sum, row) => sum + Number(row.value), 0)
                : rows.length
            if (cell.value !== null) assert.ok(Math.abs(behind - cell.value) < 1e-6, `${where}: ${behind} rows`)
          }
        })
      }),
      { numRuns: 15 },
    )
  })

  test('identities K1, K2, K3 and K5 hold for any ledger, any year and as of any day', async () => {
    const { storage } = current()
    await fc.assert(
      fc.asyncProperty(randomLedger, dayFrom('2023-01-01', 364), async (ledger, asOf: Day) => {
        const agency = await agencyWith(storage, ledger)
        const { requests, remedies } = await reportOfYear(storage, { agency: agency.code, year: 2023, asOf })
        for (const column of [...applicantKinds.map(({ id }) => id), 'total'] as const) {
          const value = (row: keyof typeof requests) => requests[row][column].value ?? Number.NaN
          assert.equal(value('received') + value('carriedIn'), value('total') + value('carriedOut'), `K1 ${column}`)
          assert.equal(
            outcomes.reduce((sum, { id }) => sum + value(id), 0),
            value('total'),
            `K2 ${column}`,
          )
        }
        for (const row of Object.values(requests))
          assert.equal(
            applicantKinds.reduce((sum, { id }) => sum + (row[id].value ?? Number.NaN), 0),
            row.total.value,
            'K3',
          )
        for (const { upheld, overturned, otherResult, pending, total } of Object.values(remedies))
          assert.equal(
            [upheld, overturned, otherResult, pending].reduce((sum, cell) => sum + (cell.value ?? Number.NaN), 0),
            total.value,
            'K5',
          )
      }),
      { numRuns: 25 },
    )
  })

  test('carried out of one year is carried into the next, whatever was reopened', async () => {
    const { storage } = current()
    await fc.assert(
      fc.asyncProperty(randomLedger, async (ledger) => {
        const agency = await agencyWith(storage, { requests: ledger.requests })
        const of = (year: number) => reportOfYear(storage, { agency: agency.code, year, asOf: day('2026-12-31') })
        const [before, after] = [await of(2023), await of(2024)]
        assert.deepEqual(before.requests.carriedOut, after.requests.carriedIn)
      }),
      { numRuns: 10 },
    )
  })

  test('a case reopened after a remedy keeps its year and is not counted again when it is answered anew', async () => {
    const { storage } = current()
    const reopened = rowOf('requests', {
      number: 'R1',
      channel: 'inPerson',
      receivedOn: '2023-03-01',
      applicantKind: 'naturalPerson',
      outcome: 'withheld.thirdPartyRights',
      repliedOn: '2023-03-20',
      reopenedOn: '2024-02-01',
      newOutcome: 'granted',
      newRepliedOn: '2024-02-20',
    })
    const agency = await agencyWith(storage, { requests: [reopened] })
    const of = (year: number) => reportOfYear(storage, { agency: agency.code, year, asOf: day('2026-01-01') })
    const [first, second] = [await of(2023), await of(2024)]
    assert.equal(first.requests['withheld.thirdPartyRights'].total.value, 1)
    for (const row of Object.values(second.requests)) assert.equal(row.total.value, 0)
  })

  test('a sheet never handed in leaves its cells blank, one handed in without rows gives 0', async () => {
    const { storage } = current()
    const agency = await agencyWith(storage, { requests: [] })
    const report = await reportOfYear(storage, { agency: agency.code, year: 2024, asOf: day('2025-01-10') })
    assert.equal(report.requests.received.total.kind, 'number')
    assert.equal(report.requests.received.total.value, 0)
    for (const cell of Object.values(report.proactive)) assert.equal(cell.kind, 'blank')
    for (const row of Object.values(report.remedies)) assert.equal(row.total.kind, 'blank')
  })

  test('a year that has not begun is refused', async () => {
    const { storage } = current()
    const agency = await agencyWith(storage, {})
    await assert.rejects(reportOfYear(storage, { agency: agency.code, year: 2027, asOf: day('2026-11-22') }), {
      id: 'year-not-begun',
    })
  })

  test('the figures of another agency are never seen', async () => {
    const { storage } = current()
    const row = rowOf('requests', { number: 'R1', channel: 'fax', receivedOn: '2024-01-05', applicantKind: 'business' })
    await agencyWith(storage, { requests: [row] })
    const other = await agencyWith(storage, { requests: [] })
    const report = await reportOfYear(storage, { agency: other.code, year: 2024, asOf: day('2025-01-10') })
    assert.equal(report.requests.received.total.value, 0)
  })

  test('fees are added up to the cent and written in 万元 without loss', async () => {
    const { storage } = current()
    const counts = [1n, 30_000_000n, 12_345_678n].map((cents, at) =>
      rowOf('counts', { year: 2024, 'fees.amount': cents, suppliedBy: `S${at}` }),
    )
    const agency = await agencyWith(storage, { counts })
    const report = await reportOfYear(storage, { agency: agency.code, year: 2024, asOf: day('2025-01-10') })
    assert.deepEqual(report.proactive['fees.amount'], { value: 42.345679, kind: 'number', text: '42.345679' })
    assert.equal(report.proactive['licences.decisions'].kind, 'blank')
  })
})
