import assert from 'node:assert/strict'
import { test } from 'node:test'
import { strToU8, Zip, ZipDeflate } from 'fflate'
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

test('two paragraphs joined by a deleted end are numbered as the second of them', () => {
  const numbered = '<w:numPr><w:numId w:val="1"/></w:numPr>'
  const numbering = `<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:lvlText w:val="%1、"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`
  const body = `<w:p><w:pPr>${numbered}<w:rPr><w:del/></w:rPr></w:pPr><w:del>${run('<w:delText>旧</w:delText>')}</w:del></w:p>${p('文')}`
  assert.deepEqual(read(body, { numbering }), ['文'])
})

test('a deleted paragraph end reaches neither into the next cell nor behind a table', () => {
  const open = (text: string) => `<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>${run(t(text))}</w:p>`
  assert.deepEqual(read(open('前') + tbl(tr(tc(open('1')), tc('2'))) + p('后')), ['前', [['1', '2']], '后'])
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

test('paragraph styles hide text as well, and struck-out text is void', () => {
  const styles = `<w:style w:type="paragraph" w:styleId="h"><w:rPr><w:vanish/></w:rPr></w:style>
    <w:style w:type="character" w:styleId="s"><w:rPr><w:strike/></w:rPr></w:style>`
  const struck = `${run(t('9'), '<w:strike/>')}${run(t('8'), '<w:dstrike/>')}${run(t('7'), '<w:rStyle w:val="s"/>')}`
  const kept = `${run(t('3'), '<w:strike w:val="0"/>')}${run(t('4'), '<w:rStyle w:val="s"/><w:strike w:val="false"/>')}`
  assert.deepEqual(read(`${p('藏', '<w:pStyle w:val="h"/>')}<w:p>${struck}${kept}</w:p>`, { styles }), ['34'])
})

test('a raised figure is the mark of a note and never a digit of the number before it', () => {
  const styles = `<w:style w:type="character" w:styleId="r"><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>`
  const body = `<w:p>${run(t('12'))}${run(t('1'), '<w:vertAlign w:val="superscript"/>')}${run(t('20'), '<w:rStyle w:val="r"/>')}${run(t('件'))}</w:p>`
  assert.deepEqual(read(body, { styles }), ['12¹²⁰件'])
})

test('lettering of old WordArt is text', () => {
  const art = '<w:pict><v:shape><v:textpath on="t" string="某局年度报告"/></v:shape></w:pict>'
  assert.deepEqual(read(`<w:p>${run(art)}</w:p>${p('文')}`), ['某局年度报告', '文'])
})

test('content that only Word can bring in is never left out in silence', () => {
  assert.throws(() => read(`${p('前')}<w:altChunk/>${p('后')}`), { id: 'save-as-docx' })
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

test('controls and custom tags may hold paragraphs, rows and cells', () => {
  const control = (content: string, properties = '') =>
    `<w:sdt><w:sdtPr>${properties}</w:sdtPr><w:sdtContent>${content}</w:sdtContent></w:sdt>`
  const tag = (content: string) => `<w:customXml w:element="x">${content}</w:customXml>`
  const table = tbl(control(tr(control(tc('a')), tag(tc('b')))), tag(tr(tc(control(p('1'))), tc('2'))))
  const prompt = tbl(tr(tc('c'), tc('d')), tr(control(tc('单击'), '<w:showingPlcHdr/>'), tc('4')))
  assert.deepEqual(read(control(p('甲') + table) + tag(p('乙')) + prompt), [
    '甲',
    [
      ['a', 'b'],
      ['1', '2'],
    ],
    '乙',
    [
      ['c', 'd'],
      ['', '4'],
    ],
  ])
})

test('simple, nested and long fields show their results alone', () => {
  const field = (type: string) => run(`<w:fldChar w:fldCharType="${type}"/>`)
  const code = run('<w:instrText> IF </w:instrText>')
  const inner = `${field('begin')}${code}${field('separate')}${run(t('9'))}${field('end')}`
  const outer = `<w:p>${field('begin')}${code}${inner}${field('separate')}${run(t('12'))}${field('end')}</w:p>`
  const long = `<w:p>${field('begin')}${code}${field('separate')}${run(t('一'))}</w:p>${p('二')}<w:p>${run(t('三'))}${field('end')}</w:p>`
  const simple = `<w:p>${run(t('第'))}<w:fldSimple w:instr=" PAGE ">${run(t('3'))}</w:fldSimple>${run(t('页'))}</w:p>`
  assert.deepEqual(read(outer + long + simple), ['12', '一', '二', '三', '第3页'])
})

test('comments, marks of notes, frames, text directions and inserted rows', () => {
  const body = `<w:p><w:commentRangeStart w:id="0"/>${run(t('共12件'))}<w:commentRangeEnd w:id="0"/>${run('<w:commentReference w:id="0"/><w:footnoteReference w:id="2"/>')}<w:bdo w:val="ltr">${run(t('左'))}</w:bdo></w:p>`
  const inserted = `<w:tr><w:trPr><w:ins/></w:trPr>${tc('1')}${tc('2')}</w:tr>`
  const table = tbl(tr(tc('a'), tc('b', '<w:cellIns/>')), inserted)
  assert.deepEqual(read(body + p('框', '<w:framePr w:wrap="around"/>') + table), [
    '共12件左',
    '框',
    [
      ['a', 'b'],
      ['1', '2'],
    ],
  ])
})

test('spans that lie, rows that end early and cells without a paragraph keep the others in their places', () => {
  const lies = tbl(
    tr(tc('a', '<w:gridSpan w:val="99"/>'), tc('b', '<w:gridSpan w:val="0"/>'), tc('c', '<w:gridSpan w:val="x"/>')),
    tr(tc('1', '<w:gridSpan w:val="99"/>'), '<w:tc/>', tc('3')),
    `<w:tr><w:trPr><w:gridAfter w:val="1"/></w:trPr>${tc('x', '<w:gridSpan w:val="99"/>')}${tc('y')}</w:tr>`,
  )
  assert.deepEqual(read(lies), [
    [
      ['a', 'b', 'c'],
      ['1', '', '3'],
      ['x', 'y'],
    ],
  ])
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

test('the main part may have another name, and its container may be written as a stream', () => {
  const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument'
  const parts = {
    'word/document2.xml': `\ufeff<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:wpsCustomData="http://www.wps.cn/officeDocument/2013/wpsCustomData"><w:body>${p('文')}</w:body></w:document>`,
    '_rels/.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="${type}" Target="/word/document2.xml"/></Relationships>`,
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
  }
  const pieces: Uint8Array[] = []
  const container = new Zip((_, piece) => pieces.push(piece))
  for (const [name, content] of Object.entries(parts)) {
    // Sizes stand behind the data, as in files that macOS packs.
    const entry = new ZipDeflate(name)
    container.add(entry)
    entry.push(strToU8(content), true)
  }
  container.end()
  assert.deepEqual(showBlocks(readDocx(new Uint8Array(Buffer.concat(pieces)))), ['文'])
})

test('entities are refused', () => {
  const prolog = '<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>'
  assert.throws(() => read(p('&b;'), { prolog }), { id: 'xml-entities' })
})

test('XML that is not well-formed is damage, and so is a missing main part', () => {
  assert.throws(() => read('<w:p><w:r></w:p>'), { id: 'file-damaged' })
  assert.throws(() => read(p('&unknown;')), { id: 'file-damaged' })
})
