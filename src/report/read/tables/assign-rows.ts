import { rowsAddedIn2021 } from '../../../statute/form-2019.ts'
import { type RequestRowId, requestRows } from '../../../statute/form-2021.ts'
import { GROUP_HEADS, OTHER_GROUP, REQUEST_HEAD_WORDS, rowKeys } from '../labels/labels.ts'
import { rowsWithin } from '../labels/match-label.ts'
import type { Entry, EntryList } from './request-entries.ts'

export type Assignment = {
  readonly assigned: ReadonlyMap<RequestRowId, readonly Entry[]>
  /** Runs that look like rows and belong to no row with certainty. */
  readonly leftover: readonly Entry[]
  /** Lone figures below the label of a row, too few for one: of that row, or numbers of pages. */
  readonly scraps: ReadonlyMap<RequestRowId, Entry>
  /** Rows whose labels stand in the file. */
  readonly seen: ReadonlySet<RequestRowId>
  readonly singleOther: boolean
}

const formRows = requestRows.map(({ id }) => id)
const indexOf = new Map(formRows.map((id, index) => [id, index]))

/**
 * Says which run of values belongs to which row. A label right before its values decides; runs torn from their labels
 * are matched only where, between two decided rows, order and number leave exactly one way.
 */
export function assignRows(list: EntryList, width: number, cut: boolean): Assignment {
  const { entries } = list
  const trailing = rowsWithin(list.trailing)
  const rowLike = entries.filter(({ stacked, values }) => !stacked && values.length >= 3).length
  const torn = entries.length - rowLike
  // A lone figure between rows of figures is a page number or a cell torn off: no row.
  const runs = entries.filter(
    ({ stacked, match, values }) => values.length >= 3 || (match !== null && !stacked) || rowLike < torn * 2,
  )
  const first = runs.find(({ values }) => values.length > 0)
  // Numbers come before their labels: then no label above a run is its own.
  const reversed =
    first !== undefined &&
    first.match === null &&
    first.labels.length === 0 &&
    trailing.length > 0 &&
    !cut &&
    runs.filter(({ sameLine }) => sameLine).length < runs.length / 2

  const rowOf = new Map<Entry, RequestRowId | 'subtotal'>()
  const own = new Set<RequestRowId>()
  for (const entry of runs) {
    const { match } = entry
    if (match?.kind !== 'row' || !(entry.sameLine || (entry.stacked && !reversed))) continue
    rowOf.set(entry, match.row)
    own.add(match.row)
  }
  const labelled = new Set([...entries.flatMap(({ labels }) => labels), ...trailing, ...own])
  const threeOthers = [...rowsAddedIn2021, 'other.remaining' as const].some((id) => labelled.has(id))
  // 其他处理 with none of its rows: the old form's one row, wherever its numbers went.
  let singleOther =
    !threeOthers &&
    !cut &&
    [...entries.map(({ words }) => words), list.trailing].some((words) => words.includes(OTHER_GROUP))
  for (const entry of runs) {
    if (entry.match?.kind !== 'group') continue
    if (!entry.match.other || threeOthers) rowOf.set(entry, 'subtotal')
    else if (entry.sameLine || entry.stacked) {
      rowOf.set(entry, 'other.remaining')
      singleOther = true
    }
  }
  fillGaps(runs, rowOf, width, singleOther)
  if (!reversed) takeLabelsAbove(runs, rowOf)

  const assigned = new Map<RequestRowId, Entry[]>()
  for (const [entry, row] of rowOf) {
    if (row !== 'subtotal') assigned.set(row, [...(assigned.get(row) ?? []), entry])
  }
  const seen = new Set(labelled)
  const lastLabel = trailing.at(-1)
  // Where the file breaks off behind a label, or within its first figure, nobody knows whether its cells were blank.
  const breaksThere = lastLabel !== undefined && endsInLabel(list.trailing.replace(/\d+$/, ''), lastLabel)
  if (cut && lastLabel && !assigned.has(lastLabel) && breaksThere) seen.delete(lastLabel)
  const kept = new Set(runs)
  const scraps = new Map(
    entries.flatMap((entry) =>
      entry.match?.kind === 'row' && !kept.has(entry) ? [[entry.match.row, entry] as const] : [],
    ),
  )
  return { assigned, leftover: runs.filter((entry) => !rowOf.has(entry)), scraps, seen, singleOther }
}

/** `words` end with the row's label, or with the beginning of a longer spelling of it. */
function endsInLabel(words: string, row: RequestRowId): boolean {
  const keys = rowKeys.filter((one) => one.row === row).map(({ key }) => key)
  return keys.some((key) => {
    const at = words.lastIndexOf(key)
    return at >= 0 && keys.some((longer) => longer.startsWith(words.slice(at)))
  })
}

/**
 * A run on the line below its label is that label's, when nothing else stands between it and the run before and no
 * unlabelled run is near that could be meant instead.
 */
function takeLabelsAbove(runs: readonly Entry[], rowOf: Map<Entry, RequestRowId | 'subtotal'>): void {
  let gap: Entry[] = []
  const settle = () => {
    const rows = gap.map((entry) =>
      entry.match?.kind === 'row' && isBareLabel(entry.words, entry.match.row) ? entry.match.row : null,
    )
    const rising = rows.every((row, index) => index === 0 || (row !== null && rank(row) > rank(rows[index - 1] ?? row)))
    if (rows.every((row) => row !== null) && rising) {
      for (const [index, entry] of gap.entries()) rowOf.set(entry, rows[index] ?? 'subtotal')
    }
    gap = []
  }
  for (const entry of runs) {
    if (rowOf.has(entry)) settle()
    else gap.push(entry)
  }
  settle()
}

const rank = (row: RequestRowId) => indexOf.get(row) ?? 0
const STRUCTURE = new RegExp(`${GROUP_HEADS.join('|')}|[一二三四五六七\\d]|本年度?|办理结果`, 'g')

/** Nothing but the row's own label, numbers of labels and group heads, or the heads of the columns. */
function isBareLabel(words: string, row: RequestRowId): boolean {
  if (REQUEST_HEAD_WORDS.test(words)) return row === 'received'
  const rest = words.replace(STRUCTURE, '')
  const longest = Math.max(...rowKeys.filter((key) => key.row === row).map(({ key }) => key.length))
  return rest.length <= longest + 2 && rowsWithin(words).length <= 1
}

/** Matches undecided runs between two decided rows when there are just as many of them as rows. */
function fillGaps(
  runs: readonly Entry[],
  rowOf: Map<Entry, RequestRowId | 'subtotal'>,
  width: number,
  singleOther: boolean,
): void {
  const taken = new Set(rowOf.values())
  const absent = singleOther ? new Set(rowsAddedIn2021) : new Set<RequestRowId>()
  let from = -1
  let gap: Entry[] = []
  const settle = (to: number) => {
    const rows = formRows.slice(from + 1, to).filter((id) => !absent.has(id) && !taken.has(id))
    const whole = gap.every(({ values }) => values.length === width && values.every(({ kind }) => kind === 'value'))
    if (gap.length === 0 || !whole) return
    if (gap.length !== rows.length) return
    for (const [index, entry] of gap.entries()) rowOf.set(entry, rows[index] ?? 'subtotal')
  }
  for (const entry of runs) {
    const row = rowOf.get(entry)
    if (row === 'subtotal') continue
    if (row === undefined) {
      gap.push(entry)
      continue
    }
    const to = indexOf.get(row) ?? 0
    settle(to)
    gap = []
    from = to
  }
  settle(formRows.length)
}
