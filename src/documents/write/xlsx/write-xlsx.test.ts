import assert from 'node:assert/strict'
import { test } from 'node:test'
import ExcelJS from 'exceljs'
import { makeReport } from '../../../../test/make-report.ts'
import { layoutReport } from '../../../report/render/layout-report.ts'
import { type Cell, formatAddress, numberCell } from '../../../report/report.ts'
import { headings } from '../../../statute/form-2021.ts'
import { writeXlsx } from './write-xlsx.ts'

async function written(cellFor?: (where: string) => Cell, over = {}) {
  const layout = layoutReport(makeReport(over, cellFor && ((address) => cellFor(formatAddress(address)))))
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load((await writeXlsx(layout)).buffer as ArrayBuffer)
  return workbook
}

const sheetOf = (workbook: ExcelJS.Workbook, name: string) => {
  const sheet = workbook.getWorksheet(name)
  assert.ok(sheet, name)
  return sheet
}

test('there is a sheet with the text, one for each table and one with notes', async () => {
  const workbook = await written()
  assert.deepEqual(
    workbook.worksheets.map((sheet) => sheet.name),
    ['正文', headings[1], headings[2], headings[3], '说明'],
  )
  assert.equal(sheetOf(workbook, '正文').getCell('A1').value, '清河县水务局2024年政府信息公开工作年度报告')
})

test('a paragraph too tall for one row stands in several, whole, and no row is taller than its lines need', async () => {
  const sentence = '本年公开政府信息123456条，答复咨询654321人次。'
  const text = sentence.repeat(60)
  const sheet = sheetOf(await written(undefined, { sections: [{ number: 1, heading: headings[0], text }] }), '正文')
  const rows = (sheet.getColumn(1).values as (string | undefined)[]).flatMap((value, row) =>
    value?.startsWith('本年') ? [{ value, height: sheet.getRow(row).height }] : [],
  )
  assert.equal(rows.map(({ value }) => value).join(''), text)
  assert.equal(rows.length, 2)
  for (const { value, height } of rows) {
    assert.ok(value.endsWith('。') && height <= 409)
    // 33 to 37 characters of 12 points a line, digits taking half of one or more.
    const characters = value.length - 0.5 * (value.match(/\d/g)?.length ?? 0)
    assert.ok(height >= (characters / 37) * 15 && height <= (characters / 30) * 17 + 24, `${characters}: ${height}`)
  }
})

test('numbers are numbers, a blank is empty, a remark is text', async () => {
  const cells: Readonly<Record<string, Cell>> = {
    'requests[received][naturalPerson]': numberCell(12345678),
    'requests[received][business]': { value: null, kind: 'blank', text: '' },
    'requests[received][researchInstitute]': { value: 22, kind: 'remark', text: '22（其中修订16件）' },
  }
  const sheet = sheetOf(await written((where) => cells[where] ?? numberCell(0)), headings[2])
  // Row 1 is the heading, rows 2 to 4 are the head; three columns of labels.
  assert.deepEqual(
    ['D5', 'E5', 'F5', 'G5'].map((place) => sheet.getCell(place).value),
    [12345678, null, '22（其中修订16件）', 0],
  )
})

test('the statutory cells are merged and the head is repeated in print', async () => {
  const sheet = sheetOf(await written(), headings[2])
  const merges: readonly string[] = sheet.model.merges
  for (const range of ['A2:C4', 'D2:J2', 'A7:A28', 'B9:B16', 'A5:C5']) assert.ok(merges.includes(range), range)
  assert.equal(sheet.pageSetup.printTitlesRow, '1:4')
  assert.equal(sheet.pageSetup.paperSize, 9)
  assert.equal(sheet.pageSetup.fitToWidth, 1)
})

test('text that looks like a formula stays text', async () => {
  for (const text of ['=1+1', '+cmd|x!A1', '-2+3', '@SUM(A1)']) {
    const workbook = await written(() => ({ value: null, kind: 'unreadable', text }), {
      agency: text,
      sections: [{ number: 1, heading: '', text }],
    })
    for (const sheet of workbook.worksheets) {
      sheet.eachRow((row) =>
        row.eachCell((cell) => assert.notEqual(cell.type, ExcelJS.ValueType.Formula, cell.address)),
      )
    }
    assert.equal(sheetOf(workbook, headings[3]).getCell('A5').value, text)
  }
})

test('text that looks like markup or like the code of a character stays as it is', async () => {
  for (const text of ['_x0041_', '_x000D_', '<b>&amp;"粗"</b>', '上一行\n下一行']) {
    const workbook = await written(() => ({ value: null, kind: 'unreadable', text }), { agency: text })
    assert.equal(sheetOf(workbook, headings[3]).getCell('A5').value, text)
    assert.equal(workbook.creator, text)
  }
})

test('every cell of the grid has borders, also one that a merged cell covers', async () => {
  const sheet = sheetOf(await written(), headings[2])
  for (let row = 2; row <= sheet.rowCount; row++) {
    for (let column = 1; column <= 10; column++) {
      const { border, address } = sheet.getCell(row, column)
      for (const side of ['top', 'right', 'bottom', 'left'] as const) assert.equal(border[side]?.style, 'thin', address)
    }
  }
})

test('decimals keep the places they are written with', async () => {
  const sheet = sheetOf(await written(() => ({ value: 12.5, kind: 'number', text: '12.500' })), headings[1])
  const formats = new Set<string>()
  sheet.eachRow((row) => row.eachCell((cell) => typeof cell.value === 'number' && formats.add(cell.numFmt)))
  assert.deepEqual([...formats], ['0.000'])
})

test('labels stand upright or from top to bottom as the form has them', async () => {
  const sheet = sheetOf(await written(), headings[2])
  assert.equal(sheet.getCell('A7').alignment.textRotation, 'vertical')
  assert.equal(sheet.getCell('A5').alignment.textRotation, undefined)
  assert.equal(sheet.getCell('A5').font.name, '宋体')
})

test('the bytes are the same on any day, and the properties name the agency', async () => {
  const layout = layoutReport(makeReport())
  assert.deepEqual(await writeXlsx(layout), await writeXlsx(layout))
  const workbook = await written()
  assert.equal(workbook.creator, '清河县水务局')
  assert.equal(workbook.created.toISOString(), '2024-12-31T00:00:00.000Z')
})
