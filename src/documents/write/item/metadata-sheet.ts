import ExcelJS from 'exceljs'

/** A sheet of two columns, names and values, all of them text: nothing in it is ever run as a formula. */
export async function metadataSheet(name: string, rows: readonly (readonly [string, string])[]): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook()
  book.creator = 'Gongkai'
  // A fixed day: the same item makes the same sheet.
  book.created = new Date(Date.UTC(2026, 0, 1))
  book.modified = book.created
  const sheet = book.addWorksheet(name)
  sheet.columns = [{ width: 18 }, { width: 80 }]
  for (const [at, [label, value]] of rows.entries()) {
    const row = sheet.getRow(at + 1)
    row.getCell(1).value = label
    row.getCell(1).font = { bold: true }
    row.getCell(2).value = value
    for (const cell of [1, 2]) {
      row.getCell(cell).numFmt = '@'
      row.getCell(cell).alignment = { vertical: 'top', wrapText: true }
    }
  }
  return new Uint8Array(await book.xlsx.writeBuffer())
}
