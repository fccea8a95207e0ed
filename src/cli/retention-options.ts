import { Refusal } from '../refusals/refusal.ts'
import { type Agency, requireAgency } from '../storage/agencies.ts'
import type { Storage } from '../storage/open-storage.ts'
import { formatOption, parseOptions, requiredOption, storageOptions } from './command-options.ts'
import type { CommandContext } from './context.ts'
import { withExistingStorage } from './open-command-storage.ts'

const text = { type: 'string' } as const

/** Options of all commands on the keeping of volumes. */
const options = {
  ...storageOptions,
  agency: text,
  list: text,
  out: text,
  scan: text,
  'approved-by': text,
  'approved-on': text,
  witness: { type: 'string', multiple: true },
  cases: text,
} as const

export type RetentionOption = Exclude<keyof typeof options, keyof typeof storageOptions | 'agency'>

/** Reads the options of one of these commands, which takes `allowed` besides `--agency`. */
export function retentionOptions(args: readonly string[], allowed: readonly RetentionOption[], usage: string) {
  const names = Object.entries(options).filter(
    ([name]) => name in storageOptions || name === 'agency' || allowed.includes(name as RetentionOption),
  )
  const { values } = parseOptions({ args: [...args], options: Object.fromEntries(names) as typeof options })
  return {
    code: requiredOption(values.agency, '--agency', usage),
    format: formatOption(values.format),
    values,
    required: (name: Exclude<RetentionOption, 'witness'>) => requiredOption(values[name], `--${name}`, usage),
    count: (name: 'list' | 'cases') => {
      const value = requiredOption(values[name], `--${name}`, usage)
      if (!/^[1-9]\d{0,8}$/.test(value)) throw new Refusal('bad-option', { reason: `--${name} ${value} (1 …)` })
      return Number(value)
    },
  }
}

/** Opens the database for a command of an agency that must exist. */
export async function withAgency(
  args: readonly string[],
  context: CommandContext,
  code: string,
  work: (storage: Storage, agency: Agency) => Promise<void>,
): Promise<number> {
  return await withExistingStorage(args, context, async (storage) => {
    await work(storage, await requireAgency(storage, code))
    return 0
  })
}
