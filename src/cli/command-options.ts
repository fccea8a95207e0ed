import { type ParseArgsConfig, parseArgs } from 'node:util'
import { Refusal } from '../refusals/refusal.ts'
import { addDays, type Day, parseDay } from '../statute/day.ts'

/** What every command that uses the database understands besides its own options, for `parseOptions`. */
export const storageOptions = {
  data: { type: 'string' },
  lang: { type: 'string' },
  format: { type: 'string' },
} as const

/** `parseArgs` with its complaints as Refusals that name the option. */
export function parseOptions<const T extends ParseArgsConfig>(config: T): ReturnType<typeof parseArgs<T>> {
  try {
    return parseArgs(config)
  } catch (error) {
    throw refusalFor(error) ?? error
  }
}

/** Node complains in English only, and names the option, or the stray word, first. */
function refusalFor(error: unknown): Refusal | null {
  if (!(error instanceof TypeError) || !('code' in error)) return null
  const named = /'([^' ]+)/.exec(error.message)?.[1] ?? ''
  switch (error.code) {
    case 'ERR_PARSE_ARGS_UNKNOWN_OPTION':
      return new Refusal('option-unknown', { option: named })
    case 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE':
      return error.message.includes('does not take')
        ? new Refusal('option-takes-no-value', { option: named })
        : new Refusal('option-without-value', { option: named.replace(/^-\w,$/, '') })
    case 'ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL':
      return new Refusal('argument-unexpected', { argument: named })
    default:
      return null
  }
}

/** The value of a required option. */
export function requiredOption(value: string | undefined, name: string, usage: string): string {
  const given = value?.trim()
  if (!given) throw new Refusal('missing-argument', { name, usage })
  return given
}

/** `value` when it is one of `allowed`, or a Refusal that lists them. */
export function oneOf<T extends string>(option: string, value: string, allowed: readonly T[]): T {
  const found = allowed.find((one) => one === value)
  if (!found) throw new Refusal('bad-option', { reason: `${option} ${value} (${allowed.join('|')})` })
  return found
}

/** `--format`, which every command that answers understands. */
export function formatOption(value: string | undefined, usual: 'text' | 'json' = 'text'): 'text' | 'json' {
  return oneOf('--format', value ?? usual, ['text', 'json'])
}

/** A day of an option, written YYYY-MM-DD; null where the option was not given. */
export function dayOption(option: string, value: string | undefined): Day | null {
  if (value === undefined) return null
  const on = parseDay(value)
  if (!on) throw new Refusal('option-no-day', { option, value })
  return on
}

/** A year of four digits. */
export function yearOption(value: string): number {
  if (!/^\d{4}$/.test(value)) throw new Refusal('bad-option', { reason: `--year ${value} (YYYY)` })
  return Number(value)
}

/** `--overdue` or `--due-in DAYS`, of which one may be given: the last day that is asked for; null where neither is. */
export function dueByOption(
  values: { readonly overdue?: boolean | undefined; readonly 'due-in'?: string | undefined },
  today: Day,
): Day | null {
  const days = values['due-in']
  if (days === undefined) return values.overdue ? addDays(today, -1) : null
  if (values.overdue || !/^\d{1,3}$/.test(days))
    throw new Refusal('bad-option', { reason: `--due-in ${days} (0 … 999)` })
  return addDays(today, Number(days))
}

/** `--limit` of a list that comes by pages. */
export function pageLimitOption(value: string | undefined): number {
  const limit = value === undefined ? 50 : Number(value)
  if (!Number.isInteger(limit) || limit < 1 || limit > 1000)
    throw new Refusal('bad-option', { reason: `--limit ${value} (1 … 1000)` })
  return limit
}
