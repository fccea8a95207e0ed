import { Refusal } from '../../refusals/refusal.ts'

/** A PNG with what it needs to be shown and nothing else: no texts, no EXIF, no time. */
export function stripPng(bytes: Uint8Array): Uint8Array {
  const view = viewOf(bytes)
  const kept = [bytes.subarray(0, 8)]
  for (let at = 8; at + 12 <= bytes.length; ) {
    const length = view.getUint32(at)
    const end = at + 12 + length
    if (end > bytes.length) throw new Refusal('file-damaged')
    const type = latin1(bytes.subarray(at + 4, at + 8))
    if (pngChunks.has(type)) kept.push(bytes.subarray(at, end))
    // What comes after the end is no part of the picture.
    if (type === 'IEND') return joined(kept)
    at = end
  }
  throw new Refusal('file-damaged')
}

const pngChunks: ReadonlySet<string> = new Set(
  'IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB iCCP cICP sBIT bKGD hIST pHYs acTL fcTL fdAT'.split(' '),
)

/** A JPEG without EXIF, XMP, IPTC and comments; how it is to be turned stays, for without that it lies on its side. */
export function stripJpeg(bytes: Uint8Array): Uint8Array {
  const view = viewOf(bytes)
  const kept = [bytes.subarray(0, 2)]
  let at = 2
  let turned: Uint8Array | null = null
  let shown = false
  while (at + 4 <= bytes.length) {
    if (bytes[at] !== 0xff) throw new Refusal('file-damaged')
    const marker = bytes[at + 1] ?? 0
    if (marker === 0xff) {
      at += 1
      continue
    }
    if (marker === 0xd9) break
    const end = at + 2 + view.getUint16(at + 2)
    if (end > bytes.length) throw new Refusal('file-damaged')
    const segment = bytes.subarray(at, end)
    if (marker === 0xe1) turned ??= orientationOnly(segment)
    if (isNeeded(marker, segment)) kept.push(segment)
    at = end
    if (marker !== 0xda) continue
    shown = true
    // The picture's own data, up to the next marker that is none of its own.
    const from = at
    while (at + 1 < bytes.length && !(bytes[at] === 0xff && !isWithinScan(bytes[at + 1] ?? 0))) at++
    kept.push(bytes.subarray(from, at))
  }
  if (!shown) throw new Refusal('file-damaged')
  // JFIF stands first.
  const place = kept[1]?.[1] === 0xe0 ? 2 : 1
  if (turned) kept.splice(place, 0, turned)
  return joined([...kept, new Uint8Array([0xff, 0xd9])])
}

const isWithinScan = (next: number) => next === 0 || (next >= 0xd0 && next <= 0xd7)

function isNeeded(marker: number, segment: Uint8Array): boolean {
  if (marker === 0xfe) return false
  if (marker < 0xe0 || marker > 0xef) return true
  const name = latin1(segment.subarray(4, 18))
  return (
    (marker === 0xe0 && name.startsWith('JFIF\0')) ||
    (marker === 0xe2 && name.startsWith('ICC_PROFILE\0')) ||
    (marker === 0xee && name.startsWith('Adobe'))
  )
}

/** An EXIF segment that says nothing but the orientation; null where there is none, or it is upright. */
function orientationOnly(segment: Uint8Array): Uint8Array | null {
  if (latin1(segment.subarray(4, 10)) !== 'Exif\0\0' || segment.length < 26) return null
  const tiff = viewOf(segment.subarray(10))
  const little = tiff.getUint16(0) === 0x4949
  const first = tiff.getUint32(4, little)
  if (first + 2 > tiff.byteLength) return null
  const count = tiff.getUint16(first, little)
  for (let entry = first + 2; entry + 12 <= Math.min(tiff.byteLength, first + 2 + count * 12); entry += 12) {
    if (tiff.getUint16(entry, little) !== 0x0112) continue
    const turned = tiff.getUint16(entry + 8, little)
    if (turned < 2 || turned > 8) return null
    const exif = [...new TextEncoder().encode('Exif\0\0'), 0x4d, 0x4d, 0, 0x2a, 0, 0, 0, 8, 0, 1]
    exif.push(0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, turned, 0, 0, 0, 0, 0, 0)
    return new Uint8Array([0xff, 0xe1, 0, exif.length + 2, ...exif])
  }
  return null
}

/** A GIF without comments, texts and what programs wrote into it; how often it repeats stays. */
export function stripGif(bytes: Uint8Array): Uint8Array {
  const tableBytes = (flags: number) => ((flags & 0x80) === 0 ? 0 : 3 * 2 ** ((flags & 7) + 1))
  const byte = (at: number) => {
    const found = bytes[at]
    if (found === undefined) throw new Refusal('file-damaged')
    return found
  }
  const afterBlocks = (from: number) => {
    let at = from
    while (byte(at) !== 0) at += byte(at) + 1
    return at + 1
  }
  let at = 13 + tableBytes(byte(10))
  const kept = [bytes.subarray(0, at)]
  for (;;) {
    const kind = byte(at)
    if (kind === 0x3b) return joined([...kept, new Uint8Array([0x3b])])
    let end: number
    if (kind === 0x21) end = afterBlocks(at + 2)
    else if (kind === 0x2c) end = afterBlocks(at + 10 + tableBytes(byte(at + 9)) + 1)
    else throw new Refusal('file-damaged')
    const repeats =
      byte(at + 1) === 0xff && /^(?:NETSCAPE2\.0|ANIMEXTS1\.0)$/.test(latin1(bytes.subarray(at + 3, at + 14)))
    if (kind === 0x2c || byte(at + 1) === 0xf9 || repeats) kept.push(bytes.subarray(at, end))
    at = end
  }
}

/** A WebP without EXIF, XMP and chunks that nobody knows. */
export function stripWebp(bytes: Uint8Array): Uint8Array {
  const view = viewOf(bytes)
  const kept: Uint8Array[] = []
  for (let at = 12; at + 8 <= bytes.length; ) {
    const length = view.getUint32(at + 4, true)
    const end = at + 8 + length + (length & 1)
    if (at + 8 + length > bytes.length) throw new Refusal('file-damaged')
    const type = latin1(bytes.subarray(at, at + 4))
    if (type === 'VP8X') {
      const flags = bytes.slice(at, end)
      // No EXIF, no XMP.
      flags[8] = (flags[8] ?? 0) & ~0x0c
      kept.push(flags)
    } else if (webpChunks.has(type)) kept.push(bytes.subarray(at, end))
    at = end
  }
  if (kept.length === 0) throw new Refusal('file-damaged')
  const content = joined(kept)
  const head = bytes.slice(0, 12)
  viewOf(head).setUint32(4, content.length + 4, true)
  return joined([head, content])
}

const webpChunks: ReadonlySet<string> = new Set(['VP8 ', 'VP8L', 'ALPH', 'ANIM', 'ANMF', 'ICCP'])

const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

function latin1(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes)
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const one of parts) {
    whole.set(one, at)
    at += one.length
  }
  return whole
}
