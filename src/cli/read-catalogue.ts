import { openTableFile } from '../documents/workbook/open-table-file.ts'
import type { CatalogueEntry } from '../publications/catalogue.ts'
import { Refusal } from '../refusals/refusal.ts'
import type { SheetRow } from '../report/ledger/sheet-cell.ts'

type Field = 'matter' | 'submatter' | 'content' | 'basis' | 'limit' | 'body' | 'channel' | 'objects' | 'ways' | 'levels'

/** What published tables call their columns. Where a head has a second row, that row says it better. */
const heads: readonly (readonly [Field, RegExp])[] = [
  ['matter', /^(?:一级事项|公开事项|事项名称|公开事项名称|公开类别)/],
  ['submatter', /^(?:二级事项|三级事项|公开子项)/],
  ['content', /^公开内容|^内容要素/],
  ['basis', /依据/],
  ['limit', /时限/],
  ['body', /^公开主体|责任主体|责任单位/],
  ['channel', /渠道|载体/],
  ['objects', /对象|全社会|特定群体|特定群众/],
  ['ways', /公开方式|^主动|依申请/],
  ['levels', /层级|^(?:省|市|县|区|乡|镇|街道|村)/],
]

type Column = { readonly field: Field; readonly label: string }
const headRows = 12
const mostEntries = 5000

/** The entries of a published catalogue, whose heads and first columns are merged over several rows. Throws Refusal where it is none. */
export function readCatalogue(bytes: Uint8Array, file: string): readonly CatalogueEntry[] {
  for (const sheet of openTableFile(bytes, file)) {
    const entries = entriesOf(sheet.rows())
    if (entries !== null) return entries
  }
  throw new Refusal('catalogue-no-heads')
}

function entriesOf(rows: Iterable<SheetRow>): readonly CatalogueEntry[] | null {
  let columns: Map<number, Column> | null = null
  let last: SheetRow | null = null
  let seen = 0
  const above = new Map<Field, string>()
  const entries = new Map<string, CatalogueEntry>()
  for (const row of rows) {
    if (columns === null) {
      const found: Map<number, Column> = headOf(row, null)
      if (new Set([...found.values()].map(({ field }) => field)).size >= 4) {
        columns = found
        last = row
      } else if (++seen >= headRows) return null
      continue
    }
    // A second row of the head divides what stands merged above it, and holds nothing else.
    if (last && isHead(row)) {
      columns = headOf(row, columns)
      continue
    }
    last = null
    const entry = entryOf(row, columns, above)
    if (entry === null) continue
    let { path } = entry
    for (let next = 2; entries.has(path); next++) path = `${entry.path}#${next}`
    entries.set(path, { ...entry, path })
    if (entries.size > mostEntries) throw new Refusal('catalogue-too-long', { limit: mostEntries })
  }
  if (columns !== null && entries.size === 0) throw new Refusal('catalogue-empty')
  return columns === null ? null : [...entries.values()]
}

const textAt = (row: SheetRow, at: number): string => {
  const cell = row.cells.get(at)
  if (cell?.kind === 'text' || cell?.kind === 'number') return cell.text.trim()
  return ''
}

const plain = (text: string) => text.normalize('NFKC').replace(/\s/g, '')

function isHead(row: SheetRow): boolean {
  const filled = [...row.cells.keys()].map((at) => plain(textAt(row, at))).filter((text) => text !== '')
  return (
    filled.length > 0 && filled.every((text) => text.length <= 24 && heads.some(([, pattern]) => pattern.test(text)))
  )
}

/** The columns of a row of the head; a merged cell reaches over the columns behind it, so far as a second row divides them. */
function headOf(row: SheetRow, above: ReadonlyMap<number, Column> | null): Map<number, Column> {
  const columns = new Map<number, Column>(above ?? [])
  const ends = [...row.cells.keys()].filter((at) => plain(textAt(row, at)) !== '').sort((a, b) => a - b)
  for (const at of ends) {
    const label = plain(textAt(row, at))
    const field = heads.find(([, pattern]) => pattern.test(label))?.[0]
    if (field) columns.set(at, { field, label })
  }
  return columns
}

function entryOf(
  row: SheetRow,
  columns: ReadonlyMap<number, Column>,
  above: Map<Field, string>,
): CatalogueEntry | null {
  const values = new Map<Field, string>()
  const chosen: Record<'objects' | 'ways' | 'levels', string[]> = { objects: [], ways: [], levels: [] }
  for (const [at, { field, label }] of columns) {
    const text = textAt(row, at)
    if (text === '') continue
    if (field === 'objects' || field === 'ways' || field === 'levels')
      chosen[field].push(/^[√✓✔☑■vV]$/.test(text) ? label : `${label}：${text}`)
    else values.set(field, values.has(field) ? `${values.get(field)} ${text}` : text)
  }
  if (!values.has('content') && !values.has('submatter')) return null
  // What is merged downwards stands in the first row alone; a new matter begins its parts anew.
  if (values.has('matter')) above.delete('submatter')
  for (const [field, text] of values) above.set(field, text)
  const told = (field: Field) => values.get(field) ?? above.get(field) ?? ''
  const content = values.get('content') ?? ''
  const parts = [told('matter'), told('submatter'), content].map((part) =>
    plain(part).replaceAll('/', '／').slice(0, 60),
  )
  return {
    path: parts.filter((part) => part !== '').join('/'),
    content,
    basis: told('basis'),
    limit: told('limit'),
    body: told('body'),
    channels: channelsOf(told('channel')),
    ...chosen,
  }
}

/** The channels that are ticked (■); all that are named where none is. */
function channelsOf(text: string): readonly string[] {
  const named = text.split(/(?=[■□☑√☐])|[、；;\n]/).map((one) => one.trim())
  const ticked = named.filter((one) => /^[■☑√]/.test(one))
  const taken = ticked.length > 0 ? ticked : named.filter((one) => !/^[□☐]/.test(one))
  return taken.map((one) => one.replace(/^[■☑√]\s*/, '').trim()).filter((one) => one !== '')
}
