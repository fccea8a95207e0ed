import { expiredVolumes } from '../storage/retention/expired-volumes.ts'
import type { Command } from './context.ts'
import { commandActor } from './open-command-storage.ts'
import { retentionOptions, withAgency } from './retention-options.ts'
import { retentionWords } from './retention-words.ts'

/** `gongkai retention due`: the volumes whose period of keeping is over. */
export const retentionDue: Command = async (args, context) => {
  const { code, format } = retentionOptions(args, [], 'gongkai retention due --agency CODE')
  return await withAgency(args, context, code, async (storage, agency) => {
    const volumes = await storage.transact({ agencies: [agency.id], actor: commandActor(context) }, (trx) =>
      expiredVolumes(trx, agency.id, context.today),
    )
    if (format === 'json') return context.out(`${JSON.stringify({ agency: code, volumes })}\n`)
    const { heads, none } = retentionWords[context.language]
    if (volumes.length === 0) return context.out(none)
    const rows = volumes.map((one) => [one.number, one.volume, one.receivedOn, one.closedOn, one.keptUntil])
    context.out([heads, ...rows].map((row) => `${row.map((cell) => cell ?? '').join('\t')}\n`).join(''))
  })
}
