import {
  ADDED_COLUMN,
  BARE_YEAR,
  PAST_YEAR,
  PROACTIVE_COLUMNS,
  type ProactiveColumn,
  THIS_YEAR,
} from '../labels/labels.ts'
import { skeleton } from '../lines/normalise.ts'

/** A column as its head tells it, and the time it is of: `odd` stands behind or under unknown words, `bare` is a year without a name. */
export type ProactiveHead = {
  readonly column: ProactiveColumn
  readonly of: 'this' | 'past' | 'plain' | 'odd' | 'bare' | number
}

const NAMES = new RegExp(PROACTIVE_COLUMNS.map(([name]) => name).join('|'), 'g')
const COLUMN = new Map(PROACTIVE_COLUMNS)
const UNIT = /^单位万?元/
/** 处理决定数量（上年）: the year behind the name, in its brackets. */
const YEAR_BEHIND = /^(.*?)\((本年度?|当年|今年|上一?年度?|去年|\d{4}年度?)\)(.*)$/
const HARMLESS = /^(?:单位)?(?:万元|件|项)?\d*$/

/** What labels and heads are compared by; a year in brackets behind a head is put before it. */
export function headWords(text: string): string {
  const [, name, year, rest] = YEAR_BEHIND.exec(text) ?? []
  return skeleton(name && year && name.search(NAMES) >= 0 ? `${year}${name}${rest ?? ''}` : text)
}

/** The heads of columns in `words`, of which the last `own` characters are one cell's, and what stands behind the last. */
export function takeHeads(
  words: string,
  own: number,
): { readonly heads: readonly ProactiveHead[]; readonly rest: string } {
  const heads: ProactiveHead[] = []
  let done = 0
  for (const { 0: name, index } of words.matchAll(NAMES)) {
    const before = words.slice(done, index)
    const beside = words.slice(Math.max(done, words.length - own), index)
    heads.push({ column: COLUMN.get(name) ?? 'other', of: timeOf(name, before, beside) })
    done = index + name.length
  }
  return { heads, rest: heads.length > 0 ? words.slice(done).replace(UNIT, '') : words }
}

function timeOf(name: string, before: string, beside: string): ProactiveHead['of'] {
  if (name.startsWith('本年') || THIS_YEAR.test(before)) return 'this'
  if (PAST_YEAR.test(before)) return 'past'
  const year = /(\d{4})年度?$/.exec(before)?.[1]
  if (year) return Number(year)
  return HARMLESS.test(beside) ? 'plain' : 'odd'
}

/** The column that a cell stands for which names none of the form's; null for one that says nothing of a column. */
export function addedHead(words: string): ProactiveHead | null {
  if (BARE_YEAR.test(words)) return { column: 'other', of: 'bare' }
  if (ADDED_COLUMN.test(words)) return { column: 'other', of: 'past' }
  return HARMLESS.test(words) ? null : { column: 'other', of: 'odd' }
}

/**
 * The columns of a row that has those of `form`, as they stand: of several of one name all but this year's are others. Where
 * some heads are damaged or those of another block stand there, the rest must at least be in the form's order; the row
 * then has the form's columns. Null where the heads do not tell which column is this year's.
 */
export function resolveColumns(
  heads: readonly ProactiveHead[],
  form: readonly ProactiveColumn[],
): readonly ProactiveColumn[] | null {
  const told = resolveYears(heads)
  if (told === null || form.every((column) => told.includes(column))) return told
  const known = told.filter((_, index) => heads[index]?.of !== 'odd')
  if (known.includes('old') || known.includes('other')) return known
  const own = known.filter((column) => form.includes(column))
  return own.join() === form.filter((column) => own.includes(column)).join() ? form : known
}

function resolveYears(heads: readonly ProactiveHead[]): readonly ProactiveColumn[] | null {
  if (heads.some(({ of }) => of === 'bare') && !heads.some(({ of }) => of === 'this')) return null
  const columns: ProactiveColumn[] = []
  for (const head of heads) {
    const own = head.column === 'old' ? head : currentOf(heads.filter(({ column }) => column === head.column))
    if (own === 'unclear' && head.column !== 'other') return null
    columns.push(own === head ? head.column : 'other')
  }
  return columns
}

/** 现行有效件数 has no year in the form. */
const isThisYear = ({ column, of }: ProactiveHead) => of === 'this' || (of === 'plain' && column === 'inForce')

/** Which of the columns of one name is this year's. */
function currentOf(all: readonly ProactiveHead[]): ProactiveHead | 'unclear' | null {
  const heads = all.filter(({ of }) => of !== 'past')
  if (heads.length === 0) return null
  const years = heads.flatMap(({ of }) => (typeof of === 'number' ? [of] : []))
  const latest = Math.max(...years)
  const best = [
    heads.filter(isThisYear),
    years.length === heads.length ? heads.filter(({ of }) => of === latest) : heads.filter(({ of }) => of === 'plain'),
    heads,
  ].find((some) => some.length > 0)
  // A year beside a column without one may be this year or any other.
  const mixed = years.length > 0 && years.length < heads.length && !heads.some(isThisYear)
  return best?.length === 1 && best[0] && !mixed ? best[0] : 'unclear'
}
