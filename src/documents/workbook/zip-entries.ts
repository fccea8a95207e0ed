import { Inflate } from 'fflate'
import { Refusal } from '../../refusals/refusal.ts'
import { limits } from '../limits.ts'

/** A file inside a zip container, read piece by piece. */
export type ZipEntry = { readonly name: string; readonly pieces: () => Generator<Uint8Array> }

const END_OF_DIRECTORY = 0x06054b50
const DIRECTORY_ENTRY = 0x02014b50
const LOCAL_ENTRY = 0x04034b50
const STORED = 0
const DEFLATED = 8
const ENCRYPTED = 1
/** How much packed data is unpacked at a time: at the worst ratio of deflate (1032) this gives 16 MB. */
const STEP = 16 * 1024

/**
 * The entries of a zip by name, found through its directory. Nothing is unpacked before it is asked for; what is unpacked
 * is counted over all entries, so that a bomb is refused while it goes off. Throws Refusal `workbook-damaged`,
 * `workbook-encrypted`, `workbook-too-big`.
 */
export function zipEntries(bytes: Uint8Array): ReadonlyMap<string, ZipEntry> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = endOfDirectory(view)
  const count = view.getUint16(end + 10, true)
  if (count > limits.zipEntries) throw new Refusal('workbook-too-big', { limit: `${limits.zipEntries}` })
  const entries = new Map<string, ZipEntry>()
  const spent = { bytes: 0 }
  let at = view.getUint32(end + 16, true)
  for (let index = 0; index < count; index++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== DIRECTORY_ENTRY) throw new Refusal('workbook-damaged')
    if (view.getUint16(at + 8, true) & ENCRYPTED) throw new Refusal('workbook-encrypted')
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((offset) => view.getUint16(at + offset, true))
    const nameEnd = at + 46 + (nameLength ?? 0)
    const name = new TextDecoder().decode(bytes.subarray(at + 46, nameEnd)).replace(/^\//, '')
    const method = view.getUint16(at + 10, true)
    const packed = packedBytes(bytes, view, view.getUint32(at + 42, true), view.getUint32(at + 20, true))
    entries.set(name, { name, pieces: () => unpack(packed, method, spent) })
    at = nameEnd + (extraLength ?? 0) + (commentLength ?? 0)
  }
  return entries
}

function endOfDirectory(view: DataView): number {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 22 - 0xffff); at--)
    if (view.getUint32(at, true) === END_OF_DIRECTORY) return at
  throw new Refusal('workbook-damaged')
}

function packedBytes(bytes: Uint8Array, view: DataView, local: number, length: number): Uint8Array {
  if (local + 30 > bytes.length || view.getUint32(local, true) !== LOCAL_ENTRY) throw new Refusal('workbook-damaged')
  const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true)
  if (start + length > bytes.length) throw new Refusal('workbook-damaged')
  return bytes.subarray(start, start + length)
}

function* unpack(packed: Uint8Array, method: number, spent: { bytes: number }): Generator<Uint8Array> {
  if (method === STORED) {
    yield packed
    return
  }
  if (method !== DEFLATED) throw new Refusal('workbook-damaged')
  let made: Uint8Array[] = []
  const inflate = new Inflate((piece) => void made.push(piece))
  let unpacked = 0
  for (let from = 0; from < packed.length; from += STEP) {
    try {
      inflate.push(packed.subarray(from, from + STEP), from + STEP >= packed.length)
    } catch {
      // fflate says in its own words what is wrong with the stream; to the user it is one thing.
      throw new Refusal('workbook-damaged')
    }
    const pieces = made
    made = []
    for (const piece of pieces) {
      unpacked += piece.length
      spent.bytes += piece.length
      const ratio = unpacked / Math.min(from + STEP, packed.length)
      if (spent.bytes > limits.unzippedBytes || (unpacked > limits.ratioFreeBytes && ratio > limits.unzipRatio))
        throw new Refusal('workbook-too-big', { limit: `${limits.unzippedBytes / 1024 / 1024} MB` })
      yield piece
    }
  }
}
