import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import type { LooseRow } from '../../report/ledger/column.ts'
import { sheetOf } from '../../report/ledger/sheets.ts'
import type { Remedy } from '../../requests/remedies/remedy.ts'
import { nationalCalendar } from '../../statute/calendar/national-calendar.ts'
import { day } from '../../statute/day.ts'
import { rawResults } from '../../statute/remedy-results.ts'
import { type Agency, addAgency } from '../agencies.ts'
import { ledgerFigures } from '../ledger/ledger-figures.ts'
import { noteImport, writeLedgerRows } from '../ledger/ledger-writer.ts'
import type { Trx } from '../storage.ts'
import { describeOnEachEngine } from '../test-storage.ts'
import { verifyAudit } from '../verify-audit.ts'
import { awaitingRemedies, listRemedies } from './list-remedies.ts'
import { resultColumns, setResultColumn } from './result-columns.ts'
import { changeStoredRemedy, loadRemedy, registerRemedy } from './write-remedy.ts'

const today = day('2026-11-20')
const remedy = (change: Partial<Remedy> = {}): Remedy => ({
  caseNumber: '政复〔2026〕1号',
  requestNumber: null,
  kind: 'reconsideration',
  body: '某县人民政府',
  procedure: null,
  filedOn: day('2026-04-20'),
  copyReceivedOn: null,
  convertedOn: null,
  answeredOn: null,
  concludedOn: null,
  rawResult: null,
  result: null,
  coDefendant: null,
  ...change,
})

describeOnEachEngine((current) => {
  let agency: Agency
  let other: Agency
  before(async () => {
    const rank = { level: 'county', kind: 'department', parentCode: null } as const
    agency = await addAgency(current().storage, 'test', { ...rank, code: 'r', name: '甲局' })
    other = await addAgency(current().storage, 'test', { ...rank, code: 's', name: '乙局' })
  })
  const as = <T>(work: (trx: Trx) => Promise<T>, of = agency, reason?: string) =>
    current().storage.transact({ agencies: [of.id], actor: 'clerk', ...(reason && { reason }) }, work)
  const read = (caseNumber: string, of = agency) =>
    as((trx) => loadRemedy(trx, of.id, caseNumber, { for: 'reading' }), of)
  const importRows = (rows: readonly LooseRow[], changes: 'refused' | 'recorded') =>
    as(async (trx) => {
      const empty = Object.fromEntries(sheetOf('remedies').columns.map(({ id }) => [id, null]))
      const incoming = rows.map((row, at) => ({ number: at + 2, row: { ...empty, ...row }, letters: {} }))
      const mode = { changes, calendar: nationalCalendar, today }
      const { problems, ...counted } = await writeLedgerRows(trx, agency.id, 'remedies', incoming, mode)
      await noteImport(trx, agency.id, 'remedies', { file: 'ledger.xlsx', sha256: '', ...counted })
      return problems.map(({ code }) => code)
    })
  const imported = { caseNumber: '导入1', kind: 'litigationDirect', filedOn: '2026-02-02', coDefendant: 'no' }

  test('what is registered is read again, and belongs to its agency alone', async () => {
    const told = remedy({ procedure: 'simple', copyReceivedOn: day('2026-04-28') })
    await as((trx) => registerRemedy(trx, agency.id, told, today))
    assert.deepEqual(await read(told.caseNumber), told)
    await assert.rejects(read(told.caseNumber, other), { id: 'remedy-unknown' })
    await as((trx) => registerRemedy(trx, other.id, told, today), other)
    await assert.rejects(
      as((trx) => registerRemedy(trx, agency.id, told, today)),
      { id: 'remedy-number-taken' },
    )
  })

  test('a case of the ledger goes on here, and the file no longer speaks for it', async () => {
    assert.deepEqual(await importRows([imported, { ...imported, caseNumber: '导入2' }], 'refused'), [])
    const copy = { copyReceivedOn: day('2026-02-05') }
    await as((trx) => changeStoredRemedy(trx, agency.id, '导入1', copy, 'act', today))
    assert.deepEqual(await importRows([imported], 'recorded'), [])
    const ended = { concludedOn: '2026-03-03', result: 'upheld' }
    assert.deepEqual(await importRows([{ ...imported, ...ended }], 'recorded'), ['managedHere'])
    assert.deepEqual(await importRows([{ ...imported, caseNumber: '导入2', ...ended }], 'recorded'), [])
    assert.equal((await read('导入2')).result, 'upheld')
    assert.equal((await read('导入1')).copyReceivedOn, '2026-02-05')
  })

  test('cases are counted by their conclusion, one as co-defendant never', async () => {
    const figures = async () => {
      const period = { year: 2026, first: day('2026-01-01'), last: day('2026-11-20') }
      const { remedies } = await as((trx) => ledgerFigures(trx, agency, period))
      return Object.fromEntries((remedies ?? []).map(({ group, column, count }) => [`${group} ${column}`, count]))
    }
    const before = {
      'reconsideration pending': 1,
      'litigationDirect pending': 1,
      'litigationDirect upheld': 1,
    }
    assert.deepEqual(await figures(), before)
    const beside = remedy({ caseNumber: '共同被告', kind: 'litigationAfterReconsideration', coDefendant: 'yes' })
    await as((trx) => registerRemedy(trx, agency.id, beside, today))
    assert.deepEqual(await figures(), before)
    const end = { concludedOn: day('2026-05-20'), rawResult: 'annulled', result: 'overturned' } as const
    await as((trx) => changeStoredRemedy(trx, agency.id, remedy().caseNumber, end, 'act', today))
    assert.deepEqual(await figures(), {
      'reconsideration overturned': 1,
      'litigationDirect pending': 1,
      'litigationDirect upheld': 1,
    })
  })

  test('lists: newest first, page by page; pending; of a request; those to be answered', async () => {
    const numbers = async (filter = {}, after: string | null = null, limit = 10) => {
      const { remedies, next } = await as((trx) => listRemedies(trx, agency.id, filter, { after, limit }))
      return { numbers: remedies.map(({ caseNumber }) => caseNumber), next }
    }
    const { numbers: first, next } = await numbers({}, null, 3)
    assert.deepEqual(
      [...first, ...(await numbers({}, next, 3)).numbers],
      [...['政复〔2026〕1号', '共同被告'], ...['导入2', '导入1']],
    )
    assert.deepEqual((await numbers({ pending: true })).numbers, ['共同被告', '导入1'])
    assert.deepEqual((await numbers({ requestNumber: '2026-0001' })).numbers, [])
    const awaiting = await as((trx) => awaitingRemedies(trx, agency.id))
    assert.deepEqual(
      awaiting.map(({ caseNumber }) => caseNumber),
      ['导入1'],
    )
  })

  test("an agency's column for a result is its own, and every result has a default", async () => {
    await as((trx) => setResultColumn(trx, agency.id, 'requestRejected', 'upheld'))
    assert.equal((await as((trx) => resultColumns(trx, agency.id))).get('requestRejected'), 'upheld')
    const usual = await as((trx) => resultColumns(trx, other.id), other)
    for (const { id, column } of rawResults) assert.equal(usual.get(id), column)
  })

  test('the chain keeps each change with its reason, and holds', async () => {
    const amend = { answeredOn: day('2026-02-10') }
    await as((trx) => changeStoredRemedy(trx, agency.id, '导入1', amend, 'amend', today), agency, '补记')
    const { rows } = await current().admin.query(
      `select action, reason, before ->> 'answeredOn' as before, after ->> 'answeredOn' as after from audit_entry
        where agency_id = $1 and subject = '导入1' order by seq`,
      [agency.id],
    )
    assert.deepEqual(
      rows.map(({ action }) => action),
      ['remedy.added', 'remedy.changed', 'remedy.changed'],
    )
    assert.deepEqual(rows.at(-1), { action: 'remedy.changed', reason: '补记', before: null, after: '2026-02-10' })
    assert.equal((await verifyAudit(current().storage)).broken.length, 0)
  })
})
