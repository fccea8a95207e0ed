import assert from 'node:assert/strict'
import { test } from 'node:test'
import { makeDocx, p, tbl, tc, tr } from '../../../test/documents/make-docx.ts'
import { misplaced, showBlocks } from '../../../test/documents/show-blocks.ts'
import { readDocx } from './read-docx.ts'

const read = (body: string, parts: Partial<Parameters<typeof makeDocx>[0]> = {}) => {
  const document = readDocx(makeDocx({ body, ...parts }))
  assert.deepEqual(misplaced(document), [])
  return showBlocks(document)
}
const run = (content: string, properties = '') => `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}${content}</w:r>`
const t = (text: string) => `<w:t>${text}</w:t>`

test('gridSpan and vMerge give a cell its columns and rows', () => {
  const body = tbl(
    tr(tc('头', '<w:gridSpan w:val="2"/>'), tc('合计', '<w:vMerge w:val="restart"/>')),
    tr(tc('甲'), tc('乙'), tc('', '<w:vMerge/>')),
    tr(tc('1'), tc('2'), tc('3')),
  )
  assert.deepEqual(read(body), [
    [
      ['头→2', '合计↓2'],
      ['甲', '乙'],
      ['1', '2', '3'],
    ],
  ])
})

test('a vertical merge that never began is a cell of its own', () => {
  const body = tbl(tr(tc('1', '<w:vMerge w:val="continue"/>'), tc('2')), tr(tc('', '<w:vMerge/>'), tc('4')))
  assert.deepEqual(read(body), [[['1↓2', '2'], ['4']]])
})

test('the old hMerge joins cells of a row', () => {
  const body = tbl(
    tr(tc('题', '<w:hMerge w:val="restart"/>'), tc('', '<w:hMerge/>'), tc('三')),
    tr(tc('1'), tc('2'), tc('3')),
  )
  assert.deepEqual(read(body), [
    [
      ['题→2', '三'],
      ['1', '2', '3'],
    ],
  ])
})

test('gridBefore shifts the cells of a row to the right', () => {
  const body = tbl(
    tr(tc('a'), tc('b'), tc('c')),
    `<w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>${tc('x')}${tc('y')}</w:tr>`,
  )
  const document = readDocx(makeDocx({ body }))
  const grid = document.blocks[0]
  assert.ok(grid?.kind === 'grid')
  assert.deepEqual(
    grid.cells.slice(3).map((cell) => [cell.text, cell.column]),
    [
      ['x', 1],
      ['y', 2],
    ],
  )
})

test('a layout table round the report hides neither its paragraphs nor its tables', () => {
  const inner = tbl(tr(tc('项'), tc('数')), tr(tc('规章'), tc('3')))
  const body = tbl(tr(tc(p('一、总体情况') + inner + p('二、其他'))))
  assert.deepEqual(read(body), [
    '一、总体情况',
    [
      ['项', '数'],
      ['规章', '3'],
    ],
    '二、其他',
  ])
})

test('rows beside a row that holds a table stay a grid of their own', () => {
  const inner = tbl(tr(tc('1'), tc('2')))
  const body = tbl(tr(tc('索引号'), tc('001')), tr(tc('a'), tc(inner + p(''))), tr(tc('页脚'), tc('电话')))
  assert.deepEqual(read(body), [[['索引号', '001']], 'a', [['1', '2']], [['页脚', '电话']]])
})

test('a table of one cell inside a cell is just its text', () => {
  const body = tbl(tr(tc('规章'), tc(tbl(tr(tc('22'))) + p(''))), tr(tc('其他'), tc('1')))
  assert.deepEqual(read(body), [
    [
      ['规章', '22'],
      ['其他', '1'],
    ],
  ])
})

test('several paragraphs of a cell are joined by line feeds', () => {
  assert.deepEqual(read(tbl(tr(tc(p('法') + p('人')), tc('1')))), [[['法\n人', '1']]])
})

test('a text box is read once, after the paragraph it hangs on, tables in it too', () => {
  const content = `<w:txbxContent>${p('框内')}${tbl(tr(tc('甲'), tc('1')))}</w:txbxContent>`
  const box = `<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:wsp><wps:txbx>${content}</wps:txbx></wps:wsp></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>${content}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent>`
  assert.deepEqual(read(`<w:p>${run(t('前'))}${run(box)}${run(t('后'))}</w:p>`), ['前后', '框内', [['甲', '1']]])
})

test('a text box inside a cell leaves the cells after it in their places', () => {
  const box = run(`<w:pict><v:textbox><w:txbxContent>${p('注')}</w:txbxContent></v:textbox></w:pict>`)
  assert.deepEqual(read(tbl(tr(tc(`<w:p>${run(t('甲'))}${box}</w:p>`), tc('1')), tr(tc('乙'), tc('2')))), [
    [
      ['甲\n注', '1'],
      ['乙', '2'],
    ],
  ])
})

test('tracked changes are read as accepted: insertions stay, deletions and moved-away text go', () => {
  const body = `<w:p>${run(t('共'))}<w:ins>${run(t('12'))}</w:ins><w:del>${run('<w:delText>11</w:delText>')}</w:del><w:moveFrom>${run(t('旧'))}</w:moveFrom><w:moveTo>${run(t('件'))}</w:moveTo></w:p>`
  assert.deepEqual(read(body), ['共12件'])
})

test('a deleted paragraph end joins two paragraphs', () => {
  const body = `<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>${run(t('前半'))}</w:p>${p('后半')}`
  assert.deepEqual(read(body), ['前半后半'])
})

test('a deleted row and a deleted cell are not in the table', () => {
  const gone = `<w:tr><w:trPr><w:del/></w:trPr>${tc('9')}${tc('9')}</w:tr>`
  const body = tbl(tr(tc('a'), tc('b')), gone, tr(tc('x', '<w:cellDel/>'), tc('c'), tc('d')))
  assert.deepEqual(read(body), [
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
  ])
})

test('former properties of a tracked change do not count', () => {
  const cell = tc('1', '<w:tcPrChange><w:tcPr><w:gridSpan w:val="3"/></w:tcPr></w:tcPrChange>')
  assert.deepEqual(read(tbl(tr(cell, tc('2')), tr(tc('3'), tc('4')))), [
    [
      ['1', '2'],
      ['3', '4'],
    ],
  ])
})

test('hidden text is left out, by run and by style', () => {
  const styles = '<w:style w:type="character" w:styleId="h"><w:rPr><w:vanish/></w:rPr></w:style>'
  const body = `<w:p>${run(t('见'))}${run(t('藏'), '<w:vanish/>')}${run(t('藏'), '<w:rStyle w:val="h"/>')}${run(t('显'), '<w:vanish w:val="0"/>')}</w:p>`
  assert.deepEqual(read(body, { styles }), ['见显'])
})

test('of a field the result stays and the code goes; residue typed as text stays', () => {
  const field = (type: string) => run(`<w:fldChar w:fldCharType="${type}"/>`)
  const code = run('<w:instrText>PAGEREF _Toc1 \\h</w:instrText>')
  const body = `<w:p>${field('begin')}${code}${run(t('codes'))}${field('separate')}${run(t('3'))}${field('end')}${run(t('[bookmark: _GoBack] PAGEREF _Toc9 \\h'))}</w:p>`
  assert.deepEqual(read(body), ['3[bookmark: _GoBack] PAGEREF _Toc9 \\h'])
})

test('content controls, smart tags and links are looked through; the prompt of an empty control is not content', () => {
  const control = `<w:sdt><w:sdtPr/><w:sdtContent>${run(t('甲'))}</w:sdtContent></w:sdt>`
  const prompt = `<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${run(t('单击'))}</w:sdtContent></w:sdt>`
  const body = `<w:p>${control}${prompt}<w:smartTag>${run(t('乙'))}</w:smartTag><w:hyperlink>${run(t('丙'))}</w:hyperlink></w:p>`
  assert.deepEqual(read(body), ['甲乙丙'])
})

test('tabs, breaks, hyphens, symbols and phonetic guides', () => {
  const ruby =
    '<w:ruby><w:rt><w:r><w:t>pinyin</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>字</w:t></w:r></w:rubyBase></w:ruby>'
  const body = `<w:p><w:pPr><w:tabs><w:tab w:val="left"/></w:tabs></w:pPr>${run(`${t('a')}<w:tab/>${t('b')}<w:br/>${t('c')}<w:noBreakHyphen/><w:sym w:font="Symbol" w:char="2611"/>`)}${run(ruby)}</w:p>`
  assert.deepEqual(read(body), ['a\tb', 'c-☑字'])
})

test('footnotes come at the end, separators do not', () => {
  const footnotes = `<w:footnote w:type="separator" w:id="0">${p('线')}</w:footnote><w:footnote w:id="2">${p('注：含街道')}</w:footnote>`
  assert.deepEqual(read(p('正文'), { footnotes }), ['正文', '注：含街道'])
})

test('strict namespaces and any prefix are understood', () => {
  const cell = (text: string, properties = '') => `<x:tc>${properties}<x:p><x:r><x:t>${text}</x:t></x:r></x:p></x:tc>`
  const wide = cell('严格', '<x:tcPr><x:gridSpan x:val="2"/></x:tcPr>')
  const xml = `<x:document xmlns:x="http://purl.oclc.org/ooxml/wordprocessingml/main"><x:body><x:tbl><x:tr>${wide}</x:tr><x:tr>${cell('1')}${cell('2')}</x:tr></x:tbl></x:body></x:document>`
  assert.deepEqual(read('', { encode: () => new TextEncoder().encode(xml) }), [[['严格→2'], ['1', '2']]])
})

test('parts in UTF-16 are read', () => {
  const encode = (xml: string) => new Uint8Array(Buffer.from(`\ufeff${xml}`, 'utf16le'))
  assert.deepEqual(read(p('全角'), { encode, prolog: '<?xml version="1.0" encoding="UTF-16"?>' }), ['全角'])
})

test('entities are refused', () => {
  const prolog = '<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>'
  assert.throws(() => read(p('&b;'), { prolog }), { id: 'xml-entities' })
})

test('XML that is not well-formed is damage, and so is a missing main part', () => {
  assert.throws(() => read('<w:p><w:r></w:p>'), { id: 'file-damaged' })
  assert.throws(() => read(p('&unknown;')), { id: 'file-damaged' })
})
