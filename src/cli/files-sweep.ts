import type { Language } from '../refusals/refusal.ts'
import { type Swept, sweepFiles } from '../storage/files/sweep-files.ts'
import { formatOption, parseOptions, storageOptions } from './command-options.ts'
import type { Command } from './context.ts'
import { commandActor, withExistingStorage } from './open-command-storage.ts'

/** `gongkai files sweep`: takes away bytes that a killed process left and that no agency has; a server does so when it starts. */
export const filesSweep: Command = async (args, context) => {
  const { values } = parseOptions({ args: [...args], options: storageOptions })
  const format = formatOption(values.format)
  return await withExistingStorage(args, context, async (storage) => {
    const swept = await sweepFiles(storage, commandActor(context), new Date())
    context.out(format === 'json' ? `${JSON.stringify(swept)}\n` : sweptInWords(swept, context.language))
    return swept.foreign ? 2 : 0
  })
}

export function sweptInWords({ removed, foreign }: Swept, language: Language): string {
  if (language === 'en')
    return foreign
      ? 'The database knows none of the kept files, so none was removed. Check --data and DATABASE_URL, or finish restoring first.\n'
      : `Removed ${removed} left-over ${removed === 1 ? 'file' : 'files'}.\n`
  return foreign
    ? '数据库不认识已保存的任何文件，没有清理。请检查 --data 和 DATABASE_URL，正在恢复数据的请先恢复完。\n'
    : `已清理中断时遗留的文件 ${removed} 个。\n`
}
