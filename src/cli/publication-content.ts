import type { z } from 'zod'
import { publicationContentSchema } from '../api/publications/publication-schemas.ts'
import type { ItemBody } from '../publications/item-body.ts'
import type { GivenContent } from '../storage/publications/write-publication.ts'
import type { Acting, Storage } from '../storage/storage.ts'
import type { CommandContext } from './context.ts'
import { keepBody, noteInWords, prepareBody, type ReadyBody, withoutTitle } from './import-body.ts'
import { readWholeFile } from './read-whole-file.ts'

const { metadata, body, attachments } = publicationContentSchema.shape

/** What an item says, its catalogue fields side by side: `--title`, `--made-on`, `--theme` … on a command line. */
export const contentOptions = { ...metadata.shape, body, attachments }

/** The options that name a file for the text, and what its pictures show. */
export const textOptions = { text: { type: 'string' }, alt: { type: 'string', multiple: true } } as const

type Flat = { readonly [K in keyof typeof contentOptions]: z.output<(typeof contentOptions)[K]> }

/** The text that `--text FILE` names, read and not yet kept; what it lost is told on stderr. Null where there is no such option. */
export async function textOption(
  values: Readonly<Record<string, unknown>>,
  context: CommandContext,
): Promise<ReadyBody | null> {
  const { text, alt } = values as { readonly text?: string; readonly alt?: readonly string[] }
  if (text === undefined) return null
  const ready = await prepareBody(await readWholeFile(text), text, alt)
  for (const note of ready.notes) context.err(noteInWords(note, context.language))
  return ready
}

/** The content that such fields tell; `text` is its text where a file brought one, whose pictures are kept here. */
export async function contentOf(
  fields: Flat,
  text: ReadyBody | null,
  storage: Storage,
  who: Acting & { readonly agencyId: number },
): Promise<GivenContent> {
  const names = Object.keys(metadata.shape) as (keyof typeof metadata.shape)[]
  return {
    metadata: Object.fromEntries(names.map((name) => [name, fields[name]])) as unknown as GivenContent['metadata'],
    body:
      text === null ? (fields.body as ItemBody | null) : withoutTitle(await keepBody(storage, who, text), fields.title),
    attachments: fields.attachments,
  }
}
