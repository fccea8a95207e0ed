import type { Language } from '../refusals/refusal.ts'
import { yearOf } from '../statute/day.ts'
import { requireAgency } from '../storage/agencies.ts'
import { listDocumentNumbers, type RegisteredNumber } from '../storage/requests/document-numbers.ts'
import { formatOption, parseOptions, requiredOption, storageOptions, yearOption } from './command-options.ts'
import type { Command } from './context.ts'
import { commandActor, withExistingStorage } from './open-command-storage.ts'

const states: Readonly<Record<Language, Readonly<Record<RegisteredNumber['state'], string>>>> = {
  'zh-CN': { standing: '有效', void: '作废', superseded: '已重新办理', destroyed: '案卷已销毁' },
  en: { standing: 'standing', void: 'void', superseded: 'superseded', destroyed: 'destroyed' },
}

/** `gongkai requests numbers`: the numbers that letters were given in a year, void ones included. */
export const requestsNumbers: Command = async (args, context) => {
  const text = { type: 'string' } as const
  const { values } = parseOptions({ args: [...args], options: { ...storageOptions, agency: text, year: text } })
  const code = requiredOption(values.agency, '--agency', 'gongkai requests numbers --agency CODE [--year YEAR]')
  const year = values.year === undefined ? yearOf(context.today) : yearOption(values.year)
  const format = formatOption(values.format)
  return await withExistingStorage(args, context, async (storage) => {
    const agency = await requireAgency(storage, code)
    const numbers = await storage.transact({ agencies: [agency.id], actor: commandActor(context) }, (trx) =>
      listDocumentNumbers(trx, agency.id, year),
    )
    for (const { documentNumber, number, on, state } of numbers)
      context.out(
        format === 'json'
          ? `${JSON.stringify({ documentNumber, number, on, state })}\n`
          : `${[documentNumber, number, on, states[context.language][state]].join('\t')}\n`,
      )
    return 0
  })
}
