import type { z } from 'zod'
import { publicationContentSchema } from '../api/publications/publication-schemas.ts'
import { bodyFromPlainText, type ItemBody } from '../publications/item-body.ts'
import type { GivenContent } from '../storage/publications/write-publication.ts'
import { readWholeFile } from './read-whole-file.ts'

const { metadata, body, attachments } = publicationContentSchema.shape

/** What an item says, its catalogue fields side by side: `--title`, `--made-on`, `--theme` … on a command line. */
export const contentOptions = { ...metadata.shape, body, attachments }

type Flat = { readonly [K in keyof typeof contentOptions]: z.output<(typeof contentOptions)[K]> }

/** The content that such fields tell; `text` names a file of plain lines that is its text. */
export async function contentOf(fields: Flat, text: string | undefined): Promise<GivenContent> {
  const names = Object.keys(metadata.shape) as (keyof typeof metadata.shape)[]
  return {
    metadata: Object.fromEntries(names.map((name) => [name, fields[name]])) as unknown as GivenContent['metadata'],
    body: text === undefined ? (fields.body as ItemBody | null) : await bodyOfFile(text),
    attachments: fields.attachments,
  }
}

async function bodyOfFile(file: string): Promise<ItemBody> {
  return bodyFromPlainText(new TextDecoder('utf-8').decode(await readWholeFile(file)))
}
