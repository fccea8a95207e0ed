import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import decodeJpeg, { init as readyJpegDecoder } from '@jsquash/jpeg/decode.js'
import encodeJpeg, { init as readyJpegEncoder } from '@jsquash/jpeg/encode.js'
import decodePng, { init as readyPngDecoder } from '@jsquash/png/decode.js'
import { readJpeg } from '../write/volume/read-jpeg.ts'
import { drawMarks, type Pixels } from './draw-marks.ts'
import { type MarkingFault, markingLimits } from './marking-task.ts'
import { turnPicture } from './turn-picture.ts'

/** Quality of the new JPEG: small print of a card stays readable. */
const quality = 82

/**
 * A photograph made anew as a JPEG with the words in it: nothing of the file's own bytes is left, neither where and when it was
 * taken nor what else was hidden in it. To be run in a thread that may be ended.
 */
export async function markPicture(bytes: Uint8Array, kind: 'jpeg' | 'png'): Promise<Uint8Array | MarkingFault> {
  const head = kind === 'jpeg' ? headOfJpeg(bytes) : headOfPng(bytes)
  if (head === null) return 'proof-damaged'
  if (head.width * head.height > markingLimits.megapixels * 1e6) return 'proof-too-large'
  const pixels = await decode(bytes, kind)
  if (pixels === null) return 'proof-damaged'
  const upright = turnPicture(pixels, head.orientation, markingLimits.longestSide)
  drawMarks(upright)
  await readyJpegEncoder(await compiled('@jsquash/jpeg/codec/enc/mozjpeg_enc.wasm'))
  return new Uint8Array(await encodeJpeg(upright as never, { quality }))
}

async function decode(bytes: Uint8Array, kind: 'jpeg' | 'png'): Promise<Pixels | null> {
  // The decoders answer with what browsers call a picture.
  if (!('ImageData' in globalThis)) Object.assign(globalThis, { ImageData: PlainImageData })
  try {
    if (kind === 'jpeg') {
      await readyJpegDecoder(await compiled('@jsquash/jpeg/codec/dec/mozjpeg_dec.wasm'))
      return (await decodeJpeg(bytes.slice().buffer)) as Pixels
    }
    await readyPngDecoder(await compiled('@jsquash/png/codec/pkg/squoosh_png_bg.wasm'))
    return (await decodePng(bytes.slice().buffer)) as Pixels
  } catch {
    // Whatever stops a decoder, the file is what is wrong: it was made outside.
    return null
  }
}

class PlainImageData implements Pixels {
  readonly data: Uint8ClampedArray
  readonly width: number
  readonly height: number

  constructor(data: Uint8ClampedArray, width: number, height = data.length / 4 / width) {
    this.data = data
    this.width = width
    this.height = height
  }
}

/** Node has it, and its types do not. */
declare const WebAssembly: { readonly compile: (bytes: Uint8Array) => Promise<never> }

async function compiled(name: string): Promise<never> {
  return await WebAssembly.compile(await readFile(fileURLToPath(import.meta.resolve(name))))
}

type Head = { readonly width: number; readonly height: number; readonly orientation: number }

function headOfJpeg(bytes: Uint8Array): Head | null {
  const picture = readJpeg(bytes)
  return typeof picture === 'string' ? null : picture
}

function headOfPng(bytes: Uint8Array): Head | null {
  if (bytes.length < 33) return null
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const [width, height] = [view.getUint32(16), view.getUint32(20)]
  return width === 0 || height === 0 ? null : { width, height, orientation: 1 }
}
