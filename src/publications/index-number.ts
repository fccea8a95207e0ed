import type { Day } from '../statute/day.ts'

export type IndexFields = { readonly code: string; readonly madeOn: Day; readonly serial: number }

const field = /\{(code|year|month|serial)(?::([1-9]))?\}/g

/** Whether a pattern is one: its fields are known, it counts, and it counts apart what it writes alike. */
export function isIndexPattern(pattern: string): boolean {
  const rest = pattern.replace(field, '')
  return pattern.length <= 60 && pattern.split('{serial').length === 2 && /^[\p{L}\p{N}\-/_.()（）〔〕]*$/u.test(rest)
}

/**
 * 索引号 by the office's own pattern, whose fields are `{code}` the agency's code, `{year}`, `{month}` of the day it was made, and
 * `{serial}` with the least number of digits after a colon. Formats differ from place to place; nothing is read out of one.
 */
export function indexNumberBy(pattern: string, { code, madeOn, serial }: IndexFields): string {
  const values = { code, year: madeOn.slice(0, 4), month: madeOn.slice(5, 7) } as const
  return pattern.replace(field, (_, name: keyof typeof values | 'serial', digits = '1') =>
    name === 'serial' ? String(serial).padStart(Number(digits), '0') : values[name],
  )
}

/** What the serial starts anew with: everything but the serial. */
export function serialOf(pattern: string, fields: Omit<IndexFields, 'serial'>): string {
  return indexNumberBy(pattern.replace(/\{serial(?::[1-9])?\}/, ''), { ...fields, serial: 0 })
}
