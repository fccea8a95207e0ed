import type { Volume, VolumeDocument } from '../../../requests/volume/volume.ts'
import type { PaperColumn, VolumePart } from '../pdf/volume-paper.ts'
import type { DocumentState } from './volume-file.ts'
import { attachWords } from './volume-page-words.ts'

/** A document with its pages in the volume, and its file where it is one. */
export type PrintedDocument = VolumeDocument & {
  readonly from: number
  readonly to: number
  readonly taken: { readonly digest: string; readonly name: string | null; readonly as: DocumentState } | null
}

type Table = Extract<VolumePart, { kind: 'table' }>

const column = (head: string, width: number, size: number, center = true): PaperColumn => ({
  head,
  width,
  size,
  center,
})

/** 卷内文件目录 with the columns of DA/T 12 and GB/T 9705. */
export function contentsList(documents: readonly PrintedDocument[]): Table {
  return {
    kind: 'table',
    title: '卷内文件目录',
    rowsAbove: [],
    columns: [
      column('序号', 11, 10.5),
      column('文号', 26, 9.5),
      column('责任者', 25, 9.5),
      column('题名', 46, 10.5, false),
      column('日期', 19, 9.5),
      column('页号', 15, 10.5),
      column('备注', 23, 9),
    ],
    rows: documents.map((document, at) => [
      String(at + 1),
      document.number ?? '',
      document.author,
      document.title,
      document.on.replaceAll('-', ''),
      pagesOf(document),
      remarkOf(document),
    ]),
    notes: [],
    signature: [],
  }
}

/** 证据目录: what each document proves, where it comes from, and its pages. */
export function evidenceList(volume: Volume, documents: readonly PrintedDocument[], pages: number): Table {
  return {
    kind: 'table',
    title: volume.title,
    rowsAbove: volume.cover,
    columns: [
      column('序号', 11, 10.5),
      column('证据名称', 40, 10.5, false),
      column('证明内容', 72, 10.5, false),
      column('来源', 25, 9.5),
      column('页码', 17, 10.5),
    ],
    rows: documents.map((document, at) => [
      String(at + 1),
      [document.title, document.number ?? '', parenthesised(remarkOf(document))].filter((one) => one !== '').join('\n'),
      document.proves,
      document.origin,
      pagesOf(document),
    ]),
    notes: [`共${documents.length}份，${pages}页。《条例》指《中华人民共和国政府信息公开条例》。`],
    signature: [`举证单位：${volume.agency}（盖章）`, '提交日期：　　　　年　　月　　日'],
  }
}

/** The digests of all files that the volume holds or speaks of. */
export function digestList(documents: readonly PrintedDocument[]): Table {
  return {
    kind: 'table',
    title: '卷内电子文件数字摘要表',
    rowsAbove: [],
    columns: [
      column('页号', 15, 10.5),
      column('题名、文件名称', 62, 9.5, false),
      column('收录方式', 20, 9.5),
      column('SHA-256', 68, 9, false),
    ],
    rows: documents.map((document) => [
      pagesOf(document),
      [document.title, document.taken?.name ?? ''].filter((one) => one !== '').join('\n'),
      document.taken ? attachWords[document.taken.as].stands : '',
      document.taken?.digest ?? '',
    ]),
    notes: ['摘要按保存时的文件字节计算，可以用于核对文件是否改动。'],
    signature: [],
  }
}

function pagesOf({ from, to }: PrintedDocument): string {
  return from === to ? String(from) : `${from}-${to}`
}

function remarkOf({ remark, taken }: PrintedDocument): string {
  const stands = taken && taken.as !== 'pages' ? attachWords[taken.as].stands : ''
  return [remark, stands].filter((one) => one !== '').join('；')
}

function parenthesised(text: string): string {
  return text === '' ? '' : `（${text}）`
}
