import { deflateSync } from 'node:zlib'

/** Scans made for tests: small, and of every make that a page is made of. */

/** A PNG of one colour with rows that are not filtered. `colour` 0 gray, 2 RGB, 6 RGB with alpha. */
export function makePng(width: number, height: number, colour: 0 | 2 | 6 = 2, passes: 0 | 1 = 0): Uint8Array {
  const channels = { 0: 1, 2: 3, 6: 4 }[colour]
  const row = Buffer.concat([Buffer.from([0]), Buffer.alloc(width * channels, 0x60)])
  const data = deflateSync(Buffer.concat(Array(height).fill(row)))
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, colour, 0, 0, passes], 8)
  return new Uint8Array(
    Buffer.concat([
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
      chunk('IHDR', head),
      chunk('IDAT', data),
      chunk('IEND', Buffer.alloc(0)),
    ]),
  )
}

function chunk(name: string, data: Buffer): Buffer {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  // Nobody here checks the sum.
  return Buffer.concat([length, Buffer.from(name, 'latin1'), data, Buffer.alloc(4)])
}

/** The head of a JPEG, as much of it as is looked at: size, colours, how the camera was held. */
export function makeJpegHead(width: number, height: number, orientation: number, marker = 0xc0): Uint8Array {
  const exif = Buffer.from(
    '457869660000' + '4d4d002a00000008' + '0001' + '0112000300000001' + '00000000' + '00000000',
    'hex',
  )
  exif.writeUInt16BE(orientation, 6 + 8 + 2 + 8)
  const frame = Buffer.from([8, 0, 0, 0, 0, 3, 1, 0x11, 0, 2, 0x11, 0, 3, 0x11, 0])
  frame.writeUInt16BE(height, 1)
  frame.writeUInt16BE(width, 3)
  return new Uint8Array(
    Buffer.concat([Buffer.from([0xff, 0xd8]), segment(0xe1, exif), segment(marker, frame), Buffer.from([0xff, 0xd9])]),
  )
}

function segment(marker: number, data: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0])
  head.writeUInt16BE(data.length + 2, 2)
  return Buffer.concat([head, data])
}

/** A TIFF of `pages` pages of one strip each, 16 by 8 pixels of one bit; `data` as packed by `compression`. */
export function makeTiff(
  data: Uint8Array,
  { compression = 1, pages = 1, fillOrder = 1, loop = false } = {},
): Uint8Array {
  const parts: Buffer[] = [Buffer.from('49492a00', 'hex'), Buffer.alloc(4), Buffer.from(data)]
  let at = 8 + data.length
  parts[1]?.writeUInt32LE(at)
  const first = at
  for (let page = 0; page < pages; page++) {
    const fields = [
      [256, 16],
      [257, 8],
      [258, 1],
      [259, compression],
      [262, 0],
      [266, fillOrder],
      [273, 8],
      [277, 1],
      [278, 8],
      [279, data.length],
    ] as const
    const directory = Buffer.alloc(2 + fields.length * 12 + 4)
    directory.writeUInt16LE(fields.length)
    for (const [place, [tag, value]] of fields.entries()) {
      directory.writeUInt16LE(tag, 2 + place * 12)
      directory.writeUInt16LE(4, 4 + place * 12)
      directory.writeUInt32LE(1, 6 + place * 12)
      directory.writeUInt32LE(value, 10 + place * 12)
    }
    at += directory.length
    directory.writeUInt32LE(page < pages - 1 ? at : loop ? first : 0, directory.length - 4)
    parts.push(directory)
  }
  return new Uint8Array(Buffer.concat(parts))
}
