import assert from 'node:assert/strict'
import { test } from 'node:test'
import { makeDocx, p } from '../../../test/documents/make-docx.ts'
import { showBlocks } from '../../../test/documents/show-blocks.ts'
import { readDocx } from './read-docx.ts'

const level = (index: number, format: string, text: string, more = '') =>
  `<w:lvl w:ilvl="${index}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/>${more}</w:lvl>`
const outline =
  level(0, 'chineseCounting', '%1、') + level(1, 'chineseCountingThousand', '（%2）') + level(2, 'decimal', '%3.')
const list = (id: number, levels: string) => `<w:abstractNum w:abstractNumId="${id}">${levels}</w:abstractNum>`
const num = (id: number, definition: number, more = '') =>
  `<w:num w:numId="${id}"><w:abstractNumId w:val="${definition}"/>${more}</w:num>`
const item = (text: string, numId: number, ilvl = 0) =>
  p(text, `<w:numPr><w:ilvl w:val="${ilvl}"/><w:numId w:val="${numId}"/></w:numPr>`)
const read = (numbering: string, body: string, styles?: string) =>
  showBlocks(readDocx(makeDocx({ body, numbering, ...(styles === undefined ? {} : { styles }) })))

test('automatic numbers are written before their paragraphs, lower levels start again', () => {
  const body =
    item('总体', 1) +
    item('主动', 1, 1) +
    item('甲', 1, 2) +
    item('乙', 1, 2) +
    item('申请', 1, 1) +
    item('丙', 1, 2) +
    item('收到', 1)
  assert.deepEqual(read(list(0, outline) + num(1, 0), body), [
    '一、总体',
    '（一）主动',
    '1. 甲',
    '2. 乙',
    '（二）申请',
    '1. 丙',
    '二、收到',
  ])
})

test('lists of one definition count on together; a start override begins anew', () => {
  const override = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
  const numbering = list(0, outline) + num(1, 0) + num(2, 0) + num(3, 0, override)
  assert.deepEqual(read(numbering, item('a', 1) + item('b', 2) + item('c', 3) + item('d', 1)), [
    '一、a',
    '二、b',
    '一、c',
    '二、d',
  ])
})

test('numbering comes by paragraph style, level by the level that names the style', () => {
  const numbering =
    list(0, level(0, 'decimal', '%1') + level(1, 'decimal', '%1.%2', '<w:pStyle w:val="h2"/>')) + num(1, 0)
  const styles = `<w:style w:type="paragraph" w:styleId="h2"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
    <w:style w:type="paragraph" w:styleId="off"><w:basedOn w:val="h2"/></w:style>`
  const body =
    p('a', '<w:pStyle w:val="h2"/>') +
    p('b', '<w:pStyle w:val="off"/>') +
    p('c', '<w:pStyle w:val="h2"/><w:numPr><w:numId w:val="0"/></w:numPr>')
  assert.deepEqual(read(numbering, body, styles), ['1.1 a', '2 b', 'c'])
})

test('legal levels write plain digits, bullets nothing, a list without definition nothing', () => {
  const numbering =
    list(0, level(0, 'chineseCounting', '第%1章') + level(1, 'decimal', '%1.%2', '<w:isLgl/>')) +
    list(1, level(0, 'bullet', '\uf0b7')) +
    num(1, 0) +
    num(2, 1)
  assert.deepEqual(read(numbering, item('a', 1) + item('b', 1, 1) + item('c', 2) + item('d', 9)), [
    '第一章 a',
    '1.1 b',
    'c',
    'd',
  ])
})

test('a definition that only links to a list style takes its levels from there', () => {
  const linked = '<w:abstractNum w:abstractNumId="5"><w:numStyleLink w:val="S"/></w:abstractNum>'
  const target = `<w:abstractNum w:abstractNumId="6"><w:styleLink w:val="S"/>${outline}</w:abstractNum>`
  assert.deepEqual(read(linked + target + num(1, 5), item('a', 1) + item('b', 1)), ['一、a', '二、b'])
})

test('an empty numbered paragraph counts but is not shown', () => {
  assert.deepEqual(read(list(0, outline) + num(1, 0), item('a', 1) + item('', 1) + item('c', 1)), ['一、a', '三、c'])
})
