import { createInflate } from 'node:zlib'
import { mostPixels, type Picture, type PictureFault } from './picture.ts'

/** What `readPng` says of a picture that has to be unpacked first: it has an alpha channel or comes in passes. */
export type PngToUnpack = { readonly unpack: { readonly width: number; readonly height: number } }

/** A PNG whose packed rows a pdf can take over as they are. */
export async function readPng(bytes: Uint8Array): Promise<Picture | PngToUnpack | PictureFault> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const data: Uint8Array[] = []
  let palette: Uint8Array | null = null
  let clear = false
  for (let at = 8; at + 12 <= bytes.length; ) {
    const length = view.getUint32(at)
    const end = at + 8 + length
    if (end + 4 > bytes.length) return 'damaged'
    const name = String.fromCharCode(...bytes.subarray(at + 4, at + 8))
    if (name === 'PLTE') palette = bytes.subarray(at + 8, end)
    if (name === 'tRNS') clear = true
    if (name === 'IDAT') data.push(bytes.subarray(at + 8, end))
    if (name === 'IEND') break
    at = end + 4
  }
  if (bytes.length < 33 || data.length === 0) return 'damaged'
  const [width, height, bits, type, passes] = [
    view.getUint32(16),
    view.getUint32(20),
    view.getUint8(24),
    view.getUint8(25),
    view.getUint8(28),
  ]
  if (width === 0 || height === 0 || (type === 3 && !palette)) return 'damaged'
  if (width * height > mostPixels) return 'picture'
  if (passes !== 0 || clear || type === 4 || type === 6) return { unpack: { width, height } }
  const channels = type === 2 ? 3 : 1
  const whole = (Math.ceil((width * channels * bits) / 8) + 1) * height
  if ((await unpackedLength(data, whole)) < whole) return 'damaged'
  const colours = type === 2 ? 'rgb' : type === 3 && palette ? { palette } : 'gray'
  const parameters = { Predictor: 15, Colors: channels, BitsPerComponent: bits, Columns: width }
  const strips = [{ bytes: joined(data), rows: height, filter: 'FlateDecode', parameters }] as const
  return { width, height, orientation: 1, colours, bits, inverted: false, strips }
}

/** How much `data` unpacks to, as far as it can be unpacked; nothing is kept, and not more than `enough` looked at. */
async function unpackedLength(data: readonly Uint8Array[], enough: number): Promise<number> {
  const inflate = createInflate()
  let length = 0
  try {
    const reading = (async () => {
      for await (const chunk of inflate) {
        length += (chunk as Buffer).length
        if (length >= enough) return
      }
    })()
    for (const piece of data) if (!inflate.destroyed) inflate.write(piece)
    if (!inflate.destroyed) inflate.end()
    await reading
  } catch {
    // Damage: what came before it is all there is.
  }
  inflate.destroy()
  return length
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const [only] = pieces
  return pieces.length === 1 && only ? only : new Uint8Array(Buffer.concat(pieces))
}
