import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { crc32, deflateSync } from 'node:zlib'
import { PDFDocument, PDFName } from '@cantoo/pdf-lib'
import encodeJpeg, { init as readyJpegEncoder } from '@jsquash/jpeg/encode.js'
import { Refusal } from '../../refusals/refusal.ts'
import { readJpeg } from '../write/volume/read-jpeg.ts'
import { type MarkedProof, markProof } from './mark-proof.ts'
import { markingLimits } from './marking-task.ts'

const secret = 'GPS 39.9N 116.4E'

test('a photograph is made anew with the words in it, and nothing of its own bytes is left', async () => {
  for (const picture of [pngOf(600, 400, secret), await jpegOf(600, 400, secret)]) {
    const { bytes, mediaType, extension } = await markProof(picture)
    assert.deepEqual([mediaType, extension], ['image/jpeg', 'jpg'])
    const read = readJpeg(bytes)
    assert.ok(typeof read !== 'string' && read.width === 600 && read.height === 400)
    assert.equal(Buffer.from(bytes).includes(secret), false)
    // A white picture of this size is a few thousand bytes; the words make it more.
    const blank = await jpegOf(600, 400, '')
    assert.ok(bytes.length > 2 * blank.length, `${bytes.length} against ${blank.length}`)
  }
})

test('a large photograph is made smaller, one that is too large is not opened', async () => {
  const { bytes } = await markProof(pngOf(4000, 1000, ''))
  const read = readJpeg(bytes)
  assert.ok(typeof read !== 'string')
  assert.deepEqual([read.width, read.height], [2000, 500])
  const claims = pngOf(8, 8, '')
  new DataView(claims.buffer).setUint32(16, 60_000)
  new DataView(claims.buffer).setUint32(20, 60_000)
  assert.equal(await refusalOf(claims), 'proof-too-large')
  assert.equal(await refusalOf(new Uint8Array(markingLimits.megabytes * 1024 * 1024 + 1)), 'proof-too-large')
})

test('of a moving picture the first one is kept and nothing else', async () => {
  const frames = Buffer.concat([
    pngOf(40, 40, '').subarray(0, 33),
    chunk('acTL', Buffer.from([0, 0, 0, 2, 0, 0, 0, 0])),
    pngOf(40, 40, '').subarray(33),
  ])
  const { mediaType } = await markProof(new Uint8Array(frames))
  assert.equal(mediaType, 'image/jpeg')
  assert.equal(await refusalOf(new TextEncoder().encode('GIF89a animated')), 'proof-kind')
})

test('a pdf keeps its bare pages, with the words over each, and no script, attachment or form', async () => {
  const source = await PDFDocument.create()
  for (let at = 0; at < 3; at++) source.addPage([595, 842])
  source.addJavaScript('main', 'app.alert("hidden")')
  await source.attach(new TextEncoder().encode('hidden'), 'hidden.txt')
  source.setAuthor('somebody')
  const { bytes, extension } = await markProof(await source.save())
  assert.equal(extension, 'pdf')
  const marked = await PDFDocument.load(bytes, { updateMetadata: false })
  assert.equal(marked.getPageCount(), 3)
  assert.equal(marked.catalog.get(PDFName.of('Names')), undefined)
  assert.equal(marked.getAuthor(), undefined)
  for (const page of marked.getPages())
    assert.match(String(page.node.Resources()?.get(PDFName.of('XObject'))), /Purpose/)
  const many = await PDFDocument.create()
  for (let at = 0; at <= markingLimits.pages; at++) many.addPage()
  assert.equal(await refusalOf(await many.save()), 'proof-too-large')
})

test('broken files and other kinds are refused in words, whatever their name', async () => {
  const text = (words: string) => new TextEncoder().encode(words)
  const cut = pngOf(600, 400, '')
  assert.equal(await refusalOf(cut.slice(0, 60)), 'proof-damaged')
  assert.equal(await refusalOf(new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3])), 'proof-damaged')
  assert.equal(await refusalOf(text('%PDF-1.7 and no more')), 'proof-damaged')
  assert.equal(await refusalOf(text('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>')), 'proof-kind')
  assert.equal(await refusalOf(new Uint8Array()), 'proof-kind')
  assert.equal((await markProof(pngOf(8, 8, ''))).mediaType, 'image/jpeg')
})

async function refusalOf(bytes: Uint8Array): Promise<string> {
  const answer: MarkedProof | unknown = await markProof(bytes).catch((error: unknown) => error)
  assert.ok(answer instanceof Refusal, 'it was not refused')
  return answer.id
}

/** A white picture that has a text beside the picture. */
function pngOf(width: number, height: number, beside: string): Uint8Array<ArrayBuffer> {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width)
  head.writeUInt32BE(height, 4)
  head.set([8, 0, 0, 0, 0], 8)
  const row = Buffer.concat([Buffer.from([0]), Buffer.alloc(width, 255)])
  const rows = deflateSync(Buffer.concat(Array.from({ length: height }, () => row)))
  const mark = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  const parts = [mark, chunk('IHDR', head), chunk('tEXt', Buffer.from(`Comment\0${beside}`)), chunk('IDAT', rows)]
  return new Uint8Array(Buffer.concat([...parts, chunk('IEND', Buffer.alloc(0))]))
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name), data])
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  check.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, check])
}

/** Node has it, and its types do not. */
declare const WebAssembly: { readonly compile: (bytes: Uint8Array) => Promise<never> }

async function jpegOf(width: number, height: number, beside: string): Promise<Uint8Array> {
  const codec = fileURLToPath(import.meta.resolve('@jsquash/jpeg/codec/enc/mozjpeg_enc.wasm'))
  await readyJpegEncoder(await WebAssembly.compile(await readFile(codec)))
  const data = new Uint8ClampedArray(width * height * 4).fill(255)
  const made = Buffer.from(await encodeJpeg({ width, height, data } as never, { quality: 82 }))
  const words = Buffer.from(beside)
  const comment = Buffer.concat([Buffer.from([0xff, 0xfe, 0, words.length + 2]), words])
  return new Uint8Array(Buffer.concat([made.subarray(0, 2), comment, made.subarray(2)]))
}
