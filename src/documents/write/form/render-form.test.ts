import assert from 'node:assert/strict'
import { test } from 'node:test'
import { unzipSync } from 'fflate'
import { requestForm } from '../../../requests/form/request-form.ts'
import { day } from '../../../statute/day.ts'
import { renderForm } from './render-form.ts'

const blank = requestForm('清河县水务局', day('2026-01-01'), null)

test('the blank form is one page as a pdf, and has every row and place to sign in Word', async () => {
  const pdf = Buffer.from(await renderForm(blank, 'pdf')).toString('latin1')
  assert.equal(pdf.match(/\/Type\s*\/Page\b/g)?.length, 1)
  const parts = unzipSync(await renderForm(blank, 'docx'))
  const xml = new TextDecoder().decode(parts['word/document.xml'])
  for (const [name = ''] of blank.rows) assert.ok(xml.includes(name), name)
  assert.match(xml, /签名或盖章：　+申请日期：/)
  assert.doesNotMatch(xml, /用途：/)
})

test('what was typed is text in the form and nothing else', async () => {
  const form = requestForm('清河县水务局', day('2026-01-01'), {
    ...{ applicantKind: 'naturalPerson', content: '<w:p/>&"#set page()', agent: null, enclosed: [] },
    applicants: [{ name: '申请人甲', document: { kind: 'identityCard', number: '11010519491231002X' } }],
    ...{ wanted: { form: 'electronic', by: 'portal' }, sent: '2026-01-01 08:00:00（北京时间）' },
  })
  const parts = unzipSync(await renderForm(form, 'docx'))
  assert.match(new TextDecoder().decode(parts['word/document.xml']), /&lt;w:p\/>&amp;|&lt;w:p\/&gt;&amp;/)
  assert.equal(
    Buffer.from(await renderForm(form, 'pdf'))
      .subarray(0, 5)
      .toString(),
    '%PDF-',
  )
})
