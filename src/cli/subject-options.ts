import type { ParseArgsConfig, parseArgs } from 'node:util'
import { Refusal } from '../refusals/refusal.ts'
import { formatOption, parseOptions, requiredOption, storageOptions } from './command-options.ts'

type Options = NonNullable<ParseArgsConfig['options']>
type Values<T extends Options> = ReturnType<typeof parseArgs<{ readonly options: T }>>['values']

/**
 * Options of a command that is about one thing of an agency: the agency, the thing, which `usage` calls `name`, and the values of
 * `more` options.
 */
export function subjectOptions<const T extends Options = Record<never, never>>(
  args: readonly string[],
  name: string,
  usage: string,
  more?: T,
) {
  const { values, positionals } = parseOptions({
    args: [...args],
    allowPositionals: true,
    options: { ...more, ...storageOptions, agency: { type: 'string' } },
  })
  const { agency, format } = values as Values<typeof storageOptions & { agency: { type: 'string' } }>
  const code = requiredOption(agency, '--agency', usage)
  const [subject] = positionals
  if (subject === undefined || positionals.length > 1) throw new Refusal('missing-argument', { name, usage })
  return { code, subject, format: formatOption(format), values: values as Values<T> }
}
