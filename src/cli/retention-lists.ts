import { readLists } from '../storage/retention/destruction-lists.ts'
import type { Command } from './context.ts'
import { commandActor } from './open-command-storage.ts'
import { retentionOptions, withAgency } from './retention-options.ts'
import { retentionWords } from './retention-words.ts'

/** `gongkai retention lists`: every destruction list of an agency, with what became of it. */
export const retentionLists: Command = async (args, context) => {
  const { code, format } = retentionOptions(args, [], 'gongkai retention lists --agency CODE')
  return await withAgency(args, context, code, async (storage, agency) => {
    const lists = await storage.transact({ agencies: [agency.id], actor: commandActor(context) }, (trx) =>
      readLists(trx, agency.id),
    )
    const words = retentionWords[context.language]
    if (lists.length === 0 && format === 'text') context.err(words.noLists)
    for (const one of lists)
      context.out(format === 'json' ? `${JSON.stringify(one)}\n` : words.listed(one, words.states[one.state]))
  })
}
