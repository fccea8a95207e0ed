import { remedyResultSettingSchema } from '../api/remedies/remedy-schemas.ts'
import { remedyWords } from '../requests/remedies/words/remedy-words.ts'
import { rawResults } from '../statute/remedy-results.ts'
import { requireAgency } from '../storage/agencies.ts'
import { resultColumns, setResultColumn } from '../storage/remedies/result-columns.ts'
import { formatOption, parseOptions, requiredOption, storageOptions } from './command-options.ts'
import type { Command } from './context.ts'
import { commandActor, withExistingStorage } from './open-command-storage.ts'
import { readBySchema } from './schema-options.ts'

const usage = 'gongkai remedies results --agency CODE [--raw-result RESULT --result COLUMN]'

/** `gongkai remedies results`: in which column an agency counts each result; with a result and a column, sets it. */
export const remediesResults: Command = async (args, context) => {
  const text = { type: 'string' } as const
  const { values } = parseOptions({
    args: [...args],
    options: { ...storageOptions, agency: text, 'raw-result': text, result: text },
  })
  const code = requiredOption(values.agency, '--agency', usage)
  const format = formatOption(values.format)
  const setting =
    values['raw-result'] === undefined && values.result === undefined
      ? null
      : readBySchema(remedyResultSettingSchema, values, {}, context.language)
  return await withExistingStorage(args, context, async (storage) => {
    const agency = await requireAgency(storage, code)
    await storage.transact({ agencies: [agency.id], actor: commandActor(context) }, async (trx) => {
      if (setting) await setResultColumn(trx, agency.id, setting.rawResult, setting.result)
      const columns = await resultColumns(trx, agency.id)
      const words = remedyWords[context.language]
      context.out(
        format === 'json'
          ? `${JSON.stringify(Object.fromEntries(columns))}\n`
          : rawResults
              .map(({ id, column }) => [id, columns.get(id) ?? column] as const)
              .map(([id, column]) => `${id}\t${words.rawResults[id]}\t${column}\t${words.results[column]}\n`)
              .join(''),
      )
    })
    return 0
  })
}
