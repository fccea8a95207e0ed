import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { applicantKinds } from '../../../statute/applicant-kinds.ts'
import { day } from '../../../statute/day.ts'
import { type RequestRowId, remedyColumns } from '../../../statute/form-2021.ts'
import { outcomes } from '../../../statute/outcomes.ts'
import { draftNarrative } from '../../narrative/draft-narrative.ts'
import { type CellAddress, cellAt, makeTables, numberCell, type Report, type Tables } from '../../report.ts'
import { checkReport } from '../check-report.ts'

const results = remedyColumns.map(({ id }) => id).filter((id) => id !== 'total')
const counts = fc.oneof(fc.constant(0), fc.nat(3), fc.nat(30_000))

/** Tables that balance: outcomes and cases as they come, totals and inflow from them. */
const balancedTables = fc.func(counts).map((draw): Tables => {
  const drawn = new Map<string, number>()
  const of = (name: string) => {
    const value = drawn.get(name) ?? (draw(name) as number)
    drawn.set(name, value)
    return value
  }
  const request = (row: RequestRowId, kind: string): number => {
    switch (row) {
      case 'total':
        return outcomes.reduce((sum, { id }) => sum + request(id, kind), 0)
      case 'carriedIn':
        return Math.min(of(`carriedIn ${kind}`), request('total', kind) + request('carriedOut', kind))
      case 'received':
        return request('total', kind) + request('carriedOut', kind) - request('carriedIn', kind)
      default:
        return of(`${row} ${kind}`)
    }
  }
  const figure = (address: CellAddress): number => {
    if (address.table === 'proactive') return of(address.cell)
    if (address.table === 'requests') {
      const kinds = address.column === 'total' ? applicantKinds.map(({ id }) => id) : [address.column]
      return kinds.reduce((sum, kind) => sum + request(address.row, kind), 0)
    }
    const columns = address.column === 'total' ? results : [address.column]
    return columns.reduce((sum, column) => sum + of(`${address.group} ${column}`), 0)
  }
  return makeTables((address) => numberCell(figure(address)))
})

function draft(tables: Tables): Report {
  const period = { year: 2024, first: day('2024-01-01'), last: day('2024-12-31') }
  const agency = { name: '清河县水务局', kind: 'department' } as const
  const fees = { notices: 1, chargedCents: 20_000n, collectedCents: 20_000n, unrecordedNotices: 0 }
  const narrative = draftNarrative({ agency, period, tables, documents: null, fees })
  return { agency: agency.name, year: 2024, form: '2021', ...narrative, ...tables }
}

test('words drafted from the tables never disagree with them', () => {
  fc.assert(
    fc.property(balancedTables, (tables) => {
      assert.deepEqual(checkReport(draft(tables), {}), [])
    }),
    { numRuns: 60 },
  )
})

/** Figures that the drafted words always tell, each with the rule that must notice a change. */
const told: readonly (readonly [rule: string, address: CellAddress])[] = [
  ['K7', { table: 'requests', row: 'carriedIn', column: 'total' }],
  ['K7', { table: 'requests', row: 'carriedOut', column: 'total' }],
  ['K7', { table: 'requests', row: 'partlyGranted', column: 'total' }],
  ['K7', { table: 'requests', row: 'withheld.stateSecret', column: 'total' }],
  ['K7', { table: 'requests', row: 'unavailable.notHeld', column: 'total' }],
]

test('a figure changed after drafting is noticed where the words tell it', () => {
  let noticed = 0
  fc.assert(
    fc.property(balancedTables, fc.constantFrom(...told), (tables, [rule, changed]) => {
      const report = draft(tables)
      const value = cellAt(tables, changed).value ?? 0
      fc.pre(value > 0)
      const isChanged = (address: CellAddress) => JSON.stringify(address) === JSON.stringify(changed)
      const other = makeTables((at) => (isChanged(at) ? numberCell(value + 1) : cellAt(tables, at)))
      const rules = checkReport({ ...report, ...other }, {}).map((finding) => finding.rule)
      assert.ok(rules.includes(rule), `${JSON.stringify(changed)}: ${report.sections[0]?.text}`)
      noticed++
    }),
    { numRuns: 60 },
  )
  assert.ok(noticed > 0)
})
