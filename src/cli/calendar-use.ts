import { requireAgency } from '../storage/agencies.ts'
import { useLayer } from '../storage/calendars.ts'
import { calendarWords } from './calendar-words.ts'
import { parseOptions, requiredOption, storageOptions } from './command-options.ts'
import type { Command } from './context.ts'
import { commandActor, withExistingStorage } from './open-command-storage.ts'

const usage = 'gongkai calendar use --agency CODE --layer NAME|national'

/** `gongkai calendar use`: makes an agency go by the days of its region. */
export const calendarUse: Command = async (args, context) => {
  const text = { type: 'string' } as const
  const { values } = parseOptions({ args: [...args], options: { ...storageOptions, agency: text, layer: text } })
  const code = requiredOption(values.agency, '--agency', usage)
  const layer = requiredOption(values.layer, '--layer', usage)
  return await withExistingStorage(args, context, async (storage) => {
    const agency = await requireAgency(storage, code)
    await useLayer(storage, commandActor(context), agency, layer)
    context.out(`${calendarWords[context.language].used(code, layer)}\n`)
    return 0
  })
}
