import assert from 'node:assert/strict'
import { test } from 'node:test'
import { strToU8, unzipSync } from 'fflate'
import { SaxesParser } from 'saxes'
import { p, tbl, tc, tr } from '../../../test/documents/make-docx.ts'
import { makeTemplate, type TemplateParts, torn } from '../../../test/documents/make-template.ts'
import { composeLetter } from '../../requests/letters/compose-letter.ts'
import { findVariant } from '../../requests/letters/fields/letter-variants.ts'
import { sampleCase, sampleFacts } from '../../requests/letters/sample-letter.ts'
import { readDocx } from '../docx/read-docx.ts'
import { fillTemplate, TemplateFault } from './fill-template.ts'
import { letterByTemplate } from './letter-by-template.ts'
import { openTemplate } from './open-template.ts'
import { writeStarterDocx } from './starter-docx.ts'

const lists = { 事项表: { inner: ['事项'], needed: ['事项'], line: ({ 事项 = '' }) => `· ${事项}` } }
const data = { lists, title: '题', agency: '清河县水务局', on: '2026-03-20' }
const filled = (parts: TemplateParts, values: Parameters<typeof fillTemplate>[1]['values']) =>
  fillTemplate(openTemplate(makeTemplate(parts)), { ...data, values }).bytes
const textOf = (bytes: Uint8Array) => readDocx(bytes).text.trimEnd()

function requireWellFormed(bytes: Uint8Array): string {
  let document = ''
  for (const [name, part] of Object.entries(unzipSync(bytes))) {
    const text = new TextDecoder().decode(part)
    if (name === 'word/document.xml') document = text
    const parser = new SaxesParser()
    parser.on('error', (error) => assert.fail(`${name}: ${error.message}`))
    parser.write(text).close()
  }
  return document
}

test('values go in as text: XML, braces, controls, marks that turn a line, halves of pairs', () => {
  const hostile = '</w:t><w:p/>&amp;"\'<!-- ]]> {甲} {#乙}{/乙} {{x}} $& \u0000\u0007\u202e\ud800末'
  const bytes = filled({ body: torn('前{甲}后', 2) + p('{乙}') }, { 甲: hostile, 乙: '乙' })
  requireWellFormed(bytes)
  assert.equal(textOf(bytes), '前</w:t><w:p/>&amp;"\'<!-- ]]> {甲} {#乙}{/乙} {{x}} $& 末后\n乙')
})

test('a line feed begins a paragraph of the same look; where that would tear something apart, a line', () => {
  const indented =
    '<w:p w:rsidR="1"><w:pPr><w:ind w:firstLine="640"/></w:pPr><w:r><w:rPr><w:b/></w:rPr><w:t>甲：{甲}。</w:t></w:r></w:p>'
  const document = requireWellFormed(filled({ body: indented }, { 甲: '一\r\n二\n\n三\n' }))
  assert.equal(document.match(/<w:p[ >]/g)?.length, 3)
  assert.equal(document.match(/<w:ind w:firstLine="640"\/>/g)?.length, 3)
  assert.equal(document.match(/<w:b\/>/g)?.length, 3)
  const numbered = '<w:p><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>{甲}</w:t></w:r></w:p>'
  const kept = requireWellFormed(filled({ body: numbered }, { 甲: '一\n二' }))
  assert.deepEqual([kept.match(/<w:p[ >]/g)?.length, kept.match(/<w:br\/>/g)?.length], [1, 1])
  const box = `<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><wps:txbx><w:txbxContent>${p('{甲}')}</w:txbxContent></wps:txbx></mc:Choice></mc:AlternateContent></w:r><w:r><w:t>外{甲}</w:t></w:r></w:p>`
  const around = filled({ body: box }, { 甲: '一\n二' })
  requireWellFormed(around)
  assert.equal(textOf(around), '外一\n二\n一\n二')
  assert.equal(textOf(filled({ body: tbl(tr(tc('{甲}'), tc('乙'))) }, { 甲: '一\n二' })).replace(/\s+/g, ''), '一二乙')
})

test('lists repeat paragraphs and rows, and read as lines where they are written as one field', () => {
  const values = { 事项表: [{ 事项: '甲' }, { 事项: '乙' }], 无: [] }
  assert.equal(textOf(filled({ body: p('{#事项表}') + p('{事项}') + p('{/事项表}') }, values)), '甲\n乙')
  assert.equal(textOf(filled({ body: tbl(tr(tc('{#事项表}{事项}'), tc('完{/事项表}'))) }, values)), '甲\t完\n乙\t完')
  assert.equal(textOf(filled({ body: p('{事项表}') }, values)), '· 甲\n· 乙')
  assert.equal(textOf(filled({ body: p('{#无}有{/无}{^无}没有{/无}') }, values)), '没有')
})

test('no tag reaches what is not a value', () => {
  const names = ['constructor', '__proto__', 'toString', 'hasOwnProperty']
  assert.equal(textOf(filled({ body: names.map((name) => p(`[{${name}}]`)).join('') }, {})), '[]\n[]\n[]\n[]')
})

test('very long values are there to their end', () => {
  const long = `${'甲乙丙丁'.repeat(5000)}末`
  assert.ok(textOf(filled({ body: p('{甲}') }, { 甲: long })) === long)
})

test('the same template and values give the same bytes, and nothing of whoever made the template', () => {
  const parts = {
    body: p('{甲}'),
    more: { 'docProps/core.xml': strToU8('<a>私人姓名</a>'), 'docProps/app.xml': strToU8('<a>某公司</a>') },
  }
  const bytes = filled(parts, { 甲: '文' })
  assert.deepEqual(filled(parts, { 甲: '文' }), bytes)
  const unpacked = Object.values(unzipSync(bytes))
    .map((part) => new TextDecoder().decode(part))
    .join('')
  assert.doesNotMatch(unpacked, /私人姓名|某公司/)
  assert.match(unpacked, /清河县水务局.*2026-03-20/)
})

test('a template that does not work out is a fault by name', () => {
  assert.throws(() => filled({ body: p('{#事项表}') }, {}), TemplateFault)
})

test('a template that hides a statement in this one case is refused when the letter is made', async () => {
  const variant = findVariant('receipt', null)
  const composed = composeLetter('receipt', sampleCase(['register', '2026-03-02']), sampleFacts)
  assert.ok(variant && composed.letter)
  const starter = await writeStarterDocx(variant)
  assert.match(textOf(await letterByTemplate(starter, variant, composed, 'docx', {})), /2026年3月2日收到并登记/)
  const hides = makeTemplate({ body: p('{申请人}{#代表人}{答复期限}{/代表人}{机关名称}{成文日期}') })
  await assert.rejects(letterByTemplate(hides, variant, composed, 'docx', {}), (error: Error) => {
    assert.match(error.message, /\{登记编号\}（条例45）.*\{答复期限\}（条例33¶2）.*\{联系方式\}/)
    return true
  })
  await assert.rejects(letterByTemplate(starter, variant, composed, 'pdf', { PATH: '/nowhere' }), {
    id: 'template-pdf-needs-libreoffice',
  })
})
