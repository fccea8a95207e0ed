import { listAgencies, requireAgency } from '../storage/agencies.ts'
import { rebuildPublicSearch } from '../storage/publications/search/index-public-item.ts'
import { formatOption, parseOptions, storageOptions } from './command-options.ts'
import type { Command } from './context.ts'
import { commandActor, withExistingStorage } from './open-command-storage.ts'

/** `gongkai publications rebuild-search`: makes anew what the public searches, out of what is published. */
export const publicationsRebuildSearch: Command = async (args, context) => {
  const { values } = parseOptions({ args: [...args], options: { ...storageOptions, agency: { type: 'string' } } })
  const format = formatOption(values.format)
  return await withExistingStorage(args, context, async (storage, stopped) => {
    const all =
      values.agency === undefined ? await listAgencies(storage) : [await requireAgency(storage, values.agency)]
    let items = 0
    for (const { id } of all)
      items += await rebuildPublicSearch(storage, { agencyId: id, actor: commandActor(context) }, stopped)
    const told = { agencies: all.length, items }
    context.out(
      format === 'json'
        ? `${JSON.stringify(told)}\n`
        : context.language === 'en'
          ? `${items} published items of ${all.length} agencies can be searched.\n`
          : `${all.length} 个单位已发布的 ${items} 条信息可以搜索。\n`,
    )
    return 0
  })
}
