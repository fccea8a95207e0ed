import { Inflate } from 'fflate'
import { Refusal } from '../refusals/refusal.ts'
import { limits } from './limits.ts'

type Entry = {
  readonly name: string
  readonly method: number
  readonly packed: number
  readonly unpacked: number
  readonly offset: number
}

const endSignature = 0x06054b50
const zip64EndSignature = 0x06064b50
const centralSignature = 0x02014b50
const localSignature = 0x04034b50
const stored = 0
const deflated = 8
// One packed piece may swell a thousandfold, to 32 MB, before it is counted.
const pieceBytes = 32 * 1024
const unset = 0xffffffff

/**
 * A zip container read through its central directory: nothing is unpacked but what is asked for, and that in pieces,
 * counted as they come. Throws Refusal `zip-bomb` beyond the limits, `file-damaged` and `password-protected`.
 */
export class Zip {
  readonly #bytes: Uint8Array
  readonly #view: DataView
  readonly #entries = new Map<string, Entry>()
  #unpacked = 0

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    try {
      this.#readDirectory()
    } catch (error) {
      // A directory that points outside the file.
      if (error instanceof RangeError) throw new Refusal('file-damaged')
      throw error
    }
  }

  /** Names are compared without regard to case, as Office does. */
  has(name: string): boolean {
    return this.#entries.has(key(name))
  }

  some(test: (name: string) => boolean): boolean {
    for (const entry of this.#entries.values()) if (test(entry.name)) return true
    return false
  }

  /** Names of all entries, folders left out. */
  names(): readonly string[] {
    return [...this.#entries.values()].map(({ name }) => name).filter((name) => !name.endsWith('/'))
  }

  /** Unpacks one entry piece by piece. A missing entry is damage. */
  read(name: string, onPiece: (piece: Uint8Array) => void): void {
    const entry = this.#entries.get(key(name))
    if (!entry) throw new Refusal('file-damaged')
    const data = this.#packedBytes(entry)
    let unpacked = 0
    const count = (piece: Uint8Array) => {
      unpacked += piece.length
      this.#unpacked += piece.length
      const swells = unpacked > limits.ratioFreeBytes && unpacked > limits.unzipRatio * entry.packed
      if (swells || this.#unpacked > limits.unzippedBytes) throw new Refusal('zip-bomb')
      onPiece(piece)
    }
    if (entry.method === deflated) inflate(data, count)
    else if (entry.method !== stored) throw new Refusal('file-damaged')
    else for (let start = 0; start < data.length; start += pieceBytes) count(data.subarray(start, start + pieceBytes))
  }

  #packedBytes(entry: Entry): Uint8Array {
    const view = this.#view
    if (entry.offset + 30 > view.byteLength || view.getUint32(entry.offset, true) !== localSignature)
      throw new Refusal('file-damaged')
    const start = entry.offset + 30 + view.getUint16(entry.offset + 26, true) + view.getUint16(entry.offset + 28, true)
    if (start + entry.packed > view.byteLength) throw new Refusal('file-damaged')
    return this.#bytes.subarray(start, start + entry.packed)
  }

  #readDirectory(): void {
    const view = this.#view
    const { count, start } = this.#findDirectory()
    if (count > limits.zipEntries) throw new Refusal('zip-bomb')
    const decoder = new TextDecoder()
    let place = start
    let declared = 0
    for (let i = 0; i < count; i++) {
      if (view.getUint32(place, true) !== centralSignature) throw new Refusal('file-damaged')
      if ((view.getUint16(place + 8, true) & 1) !== 0) throw new Refusal('password-protected')
      const nameLength = view.getUint16(place + 28, true)
      const extraLength = view.getUint16(place + 30, true)
      const commentLength = view.getUint16(place + 32, true)
      const name = decoder.decode(this.#bytes.subarray(place + 46, place + 46 + nameLength)).replaceAll('\\', '/')
      const sizes = this.#sizes(place, place + 46 + nameLength, extraLength)
      declared += sizes.unpacked
      if (declared > limits.unzippedBytes) throw new Refusal('zip-bomb')
      this.#entries.set(key(name), { name, method: view.getUint16(place + 10, true), ...sizes })
      place += 46 + nameLength + extraLength + commentLength
    }
  }

  #findDirectory(): { count: number; start: number } {
    const view = this.#view
    // The end record is 22 bytes and a comment of at most 65,535.
    for (let place = view.byteLength - 22; place >= Math.max(0, view.byteLength - 65_557); place--) {
      if (view.getUint32(place, true) !== endSignature) continue
      const count = view.getUint16(place + 10, true)
      const start = view.getUint32(place + 16, true)
      if (start !== unset && count !== 0xffff) return { count, start }
      const wide = Number(view.getBigUint64(place - 20 + 8, true))
      if (view.getUint32(wide, true) !== zip64EndSignature) throw new Refusal('file-damaged')
      return { count: Number(view.getBigUint64(wide + 32, true)), start: Number(view.getBigUint64(wide + 48, true)) }
    }
    throw new Refusal('file-damaged')
  }

  /** Sizes and place of an entry; the zip64 field holds, in this order, those that are set to ffffffff. */
  #sizes(place: number, extra: number, extraLength: number): Pick<Entry, 'packed' | 'unpacked' | 'offset'> {
    const view = this.#view
    const found = {
      unpacked: view.getUint32(place + 24, true),
      packed: view.getUint32(place + 20, true),
      offset: view.getUint32(place + 42, true),
    }
    for (let field = extra; field + 4 <= extra + extraLength; field += 4 + view.getUint16(field + 2, true)) {
      if (view.getUint16(field, true) !== 1) continue
      let value = field + 4
      for (const name of ['unpacked', 'packed', 'offset'] as const) {
        if (found[name] !== unset) continue
        found[name] = Number(view.getBigUint64(value, true))
        value += 8
      }
    }
    return found
  }
}

function inflate(data: Uint8Array, onPiece: (piece: Uint8Array) => void): void {
  const stream = new Inflate((piece) => onPiece(piece))
  try {
    for (let start = 0; start < data.length; start += pieceBytes) {
      const end = Math.min(data.length, start + pieceBytes)
      stream.push(data.subarray(start, end), end === data.length)
    }
  } catch (error) {
    if (isInflateError(error)) throw new Refusal('file-damaged')
    throw error
  }
}

/** fflate numbers its errors; a reader's own errors, thrown through it, have no number. */
function isInflateError(error: unknown): boolean {
  return error instanceof Error && 'code' in error && typeof error.code === 'number'
}

function key(name: string): string {
  return name.toLowerCase().replace(/^\//, '')
}
