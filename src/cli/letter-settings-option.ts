import type { LetterSettings } from '../api/letters/letter-facts.ts'
import { letterSettingsSchema } from '../api/letters/letter-settings.ts'
import type { Language } from '../refusals/refusal.ts'
import { readLetterSettings } from '../storage/letters/letter-settings.ts'
import type { Trx } from '../storage/storage.ts'
import { readSettingsFile } from './read-settings-file.ts'
import { readBySchema } from './schema-options.ts'

/**
 * Reads what letters say from the options of a command line, else from the file of `--settings`, else as the agency keeps it. What
 * options and file say is judged at once, before anything is opened.
 */
export async function letterSettingsOption(
  values: Readonly<Record<string, unknown>> & { readonly settings?: string | undefined },
  language: Language,
): Promise<(trx: Trx, agencyId: number) => Promise<LetterSettings>> {
  const said = values.settings === undefined ? {} : await readSettingsFile(values.settings)
  readBySchema(letterSettingsSchema, values, said, language)
  return async (trx, agencyId) =>
    readBySchema(letterSettingsSchema, values, { ...(await readLetterSettings(trx, agencyId)), ...said }, language)
}
