import { basename } from 'node:path'
import { keepFile } from '../api/files/keep-file.ts'
import { bodySchema } from '../api/publications/publication-schemas.ts'
import type { ImportedBody, ImportedPicture, ImportNote } from '../documents/body/imported-body.ts'
import { readForeignBody } from '../documents/read-in-worker.ts'
import type { ItemBody } from '../publications/item-body.ts'
import { Refusal } from '../refusals/refusal.ts'
import type { Acting, Storage } from '../storage/storage.ts'

/** A text that was read, its pictures named and not yet kept. */
export type ReadyBody = ImportedBody & { readonly alts: ReadonlyMap<string, string> }

/** Reads a file as a text; every picture must say what it shows, in the file or by `--alt NAME=TEXT`. Nothing is stored. */
export async function prepareBody(bytes: Uint8Array, file: string, given: readonly string[] = []): Promise<ReadyBody> {
  const imported = await readForeignBody(bytes, basename(file))
  if (imported.body.length === 0) throw new Refusal('body-empty', { file: basename(file) })
  const { pictures } = imported
  const told = new Map<string, string>()
  for (const one of given) {
    const at = one.indexOf('=')
    const name = at < 0 ? one : one.slice(0, at).trim()
    const known = pictures.map((picture) => picture.name).join(', ')
    if (!pictures.some((picture) => picture.name === name)) throw new Refusal('picture-unknown', { name, known })
    const text = one.slice(at + 1).trim()
    if (at > 0 && text !== '') told.set(name, text)
  }
  const altOf = ({ name, alt }: ImportedPicture) => told.get(name) ?? alt
  const silent = pictures.filter((picture) => altOf(picture) === null)
  if (silent.length > 0) {
    const named = silent.slice(0, 20).map(({ name, after }) => (after === '' ? name : `${name}（“…${after}”）`))
    throw new Refusal('picture-without-alt', { count: silent.length, pictures: named.join('、') })
  }
  for (const { name, bytes: content } of pictures) requirePicture(name, content)
  const ready = { ...imported, alts: new Map(pictures.map((one) => [one.reference, altOf(one) ?? ''])) }
  requireBody(withPictures(ready, () => '0'.repeat(64)))
  return ready
}

/** Keeps the pictures of a text and gives the text that shows them. */
export async function keepBody(
  storage: Storage,
  who: Acting & { readonly agencyId: number },
  ready: ReadyBody,
): Promise<ItemBody> {
  const digests = new Map<string, string>()
  for (const { reference, name, bytes } of ready.pictures)
    digests.set(reference, (await keepFile(storage, who, name, bytes)).digest)
  return withPictures(ready, (reference) => digests.get(reference) ?? '')
}

/** Without the title that begins it: the page shows the title above the text already. */
export function withoutTitle(body: ItemBody, title: string): ItemBody {
  const [first, ...rest] = body
  if (first?.type !== 'paragraph' && first?.type !== 'heading') return body
  const plain = (text: string) => text.replace(/\s/g, '')
  return plain(first.runs.map(({ text }) => text).join('')) === plain(title) ? rest : body
}

/** What an import left out or changed, in words. */
export function noteInWords({ note, detail }: ImportNote, language: 'zh-CN' | 'en'): string {
  const [chinese, english] = noteWords[note]
  return `${language === 'en' ? english : chinese}${detail === '' ? '' : language === 'en' ? `: ${detail}` : `：${detail}`}\n`
}

const noteWords: Readonly<Record<ImportNote['note'], readonly [string, string]>> = {
  'link-dropped': ['链接不能公开，只保留了文字', 'a link that may not be public was dropped, its words kept'],
  'picture-left-out': ['图片不在文件里，没有导入', 'a picture that is not in the file was left out'],
  'picture-moved': ['表格里的图片移到了表格之后', 'a picture in a table was put behind it'],
  'layout-table': ['表格中套着表格，外层已展开', 'a table around tables was taken apart'],
  'contents-left-out': ['目录没有导入', 'the table of contents was left out'],
}

function withPictures({ body, alts }: ReadyBody, digestOf: (reference: string) => string): ItemBody {
  return body.map((block) =>
    block.type === 'figure' ? { ...block, file: digestOf(block.file), alt: alts.get(block.file) ?? block.alt } : block,
  )
}

/** PNG or JPEG by its first bytes. */
function requirePicture(name: string, bytes: Uint8Array): void {
  const isPng = bytes[0] === 0x89 && bytes[1] === 0x50
  const isJpeg = bytes[0] === 0xff && bytes[1] === 0xd8
  if (!isPng && !isJpeg) throw new Refusal('picture-kind', { name })
}

/** Whether a text is one that may be kept: its sizes, its links. */
function requireBody(body: ItemBody): void {
  const read = bodySchema.safeParse(body)
  const [issue] = read.success ? [] : read.error.issues
  if (issue) throw new Refusal('body-not-accepted', { place: issue.path.join('.') || '-', why: issue.message })
}
