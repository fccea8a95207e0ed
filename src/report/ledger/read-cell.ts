import { directionCharacter } from '../../quality/direction-character.ts'
import { type Day, makeDay } from '../../statute/day.ts'
import type { ColumnKind, LedgerColumn, LedgerValue, Word } from './column.ts'
import { centsPerWanYuan, centsPerYuan, parseMoney, plainDecimal } from './money.ts'
import type { RuleProblem } from './rules.ts'
import type { SheetCell } from './sheet-cell.ts'

export type CellReading = { readonly value: LedgerValue } | { readonly problem: RuleProblem }

/** The value of one cell of `column`, or what is wrong with it. An empty cell has the value null. */
export function readCell(column: LedgerColumn, cell: SheetCell | undefined, today: Day): CellReading {
  const wrong = (code: RuleProblem['code'], allowed?: readonly string[]): CellReading => ({
    problem: {
      code,
      column: column.id,
      ...(cell && !column.personal && shown(cell) !== '' ? { value: shown(cell) } : {}),
      ...(allowed ? { allowed } : {}),
    },
  })
  if (cell?.kind === 'formula') return wrong('formula')
  if (cell?.kind === 'error') return wrong('cellError')
  const text = cell ? textOf(cell) : ''
  if (text === '') return column.need === 'required' ? wrong('required') : { value: null }
  const read = readers[column.kind.type] as Reader<ColumnKind>
  const result = read(column.kind, text, cell as SheetCell, today)
  return 'value' in result ? result : wrong(result.code, result.allowed)
}

type Wrong = { readonly code: RuleProblem['code']; readonly allowed?: readonly string[] }
type Reader<Kind extends ColumnKind> = (
  kind: Kind,
  text: string,
  cell: SheetCell,
  today: Day,
) => { readonly value: LedgerValue } | Wrong

const readers: { readonly [T in ColumnKind['type']]: Reader<Extract<ColumnKind, { readonly type: T }>> } = {
  text: (kind, text) => {
    if (CONTROL.test(text) || directionCharacter(text) !== null) return { code: 'controlCharacter' }
    return text.length > kind.longest ? { code: 'tooLong', allowed: [String(kind.longest)] } : { value: text }
  },
  day: (kind, text, cell, today) => {
    if (cell.kind === 'number') return { code: 'noDateStyle' }
    const on = cell.kind === 'day' ? cell.day : dayInWords(text)
    if (!on) return { code: 'notADay' }
    return kind.future === 'refused' && on > today ? { code: 'future', allowed: [today] } : { value: on }
  },
  word: (kind, text) => {
    const ids = wordIds(kind.words)
    const id = ids.get(text) ?? ids.get(normaliseWord(text))
    return id === undefined ? { code: 'notAllowedWord', allowed: kind.words.map((word) => word.label) } : { value: id }
  },
  whole: (kind, text, cell) => {
    const digits = figures(text, cell)
    if (!/^\d{1,15}$/.test(digits)) return { code: 'notWhole', allowed: [String(kind.from), String(kind.to)] }
    const value = Number(digits)
    return value < kind.from || value > kind.to
      ? { code: 'outOfRange', allowed: [String(kind.from), String(kind.to)] }
      : { value }
  },
  money: (kind, text, cell) => {
    const cents = parseMoney(figures(text, cell), kind.unit === 'yuan' ? centsPerYuan : centsPerWanYuan)
    return typeof cents === 'bigint' ? { value: cents } : { code: cents }
  },
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for; PostgreSQL has no U+0000
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]/

/** Space of any kind, zero-width marks and byte-order marks at the ends of a cell mean nothing. */
const trim = (text: string) => text.replace(/^[\s\u200b-\u200d\u2060\ufeff]+|[\s\u200b-\u200d\u2060\ufeff]+$/gu, '')

function textOf(cell: SheetCell): string {
  switch (cell.kind) {
    case 'text':
      return trim(cell.text)
    case 'number':
      return plainDecimal(cell.text) ?? cell.text
    case 'day':
      return cell.day
    case 'notADay':
      return cell.text
    case 'boolean':
      return cell.value ? 'true' : 'false'
    case 'formula':
    case 'error':
      return ''
  }
}

const shown = (cell: SheetCell) => {
  const text = cell.kind === 'error' ? cell.text : textOf(cell)
  return text.length > 40 ? `${text.slice(0, 40)}…` : text
}

/** `2025-03-03`, `2025/3/3`, `2025年3月3日`, also with full-width digits; null for anything else and for 2月30日. */
function dayInWords(text: string): Day | null {
  const match = /^(\d{4})(?:-(\d{1,2})-(\d{1,2})|\/(\d{1,2})\/(\d{1,2})|年(\d{1,2})月(\d{1,2})日)$/.exec(
    text.normalize('NFKC').replace(/\s/g, ''),
  )
  if (!match) return null
  const [year, month, dayOfMonth] = match.slice(1).filter((part) => part !== undefined)
  return makeDay(Number(year), Number(month), Number(dayOfMonth))
}

/** Digits as people write them: full width, thousands separated by commas. */
function figures(text: string, cell: SheetCell): string {
  if (cell.kind === 'number') return text
  const plain = text.normalize('NFKC').replace(/\s/g, '')
  return /^\d{1,3}(,\d{3})+(\.\d+)?$/.test(plain) ? plain.replaceAll(',', '') : plain
}

/** Words compare without spaces, in any width, with any quotation marks; ids in any case. */
const normaliseWord = (text: string) =>
  text
    .normalize('NFKC')
    .replace(/[\s"'“”‘’「」『』"]/g, '')
    .replace(/,/g, '、')
    .toLowerCase()

const idsByWords = new WeakMap<readonly Word[], ReadonlyMap<string, string>>()

function wordIds(words: readonly Word[]): ReadonlyMap<string, string> {
  const known = idsByWords.get(words)
  if (known) return known
  const made = new Map(
    words.flatMap((word) =>
      [word.id, word.label, ...(word.also ?? [])].flatMap((spelling) => [
        [spelling, word.id] as const,
        [normaliseWord(spelling), word.id] as const,
      ]),
    ),
  )
  idsByWords.set(words, made)
  return made
}
