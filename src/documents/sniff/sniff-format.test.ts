import assert from 'node:assert/strict'
import { test } from 'node:test'
import { strToU8, zipSync } from 'fflate'
import { makeDocx, p } from '../../../test/documents/make-docx.ts'
import { makeOle } from '../../../test/documents/make-ole.ts'
import { sniffFormat, sniffText } from './sniff-format.ts'

const text = (content: string) => strToU8(content)
const zip = (...names: string[]) => zipSync(Object.fromEntries(names.map((name) => [name, strToU8('x')])))

const read: readonly (readonly [string, Uint8Array, string, string])[] = [
  ['a docx named .txt', makeDocx({ body: p('文') }), 'a.txt', 'docx'],
  ['a docx named .wps', makeDocx({ body: p('文') }), 'a.wps', 'docx'],
  ['a pdf named .docx', text('%PDF-1.7\n'), 'a.docx', 'pdf'],
  ['a pdf after some noise', text('\n\n  %PDF-1.4\n'), 'a.pdf', 'pdf'],
  ['a binary .doc', makeOle(['Root Entry', 'WordDocument']), 'a.doc', 'doc'],
  ['a page named .doc', text('<html><p>文</p></html>'), 'a.doc', 'text'],
]
for (const [what, bytes, name, format] of read)
  test(`${what} is ${format}`, () => assert.equal(sniffFormat(bytes, name), format))

const refused: readonly (readonly [string, Uint8Array, string, string])[] = [
  ['an empty file', new Uint8Array(), 'a.docx', 'file-empty'],
  ['a workbook', zip('xl/workbook.xml', '_rels/.rels'), 'a.xlsx', 'file-is-spreadsheet'],
  ['slides', zip('ppt/presentation.xml', '_rels/.rels'), 'a.pptx', 'file-is-presentation'],
  ['an OFD', zip('OFD.xml', 'Doc_0/Document.xml'), 'a.ofd', 'wps-save-as-docx'],
  ['an OpenDocument text', zip('mimetype', 'content.xml'), 'a.odt', 'save-as-docx'],
  ['any other zip', zip('a.txt'), 'a.docx', 'file-is-archive'],
  [
    'a docx under a password',
    makeOle(['Root Entry', 'EncryptionInfo', 'EncryptedPackage']),
    'a.docx',
    'password-protected',
  ],
  [
    'a .doc under a password',
    makeOle(['Root Entry', 'WordDocument'], { encrypted: true }),
    'a.doc',
    'password-protected',
  ],
  ['a WPS document', makeOle(['Root Entry', 'WordDocument']), 'a.wps', 'wps-save-as-docx'],
  ['a WPS table', makeOle(['Root Entry', 'Workbook']), 'a.et', 'wps-save-as-docx'],
  ['an old workbook', makeOle(['Root Entry', 'Workbook']), 'a.doc', 'file-is-spreadsheet'],
  ['another OLE file', makeOle(['Root Entry', '__properties_version1.0']), 'a.msg', 'file-unknown'],
  ['a broken OLE file', makeOle(['Root Entry']).subarray(0, 100), 'a.doc', 'file-damaged'],
  ['rich text', text('{\\rtf1\\ansi}'), 'a.doc', 'save-as-docx'],
  ['a web archive', text('MIME-Version: 1.0\n'), 'a.doc', 'save-as-docx'],
  ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]), 'a.docx', 'file-is-image'],
  ['a rar', new Uint8Array([0x52, 0x61, 0x72, 0x21, 26, 7]), 'a.docx', 'file-is-archive'],
]
for (const [what, bytes, name, id] of refused)
  test(`${what} is refused`, () => assert.throws(() => sniffFormat(bytes, name), { id }))

test('decoded text is html, json or text by what it holds', () => {
  assert.equal(sniffText('\n<!-- x --><DIV>文</DIV>', 'a.txt'), 'html')
  assert.equal(sniffText('<?xml version="1.0"?>\n<!DOCTYPE html><html>', 'a'), 'html')
  assert.equal(sniffText('标题<br>文', 'a.htm'), 'html')
  assert.equal(sniffText('| 项 | 数 |\n| -- | -- |', 'a.md'), 'text')
  assert.equal(sniffText('{ "year": 2024 }\n', 'a.txt'), 'json')
  assert.equal(sniffText('{"year":', 'a.json'), 'json')
  assert.equal(sniffText('<2024年> 报告', 'a.txt'), 'text')
})

test('Word documents written as one XML file are refused with what to do, whatever their name', () => {
  const old = '<?mso-application progid="Word.Document"?>\n<w:wordDocument xmlns:w="urn:x">'
  for (const root of [old, '<pkg:package xmlns:pkg="urn:x">', '<!-- x --><w:wordDocument>'])
    assert.throws(() => sniffText(`\ufeff<?xml version="1.0"?>\n${root}`, 'a.doc'), { id: 'save-as-docx' })
})
