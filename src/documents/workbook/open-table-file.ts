import { Refusal } from '../../refusals/refusal.ts'
import { limits } from '../limits.ts'
import { openCsv } from './open-csv.ts'
import { openWorkbook, type WorkbookSheet } from './open-workbook.ts'

/**
 * The sheets of an xlsx or csv file, by its content and then its name. Old or foreign formats are refused with what to
 * do; a csv is one sheet, named by the file.
 */
export function openTableFile(bytes: Uint8Array, fileName: string): readonly WorkbookSheet[] {
  if (bytes.length > limits.uploadBytes)
    throw new Refusal('workbook-too-big', { limit: `${limits.uploadBytes / 1024 / 1024} MB` })
  if (bytes.length === 0) throw new Refusal('workbook-empty')
  if (startsWith(bytes, ZIP)) return openWorkbook(bytes)
  // An encrypted xlsx is wrapped in the container of the old formats.
  if (startsWith(bytes, OLE)) throw new Refusal(/\.xlsx$/i.test(fileName) ? 'workbook-encrypted' : 'workbook-not-xlsx')
  if (!/\.(csv|tsv|txt)$/i.test(fileName)) throw new Refusal('workbook-not-xlsx')
  const name = fileName.replace(/^.*[\\/]/, '').replace(/\.[^.]*$/, '')
  return [openCsv(bytes, name)]
}

const ZIP = [0x50, 0x4b, 0x03, 0x04]
const OLE = [0xd0, 0xcf, 0x11, 0xe0]

const startsWith = (bytes: Uint8Array, magic: readonly number[]) => magic.every((byte, at) => bytes[at] === byte)
