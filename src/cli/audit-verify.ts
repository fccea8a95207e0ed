import { verifyAudit } from '../storage/verify-audit.ts'
import { formatOption, parseOptions, storageOptions } from './command-options.ts'
import type { Command } from './context.ts'
import { withExistingStorage } from './open-command-storage.ts'
import { storageWords } from './storage-words.ts'

/** `gongkai audit verify`: 0 when every agency's audit chain holds, 1 when one is broken, naming its first bad entry. */
export const auditVerify: Command = async (args, context) => {
  const { values } = parseOptions({ args: [...args], options: storageOptions })
  const format = formatOption(values.format)
  return await withExistingStorage(args, context, async (storage) => {
    const verdict = await verifyAudit(storage)
    const words = storageWords[context.language]
    if (format === 'json') context.out(`${JSON.stringify({ intact: verdict.broken.length === 0, ...verdict })}\n`)
    else if (verdict.broken.length === 0) context.out(words.auditIntact(verdict.agencies, verdict.entries))
    else for (const broken of verdict.broken) context.out(words.auditBroken(broken))
    return verdict.broken.length === 0 ? 0 : 1
  })
}
