import { itemDocx } from '../documents/write/item/item-docx.ts'
import { metadataSheet } from '../documents/write/item/metadata-sheet.ts'
import { cleanPage } from '../portal/site/components/clean-html.ts'
import type { ItemBody } from '../publications/item-body.ts'
import type { PublicationCase } from '../publications/publication-case.ts'
import type { ItemContent } from '../publications/publication-event.ts'
import { article20 } from '../statute/article-20.ts'
import { genres } from '../statute/genres.ts'
import { findTheme, themePath } from '../statute/themes.ts'
import { validities } from '../statute/validity.ts'
import type { ItemFile } from '../storage/publications/item-files.ts'

export type PackagedFile = { readonly name: string; readonly bytes: Uint8Array }

const utf8 = (text: string) => new TextEncoder().encode(text)

/** The text of an item as a page to paste, and as a Word file. */
export function textFiles(
  content: ItemContent,
  body: ItemBody | null,
  files: readonly ItemFile[],
): readonly PackagedFile[] {
  if (body === null) return []
  const { title, maker } = content.metadata
  const pictures = new Map(files.filter(({ use }) => use === 'picture').map((file) => [file.digest, file]))
  const nameOf = (digest: string) => `files/${encodeURIComponent(pictures.get(digest)?.name ?? '')}`
  return [
    { name: 'body.html', bytes: utf8(String(cleanPage(title, body, nameOf))) },
    { name: 'body.docx', bytes: itemDocx(title, maker, body, (digest) => pictures.get(digest) ?? null) },
  ]
}

/** The files of an item in their folder. */
export function filesBeside(files: readonly ItemFile[]): readonly PackagedFile[] {
  return files.map(({ name, bytes }) => ({ name: `files/${name}`, bytes }))
}

/** What the catalogue says, as people copy it into the form of another platform. */
export async function catalogueSheet(item: PublicationCase, content: ItemContent): Promise<PackagedFile> {
  return { name: 'metadata.xlsx', bytes: await metadataSheet('元数据', catalogueRows(item, content)) }
}

function catalogueRows({ indexNumber, validity }: PublicationCase, { metadata, attachments }: ItemContent) {
  const theme = metadata.theme === null ? null : findTheme(metadata.theme)
  const rows: readonly (readonly [string, string | null | undefined])[] = [
    ['标题', metadata.title],
    ['索引号', indexNumber],
    ['发文机关', [metadata.maker, ...metadata.jointMakers].join('；')],
    ['文号', metadata.documentNumber],
    ['成文日期', metadata.madeOn],
    ['主题分类', theme && themePath(theme)],
    ['体裁', genres.find(([id]) => id === metadata.genre)?.[1]],
    ['条例第二十条', article20.find(({ id }) => id === metadata.item)?.title],
    ['有效性', validities.find(([id]) => id === (validity?.validity ?? 'inForce'))?.[1]],
    ['有效期至', metadata.validUntil],
    ['关键词', metadata.keywords.join('；')],
    ['内容概述', metadata.summary],
    ['附件', attachments.map(({ name }) => name).join('；')],
  ]
  return rows.map(([label, value]) => [label, value ?? ''] as const)
}
