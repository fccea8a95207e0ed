import { mostPixels, type Picture, type PictureFault } from './picture.ts'

/** A JPEG by its head; its bytes are left as they are. */
export function readJpeg(bytes: Uint8Array): Picture | PictureFault {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let orientation = 1
  let adobe = false
  for (let at = 2; at + 4 <= bytes.length; ) {
    if (view.getUint8(at) !== 0xff) return 'damaged'
    const marker = view.getUint8(at + 1)
    if (marker === 0xff) {
      at++
      continue
    }
    const length = view.getUint16(at + 2)
    const end = at + 2 + length
    if (length < 2 || end > bytes.length || marker === 0xda || marker === 0xd9) return 'damaged'
    if (marker === 0xe1) orientation = exifOrientation(bytes.subarray(at + 4, end)) ?? orientation
    if (marker === 0xee && ascii(bytes, at + 4, 5) === 'Adobe') adobe = true
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) {
      if (length < 8) return 'damaged'
      const [bits, height, width, components] = [
        view.getUint8(at + 4),
        view.getUint16(at + 5),
        view.getUint16(at + 7),
        view.getUint8(at + 9),
      ]
      const colours = ({ 1: 'gray', 3: 'rgb', 4: 'cmyk' } as const)[components]
      // Readers of pdf know baseline, extended and progressive pictures of eight bits.
      if (marker > 0xc2 || bits !== 8 || !colours || width * height > mostPixels) return 'picture'
      if (width === 0 || height === 0) return 'damaged'
      const inverted = colours === 'cmyk' && adobe
      const strips = [{ bytes, rows: height, filter: 'DCTDecode', parameters: null }] as const
      return { width, height, orientation, colours, bits, inverted, strips }
    }
    at = end
  }
  return 'damaged'
}

function exifOrientation(segment: Uint8Array): number | null {
  if (ascii(segment, 0, 4) !== 'Exif' || segment.length < 20) return null
  const tiff = segment.subarray(6)
  const view = new DataView(tiff.buffer, tiff.byteOffset, tiff.byteLength)
  const little = ascii(tiff, 0, 2) === 'II'
  const first = view.getUint32(4, little)
  if (first + 2 > tiff.length) return null
  const count = view.getUint16(first, little)
  for (let entry = 0; entry < count; entry++) {
    const at = first + 2 + entry * 12
    if (at + 12 > tiff.length) return null
    if (view.getUint16(at, little) === 0x0112) {
      const value = view.getUint16(at + 8, little)
      return value >= 1 && value <= 8 ? value : null
    }
  }
  return null
}

function ascii(bytes: Uint8Array, start: number, length: number): string {
  return String.fromCharCode(...bytes.subarray(start, start + length))
}
