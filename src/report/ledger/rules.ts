import { coveredFrom } from '../../statute/coverage.ts'
import type { Day } from '../../statute/day.ts'
import type { LooseRow } from './column.ts'
import type { Problem } from './problem.ts'

/** A rule over the cells of one row. */
export type Rule =
  /** Both are filled or both are empty. */
  | { readonly rule: 'together'; readonly columns: readonly [string, string] }
  /** `column` is filled only where `other` is. */
  | { readonly rule: 'needs'; readonly column: string; readonly other: string }
  /** `later` is not before `earlier`. */
  | { readonly rule: 'order'; readonly earlier: string; readonly later: string }
  /** The day of receipt lies in the time of the Regulation as revised. */
  | { readonly rule: 'covered'; readonly column: string }
  /** The year is not after this year. */
  | { readonly rule: 'yearBegun'; readonly column: string }

export type RuleProblem = Pick<Problem, 'code' | 'column' | 'value' | 'other' | 'allowed'>

/** What `row` breaks of one rule, or null. Cells that could not be read are absent and break nothing further. */
export function breakRule(rule: Rule, row: LooseRow, today: Day): RuleProblem | null {
  switch (rule.rule) {
    case 'together': {
      const [first, second] = rule.columns
      if (!(first in row) || !(second in row) || (row[first] === null) === (row[second] === null)) return null
      return row[first] === null
        ? { code: 'onlyOneOf', column: first, other: second }
        : { code: 'onlyOneOf', column: second, other: first }
    }
    case 'needs':
      return isFilled(row, rule.column) && row[rule.other] === null
        ? { code: 'needs', column: rule.other, other: rule.column }
        : null
    case 'order': {
      const [earlier, later] = [row[rule.earlier], row[rule.later]]
      if (typeof earlier !== 'string' || typeof later !== 'string' || later >= earlier) return null
      return { code: 'before', column: rule.later, other: rule.earlier, value: later, allowed: [earlier] }
    }
    case 'covered': {
      const on = row[rule.column]
      return typeof on === 'string' && on < coveredFrom
        ? { code: 'notCovered', column: rule.column, value: on, allowed: [coveredFrom] }
        : null
    }
    case 'yearBegun': {
      const year = row[rule.column]
      return typeof year === 'number' && year > Number(today.slice(0, 4))
        ? { code: 'future', column: rule.column, value: String(year), allowed: [today.slice(0, 4)] }
        : null
    }
  }
}

const isFilled = (row: LooseRow, column: string) => row[column] !== null && row[column] !== undefined
