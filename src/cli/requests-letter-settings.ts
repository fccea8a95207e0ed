import { z } from 'zod'
import { keptLetterSettingsSchema } from '../api/letters/letter-settings.ts'
import { Refusal } from '../refusals/refusal.ts'
import { requireAgency } from '../storage/agencies.ts'
import { readLetterSettings, setLetterSettings } from '../storage/letters/letter-settings.ts'
import { requireFitText } from '../storage/requests/require-fit-text.ts'
import { formatOption, parseOptions, requiredOption, storageOptions } from './command-options.ts'
import type { Command } from './context.ts'
import { commandActor, withExistingStorage } from './open-command-storage.ts'
import { readSettingsFile } from './read-settings-file.ts'
import { letterTemplateWords } from './template-words.ts'

const usage = 'gongkai requests letter-settings --agency CODE [--settings FILE.json]'

/** `gongkai requests letter-settings`: what an agency says once for all its letters; with a file, sets it. */
export const requestsLetterSettings: Command = async (args, context) => {
  const text = { type: 'string' } as const
  const { values } = parseOptions({ args: [...args], options: { ...storageOptions, agency: text, settings: text } })
  const code = requiredOption(values.agency, '--agency', usage)
  const format = formatOption(values.format)
  const given = values.settings === undefined ? null : await readSettingsFile(values.settings)
  const { localeError } = context.language === 'en' ? z.locales.en() : z.locales.zhCN()
  const read = given && keptLetterSettingsSchema.safeParse(given, { error: localeError })
  if (read && !read.success) {
    const [issue] = read.error.issues
    const place = issue?.path.join('.') || '--settings'
    throw new Refusal('option-not-accepted', { option: place, why: issue?.message ?? '' })
  }
  return await withExistingStorage(args, context, async (storage) => {
    const agency = await requireAgency(storage, code)
    const settings = await storage.transact({ agencies: [agency.id], actor: commandActor(context) }, async (trx) => {
      if (read) {
        const said = Object.fromEntries(Object.entries(read.data).filter(([, value]) => value != null))
        requireFitText(said)
        await setLetterSettings(trx, agency.id, said)
      }
      return await readLetterSettings(trx, agency.id)
    })
    const lines = Object.entries(settings).map(([name, value]) => `${name}\t${value}\n`)
    if (format === 'json') context.out(`${JSON.stringify(settings)}\n`)
    else context.out(lines.join('') || `${letterTemplateWords[context.language].noSettings}\n`)
    return 0
  })
}
