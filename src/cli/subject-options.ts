import { Refusal } from '../refusals/refusal.ts'
import { formatOption, parseOptions, requiredOption, storageOptions } from './command-options.ts'

/** Options of a command that is about one thing of an agency and takes nothing else; `name` is what `usage` calls the thing. */
export function subjectOptions(args: readonly string[], name: 'NAME' | 'NUMBER', usage: string) {
  const { values, positionals } = parseOptions({
    args: [...args],
    allowPositionals: true,
    options: { ...storageOptions, agency: { type: 'string' } },
  })
  const code = requiredOption(values.agency, '--agency', usage)
  const [subject] = positionals
  if (subject === undefined || positionals.length > 1) throw new Refusal('missing-argument', { name, usage })
  return { code, subject, format: formatOption(values.format) }
}
