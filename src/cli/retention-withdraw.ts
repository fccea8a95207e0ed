import { withdrawList } from '../storage/retention/destruction-lists.ts'
import type { Command } from './context.ts'
import { commandActor } from './open-command-storage.ts'
import { retentionOptions, withAgency } from './retention-options.ts'
import { retentionWords } from './retention-words.ts'

/** `gongkai retention withdraw`: takes back a destruction list that was not carried out. */
export const retentionWithdraw: Command = async (args, context) => {
  const usage = 'gongkai retention withdraw --agency CODE --list N'
  const { code, format, count } = retentionOptions(args, ['list'], usage)
  const number = count('list')
  return await withAgency(args, context, code, async (storage, agency) => {
    const list = await storage.transact({ agencies: [agency.id], actor: commandActor(context) }, (trx) =>
      withdrawList(trx, agency.id, number),
    )
    const { listed, states } = retentionWords[context.language]
    context.out(
      format === 'json'
        ? `${JSON.stringify({ agency: code, list: list.list, state: list.state })}\n`
        : listed(list, states[list.state]),
    )
  })
}
