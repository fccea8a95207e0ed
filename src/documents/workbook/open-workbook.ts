import { Refusal } from '../../refusals/refusal.ts'
import type { SheetRow } from '../../report/ledger/sheet-cell.ts'
import { readDateStyles } from './date-styles.ts'
import { parseWholeXml } from './parse-xml.ts'
import { readSharedStrings } from './shared-strings.ts'
import { type MergedRange, mergedRanges, type SheetContext, sheetRows } from './sheet-rows.ts'
import { type ZipEntry, zipEntries } from './zip-entries.ts'

/** A sheet of a workbook or a csv file. `rows` reads it anew each time it is called. */
export type WorkbookSheet = {
  readonly name: string
  readonly visible: boolean
  readonly rows: () => Iterable<SheetRow>
  readonly merged: () => readonly MergedRange[]
}

/** The sheets of an xlsx in their order. Throws Refusal when the file is none, is damaged, encrypted or a zip bomb. */
export function openWorkbook(bytes: Uint8Array): readonly WorkbookSheet[] {
  const entries = zipEntries(bytes)
  const main = relationships(entries, '_rels/.rels').find((one) => one.type.endsWith('/officeDocument'))?.target
  const workbook = entries.get(main ?? 'xl/workbook.xml')
  if (!workbook) throw new Refusal('workbook-not-xlsx')
  const folder = workbook.name.slice(0, workbook.name.lastIndexOf('/') + 1)
  const parts = relationships(entries, `${folder}_rels/${workbook.name.slice(folder.length)}.rels`)
  const partOf = (kind: string) => {
    const target = parts.find((part) => part.type.endsWith(`/${kind}`))?.target
    return target === undefined ? undefined : entries.get(target)
  }
  const sheets: { name: string; visible: boolean; relation: string }[] = []
  let dateSystem: 1900 | 1904 = 1900
  parseWholeXml(workbook, {
    open: (name, attributes) => {
      if (name === 'workbookPr' && ['1', 'true'].includes(attributes.date1904 ?? '')) dateSystem = 1904
      if (name !== 'sheet') return
      const relation = Object.entries(attributes).find(([key]) => key === 'id' || key.endsWith(':id'))?.[1] ?? ''
      sheets.push({ name: attributes.name ?? '', visible: (attributes.state ?? 'visible') === 'visible', relation })
    },
  })
  let context: SheetContext | null = null
  const contextOnce = () => {
    context ??= {
      strings: readSharedStrings(partOf('sharedStrings')),
      isDateStyle: readDateStyles(partOf('styles')),
      dateSystem,
    }
    return context
  }
  return sheets.flatMap(({ name, visible, relation }) => {
    const part = parts.find((one) => one.id === relation)
    const entry = part && entries.get(part.target)
    // A chart sheet has a part of another kind and no cells.
    return entry && part.type.endsWith('/worksheet')
      ? [{ name, visible, rows: () => sheetRows(entry, contextOnce()), merged: () => mergedRanges(entry) }]
      : []
  })
}

type Relationship = { readonly id: string; readonly type: string; readonly target: string }

function relationships(entries: ReadonlyMap<string, ZipEntry>, path: string): readonly Relationship[] {
  const entry = entries.get(path)
  if (!entry) return []
  const base = path.replace(/_rels\/[^/]*$/, '')
  const found: Relationship[] = []
  parseWholeXml(entry, {
    open: (name, attributes) => {
      if (name !== 'Relationship' || attributes.TargetMode === 'External') return
      const target = attributes.Target ?? ''
      found.push({ id: attributes.Id ?? '', type: attributes.Type ?? '', target: resolve(base, target) })
    },
  })
  return found
}

function resolve(base: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1)
  const steps: string[] = []
  for (const step of (base + target).split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '.' && step !== '') steps.push(step)
  }
  return steps.join('/')
}
