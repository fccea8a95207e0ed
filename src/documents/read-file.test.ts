import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { makeDocx, p } from '../../test/documents/make-docx.ts'
import { makeOle } from '../../test/documents/make-ole.ts'
import { makePlainPdf } from '../../test/documents/make-pdf.ts'
import { showBlocks } from '../../test/documents/show-blocks.ts'
import { convertDoc, docxToPdf } from './doc/convert-doc.ts'
import { readFile } from './read-file.ts'

const folder = mkdtempSync(join(tmpdir(), 'gongkai-read-file-'))
after(() => rmSync(folder, { recursive: true }))
const write = (name: string, content: string | Uint8Array, mode = 0o600) => {
  writeFileSync(join(folder, name), content, { mode })
  return join(folder, name)
}

test('a file is read by its content', async () => {
  assert.deepEqual(showBlocks(await readFile(write('a.docx', makeDocx({ body: p('文') })))), ['文'])
  assert.deepEqual(showBlocks(await readFile(write('a.md', '甲\n乙'))), ['甲', '乙'])
  assert.equal((await readFile(write('a.pdf', makePlainPdf('BT /F 10 Tf 30 150 Td (a) Tj ET')))).format, 'pdf')
})

test('a file of 200 MB is refused by its size, before it is read', async () => {
  const path = write('big.txt', '')
  truncateSync(path, 200 * 1024 * 1024)
  const before = process.memoryUsage.rss()
  await assert.rejects(readFile(path), { id: 'file-too-large' })
  assert.ok(process.memoryUsage.rss() - before < 50 * 1024 * 1024)
})

test('a missing file and a folder are refused', async () => {
  await assert.rejects(readFile(join(folder, 'none.docx')), { id: 'file-not-found' })
  await assert.rejects(readFile(folder), { id: 'file-not-readable' })
})

const onWindows = process.platform === 'win32'

test('a .doc is converted by LibreOffice when there is one', { skip: onWindows }, async () => {
  const ready = write('ready.docx', makeDocx({ body: p('旧文') }))
  const bin = mkdtempSync(join(folder, 'bin-'))
  const script = `#!/bin/sh\nwhile [ "$1" != --outdir ]; do shift; done\ncp '${ready}' "$2/source.docx"\n`
  writeFileSync(join(bin, 'soffice'), script, { mode: 0o700 })
  const converted = await convertDoc(makeOle(['Root Entry', 'WordDocument']), { PATH: `${bin}:/usr/bin:/bin` })
  assert.deepEqual(showBlocks(await readFile(write('converted.docx', converted))), ['旧文'])
})

test('LibreOffice is not told what the program is: no password of a database or a mail server', {
  skip: onWindows,
}, async () => {
  const bin = mkdtempSync(join(folder, 'bin-'))
  const told = join(bin, 'told.txt')
  writeFileSync(join(bin, 'soffice'), `#!/bin/sh\nenv > '${told}'\nexit 1\n`, { mode: 0o700 })
  process.env.GONGKAI_SMTP_URL = 'smtp://user:geheim123@mail.example'
  try {
    const environment = { ...process.env, DATABASE_URL: 'postgres://u:geheim123@db/x', PATH: `${bin}:/usr/bin:/bin` }
    await assert.rejects(docxToPdf(new Uint8Array(), environment), { id: 'template-pdf-not-converted' })
  } finally {
    delete process.env.GONGKAI_SMTP_URL
  }
  assert.match(readFileSync(told, 'utf8'), /^PATH=/m)
  assert.doesNotMatch(readFileSync(told, 'utf8'), /geheim123/)
})

test('a .doc is refused where there is no LibreOffice, or where it fails', { skip: onWindows }, async () => {
  const doc = makeOle(['Root Entry', 'WordDocument'])
  await assert.rejects(convertDoc(doc, { PATH: folder }), { id: 'doc-needs-libreoffice' })
  const bin = mkdtempSync(join(folder, 'bin-'))
  writeFileSync(join(bin, 'soffice'), '#!/bin/sh\nexit 1\n', { mode: 0o700 })
  await assert.rejects(convertDoc(doc, { PATH: `${bin}:/usr/bin:/bin` }), { id: 'doc-not-converted' })
})
