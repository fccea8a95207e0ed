import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cidFont } from '../../../test/documents/cid-font.ts'
import { makePdf, makePlainPdf } from '../../../test/documents/make-pdf.ts'
import { misplaced, showBlocks } from '../../../test/documents/show-blocks.ts'
import { readPdf } from './read-pdf.ts'

const read = async (bytes: Uint8Array) => {
  const document = await readPdf(bytes)
  assert.deepEqual(misplaced(document), [])
  return showBlocks(document)
}

test('a ruled table comes back cell by cell, merged cells, blanks and wrapped words too', async () => {
  const markup = `#table(columns: (2fr, 2fr, 1fr, 1fr),
    table.cell(colspan: 2, rowspan: 2)[头], table.cell(colspan: 2)[申请人情况], [自然人], [总计],
    table.cell(rowspan: 2)[办理结果], [（一）予以公开，这一格的字很多，要折成几行], [12], [345678], [（二）部分公开], [], [0])`
  assert.deepEqual(await read(makePdf(markup)), [
    [
      ['头→2↓2', '申请人情况→2'],
      ['自然人', '总计'],
      ['办理结果↓2', '（一）予以公开，这一格的字很多，要折成几行', '12', '345678'],
      ['（二）部分公开', '', '0'],
    ],
  ])
})

test('wrapped lines become paragraphs, page numbers go', async () => {
  const long = '本年度认真落实各项要求，规范公开内容，保障人民群众的知情权。'.repeat(12)
  assert.deepEqual(await read(makePdf(`一、总体情况\n\n${long}\n\n二、主动公开`)), [
    '一、总体情况',
    long,
    '二、主动公开',
  ])
})

test('a table over several pages is one table, its repeated head read once', async () => {
  const rows = Array.from({ length: 40 }, (_, i) => `[第${i}行], [${i}], [${i * 3}],`).join('\n')
  const [grid, ...rest] = await read(
    makePdf(`#table(columns: (2fr, 1fr, 1fr), table.header([项], [收], [办]), ${rows})`),
  )
  assert.deepEqual(rest, [])
  assert.deepEqual(grid, [
    ['项', '收', '办'],
    ...Array.from({ length: 40 }, (_, i) => [`第${i}行`, `${i}`, `${i * 3}`]),
  ])
})

test('two tables with words between them stay two', async () => {
  const table = '#table(columns: 2, [甲], [1], [乙], [2])'
  assert.deepEqual(await read(makePdf(`${table}\n中间\n${table}`)), [
    [
      ['甲', '1'],
      ['乙', '2'],
    ],
    '中间',
    [
      ['甲', '1'],
      ['乙', '2'],
    ],
  ])
})

test('two numbers one above the other in a cell are not run together', async () => {
  const [grid] = await read(makePdf('#table(columns: 2, [甲], [12 \\ 34], [乙], [2])'))
  assert.deepEqual(grid, [
    ['甲', '12\n34'],
    ['乙', '2'],
  ])
})

test('lines drawn as thin filled rectangles close cells in as well', async () => {
  const lines = ['20 100 200 1', '20 140 200 1', '20 180 200 1', '20 100 1 80', '120 100 1 80', '219 100 1 80']
  const rectangles = lines.map((line) => `${line} re f`).join('\n')
  const words = ['30 150 (a)', '130 150 (1)', '30 110 (b)', '130 110 (2)'].map((word) => {
    const [x, y, text] = word.split(' ')
    return `BT /F 10 Tf ${x} ${y} Td ${text} Tj ET`
  })
  assert.deepEqual(await read(makePlainPdf(`${rectangles}\n${words.join('\n')}`)), [
    [
      ['a', '1'],
      ['b', '2'],
    ],
  ])
})

test('columns without lines keep their distance in spaces', async () => {
  const line = 'BT /F 10 Tf 30 150 Td (a) Tj ET BT /F 10 Tf 130 150 Td (1) Tj ET'
  const [text] = await read(makePlainPdf(line))
  assert.match(String(text), /^a {2,}1$/)
})

test('a scan has no text and is refused; so are passwords and damage', async () => {
  await assert.rejects(readPdf(makePlainPdf('0 0 100 100 re f')), { id: 'pdf-without-text' })
  const key = '(aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa)'
  const locked = makePlainPdf('', `/ID [(a) (a)] /Encrypt << /Filter /Standard /V 1 /R 2 /O ${key} /U ${key} /P -4 >>`)
  await assert.rejects(readPdf(locked), { id: 'password-protected' })
  await assert.rejects(readPdf(new TextEncoder().encode('%PDF-1.7 broken')), { id: 'file-damaged' })
})

const shown = (hexadecimal: string) => `BT /F 10 Tf 30 150 Td <${hexadecimal}> Tj ET`

const codes: readonly (readonly [encoding: string, ordering: string, hexadecimal: string, text: string])[] = [
  ['GBK-EUC-H', 'GB1', 'B9ABBFAA3132BCFE', '公开12件'],
  ['GBKp-EUC-H', 'GB1', 'B9ABBFAA3132BCFE', '公开12件'],
  ['GBK2K-H', 'GB1', 'B9ABBFAA3132BCFE', '公开12件'],
  ['GB-EUC-H', 'GB1', 'B9ABBFAA3132BCFE', '公开12件'],
  ['UniGB-UCS2-H', 'GB1', '516C5F00003100324EF6', '公开12件'],
  ['UniGB-UTF16-H', 'GB1', '516C5F00003100324EF6', '公开12件'],
  ['ETen-B5-H', 'CNS1', 'A4BDB67D3132A5F3', '公開12件'],
]
for (const [encoding, ordering, hexadecimal, text] of codes)
  test(`fonts that are not embedded are read by their character map ${encoding}`, async () => {
    assert.deepEqual(await read(makePlainPdf(shown(hexadecimal), '', cidFont(encoding, ordering))), [text])
  })

test('text whose font cannot be decoded is never left out in silence: the pdf is refused, and not as a scan', async () => {
  const fonts = cidFont('Unknown-EUC-H', 'GB1')
  await assert.rejects(readPdf(makePlainPdf(shown('B9ABBFAA'), '', fonts)), { id: 'pdf-fonts-unknown' })
  const known = `${shown('B9ABBFAA')} BT /Latin 10 Tf 30 100 Td (legible) Tj ET`
  await assert.rejects(readPdf(makePlainPdf(known, '', fonts)), { id: 'pdf-fonts-unknown' })
})

test('a pdf whose fonts do not say what their numbers stand for is refused, and not as a scan', async () => {
  const pdf = Buffer.from(makePdf('本年度公开信息12件')).toString('latin1')
  const nameless = Buffer.from(pdf.replaceAll('/ToUnicode', '/Something'), 'latin1')
  await assert.rejects(readPdf(new Uint8Array(nameless)), { id: 'pdf-fonts-unknown' })
})

const cells = '[项目], [收], [办], [甲], [1], [20], [乙], [], [4]'
const grid = [
  ['项目', '收', '办'],
  ['甲', '1', '20'],
  ['乙', '', '4'],
]

test('rows of a table that has no upright lines stay rows', async () => {
  const rows = await read(makePdf(`#table(columns: (2fr, 1fr, 1fr), stroke: (x: none, y: 0.5pt), ${cells})`))
  assert.deepEqual(
    rows.map((row) => String(row).split(/ {2,}/)),
    [
      ['项目', '收', '办'],
      ['甲', '1', '20'],
      ['乙', '4'],
    ],
  )
})

test('a table that is open at its sides or at its foot is a table', async () => {
  const inner = '(x, y) => (left: if x > 0 { 0.5pt }, top: 0.5pt, bottom: 0.5pt)'
  assert.deepEqual(await read(makePdf(`#table(columns: (2fr, 1fr, 1fr), stroke: ${inner}, ${cells})`)), [grid])
  const noFoot = '(x, y) => (left: 0.5pt, right: 0.5pt, top: 0.5pt)'
  assert.deepEqual(await read(makePdf(`#table(columns: (2fr, 1fr, 1fr), stroke: ${noFoot}, ${cells})`)), [grid])
})

test('a running head is left out and does not cut the table that goes on below it', async () => {
  const rows = Array.from({ length: 24 }, (_, i) => `[第${i}行], [${i}], [${i * 3}],`).join('\n')
  const markup = `#set page(header: [某局年度报告 #h(1fr) 内部])\n正文\n#table(columns: 3, ${rows})`
  const [words, table, ...rest] = await read(makePdf(markup))
  assert.deepEqual([words, table?.length, rest], ['正文', 24, []])
})

test('characters drawn twice to look bold are read once', async () => {
  const at = (x: number, y: number, text: string) => `BT /F 10 Tf ${x} ${y} Td (${text}) Tj ET`
  const whole = `${at(30, 150, '12')} ${at(30.3, 150, '12')}`
  const single = [at(30, 100, '1'), at(30.3, 100, '1'), at(35.6, 100, '1'), at(35.9, 100, '1'), at(41.2, 100, '2')]
  assert.deepEqual(await read(makePlainPdf(`${whole} ${single.join(' ')}`)), ['12', '112'])
})

test('a small raised figure is the mark of a note', async () => {
  const [table] = await read(makePdf('#table(columns: 2, [甲], [3#super(typographic: false)[1]], [乙], [5])'))
  assert.deepEqual(table, [
    ['甲', '3¹'],
    ['乙', '5'],
  ])
})

test('a page whose text runs upward, downward or upside down is turned first', async () => {
  const table = `block(width: 80mm)[#table(columns: (2fr, 1fr, 1fr), ${cells})]`
  for (const angle of [90, 180, 270])
    assert.deepEqual(await read(makePdf(`#rotate(${angle}deg, reflow: true, ${table})`)), [grid])
})
