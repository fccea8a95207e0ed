import assert from 'node:assert/strict'
import { test } from 'node:test'
import { PDFDocument, PDFName, PDFString } from '@cantoo/pdf-lib'
import { strToU8, unzipSync, zipSync } from 'fflate'
import { publicCopyOf } from './public-copy.ts'

const latin1 = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1')
const holds = (bytes: Uint8Array, words: string) =>
  Buffer.from(bytes).includes(Buffer.from(words)) ||
  latin1(bytes).includes(Buffer.from(words, 'utf16le').swap16().toString('latin1'))

test('a Word file loses its author and company and the names of commenters, who are told to reviewers', async () => {
  const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
  const file = zipSync({
    '[Content_Types].xml': strToU8('<Types/>'),
    '_rels/.rels': strToU8(
      '<Relationships><Relationship Id="a" Target="docProps/thumbnail.jpeg"/><Relationship Id="b" Target="word/document.xml"/></Relationships>',
    ),
    'docProps/core.xml': strToU8('<cp:coreProperties><dc:creator>起草人甲</dc:creator></cp:coreProperties>'),
    'docProps/app.xml': strToU8('<Properties><Company>某公司</Company></Properties>'),
    'docProps/custom.xml': strToU8('<Properties><property name="内部号">秘</property></Properties>'),
    'docProps/thumbnail.jpeg': strToU8('预览'),
    'word/document.xml': strToU8(
      `<w:document ${w}><w:body><w:p><w:ins w:id="1" w:author="修改人乙"><w:r><w:t>正文</w:t></w:r></w:ins></w:p></w:body></w:document>`,
    ),
    'word/comments.xml': strToU8(
      `<w:comments ${w}><w:comment w:id="0" w:author="批注人丙" w:initials="丙"><w:p/></w:comment></w:comments>`,
    ),
  })
  const { bytes, warnings } = await publicCopyOf('docx', file)
  const parts = unzipSync(bytes)
  const all = Object.values(parts)
    .map((part) => new TextDecoder().decode(part))
    .join('\n')
  assert.doesNotMatch(all, /起草人甲|某公司|内部号|修改人乙|批注人丙|预览|thumbnail/)
  assert.match(all, /正文/)
  assert.deepEqual(warnings, [
    { what: 'comments', count: 1, by: ['修改人乙', '批注人丙'] },
    { what: 'trackedChanges', count: 1, by: ['修改人乙', '批注人丙'] },
  ])
})

test('a workbook tells of its hidden sheets', async () => {
  const file = zipSync({
    '[Content_Types].xml': strToU8('<Types/>'),
    'xl/workbook.xml': strToU8(
      '<workbook><sheets><sheet name="公开" sheetId="1"/><sheet name="底稿" sheetId="2" state="hidden"/></sheets></workbook>',
    ),
  })
  assert.deepEqual((await publicCopyOf('xlsx', file)).warnings, [{ what: 'hiddenSheets', names: ['底稿'] }])
})

test('a pdf loses its properties, scripts and files inside it, also those of an earlier revision', async () => {
  const document = await PDFDocument.create()
  const page = document.addPage()
  page.drawText('shown')
  document.setAuthor('Author A')
  document.setProducer('Program P')
  document.setTitle('Inner title')
  await document.attach(strToU8('hidden bytes'), 'inner.txt')
  document.catalog.set(
    PDFName.of('Metadata'),
    document.context.register(document.context.stream('<x:xmpmeta>Author B</x:xmpmeta>')),
  )
  document.catalog.set(
    PDFName.of('OpenAction'),
    document.context.obj({ S: 'JavaScript', JS: PDFString.of('app.alert(1)') }),
  )
  document.context.register(PDFString.of('left behind'))
  const given = await document.save({ useObjectStreams: false })
  for (const words of ['Author B', 'app.alert', 'left behind']) assert.ok(holds(given, words), words)
  const { bytes, warnings } = await publicCopyOf('pdf', given)
  const again = await PDFDocument.load(bytes, { updateMetadata: false })
  const plain = await again.save({ useObjectStreams: false })
  for (const words of ['Author A', 'Author B', 'Program P', 'Inner title', 'app.alert', 'left behind', 'inner.txt'])
    for (const one of [bytes, plain]) assert.equal(holds(one, words), false, words)
  assert.deepEqual([again.getAuthor(), again.getTitle(), again.getPageCount()], [undefined, undefined, 1])
  assert.deepEqual(
    warnings.map(({ what }) => what),
    ['embeddedFiles', 'actions'],
  )
  await assert.rejects(publicCopyOf('pdf', strToU8('%PDF-1.4 nonsense')), { id: 'file-damaged' })
})

const chunk = (type: string, data: Uint8Array) => {
  const whole = new Uint8Array(12 + data.length)
  new DataView(whole.buffer).setUint32(0, data.length)
  whole.set(strToU8(type), 4)
  whole.set(data, 8)
  return whole
}
const bytesOf = (...parts: readonly (Uint8Array | readonly number[])[]) =>
  Uint8Array.from(parts.flatMap((part) => [...part]))
const segment = (marker: number, data: Uint8Array) =>
  bytesOf([0xff, marker, (data.length + 2) >> 8, (data.length + 2) & 255], data)

test('pictures lose where and with what they were taken, and keep which side is up', async () => {
  const png = bytesOf(
    [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
    chunk('IHDR', new Uint8Array(13)),
    chunk('tEXt', strToU8('Author\0somebody')),
    chunk('eXIf', strToU8('GPS here')),
    chunk('IDAT', strToU8('pixels')),
    chunk('IEND', new Uint8Array()),
    strToU8('after the end'),
  )
  const shown = latin1((await publicCopyOf('png', png)).bytes)
  assert.match(shown, /IHDR.*pixels.*IEND/s)
  assert.doesNotMatch(shown, /somebody|GPS|after/)
  // Big-endian, two entries: orientation 6 and a pointer to GPS.
  const tiff = [
    0x4d, 0x4d, 0, 0x2a, 0, 0, 0, 8, 0, 2, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0, 0x88, 0x25, 0, 4, 0, 0, 0, 1, 0, 0,
    0, 38, 0, 0,
  ]
  const jpeg = bytesOf(
    [0xff, 0xd8],
    segment(0xe0, strToU8('JFIF\0.........')),
    segment(0xe1, bytesOf(strToU8('Exif\0\0'), tiff, strToU8('GPS place'))),
    segment(0xe1, strToU8('http://ns.adobe.com/xap/1.0/\0<xmp>somebody</xmp>')),
    segment(0xfe, strToU8('a comment')),
    segment(0xda, new Uint8Array(6)),
    strToU8('scan'),
    [0xff, 0x00],
    strToU8('data'),
    [0xff, 0xd9],
    strToU8('trailing'),
  )
  const copy = (await publicCopyOf('jpeg', jpeg)).bytes
  const text = latin1(copy)
  assert.match(text, /JFIF.*Exif.*scan\xff\0data\xff\xd9$/s)
  assert.doesNotMatch(text, /GPS|somebody|comment|trailing/)
  assert.ok(copy.join().includes([0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6].join()))
  assert.deepEqual((await publicCopyOf('jpeg', copy)).bytes, copy)
  const gif = bytesOf(
    strToU8('GIF89a'),
    [1, 0, 1, 0, 0, 0, 0],
    [0x21, 0xfe, 8],
    strToU8('somebody'),
    [0, 0x2c, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 1, 0x44, 0, 0x3b],
  )
  assert.doesNotMatch(latin1((await publicCopyOf('gif', gif)).bytes), /somebody/)
  const riff = (type: string, data: Uint8Array) =>
    bytesOf(strToU8(type), [data.length, 0, 0, 0], data, data.length % 2 ? [0] : [])
  const inside = bytesOf(
    riff('VP8X', bytesOf([0x0c], new Uint8Array(9))),
    riff('VP8 ', strToU8('pixels')),
    riff('EXIF', strToU8('GPS')),
  )
  const webp = (
    await publicCopyOf('webp', bytesOf(strToU8('RIFF'), [inside.length + 4, 0, 0, 0], strToU8('WEBP'), inside))
  ).bytes
  assert.doesNotMatch(latin1(webp), /GPS|EXIF/)
  assert.equal(webp[4], webp.length - 8)
  for (const kind of ['png', 'jpeg', 'gif', 'webp'] as const)
    await assert.rejects(publicCopyOf(kind, bytesOf({ png, jpeg, gif, webp }[kind].subarray(0, 20))), {
      id: 'file-damaged',
    })
})
