import { requireAgency } from '../storage/agencies.ts'
import { revokeApiToken } from '../storage/api-tokens.ts'
import { parseOptions, requiredOption, storageOptions } from './command-options.ts'
import type { Command } from './context.ts'
import { commandActor, withExistingStorage } from './open-command-storage.ts'

const usage = 'gongkai token revoke --agency CODE --name NAME'

/** `gongkai token revoke`: takes a token back; a server that runs lets go of it within seconds. */
export const tokenRevoke: Command = async (args, context) => {
  const { values } = parseOptions({
    args: [...args],
    options: { ...storageOptions, agency: { type: 'string' }, name: { type: 'string' } },
  })
  const code = requiredOption(values.agency, '--agency', usage)
  const name = requiredOption(values.name, '--name', usage)
  return await withExistingStorage(args, context, async (storage) => {
    const agency = await requireAgency(storage, code)
    await storage.transact({ agencies: [agency.id], actor: commandActor(context) }, (trx) =>
      revokeApiToken(trx, agency.id, name),
    )
    context.out(context.language === 'en' ? `Took back ${name}\n` : `已撤销访问令牌 ${name}\n`)
    return 0
  })
}
