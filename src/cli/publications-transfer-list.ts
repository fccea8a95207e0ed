import { registerFormats, renderRegister } from '../documents/write/form/render-register.ts'
import { transferRegister } from '../publications/transfer-list.ts'
import { Refusal } from '../refusals/refusal.ts'
import { requireAgency } from '../storage/agencies.ts'
import { drawUpTransfer, listTransfers } from '../storage/publications/transfer-lists.ts'
import { dayOption, formatOption, oneOf, parseOptions, requiredOption, storageOptions } from './command-options.ts'
import type { Command } from './context.ts'
import { commandActor, withExistingStorage } from './open-command-storage.ts'
import { writeWholeFiles } from './write-whole-files.ts'

const usage =
  'gongkai publications transfer-list --agency CODE --quarter 2026Q3 --to NAME [--on DAY] --out FILE.xlsx|FILE.pdf|FILE.docx | --list'

/** `gongkai publications transfer-list`: what was published in a quarter, for the archive or the library (条例25). */
export const publicationsTransferList: Command = async (args, context) => {
  const text = { type: 'string' } as const
  const { values } = parseOptions({
    args: [...args],
    options: {
      ...storageOptions,
      ...{ agency: text, quarter: text, to: text, on: text, out: text },
      list: { type: 'boolean' },
    },
  })
  const code = requiredOption(values.agency, '--agency', usage)
  const format = formatOption(values.format)
  const chinese = context.language === 'zh-CN'
  if (values.list)
    return await withExistingStorage(args, context, async (storage) => {
      const agency = await requireAgency(storage, code)
      const who = { agencies: [agency.id], actor: commandActor(context) }
      const lists = await storage.transact(who, (trx) => listTransfers(trx, agency.id))
      const none = chinese ? '还没有编制过移送明细表。\n' : 'No transfer list was drawn up yet.\n'
      const lines = lists.map(
        ({ list, quarter, madeOn, recipient, items }) =>
          `${[list, quarter, madeOn, recipient, chinese ? `${items} 件` : items].join('\t')}\n`,
      )
      context.out(format === 'json' ? `${JSON.stringify({ lists })}\n` : lines.join('') || none)
      return 0
    })
  const quarter = requiredOption(values.quarter, '--quarter', usage).toUpperCase()
  const recipient = requiredOption(values.to, '--to', usage)
  const out = requiredOption(values.out, '--out', usage)
  const kind = oneOf('--out', /[^.]*$/.exec(out.toLowerCase())?.[0] ?? '', registerFormats)
  const on = dayOption('--on', values.on) ?? context.today
  if (on > context.today) throw new Refusal('bad-option', { reason: `--on ${on} (… ${context.today})` })
  return await withExistingStorage(args, context, async (storage) => {
    const agency = await requireAgency(storage, code)
    const who = { agencies: [agency.id], actor: commandActor(context) }
    const drawn = await storage.transact(who, (trx) => drawUpTransfer(trx, agency.id, { quarter, recipient, on }))
    await writeWholeFiles([{ file: out, bytes: await renderRegister(transferRegister(agency.name, drawn), kind) }])
    const { list, entries, isNew } = drawn
    if (format === 'json')
      context.out(`${JSON.stringify({ list, quarter, recipient, madeOn: drawn.madeOn, isNew, entries, file: out })}\n`)
    else if (chinese)
      context.out(
        `第 ${list} 号移送明细表，${entries.length} 件：${out}${isNew ? '' : `（${drawn.madeOn} 已编制，按原样再次输出）`}\n`,
      )
    else
      context.out(
        `Transfer list ${list} with ${entries.length} ${entries.length === 1 ? 'item' : 'items'}: ${out}${isNew ? '' : ` (drawn up on ${drawn.madeOn}, written again as it was)`}\n`,
      )
    return 0
  })
}
