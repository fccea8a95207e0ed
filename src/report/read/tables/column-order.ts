import { type RequestColumnId, requestColumns } from '../../../statute/form-2021.ts'
import { columnKeys, REQUEST_HEAD_WORDS } from '../labels/labels.ts'
import { rowsWithin } from '../labels/match-label.ts'
import type { Line } from '../lines/line.ts'
import { skeleton } from '../lines/normalise.ts'

/** The columns of table two from left to right; null is a column that the form does not have. */
export type ColumnOrder = readonly (RequestColumnId | null)[]

export const FORM_ORDER: ColumnOrder = requestColumns.map(({ id }) => id)

const ORGANISATIONS = FORM_ORDER.filter((id) => id !== 'naturalPerson' && id !== 'total')

type Found = { readonly id: RequestColumnId | 'group' | null; readonly line: number; readonly at: number }

const before = (a: Found, b: Found) => (a.line === b.line ? a.at < b.at : a.line < b.line)

export type ToldOrder = {
  readonly main: ColumnOrder | null
  readonly part: ColumnOrder | null
  /** Heads of a grid are missing, or do not stand where those of the form could: the rows must bear the order out. */
  readonly doubtful: boolean
}

/**
 * In which order the head of table two names its columns. A torn or wrapped head that names 自然人 before 总计 is the
 * form's own order; one that names them otherwise must say the whole order, else null: no column can then be told.
 * The second answer is a head of one line that names only some columns, for rows that have just as many values.
 */
export function readColumnOrder(lines: readonly Line[]): ToldOrder {
  const head: Line[] = []
  for (const line of lines) {
    if (rowsWithin(skeleton(line.text)).length > 0) break
    head.push(line)
  }
  const found = head.flatMap((line, number) => namesOn(line, number))
  const named = new Map<string, Found>()
  for (const one of found) if (one.id !== null && !named.has(one.id)) named.set(one.id, one)
  const flat = flatOrder(head, found)
  const part = flat && flat.length < FORM_ORDER.length && !named.has('group') ? flat : null
  const isGrid = head.length > 0 && head.every(({ style }) => style === 'grid')
  const order = isGrid ? gridOrder(found) : null
  if (order && liesUnderGroup(order, named)) return { main: order, part, doubtful: false }
  if (flat && FORM_ORDER.every((id) => flat.includes(id)))
    return { main: hasEachOnce(flat) ? flat : null, part: null, doubtful: false }
  const lacksName = named.size > 2 && FORM_ORDER.some((id) => id !== null && !named.has(id))
  return { main: nestedOrder(named, head), part, doubtful: order !== null || (isGrid && lacksName) }
}

/** The columns of two years side by side: which of them are the report's, the names do not say. */
const hasEachOnce = (order: ColumnOrder) => FORM_ORDER.every((id) => order.indexOf(id) === order.lastIndexOf(id))

/** A wrong span in the head lets names slide: the organisations then no longer stand together where their group stands. */
function liesUnderGroup(order: ColumnOrder, named: ReadonlyMap<string, Found>): boolean {
  const group = named.get('group')
  if (!group) return true
  const places = ORGANISATIONS.map((id) => order.indexOf(id))
  const [first, last] = [Math.min(...places), Math.max(...places)]
  const beside = (['naturalPerson', 'total'] as const).every((id) => {
    const at = named.get(id)?.at
    return at !== undefined && at < group.at === order.indexOf(id) < first
  })
  return last - first === ORGANISATIONS.length - 1 && beside
}

function namesOn(line: Line, number: number): Found[] {
  return line.tokens.flatMap((token): Found[] => {
    if (token.kind !== 'text') return []
    const words = skeleton(token.text)
    const id = columnKeys.get(words)
    if (id !== undefined) return [{ id, line: number, at: token.at }]
    const glued = gluedNames(words)
    if (glued) return glued.map((one, index) => ({ id: one, line: number, at: token.at + index / 100 }))
    return REQUEST_HEAD_WORDS.test(words) || words === '' ? [] : [{ id: null, line: number, at: token.at }]
  })
}

/** 自然人法人或其他组织总计: heads run together, when nothing else stands there. */
function gluedNames(words: string): (RequestColumnId | 'group')[] | null {
  const names: (RequestColumnId | 'group')[] = []
  const keys = [...columnKeys.keys()].sort((a, b) => b.length - a.length)
  let rest = words.replace(/^.*申请人情况/, '')
  if (rest.length > 80) return null
  while (rest !== '') {
    const key = keys.find((one) => rest.startsWith(one))
    if (key === undefined) return null
    names.push(columnKeys.get(key) ?? 'group')
    rest = rest.slice(key.length)
  }
  return names.length > 0 ? names : null
}

/** One line that names columns and no group of them: they stand as it says. */
function flatOrder(head: readonly Line[], found: readonly Found[]): ColumnOrder | null {
  for (let number = 0; number < head.length; number++) {
    const here = found.filter(({ line }) => line === number)
    const names = here.filter(({ id }) => id !== null)
    if (names.length < 3 || names.some(({ id }) => id === 'group')) continue
    if (!names.some(({ id }) => id === 'total') || !names.some(({ id }) => id === 'naturalPerson')) continue
    const first = here.findIndex(({ id }) => id !== null)
    return here.slice(first).map(({ id }) => (id === 'group' ? null : id))
  }
  return null
}

/** In a grid the columns stand under their heads. */
function gridOrder(found: readonly Found[]): ColumnOrder | null {
  const names = found.filter((one) => one.id !== 'group' && one.id !== null)
  if (!FORM_ORDER.every((id) => names.some((one) => one.id === id))) return null
  const columns = new Map<number, RequestColumnId>()
  for (const one of names) {
    if (one.id === null || one.id === 'group') continue
    if (!columns.has(one.at)) columns.set(one.at, one.id)
  }
  if (columns.size !== FORM_ORDER.length) return null
  const left = Math.min(...columns.keys())
  const strange = found.filter(({ id, at }) => id === null && at > left && !columns.has(at))
  const all = new Map<number, RequestColumnId | null>([...columns, ...strange.map(({ at }) => [at, null] as const)])
  return [...all].sort(([a], [b]) => a - b).map(([, id]) => id)
}

function nestedOrder(named: ReadonlyMap<string, Found>, head: readonly Line[]): ColumnOrder | null {
  const person = named.get('naturalPerson')
  const total = named.get('total')
  const group = named.get('group')
  const seen = ORGANISATIONS.flatMap((id) => {
    const one = id && named.get(id)
    return one ? [one] : []
  })
  const inOrder = seen.every((one, index) => {
    const next = seen[index + 1]
    return !next || before(one, next)
  })
  const sameLine = seen.every(({ line }) => line === seen[0]?.line)
  const alone = seen.every(({ line }) => head[line]?.tokens.length === 1)
  let organisations: ColumnOrder = ORGANISATIONS
  if (!inOrder && (sameLine || alone)) {
    if (seen.length < ORGANISATIONS.length) return null
    organisations = [...seen]
      .sort((a, b) => a.line - b.line || a.at - b.at)
      .flatMap(({ id }) => (id === 'group' || id === null ? [] : [id]))
  }
  if (!person || !total || before(person, total)) return ['naturalPerson', ...organisations, 'total']
  if (!group) return null
  return before(group, person) && (group.line === person.line || before(total, group))
    ? ['total', ...organisations, 'naturalPerson']
    : ['total', 'naturalPerson', ...organisations]
}
