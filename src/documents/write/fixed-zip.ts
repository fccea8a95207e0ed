import { crc32, deflateRawSync } from 'node:zlib'

/** Readers of Office files expect the list of content types first. */
const CONTENT_TYPES = '[Content_Types].xml'
/** Entries carry no time of their own: this is the first day that the zip format knows, 1 January 1980. */
const ENTRY_DAY = 0x21
const ENTRY_TIME = 0
/** Version 2.0, names in UTF-8, deflated. */
const VERSION = 20
const UTF8_NAMES = 0x800
const DEFLATED = 8

type Entry = { readonly name: Buffer; readonly fields: Buffer; readonly bytes: Uint8Array }

/** An Office file of `parts` (by name, together under 4 GB) whose bytes depend on no clock. */
export function fixedZip(parts: Readonly<Record<string, Uint8Array>>): Uint8Array {
  const inOrder = Object.entries(parts).sort(([a], [b]) => Number(b === CONTENT_TYPES) - Number(a === CONTENT_TYPES))
  const entries = inOrder.map(([name, content]) => entryOf(name, content))
  const local = entries.map(localEntry)
  const starts = local.map((_, place) => local.slice(0, place).reduce((sum, { length }) => sum + length, 0))
  const directory = Buffer.concat(entries.map((entry, place) => directoryEntry(entry, starts[place] ?? 0)))
  const body = Buffer.concat(local)
  return new Uint8Array(Buffer.concat([body, directory, endOf(entries.length, directory.length, body.length)]))
}

/** The day that stands in a file's properties in place of the clock's: the last day of the report's year. */
export function fixedDay(year: number | null): Date | null {
  return year === null ? null : new Date(Date.UTC(year, 11, 31))
}

function entryOf(partName: string, content: Uint8Array): Entry {
  const name = Buffer.from(partName, 'utf8')
  const bytes = deflateRawSync(content)
  const fields = Buffer.concat([
    words(VERSION, UTF8_NAMES, DEFLATED, ENTRY_TIME, ENTRY_DAY),
    longs(crc32(content), bytes.length, content.length),
    words(name.length, 0),
  ])
  return { name, fields, bytes }
}

const localEntry = ({ name, fields, bytes }: Entry) => Buffer.concat([longs(0x04034b50), fields, name, bytes])

/** No comment, first disk, no attributes; where the local entry begins. */
const directoryEntry = ({ name, fields }: Entry, start: number) =>
  Buffer.concat([longs(0x02014b50), words(VERSION), fields, words(0, 0, 0), longs(0, start), name])

const endOf = (count: number, length: number, start: number) =>
  Buffer.concat([longs(0x06054b50), words(0, 0, count, count), longs(length, start), words(0)])

/** Numbers of two bytes each, the lowest byte first. */
function words(...numbers: readonly number[]): Buffer {
  const bytes = Buffer.alloc(2 * numbers.length)
  for (const [place, number] of numbers.entries()) bytes.writeUInt16LE(number, 2 * place)
  return bytes
}

/** Numbers of four bytes each, the lowest byte first. */
function longs(...numbers: readonly number[]): Buffer {
  const bytes = Buffer.alloc(4 * numbers.length)
  for (const [place, number] of numbers.entries()) bytes.writeUInt32LE(number, 4 * place)
  return bytes
}
