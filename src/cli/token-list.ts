import { requireAgency } from '../storage/agencies.ts'
import { listApiTokens } from '../storage/api-tokens.ts'
import { formatOption, parseOptions, requiredOption, storageOptions } from './command-options.ts'
import type { Command } from './context.ts'
import { commandActor, withExistingStorage } from './open-command-storage.ts'

/** `gongkai token list`: the programs that may act for an agency, and those that no longer may. */
export const tokenList: Command = async (args, context) => {
  const { values } = parseOptions({ args: [...args], options: { ...storageOptions, agency: { type: 'string' } } })
  const code = requiredOption(values.agency, '--agency', 'gongkai token list --agency CODE')
  const format = formatOption(values.format)
  return await withExistingStorage(args, context, async (storage) => {
    const agency = await requireAgency(storage, code)
    const tokens = await storage.transact({ agencies: [agency.id], actor: commandActor(context) }, (trx) =>
      listApiTokens(trx, agency.id),
    )
    for (const { name, scopes, roles, revokedAt } of tokens) {
      const revoked = revokedAt?.toISOString() ?? null
      context.out(
        format === 'json'
          ? `${JSON.stringify({ name, scopes, roles, revokedAt: revoked })}\n`
          : `${[name, scopes.join(' '), roles.join(' '), revoked ?? ''].join('\t')}\n`,
      )
    }
    return 0
  })
}
