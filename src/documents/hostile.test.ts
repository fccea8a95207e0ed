import assert from 'node:assert/strict'
import { test } from 'node:test'
import { strToU8 } from 'fflate'
import { makeDocx, p, tbl, tc, tr } from '../../test/documents/make-docx.ts'
import { misplaced, showBlocks } from '../../test/documents/show-blocks.ts'
import { limits } from './limits.ts'
import { readDocument } from './read-document.ts'

const html = async (source: string) => await readDocument(strToU8(source), 'a.html')
const cellsOf = (document: Awaited<ReturnType<typeof html>>) =>
  document.blocks.reduce((sum, block) => sum + (block.kind === 'grid' ? block.cells.length : 0), 0)

test('a table of a million cells is read', async () => {
  const row = `<tr>${'<td>1</td>'.repeat(1000)}</tr>`
  assert.equal(cellsOf(await html(`<table>${row.repeat(1000)}</table>`)), 1_000_000)
})

test('more cells than the limit are refused, written out or spanned', async () => {
  const row = `<tr>${'<td>1'.repeat(1000)}`
  await assert.rejects(html(`<table>${row.repeat(2001)}</table>`), { id: 'too-many-cells' })
  const spans = '<tr><td rowspan=65534 colspan=1000>1'.repeat(40)
  await assert.rejects(html(`<table>${spans}${'<tr><td>1'.repeat(5000)}</table>`), { id: 'too-many-cells' })
})

test('a single line of 10 MB is one paragraph', async () => {
  const line = '公开'.repeat(1_700_000)
  for (const name of ['a.txt', 'a.html']) {
    const document = await readDocument(strToU8(name === 'a.txt' ? line : `<p>${line}</p>`), name)
    assert.equal(document.blocks.length, 1)
    assert.deepEqual(misplaced(document), [])
  }
})

test('a hundred thousand nested blocks, tables or open quotes neither overflow the stack nor hang', async () => {
  const many = 100_000
  assert.deepEqual(showBlocks(await html(`${'<div>'.repeat(many)}深${'</div>'.repeat(many)}`)), ['深'])
  assert.deepEqual(showBlocks(await html(`${'<table><tr><td>'.repeat(many)}深`)), ['深'])
  assert.deepEqual(showBlocks(await html(`<p>见</p>${'<a b="'.repeat(many)}`)), ['见'])
  assert.deepEqual(showBlocks(await html(`<td>${'<b>'.repeat(many)}深${'</i>'.repeat(many)}`)), ['深'])
  assert.deepEqual(showBlocks(await html(`<p>见</p><p hidden>${'<span>'.repeat(many)}${'</p>'.repeat(many)}`)), ['见'])
})

test('deep nesting in a docx is read or refused', async () => {
  const many = 20_000
  const open = '<w:tbl><w:tr><w:tc>'.repeat(many)
  const close = `${p('')}</w:tc></w:tr></w:tbl>`.repeat(many)
  // Random ids keep the packed size near what a real document has, or the ratio would refuse it first.
  const noise = Array.from(
    { length: 20_000 },
    (_, i) => `<w:bookmarkEnd w:id="${(i * 2654435761) % 4294967296}"/>`,
  ).join('')
  const document = await readDocument(makeDocx({ body: noise + open + p('深') + close }), 'a.docx')
  assert.deepEqual(showBlocks(document), ['深'])
})

test('a docx that swells beyond measure is refused', async () => {
  const bytes = makeDocx({ body: tbl(tr(tc('1'.repeat(30_000_000)))) })
  await assert.rejects(readDocument(bytes, 'a.docx'), { id: 'zip-bomb' })
})

test('a file over 50 MB is refused', async () => {
  await assert.rejects(readDocument(new Uint8Array(limits.uploadBytes + 1), 'a.txt'), { id: 'file-too-large' })
})

test('an empty file and one of white space are refused', async () => {
  await assert.rejects(readDocument(new Uint8Array(), 'a.txt'), { id: 'file-empty' })
  await assert.rejects(readDocument(strToU8(' \r\n\t'), 'a.txt'), { id: 'file-empty' })
})

test('a pdf or doc that comes to the portable reader is refused with what to do', async () => {
  await assert.rejects(readDocument(strToU8('%PDF-1.7'), 'a.pdf'), { id: 'not-read-here' })
})
