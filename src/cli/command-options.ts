import { type ParseArgsConfig, parseArgs } from 'node:util'
import { Refusal } from '../refusals/refusal.ts'

/** `parseArgs` with its complaints as a Refusal `bad-option`. */
export function parseOptions<const T extends ParseArgsConfig>(config: T): ReturnType<typeof parseArgs<T>> {
  try {
    return parseArgs(config)
  } catch (error) {
    if (error instanceof TypeError) throw new Refusal('bad-option', { reason: error.message })
    throw error
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

/** A year of four digits. */
export function yearOption(value: string): number {
  if (!/^\d{4}$/.test(value)) throw new Refusal('bad-option', { reason: `--year ${value} (YYYY)` })
  return Number(value)
}
