import { mostPixels, type Picture, type PictureFault } from './picture.ts'

const tags = {
  width: 256,
  height: 257,
  bits: 258,
  compression: 259,
  photometric: 262,
  fillOrder: 266,
  offsets: 273,
  orientation: 274,
  channels: 277,
  rowsPerStrip: 278,
  lengths: 279,
  planar: 284,
  predictor: 317,
  colourMap: 320,
  tileWidth: 322,
} as const

/** Pages of one file; scanners make hundreds, a ring of references endlessly many. */
const mostPages = 2000

/** The pages of a TIFF whose strips a pdf can take over as they are: unpacked, G4, LZW and deflate. */
export function readTiff(bytes: Uint8Array): readonly Picture[] | PictureFault {
  try {
    return readPages(bytes)
  } catch (error) {
    // A reference beyond the end of the file.
    if (error instanceof RangeError) return 'damaged'
    throw error
  }
}

function readPages(bytes: Uint8Array): readonly Picture[] | PictureFault {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const little = view.getUint8(0) === 0x49
  const pages: Picture[] = []
  const seen = new Set<number>()
  for (let at = view.getUint32(4, little); at !== 0; ) {
    if (seen.has(at) || pages.length >= mostPages) return 'damaged'
    seen.add(at)
    const fields = fieldsAt(view, at, little)
    const page = readPage(bytes, fields)
    if (typeof page === 'string') return page
    pages.push(page)
    at = view.getUint32(at + 2 + view.getUint16(at, little) * 12, little)
  }
  return pages.length === 0 ? 'damaged' : pages
}

type Fields = ReadonlyMap<number, readonly number[]>

function fieldsAt(view: DataView, at: number, little: boolean): Fields {
  const fields = new Map<number, readonly number[]>()
  const count = view.getUint16(at, little)
  for (let entry = 0; entry < count; entry++) {
    const place = at + 2 + entry * 12
    const type = view.getUint16(place + 2, little)
    const size = type === 3 ? 2 : type === 4 ? 4 : 0
    const values = view.getUint32(place + 4, little)
    if (size === 0) continue
    const start = size * values <= 4 ? place + 8 : view.getUint32(place + 8, little)
    if (start + size * values > view.byteLength) throw new RangeError('beyond the end')
    const read = (index: number) =>
      size === 2 ? view.getUint16(start + index * 2, little) : view.getUint32(start + index * 4, little)
    fields.set(
      view.getUint16(place, little),
      Array.from({ length: values }, (_, index) => read(index)),
    )
  }
  return fields
}

function readPage(bytes: Uint8Array, fields: Fields): Picture | PictureFault {
  const one = (tag: number, usual: number) => fields.get(tag)?.[0] ?? usual
  const [width, height] = [one(tags.width, 0), one(tags.height, 0)]
  const offsets = fields.get(tags.offsets) ?? []
  const lengths = fields.get(tags.lengths) ?? []
  if (width === 0 || height === 0) return 'damaged'
  if (fields.has(tags.tileWidth) || width * height > mostPixels) return 'picture'
  if (offsets.length === 0 || offsets.length !== lengths.length) return 'damaged'
  const channels = one(tags.channels, 1)
  const bits = one(tags.bits, 1)
  const photometric = one(tags.photometric, 0)
  const map = fields.get(tags.colourMap)
  const colours = coloursOf(photometric, channels, map)
  const known = channels === 1 ? [1, 2, 4, 8].includes(bits) : bits === 8
  const compression = one(tags.compression, 1)
  const packing = packingOf(compression, one(tags.predictor, 1), { width, channels, bits })
  if (!colours || !known || !packing || (channels > 1 && one(tags.planar, 1) !== 1)) return 'picture'
  // G4 says itself which pixels are black; what a scanner calls white is then the lighter number or not.
  const reversed = one(tags.fillOrder, 1) === 2
  const perStrip = Math.min(one(tags.rowsPerStrip, height), height)
  const strips = offsets.map((offset, at) => {
    const length = lengths[at] ?? 0
    if (offset + length > bytes.length) throw new RangeError('beyond the end')
    const packed = bytes.subarray(offset, offset + length)
    const rows = Math.min(perStrip, height - at * perStrip)
    return {
      bytes: reversed ? packed.map(mirrored) : packed,
      rows,
      filter: packing.filter,
      parameters: packing.parametersOf(rows),
    }
  })
  if (strips.some(({ rows }) => rows <= 0)) return 'damaged'
  return { width, height, orientation: one(tags.orientation, 1), colours, bits, inverted: photometric === 0, strips }
}

function coloursOf(
  photometric: number,
  channels: number,
  map: readonly number[] | undefined,
): Picture['colours'] | null {
  if (photometric <= 1 && channels === 1) return 'gray'
  if (photometric === 2 && channels === 3) return 'rgb'
  if (photometric !== 3 || channels !== 1 || !map || map.length % 3 !== 0) return null
  const count = map.length / 3
  const palette = new Uint8Array(count * 3)
  for (let at = 0; at < count; at++)
    for (let channel = 0; channel < 3; channel++) palette[at * 3 + channel] = (map[channel * count + at] ?? 0) >> 8
  return { palette }
}

type Packing = {
  readonly filter: Picture['strips'][number]['filter']
  readonly parametersOf: (rows: number) => Picture['strips'][number]['parameters']
}

function packingOf(
  compression: number,
  predictor: number,
  { width, channels, bits }: { readonly width: number; readonly channels: number; readonly bits: number },
): Packing | null {
  const predicted = () =>
    predictor === 2 ? { Predictor: 2, Colors: channels, BitsPerComponent: bits, Columns: width } : null
  if (predictor > 2) return null
  switch (compression) {
    case 1:
      return { filter: null, parametersOf: () => null }
    case 4:
      return {
        filter: 'CCITTFaxDecode',
        // What G4 calls black becomes 1, as in the file, and `inverted` reads it from there.
        parametersOf: (rows) => ({ K: -1, Columns: width, Rows: rows, BlackIs1: true }),
      }
    case 5:
      return { filter: 'LZWDecode', parametersOf: predicted }
    case 8:
    case 32946:
      return { filter: 'FlateDecode', parametersOf: predicted }
    default:
      return null
  }
}

/** The bits of a byte the other way round. */
function mirrored(byte: number): number {
  let [from, to] = [byte, 0]
  for (let bit = 0; bit < 8; bit++) {
    to = (to << 1) | (from & 1)
    from >>= 1
  }
  return to
}
