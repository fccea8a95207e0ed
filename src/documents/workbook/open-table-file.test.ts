import assert from 'node:assert/strict'
import { test } from 'node:test'
import ExcelJS from 'exceljs'
import { strToU8, zipSync } from 'fflate'
import type { SheetCell } from '../../report/ledger/sheet-cell.ts'
import { openTableFile } from './open-table-file.ts'

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const relations = 'http://schemas.openxmlformats.org/package/2006/relationships'
const kinds = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** The smallest xlsx around one sheet's rows, written by hand so that each trait of the format can be had. */
function xlsx(sheetData: string, parts: { workbookPr?: string; strings?: string; styles?: string } = {}): Uint8Array {
  const relation = (id: string, kind: string, target: string) =>
    `<Relationship Id="${id}" Type="${kinds}/${kind}" Target="${target}"/>`
  return zipSync({
    '_rels/.rels': strToU8(
      `<Relationships xmlns="${relations}">${relation('r', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    ),
    'xl/workbook.xml': strToU8(
      `<x:workbook xmlns:x="${main}" xmlns:r="${kinds}">${parts.workbookPr ?? ''}<x:sheets><x:sheet name="表" sheetId="1" r:id="s"/></x:sheets></x:workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': strToU8(
      `<Relationships xmlns="${relations}">${relation('s', 'worksheet', '/xl/worksheets/a.xml')}${relation('t', 'sharedStrings', 'strings.xml')}${relation('y', 'styles', 'styles.xml')}</Relationships>`,
    ),
    'xl/worksheets/a.xml': strToU8(`<worksheet xmlns="${main}"><sheetData>${sheetData}</sheetData></worksheet>`),
    'xl/strings.xml': strToU8(`<sst xmlns="${main}">${parts.strings ?? ''}</sst>`),
    'xl/styles.xml': strToU8(
      parts.styles ??
        `<styleSheet xmlns="${main}"><numFmts><numFmt numFmtId="165" formatCode="[$-804]yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/><numFmt numFmtId="166" formatCode="0.00&quot; yd&quot;"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="165"/><xf numFmtId="166"/></cellXfs></styleSheet>`,
    ),
  })
}

const cellsOf = (bytes: Uint8Array, name = 'a.xlsx'): readonly (readonly [number, number, SheetCell])[] =>
  openTableFile(bytes, name).flatMap((sheet) =>
    [...sheet.rows()].flatMap((row) => [...row.cells].map(([column, cell]) => [row.number, column, cell] as const)),
  )
const oneCell = (xml: string, parts = {}) => cellsOf(xlsx(`<row r="1">${xml}</row>`, parts))[0]?.[2]
const refused = (id: string, work: () => unknown) => assert.throws(work, { name: 'Refusal', id })

test('shared, inline and rich text are read; phonetic guides and escapes are not part of it', () => {
  const strings =
    '<si><t>甲</t></si><si><r><t>乙</t></r><r><t xml:space="preserve"> 丙_x000D_</t></r><rPh><t>音</t></rPh></si>'
  assert.deepEqual(oneCell('<c r="A1" t="s"><v>1</v></c>', { strings }), { kind: 'text', text: '乙 丙\r' })
  assert.deepEqual(oneCell('<c r="A1" t="inlineStr"><is><t>丁</t></is></c>'), { kind: 'text', text: '丁' })
})

test('a number is a day only where its style shows a day', () => {
  assert.deepEqual(oneCell('<c r="A1" s="1"><v>45719</v></c>'), { kind: 'day', day: '2025-03-03' })
  assert.deepEqual(oneCell('<c r="A1" s="2"><v>45719.75</v></c>'), { kind: 'day', day: '2025-03-03' })
  assert.deepEqual(oneCell('<c r="A1" s="3"><v>45719</v></c>'), { kind: 'number', text: '45719' })
  assert.deepEqual(oneCell('<c r="A1"><v>45719</v></c>'), { kind: 'number', text: '45719' })
  assert.deepEqual(oneCell('<c r="A1" s="1"><v>-3</v></c>'), { kind: 'notADay', text: '-3' })
})

test('the date system of 1904 moves days by four years, and 1900 has no 29 February', () => {
  const workbookPr = '<x:workbookPr date1904="1"/>'
  assert.deepEqual(oneCell('<c r="A1" s="1"><v>44257</v></c>', { workbookPr }), { kind: 'day', day: '2025-03-03' })
  assert.deepEqual(oneCell('<c r="A1" s="1"><v>59</v></c>'), { kind: 'day', day: '1900-02-28' })
  assert.deepEqual(oneCell('<c r="A1" s="1"><v>60</v></c>'), { kind: 'notADay', text: '60' })
  assert.deepEqual(oneCell('<c r="A1" s="1"><v>61</v></c>'), { kind: 'day', day: '1900-03-01' })
})

test('a formula is a formula, whatever result the file carries; errors and truth values are told apart', () => {
  assert.deepEqual(oneCell('<c r="A1"><f>1+1</f><v>2</v></c>'), { kind: 'formula' })
  assert.deepEqual(oneCell('<c r="A1" t="e"><v>#REF!</v></c>'), { kind: 'error', text: '#REF!' })
  assert.deepEqual(oneCell('<c r="A1" t="b"><v>1</v></c>'), { kind: 'boolean', value: true })
})

test('rows and cells keep the places that the spreadsheet shows, also where the file leaves their names out', () => {
  const bytes = xlsx('<row><c><v>1</v></c><c><v>2</v></c></row><row r="7"><c r="AB7"><v>3</v></c></row>')
  assert.deepEqual(
    cellsOf(bytes).map(([row, column]) => [row, column]),
    [
      [1, 0],
      [1, 1],
      [7, 27],
    ],
  )
})

test('what exceljs writes is read back the same', async () => {
  const book = new ExcelJS.Workbook()
  const sheet = book.addWorksheet('数据')
  sheet.addRow(['文字', 12.5, new Date('2025-03-03'), true])
  const cells = cellsOf(new Uint8Array(await book.xlsx.writeBuffer())).map(([, , cell]) => cell)
  assert.deepEqual(cells, [
    { kind: 'text', text: '文字' },
    { kind: 'number', text: '12.5' },
    { kind: 'day', day: '2025-03-03' },
    { kind: 'boolean', value: true },
  ])
})

test('csv is read in UTF-8, GBK and UTF-16, with comma, semicolon and tab, quotes and line breaks inside them', () => {
  const expected = ['编号', '含,逗号', '两\n行', '引"号']
  const utf8 = strToU8('﻿编号,"含,逗号","两\n行","引""号"\r\n')
  assert.deepEqual(
    cellsOf(utf8, 'a.csv').map(([, , cell]) => 'text' in cell && cell.text),
    expected,
  )
  const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('编号\t"含,逗号"', 'utf16le')])
  assert.deepEqual(
    cellsOf(utf16, 'a.csv').map(([, , cell]) => 'text' in cell && cell.text),
    expected.slice(0, 2),
  )
  const gbk = Uint8Array.from([0xb1, 0xe0, 0xba, 0xc5, 0x3b, 0x31])
  assert.deepEqual(
    cellsOf(gbk, 'a.csv').map(([, , cell]) => 'text' in cell && cell.text),
    ['编号', '1'],
  )
})

test('a csv row has the number a spreadsheet shows, and a field that would run as a formula is one', () => {
  const cells = cellsOf(strToU8('a,b\n\n=1+1,@x\n+2,-3\n'), 'a.csv')
  assert.deepEqual(
    cells.slice(2).map(([row, , cell]) => [row, cell.kind]),
    [
      [3, 'formula'],
      [3, 'formula'],
      [4, 'formula'],
      [4, 'text'],
    ],
  )
})

test('files that are no table are refused in one sentence', () => {
  refused('workbook-empty', () => openTableFile(new Uint8Array(), 'a.xlsx'))
  refused('workbook-not-xlsx', () => openTableFile(strToU8('%PDF-1.7'), 'a.pdf'))
  refused('workbook-not-xlsx', () => openTableFile(Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 1]), 'a.xls'))
  refused('workbook-encrypted', () => openTableFile(Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 1]), 'a.xlsx'))
  refused('workbook-not-xlsx', () => openTableFile(zipSync({ 'a.txt': strToU8('x') }), 'a.xlsx'))
  refused('csv-not-text', () => openTableFile(Uint8Array.from([0x61, 0, 0x62]), 'a.csv'))
  refused('csv-open-quote', () => cellsOf(strToU8('a,"b\n'), 'a.csv'))
})

test('a damaged or truncated workbook is refused, wherever it is cut', () => {
  const bytes = xlsx('<row r="1"><c r="A1"><v>1</v></c></row>')
  for (const share of [0.1, 0.4, 0.7, 0.99])
    refused('workbook-damaged', () => cellsOf(bytes.slice(0, Math.floor(bytes.length * share)), 'a.xlsx'))
})

test('entities are not expanded and a zip bomb is refused while it goes off', () => {
  const doctype = '<!DOCTYPE a [<!ENTITY x "y">]>'
  const bytes = zipSync({ '_rels/.rels': strToU8(`${doctype}<a>&x;</a>`) })
  refused('workbook-damaged', () => openTableFile(bytes, 'a.xlsx'))
  const bomb = xlsx(`<row r="1"><c r="A1"><v>${'0'.repeat(5_000_000)}</v></c></row>`)
  refused('workbook-too-big', () => cellsOf(bomb))
})
