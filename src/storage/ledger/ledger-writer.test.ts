import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import type { LooseRow } from '../../report/ledger/column.ts'
import { type SheetId, sheetOf } from '../../report/ledger/sheets.ts'
import { nationalCalendar } from '../../statute/calendar/national-calendar.ts'
import { day } from '../../statute/day.ts'
import { addAgency } from '../agencies.ts'
import { describeOnEachEngine } from '../test-storage.ts'
import { verifyAudit } from '../verify-audit.ts'
import { writeLedgerRows } from './ledger-writer.ts'

/** What has a meaning of its own in an array, in JSON or in SQL. */
const oddTexts = [
  '"',
  '\\',
  '\\"',
  'NULL',
  '{}',
  '{a,b}',
  ',',
  "'; --",
  '第一行\n第二行\t',
  '甲\u2028乙',
  '𠀀',
  ' 空 格 ',
  '\\N',
]

describeOnEachEngine((current) => {
  let agency = 0
  before(async () => {
    const rank = { level: 'county', kind: 'department', parentCode: null } as const
    agency = (await addAgency(current().storage, 'test', { ...rank, code: 'w', name: '甲局' })).id
  })
  const write = (sheet: SheetId, rows: readonly LooseRow[], changes: 'refused' | 'recorded') =>
    current().storage.transact({ agencies: [agency], actor: 'clerk' }, async (trx) => {
      const empty = Object.fromEntries(sheetOf(sheet).columns.map(({ id }) => [id, null]))
      const incoming = rows.map((row, at) => ({ number: at + 2, row: { ...empty, ...row }, letters: {} }))
      const { added, changed, unchanged, problems } = await writeLedgerRows(trx, agency, sheet, incoming, {
        changes,
        calendar: nationalCalendar,
        today: day('2026-11-20'),
      })
      return [added, changed, unchanged, problems.length]
    })

  const request = (number: string, rest: LooseRow = {}): LooseRow => ({
    number,
    channel: 'portal',
    receivedOn: '2025-03-03',
    applicantKind: 'business',
    ...rest,
  })

  test('any text, number and amount of a request is stored as it was, also in a change', async () => {
    const rows = oddTexts.map((text, n) => request(`${n} ${text}`, { applicantName: text, content: text, note: text }))
    rows.push(request('closed', { outcome: 'granted', repliedOn: '2025-03-04', extensionDays: 5, feeCharged: 123_45n }))
    assert.deepEqual(await write('requests', rows, 'refused'), [rows.length, 0, 0, 0])
    assert.deepEqual(await write('requests', rows, 'refused'), [0, 0, rows.length, 0])
    const changed = rows.map((row) => ({ ...row, content: `${row.content ?? ''}\\"` }))
    assert.deepEqual(await write('requests', changed, 'recorded'), [0, rows.length, 0, 0])
    assert.deepEqual(await write('requests', changed, 'refused'), [0, 0, rows.length, 0])
    const emptied = [request('closed')]
    assert.deepEqual(await write('requests', emptied, 'recorded'), [0, 1, 0, 0])
    assert.deepEqual(await write('requests', emptied, 'refused'), [0, 0, 1, 0])
  })

  test('rows of the other sheets are stored as they were', async () => {
    const remedy = { filedOn: '2025-01-06', coDefendant: 'no' }
    const document = { madeOn: '2025-01-06' }
    const sheets: readonly [SheetId, readonly LooseRow[]][] = [
      ['remedies', oddTexts.map((text) => ({ ...remedy, caseNumber: text, kind: 'reconsideration' }))],
      ['documents', oddTexts.map((text) => ({ ...document, title: text, kind: 'other', leadMaker: text }))],
      ['counts', [{ year: 2025, 'licences.decisions': 12, 'fees.amount': 1_00n, suppliedBy: '"处"' }]],
    ]
    for (const [sheet, rows] of sheets) {
      assert.deepEqual(await write(sheet, rows, 'refused'), [rows.length, 0, 0, 0], sheet)
      assert.deepEqual(await write(sheet, rows, 'refused'), [0, 0, rows.length, 0], sheet)
    }
    const { rows } = await current().admin.query('select case_number from remedy')
    assert.deepEqual(new Set(rows.map((row) => row.case_number)), new Set(oddTexts))
  })

  test('the audit chain of all that holds', async () => {
    assert.deepEqual((await verifyAudit(current().storage)).broken, [])
  })
})
