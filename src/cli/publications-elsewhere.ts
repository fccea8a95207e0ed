import { openTableFile } from '../documents/workbook/open-table-file.ts'
import { type AddressDifference, compareAddresses, type ListedAddress } from '../publications/compare-addresses.ts'
import { type Language, Refusal } from '../refusals/refusal.ts'
import type { SheetRow } from '../report/ledger/sheet-cell.ts'
import { requireAgency } from '../storage/agencies.ts'
import { type ElsewhereItem, missingElsewhere, recordedElsewhere } from '../storage/publications/elsewhere.ts'
import { readPublicationSettings } from '../storage/publications/publication-settings.ts'
import { formatOption, parseOptions, requiredOption, storageOptions } from './command-options.ts'
import type { Command } from './context.ts'
import { commandActor, withExistingStorage } from './open-command-storage.ts'
import { readWholeFile } from './read-whole-file.ts'

const usage =
  'gongkai publications elsewhere list --agency CODE [--platform NAME] | gongkai publications elsewhere check FILE.csv --agency CODE [--platform NAME]'

/** `gongkai publications elsewhere`: what has still to be put on another platform; what was recorded against the platform's own list. */
export const publicationsElsewhere: Command = async (args, context) => {
  const text = { type: 'string' } as const
  const { values, positionals } = parseOptions({
    args: [...args],
    allowPositionals: true,
    options: { ...storageOptions, agency: text, platform: text },
  })
  const [what, file, ...more] = positionals
  const wrong = what === 'check' ? file === undefined || more.length > 0 : what !== 'list' || file !== undefined
  if (wrong) throw new Refusal('missing-argument', { name: 'list | check FILE.csv', usage })
  const code = requiredOption(values.agency, '--agency', usage)
  const format = formatOption(values.format)
  const listed = what === 'check' && file !== undefined ? readAddresses(await readWholeFile(file), file) : null
  return await withExistingStorage(args, context, async (storage) => {
    const agency = await requireAgency(storage, code)
    return await storage.transact({ agencies: [agency.id], actor: commandActor(context) }, async (trx) => {
      const platform = values.platform?.trim() || (await readPublicationSettings(trx, agency.id)).sharedPlatform
      if (platform === null) throw new Refusal('platform-not-set')
      if (listed === null) {
        const items = await missingElsewhere(trx, agency.id, platform)
        context.out(
          format === 'json'
            ? `${JSON.stringify({ platform, items })}\n`
            : missingInText(platform, items, context.language),
        )
        return 0
      }
      const recorded = (await recordedElsewhere(trx, agency.id)).flatMap(({ number, title, told }) => {
        const last = told.findLast((one) => one.platform === platform)
        return last ? [{ number, title, address: last.address }] : []
      })
      const differences = compareAddresses(recorded, listed)
      context.out(
        format === 'json'
          ? `${JSON.stringify({ platform, recorded: recorded.length, listed: listed.length, differences })}\n`
          : differencesInText(recorded.length, listed.length, differences, context.language),
      )
      return differences.length > 0 ? 1 : 0
    })
  })
}

function missingInText(platform: string, items: readonly ElsewhereItem[], language: Language): string {
  const english = language === 'en'
  if (items.length === 0) return english ? `Everything is on ${platform}.\n` : `都已经在“${platform}”发布。\n`
  const heads = english ? ['number', 'due', 'published here', 'title'] : ['编号', '应公开', '本平台发布', '标题']
  const lines = items.map(({ number, dueOn, publishedOn, title }) =>
    [number, dueOn ?? '', publishedOn ?? '', title].join('\t'),
  )
  return `${[heads.join('\t'), ...lines].join('\n')}\n`
}

function differencesInText(
  recorded: number,
  listed: number,
  differences: readonly AddressDifference[],
  language: Language,
): string {
  const english = language === 'en'
  const head = english
    ? `${recorded} recorded, ${listed} listed, ${differences.length} differ.\n`
    : `登记 ${recorded} 条，名单 ${listed} 条，不一致 ${differences.length} 条。\n`
  const line = (one: AddressDifference): string => {
    switch (one.is) {
      case 'gone':
        return english
          ? `${one.number} ${one.title}: ${one.address} is not in the list\n`
          : `${one.number} ${one.title}：名单里没有 ${one.address}，请核对是否已被撤下\n`
      case 'noAddress':
        return english
          ? `${one.number} ${one.title}: no address recorded${one.address === null ? '' : `; the list has ${one.address}`}\n`
          : `${one.number} ${one.title}：没有登记网址${one.address === null ? '' : `，名单里同名的是 ${one.address}`}\n`
      case 'unknown':
        return english
          ? `row ${one.row} ${one.title ?? ''} ${one.address}: no item is recorded there\n`
          : `名单第 ${one.row} 行 ${one.title ?? ''} ${one.address}：没有对应的登记\n`
      case 'otherTitle':
        return english
          ? `${one.number} ${one.address}: titled “${one.listed}” there, “${one.title}” here\n`
          : `${one.number} ${one.address}：名单里的标题是“${one.listed}”，登记的是“${one.title}”\n`
    }
  }
  return head + differences.map(line).join('')
}

const addressHeadings = /^(?:网址|地址|链接|公开网址|url|address)$/i
const titleHeadings = /^(?:标题|名称|信息标题|title)$/i

/** The addresses of a table whose headings name them; a list without headings has them in its first column. */
function readAddresses(bytes: Uint8Array, file: string): readonly ListedAddress[] {
  const [sheet] = openTableFile(bytes, file)
  const listed: ListedAddress[] = []
  let columns: { readonly address: number; readonly title: number | null } | null = null
  for (const row of sheet?.rows() ?? []) {
    if (columns === null) {
      const at = (pattern: RegExp) => [...row.cells.keys()].find((column) => pattern.test(textOf(row, column)))
      const address = at(addressHeadings)
      columns = { address: address ?? 0, title: at(titleHeadings) ?? null }
      if (address !== undefined) continue
    }
    const address = textOf(row, columns.address)
    const title = columns.title === null ? '' : textOf(row, columns.title)
    if (/^https?:\/\/\S+$/i.test(address)) listed.push({ row: row.number, address, title: title === '' ? null : title })
  }
  if (listed.length === 0) throw new Refusal('address-list-empty', { file })
  return listed
}

function textOf(row: SheetRow, column: number): string {
  const cell = row.cells.get(column)
  return cell?.kind === 'text' ? cell.text.trim() : ''
}
