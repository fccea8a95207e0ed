import { extname } from 'node:path'
import { letterSettingsSchema } from '../api/letters/letter-settings.ts'
import { letterFormats } from '../documents/write/letter/render-letter.ts'
import { Refusal } from '../refusals/refusal.ts'
import { dayOption, oneOf, requiredOption } from './command-options.ts'
import type { CommandContext } from './context.ts'
import { letterSettingsOption } from './letter-settings-option.ts'
import { kebab, optionsOf } from './schema-options.ts'
import { subjectOptions } from './subject-options.ts'

const text = { type: 'string' } as const
const flag = { type: 'boolean' } as const

/** Options of the letters of requests alone. */
const ofRequests = { party: text } as const

const options = {
  ...optionsOf(letterSettingsSchema),
  ...ofRequests,
  kind: text,
  out: text,
  settings: text,
  draft: flag,
  'built-in': flag,
  keep: flag,
  on: text,
} as const

/** Reads what a command that makes a letter is told; `procedure` says which letters, and which options, there are. */
export async function letterOptions<K extends string>(
  args: readonly string[],
  context: CommandContext,
  letterKinds: readonly K[],
  procedure: 'requests' | 'amendments',
) {
  const usage = `gongkai ${procedure} letter NUMBER --agency CODE --kind KIND --out FILE.docx|FILE.pdf [--settings FILE.json] [--keep]`
  const taken = Object.entries(options).filter(([name]) => procedure === 'requests' || !(name in ofRequests))
  const {
    code,
    subject: number,
    format,
    values,
  } = subjectOptions(args, 'NUMBER', usage, Object.fromEntries(taken) as typeof options)
  const out = requiredOption(values.out, '--out', usage)
  const kinds = letterKinds.map(kebab)
  const kind = letterKinds[kinds.indexOf(oneOf('--kind', requiredOption(values.kind, '--kind', usage), kinds))]
  if (kind === undefined) throw new Refusal('missing-argument', { name: '--kind', usage })
  const fileFormat = oneOf('--out', extname(out).slice(1).toLowerCase(), letterFormats)
  if (values.on !== undefined && !values.keep)
    throw new Refusal('option-not-accepted', { option: '--on', why: '--keep' })
  const keptOn = values.keep ? (dayOption('--on', values.on) ?? context.today) : null
  const settingsOf = await letterSettingsOption(values, context.language)
  return { code, out, kind, number, fileFormat, format, keptOn, settingsOf, values, draft: values.draft ?? false }
}
