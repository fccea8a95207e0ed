import assert from 'node:assert/strict'
import { test } from 'node:test'
import { deflateSync } from 'node:zlib'
import { degrees, PDFDocument, PDFName, PDFString } from '@cantoo/pdf-lib'
import { extractText, getDocumentProxy } from 'unpdf'
import { makeJpegHead, makePng, makeTiff } from '../../../../test/documents/make-scans.ts'
import { Binder } from './binder.ts'
import { readJpeg } from './read-jpeg.ts'
import { readTiff } from './read-tiff.ts'

async function makePdf(draw: (document: PDFDocument) => void): Promise<Uint8Array> {
  const document = await PDFDocument.create({ updateMetadata: false })
  draw(document)
  return await document.save()
}

const pages = (count: number) =>
  makePdf((document) => {
    for (let at = 0; at < count; at++) document.addPage([595, 842]).drawText(`inner ${at}`)
  })

/** Ten pages, each with its digit as text. */
const digits = await makePdf((document) => {
  for (let digit = 0; digit < 10; digit++) document.addPage([7, 10]).drawText(String(digit), { size: 10 })
})

async function bound(files: readonly (readonly [bytes: Uint8Array, mediaType: string])[]): Promise<Uint8Array> {
  const binder = new Binder()
  const documents = []
  for (const [at, [bytes, mediaType]] of files.entries()) {
    assert.ok('pages' in (await binder.take(bytes, mediaType, false)), `${at}`)
    documents.push({ title: `第${at + 1}件`, pages: at, attached: null })
  }
  const front = { bytes: await pages(1), titles: [{ title: '封面', page: 0 }] }
  return await binder.bind({ title: '卷', author: '机关', front, documents, back: null, digits })
}

const taken = async (bytes: Uint8Array, mediaType: string) => await new Binder().take(bytes, mediaType, false)

test('pages of pdfs, png, jpeg and tiff are numbered through, without the front, and have bookmarks', async () => {
  const file = await bound([
    [await pages(3), 'application/pdf'],
    [makePng(20, 30), 'image/png'],
    [makePng(20, 30, 6), 'image/png'],
    [makeTiff(new Uint8Array(16), { pages: 2 }), 'image/tiff'],
  ])
  const document = await getDocumentProxy(file)
  assert.equal(document.numPages, 8)
  const { text } = await extractText(document)
  assert.match(text[0] ?? '', /^inner 0$/)
  assert.match(text[1] ?? '', /inner 0\s*1$/)
  assert.match(text[7] ?? '', /^7$/)
  const outline = await document.getOutline()
  assert.deepEqual(
    outline.map(({ title }) => title),
    ['封面', '第1件', '第2件', '第3件', '第4件'],
  )
})

test('the number stands in the upper outer corner as the page is seen, however it is turned, cropped or large', async () => {
  const turned = await makePdf((document) => {
    for (const angle of [0, 90, 180, 270]) document.addPage([600, 800]).setRotation(degrees(angle))
    document.addPage([3000, 2000])
    document.addPage([600, 800]).setCropBox(100, 100, 200, 300)
  })
  const document = await getDocumentProxy(await bound([[turned, 'application/pdf']]))
  for (let at = 2; at <= document.numPages; at++) {
    const page = await document.getPage(at)
    const viewport = page.getViewport({ scale: 1 })
    const [item] = (await page.getTextContent()).items as { str: string; transform: number[] }[]
    assert.equal(item?.str, String(at - 1))
    const [x = 0, y = 0] = viewport.convertToViewportPoint(item.transform[4] ?? 0, item.transform[5] ?? 0)
    const right = (at - 1) % 2 === 1
    assert.ok(
      right ? x > viewport.width * 0.85 : x < viewport.width * 0.15,
      `page ${at - 1}: ${x} of ${viewport.width}`,
    )
    assert.ok(y < viewport.height * 0.15, `page ${at - 1}: ${y} of ${viewport.height}`)
  }
})

test('the same files give the same bytes', async () => {
  const files = [
    [await pages(2), 'application/pdf'],
    [makePng(20, 30, 6), 'image/png'],
  ] as const
  assert.deepEqual(await bound(files), await bound(files))
})

test('a page brings no action along', async () => {
  const active = await makePdf((document) => {
    const { context } = document
    const page = document.addPage()
    const script = context.obj({ S: 'JavaScript', JS: PDFString.of('app.alert(1)') })
    page.node.set(PDFName.of('AA'), context.obj({ O: script }))
    page.node.set(
      PDFName.of('Annots'),
      context.obj([{ Type: 'Annot', Subtype: 'Link', Rect: [0, 0, 9, 9], A: script }]),
    )
    document.catalog.set(PDFName.of('OpenAction'), script)
  })
  const volume = await PDFDocument.load(await bound([[active, 'application/pdf']]))
  for (const [, object] of volume.context.enumerateIndirectObjects())
    assert.doesNotMatch(object.toString(), /JavaScript/)
})

test('what cannot become pages is attached, with the reason', async () => {
  const locked = await PDFDocument.create()
  locked.addPage()
  locked.encrypt({ userPassword: 'a', ownerPassword: 'b' })
  const whole = await pages(2)
  const cases: readonly (readonly [Uint8Array, string, string])[] = [
    [await locked.save(), 'application/pdf', 'encrypted'],
    [whole.subarray(0, whole.length / 2), 'application/pdf', 'damaged'],
    [new TextEncoder().encode('%PDF-1.7\nnothing\n%%EOF'), 'application/pdf', 'damaged'],
    [await pages(2001), 'application/pdf', 'tooManyPages'],
    [new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), 'image/png', 'damaged'],
    [makePng(20, 30).subarray(0, 45), 'image/png', 'damaged'],
    [new Uint8Array([0xff, 0xd8, 0xff]), 'image/jpeg', 'damaged'],
    [makeJpegHead(10, 10, 1, 0xc3), 'image/jpeg', 'picture'],
    [makeTiff(new Uint8Array(16), { compression: 7 }), 'image/tiff', 'picture'],
    [makeTiff(new Uint8Array(16), { loop: true }), 'image/tiff', 'damaged'],
    [makeTiff(new Uint8Array(16)).subarray(0, 40), 'image/tiff', 'damaged'],
    [new TextEncoder().encode('邮件'), 'text/plain; charset=utf-8', 'kind'],
  ]
  for (const [bytes, mediaType, reason] of cases)
    assert.deepEqual(await taken(bytes, mediaType), { attach: reason }, `${mediaType} ${reason}`)
})

test('a PNG whose rows are fewer than its head says is damaged, though it unpacks', async () => {
  const tall = makePng(20, 30)
  new DataView(tall.buffer).setUint32(20, 300)
  assert.deepEqual(await taken(tall, 'image/png'), { attach: 'damaged' })
})

test('attached files travel inside, in order, as they are', async () => {
  const binder = new Binder()
  await binder.take(await pages(1), 'application/pdf', false)
  const text = new TextEncoder().encode('邮件正文')
  await binder.take(text, 'text/plain', false)
  const attached = { place: 1, name: '1-邮件.txt', mediaType: 'text/plain; charset=utf-8' }
  const front = { bytes: await pages(1), titles: [] }
  const documents = [{ title: '邮件', pages: 0, attached }]
  const file = await binder.bind({ title: '卷', author: '机关', front, documents, back: null, digits })
  const found = (await PDFDocument.load(file)).getAttachments()
  assert.deepEqual(
    found.map(({ name, data }) => [name, new TextDecoder().decode(data)]),
    [['1-邮件.txt', '邮件正文']],
  )
})

test('a photograph tells how the camera was held', () => {
  const read = readJpeg(makeJpegHead(40, 30, 6))
  assert.ok(typeof read !== 'string')
  assert.deepEqual([read.width, read.height, read.orientation, read.colours], [40, 30, 6, 'rgb'])
})

test('strips of a TIFF are handed over as they are packed; bits the wrong way round are turned', () => {
  const strip = (data: Uint8Array, options: Parameters<typeof makeTiff>[1]) => {
    const read = readTiff(makeTiff(data, options))
    assert.ok(typeof read !== 'string')
    const [first] = read[0]?.strips ?? []
    return [first?.filter, [...(first?.bytes ?? [])]]
  }
  assert.deepEqual(strip(new Uint8Array([0b00010110]), { compression: 4 }), ['CCITTFaxDecode', [0b00010110]])
  assert.deepEqual(strip(new Uint8Array([0b00010110]), { compression: 4, fillOrder: 2 }), [
    'CCITTFaxDecode',
    [0b01101000],
  ])
  const packed = new Uint8Array(deflateSync(new Uint8Array(16)))
  assert.deepEqual(strip(packed, { compression: 8 }), ['FlateDecode', [...packed]])
})
