import { type RemedyColumnId, type RemedyGroupId, remedyColumns, remedyGroups } from '../../../statute/form-2021.ts'
import { remedyColumnKeys, remedyGroupKeys } from '../labels/labels.ts'

const GROUPS = remedyGroups.map(({ id }) => id)
const COLUMNS = remedyColumns.map(({ id }) => id)
const SUIT_FIRST: readonly RemedyGroupId[] = ['litigationDirect', 'litigationAfterReconsideration', 'reconsideration']
const COLUMN_NAMES = new RegExp(remedyColumnKeys.map(([key]) => key).join('|'), 'g')
const COLUMN_OF = new Map(remedyColumnKeys)

const isFormOrder = (columns: readonly RemedyColumnId[]): boolean => columns.join() === COLUMNS.join()

/** The columns that the heads in `words` name, in their order there. */
export function namedColumns(words: string): readonly RemedyColumnId[] {
  return [...words.matchAll(COLUMN_NAMES)].flatMap(([key]) => COLUMN_OF.get(key) ?? [])
}

/**
 * The order of the five columns, the same in each group; null where the heads do not tell one. Another order than the
 * form's must be told for every group of a row, or once for rows of five (`rows`).
 */
export function columnOrder(words: string, rows: 'whole' | 'groups'): readonly RemedyColumnId[] | null {
  const named = namedColumns(words)
  const size = COLUMNS.length
  const fives = Array.from({ length: Math.floor(named.length / size) }, (_, index) =>
    named.slice(index * size, index * size + size),
  )
  const [first] = fives
  if (first && named.length % size === 0 && fives.every((five) => new Set(five).size === size)) {
    const same = fives.every((five) => five.join() === first.join())
    const enough = isFormOrder(first) || rows === 'groups' || fives.length === GROUPS.length
    return same && enough ? first : null
  }
  // Damaged heads must at least not contradict the form's order.
  const places = COLUMNS.map((column) => named.indexOf(column)).filter((place) => place >= 0)
  const total = named.indexOf('total')
  const told = isRising(places.filter((place) => place !== total))
  return told && !(total === 0 && places.length === size) ? COLUMNS : null
}

/** The order of the groups in a row of fifteen; null where the heads do not tell one. */
export function groupOrder(words: string): readonly RemedyGroupId[] | null {
  const at = (id: RemedyGroupId) => {
    const places = remedyGroupKeys.filter(([key, group]) => group === id && words.includes(key))
    return places.length === 0 ? -1 : Math.min(...places.map(([key]) => words.indexOf(key)))
  }
  const [reconsideration = -1, ...suits] = GROUPS.map(at)
  const suit = words.indexOf('行政诉讼')
  const told = suits.filter((place) => place >= 0)
  if (!isRising(told)) return null
  const before = (place: number) => place >= 0 && place < reconsideration
  if (!before(suit) && !told.some(before)) return GROUPS
  // The names of both suits stand before any column, as they do where theirs come first.
  const firstColumn = words.search(COLUMN_NAMES)
  const first =
    suit < 0 ? told.every(before) : before(suit) && told.every((place) => firstColumn < 0 || place < firstColumn)
  return told.length === 2 && first ? SUIT_FIRST : null
}

const isRising = (places: readonly number[]) =>
  places.every((place, index) => index === 0 || place > (places[index - 1] ?? 0))
