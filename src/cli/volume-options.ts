import { letterSettingsSchema } from '../api/letters/letter-settings.ts'
import { Refusal } from '../refusals/refusal.ts'
import { formatOption, oneOf, parseOptions, requiredOption, storageOptions } from './command-options.ts'
import type { CommandContext } from './context.ts'
import { letterSettingsOption } from './letter-settings-option.ts'
import { optionsOf } from './schema-options.ts'

const text = { type: 'string' } as const
const flag = { type: 'boolean' } as const

/** Options of the volumes of requests alone. */
const ofRequests = { 'third-parties': flag } as const

const options = {
  ...storageOptions,
  ...optionsOf(letterSettingsSchema),
  ...ofRequests,
  agency: text,
  out: text,
  as: text,
  settings: text,
  internal: flag,
  'without-identity': flag,
} as const

/** Reads what a command that makes a volume is told; `procedure` says which options there are. */
export async function volumeOptions(
  args: readonly string[],
  context: CommandContext,
  procedure: 'requests' | 'amendments',
) {
  const usage = `gongkai ${procedure} volume NUMBER --agency CODE --out FILE.pdf [--as archive|evidence]`
  const taken = Object.entries(options).filter(([name]) => procedure === 'requests' || !(name in ofRequests))
  const { values, positionals } = parseOptions({
    args: [...args],
    allowPositionals: true,
    options: Object.fromEntries(taken) as typeof options,
  })
  const code = requiredOption(values.agency, '--agency', usage)
  const out = requiredOption(values.out, '--out', usage)
  const purpose = oneOf('--as', values.as ?? 'archive', ['archive', 'evidence'] as const)
  const [number] = positionals
  if (number === undefined || positionals.length > 1) throw new Refusal('missing-argument', { name: 'NUMBER', usage })
  if (!/\.pdf$/i.test(out)) throw new Refusal('bad-option', { reason: `--out ${out} (.pdf)` })
  const archive = purpose === 'archive'
  const applicants = !values['without-identity']
  return {
    code,
    out,
    number,
    format: formatOption(values.format),
    settingsOf: await letterSettingsOption(values, context.language),
    wish: { purpose, internal: archive || (values.internal ?? false) },
    /** Whose names may stand in the volume. */
    named: { applicants, thirdParties: applicants && (archive || (values['third-parties'] ?? false)) },
  }
}
