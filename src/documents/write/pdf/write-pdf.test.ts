import assert from 'node:assert/strict'
import { test } from 'node:test'
import { extractText, getDocumentProxy, getMeta } from 'unpdf'
import { makeReport } from '../../../../test/make-report.ts'
import { Refusal } from '../../../refusals/refusal.ts'
import { layoutReport } from '../../../report/render/layout-report.ts'
import { type Cell, numberCell, type Report } from '../../../report/report.ts'
import { requestRows } from '../../../statute/form-2021.ts'
import { writePdf } from './write-pdf.ts'

const written = (over: Partial<Report> = {}, cell: Cell = numberCell(0)) =>
  writePdf(layoutReport(makeReport(over, () => cell)))
const bare = (text: string) => text.replace(/\s+/g, '')

async function textOf(bytes: Uint8Array): Promise<string> {
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(bytes)), { mergePages: true })
  return bare(text)
}

test('the pdf says all that the layout says', async () => {
  const report = makeReport({}, () => numberCell(7654321))
  const text = await textOf(writePdf(layoutReport(report)))
  for (const { label } of requestRows) assert.ok(text.includes(bare(label)), label)
  for (const { text: prose } of report.sections) assert.ok(text.includes(bare(prose)), prose)
  assert.equal(text.split('7654321').length - 1, 200)
})

test('it is PDF/A-2b and its properties name title, agency and the fonts in use', async () => {
  const bytes = written()
  const raw = new TextDecoder('latin1').decode(bytes)
  assert.match(raw, /pdfaid:part>2</)
  assert.match(raw, /pdfaid:conformance>B</)
  const { info } = await getMeta(await getDocumentProxy(new Uint8Array(bytes)))
  assert.equal(info.Title, '清河县水务局2024年政府信息公开工作年度报告')
  assert.equal(info.Author, '清河县水务局')
  assert.match(info.Keywords, /\S/)
})

test('a character without a glyph is refused with the place it stands at, never printed as a box', () => {
  // Not assigned by Unicode, so no font has it.
  const strange = '\u{3FFFD}'
  const refused = (place: string) => (error: unknown) => {
    assert.ok(error instanceof Refusal)
    assert.equal(error.id, 'missing-glyph')
    assert.equal(error.details.characters, strange)
    assert.equal(error.details.place, place)
    return true
  }
  assert.throws(
    () => written({ sections: [{ number: 1, heading: '', text: `由赵${strange}负责` }] }),
    refused(`由赵${strange}负责`),
  )
  assert.throws(
    () => written({}, { value: null, kind: 'unreadable', text: strange }),
    refused('proactive[regulations.issued]'),
  )
})

test('what looks like markup is printed as it stands', async () => {
  const hostile = '#import"x"*粗*$x$_a_@ref`c`<l>\\//c/*c*/#text(red)[x]=标题#sys.inputs"'
  const text = await textOf(
    written({ agency: hostile, sections: [{ number: 1, heading: '', text: `${hostile}\n=题` }] }),
  )
  assert.ok(text.includes(hostile), text.slice(0, 400))
  assert.ok(text.includes('=题'))
})

test('a run of digits too long for any column is divided, and all of it is printed', async () => {
  const digits = '1234567890'.repeat(6)
  const report = makeReport({}, (address) =>
    address.table === 'requests' && address.row === 'granted' && address.column === 'total'
      ? { value: null, kind: 'unreadable', text: digits }
      : numberCell(0),
  )
  const text = await textOf(writePdf(layoutReport(report)))
  assert.ok(text.includes(digits))
})

test('the same report gives the same bytes', () => {
  assert.deepEqual(written(), written())
})
