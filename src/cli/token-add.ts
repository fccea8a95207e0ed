import { officeRoles } from '../office/role.ts'
import { requireAgency } from '../storage/agencies.ts'
import { addApiToken, apiScopes } from '../storage/api-tokens.ts'
import { formatOption, oneOf, parseOptions, requiredOption, storageOptions } from './command-options.ts'
import type { Command } from './context.ts'
import { commandActor, withExistingStorage } from './open-command-storage.ts'

const usage = 'gongkai token add --agency CODE --name NAME --scope SCOPE… [--role ROLE…]'

/** `gongkai token add`: lets a program act for an agency. The token is told this once and kept by nobody. */
export const tokenAdd: Command = async (args, context) => {
  const many = { type: 'string', multiple: true } as const
  const { values } = parseOptions({
    args: [...args],
    options: { ...storageOptions, agency: { type: 'string' }, name: { type: 'string' }, scope: many, role: many },
  })
  const code = requiredOption(values.agency, '--agency', usage)
  const name = requiredOption(values.name, '--name', usage)
  requiredOption(values.scope?.[0], '--scope', usage)
  const scopes = [...new Set(values.scope?.map((scope) => oneOf('--scope', scope, apiScopes)))]
  const roles = [...new Set(values.role?.map((role) => oneOf('--role', role, officeRoles)))]
  const format = formatOption(values.format)
  return await withExistingStorage(args, context, async (storage) => {
    const agency = await requireAgency(storage, code)
    const token = await storage.transact({ agencies: [agency.id], actor: commandActor(context) }, (trx) =>
      addApiToken(trx, agency, { name, scopes, roles }),
    )
    if (format === 'json') context.out(`${JSON.stringify({ name, scopes, roles, token })}\n`)
    else {
      context.out(`${token}\n`)
      context.err(words[context.language])
    }
    return 0
  })
}

const words = {
  'zh-CN': '令牌只显示这一次，请交给使用它的系统保管。撤销：gongkai token revoke\n',
  en: 'The token is shown this once; hand it to the program that uses it. Take it back: gongkai token revoke\n',
} as const
