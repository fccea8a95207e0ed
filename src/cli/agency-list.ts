import { listAgencies } from '../storage/agencies.ts'
import { formatOption, parseOptions, storageOptions } from './command-options.ts'
import type { Command } from './context.ts'
import { withExistingStorage } from './open-command-storage.ts'
import { storageWords } from './storage-words.ts'

/** `gongkai agency list`: every agency of this installation, one a line, by code. */
export const agencyList: Command = async (args, context) => {
  const { values } = parseOptions({ args: [...args], options: storageOptions })
  const format = formatOption(values.format)
  return await withExistingStorage(args, context, async (storage) => {
    const agencies = await listAgencies(storage)
    const codes = new Map(agencies.map(({ id, code }) => [id, code]))
    for (const { code, name, level, kind, parentId } of agencies) {
      const parent = parentId === null ? null : (codes.get(parentId) ?? null)
      context.out(
        format === 'json'
          ? `${JSON.stringify({ code, name, level, kind, parent })}\n`
          : `${[code, name, level, kind, parent ?? ''].join('\t')}\n`,
      )
    }
    if (agencies.length === 0 && format === 'text') context.err(storageWords[context.language].noAgencies)
    return 0
  })
}
