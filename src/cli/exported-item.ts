import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { z } from 'zod'
import { bodySchema, metadataSchema, proposalSchema } from '../api/publications/publication-schemas.ts'
import { daySchema, fileSchema, shortText } from '../api/requests/act-schemas.ts'
import type { ItemBody } from '../publications/item-body.ts'
import { Refusal } from '../refusals/refusal.ts'
import { readWholeFile } from './read-whole-file.ts'

/** Names the form of an export; a later one gets another number. */
export const exportSchema = 'gongkai-publications-1'

const manifestSchema = z.object({
  schema: z.literal(exportSchema),
  agency: z.object({ code: z.string(), name: shortText }),
  items: z.array(
    z.object({ number: z.string(), folder: z.string().regex(/^items\/[\p{L}\p{N}_-]+$/u), sha256: z.string() }),
  ),
})

const itemSchema = z.object({
  number: z.string(),
  phase: z.string(),
  unit: shortText,
  formedOn: daySchema,
  proposal: proposalSchema,
  metadata: metadataSchema,
  body: z.nullable(bodySchema),
  firstPublishedAt: z.nullable(z.string()),
  files: z.array(
    z.object({
      digest: fileSchema,
      name: z.string().regex(/^[^/\\\p{C}]{1,200}$/u),
      use: z.enum(['picture', 'attachment']),
    }),
  ),
})

export type ExportedItem = Omit<z.output<typeof itemSchema>, 'body' | 'files'> & {
  readonly body: ItemBody | null
  readonly files: readonly {
    readonly digest: string
    readonly name: string
    readonly use: 'picture' | 'attachment'
    readonly bytes: Uint8Array
  }[]
}

/** Reads an export back, every item with the bytes of its files. Refuses one that is not whole or that was changed. */
export async function readExport(
  folder: string,
): Promise<{ readonly agency: string; readonly items: readonly ExportedItem[] }> {
  const manifest = parsed(manifestSchema, await readWholeFile(join(folder, 'export.json')), 'export.json')
  const items: ExportedItem[] = []
  for (const { folder: own, sha256 } of manifest.items) {
    const place = `${own}/item.json`
    const bytes = await readWholeFile(join(folder, place))
    if (digestOf(bytes) !== sha256) throw new Refusal('export-damaged', { place })
    const item = parsed(itemSchema, bytes, place)
    const files: ExportedItem['files'][number][] = []
    for (const file of item.files) {
      const content = await readWholeFile(join(folder, own, 'files', file.name))
      if (digestOf(content) !== file.digest) throw new Refusal('export-damaged', { place: `${own}/files/${file.name}` })
      files.push({ ...file, bytes: content })
    }
    items.push({ ...item, body: item.body as ItemBody | null, files })
  }
  return { agency: manifest.agency.name, items }
}

function digestOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

function parsed<T extends z.ZodType>(schema: T, bytes: Uint8Array, place: string): z.output<T> {
  try {
    return schema.parse(JSON.parse(new TextDecoder().decode(bytes)))
  } catch {
    throw new Refusal('export-damaged', { place })
  }
}
