import fc from 'fast-check'
import { type Cell, makeTables, missingCell, numberCell, type Tables } from '../../src/report/report.ts'
import { type RequestColumnId, type RequestRowId, requestColumns } from '../../src/statute/form-2021.ts'
import { outcomes } from '../../src/statute/outcomes.ts'

const blank: Cell = { value: null, kind: 'blank', text: '' }
const KINDS = requestColumns.slice(0, 6).map(({ id }) => id)

/**
 * How the tables are filled: all figures; the five organisation columns blank; any cell blank; dashes for none; the form of
 * 2019's one row 其他处理; figures no larger than numbers of pages, any cell blank.
 */
export type Filling = 'full' | 'organisationsBlank' | 'someBlank' | 'dashes' | 'singleOther' | 'broken' | 'small'
export const fillings: readonly Filling[] = [
  'full',
  'organisationsBlank',
  'someBlank',
  'dashes',
  'singleOther',
  'broken',
]

/** Counts as reports have them: mostly 0, often small, sometimes large. */
const count = fc.oneof(
  { weight: 6, arbitrary: fc.constant(0) },
  { weight: 3, arbitrary: fc.integer({ min: 1, max: 12 }) },
  { weight: 1, arbitrary: fc.integer({ min: 13, max: 4321 }) },
)

const small = fc.oneof(
  { weight: 5, arbitrary: fc.constant(0) },
  { weight: 4, arbitrary: fc.integer({ min: 1, max: 4 }) },
)

/** Tables whose figures hold all identities, but for `broken`, where one figure in ten is off. */
export function randomTables(filling: Filling): fc.Arbitrary<Tables> {
  const figure = filling === 'small' ? small : count
  return fc
    .record({
      outcomes: fc.array(fc.array(figure, { minLength: 6, maxLength: 6 }), { minLength: 21, maxLength: 21 }),
      carriedIn: fc.array(figure, { minLength: 6, maxLength: 6 }),
      carriedOut: fc.array(figure, { minLength: 6, maxLength: 6 }),
      proactive: fc.array(filling === 'small' ? small : fc.oneof(count, fc.integer({ min: 0, max: 3_000_000 })), {
        minLength: 9,
        maxLength: 9,
      }),
      fees: fc.oneof(
        fc.constant(0),
        fc.integer({ min: 0, max: 999_999 }).map((cents) => cents / 100),
      ),
      remedies: fc.array(fc.array(figure, { minLength: 4, maxLength: 4 }), { minLength: 3, maxLength: 3 }),
      noise: fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 250, maxLength: 250 }),
    })
    .map((drawn) => fillTables(drawn, filling))
}

type Drawn = {
  readonly outcomes: readonly (readonly number[])[]
  readonly carriedIn: readonly number[]
  readonly carriedOut: readonly number[]
  readonly proactive: readonly number[]
  readonly fees: number
  readonly remedies: readonly (readonly number[])[]
  readonly noise: readonly number[]
}

function fillTables(drawn: Drawn, filling: Filling): Tables {
  const single = filling === 'singleOther'
  const results = drawn.outcomes.map((row, index) =>
    single && (index === 18 || index === 19) ? row.map(() => 0) : row,
  )
  const done = KINDS.map((_, column) => results.reduce((sum, row) => sum + (row[column] ?? 0), 0))
  // What came in is what was done and is left, less what was there: never below nought.
  const carriedIn = drawn.carriedIn.map((number, column) =>
    Math.min(number, (done[column] ?? 0) + (drawn.carriedOut[column] ?? 0)),
  )
  const received = done.map((number, column) => number + (drawn.carriedOut[column] ?? 0) - (carriedIn[column] ?? 0))
  const rows = new Map<RequestRowId, readonly number[]>([
    ['received', received],
    ['carriedIn', carriedIn],
    ...outcomes.map(({ id }, index) => [id, results[index] ?? []] as const),
    ['total', done],
    ['carriedOut', drawn.carriedOut],
  ])
  let turn = 0
  const chance = () => drawn.noise[turn++ % drawn.noise.length] ?? 0
  const shaped = (number: number, column: RequestColumnId | null): Cell => {
    if (filling === 'organisationsBlank' && column !== null && column !== 'naturalPerson' && column !== 'total')
      return blank
    if ((filling === 'someBlank' || filling === 'small') && chance() === 0) return blank
    if (filling === 'dashes' && number === 0 && chance() < 3) return { value: null, kind: 'none', text: '/' }
    if (filling === 'broken' && chance() === 0) return numberCell(number + 1 + chance())
    return numberCell(number)
  }
  let nth = 0
  return makeTables((address) => {
    switch (address.table) {
      case 'proactive':
        return address.cell === 'fees.amount' ? numberCell(drawn.fees) : shaped(drawn.proactive[nth++] ?? 0, null)
      case 'requests': {
        if (single && (address.row === 'other.correctionOverdue' || address.row === 'other.feeOverdue'))
          return missingCell
        const row = rows.get(address.row) ?? []
        const own = filling === 'organisationsBlank' ? row.slice(0, 1) : row
        const number =
          address.column === 'total'
            ? own.reduce((sum, one) => sum + one, 0)
            : (row[KINDS.indexOf(address.column)] ?? 0)
        return shaped(number, address.column)
      }
      case 'remedies': {
        const group =
          drawn.remedies[
            ['reconsideration', 'litigationDirect', 'litigationAfterReconsideration'].indexOf(address.group)
          ] ?? []
        const index = ['upheld', 'overturned', 'otherResult', 'pending'].indexOf(address.column)
        return shaped(index < 0 ? group.reduce((sum, one) => sum + one, 0) : (group[index] ?? 0), null)
      }
    }
  })
}
