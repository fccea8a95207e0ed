import assert from 'node:assert/strict'
import { test } from 'node:test'
import { unzipSync } from 'fflate'
import { SaxesParser } from 'saxes'
import { extractText, getDocumentProxy, getMeta } from 'unpdf'
import { composeLetter } from '../../../requests/letters/compose-letter.ts'
import type { Letter } from '../../../requests/letters/letter.ts'
import { sampleFacts, sampleReply } from '../../../requests/letters/sample-letter.ts'
import { attachmentIndents, nameSize, signatureIndents } from './letter-measures.ts'
import { renderLetter } from './render-letter.ts'

const { letter } = composeLetter('reply', sampleReply({ outcome: 'withheld.stateSecret' }), sampleFacts)
assert.ok(letter)
const sample: Letter = letter
const bare = (text: string) => text.replace(/\s+/g, '')

const partsOf = (bytes: Uint8Array) =>
  Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, new TextDecoder().decode(part)]))
const wordFile = async (change: Partial<Letter> = {}) => partsOf(await renderLetter({ ...sample, ...change }, 'docx'))
const printed = ({ numberLine, title, addressee, paragraphs, remedies, signature, date, note }: Letter) =>
  [numberLine ?? '', title, `${addressee}：`, ...paragraphs, ...remedies, signature, date, note].map(bare).join('')

test('the Word file says all that the letter says, in its order', async () => {
  const document = (await wordFile())['word/document.xml'] ?? ''
  const text = [...document.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map((match) => match[1]).join('')
  assert.equal(bare(text), printed(sample))
})

test('letter form: name at 30 mm and double lines of 170 mm on the first page, no page number there', async () => {
  const parts = await wordFile()
  const document = parts['word/document.xml'] ?? ''
  assert.match(document, /<w:titlePg\/>/)
  assert.match(document, /w:header="1701" w:footer="1134"/)
  assert.match(document, /<w:headerReference w:type="first"/)
  const [head = '', foot = ''] = [parts['word/header1.xml'], parts['word/footer1.xml']]
  assert.match(head, /清河县水务局/)
  assert.match(head, /thickThinSmallGap/)
  // 8 mm beyond the text at the left, 6 mm at the right: 156 + 14 = 170.
  assert.match(head, /w:left="-454" w:right="-340"/)
  assert.match(foot, /thinThickSmallGap/)
  assert.doesNotMatch(foot, /PAGE/)
  for (const other of ['word/footer2.xml', 'word/footer3.xml']) assert.match(parts[other] ?? '', /PAGE/)
})

test('hostile text stays text and every part stays well-formed', async () => {
  const hostile = '</w:t><w:p/>&amp;"\'<!--\u0000\u202E\uD800 ]]> {{x}}'
  const parts = await wordFile({ addressee: hostile, signature: hostile, paragraphs: [hostile], note: hostile })
  for (const [name, part] of Object.entries(parts).filter(([one]) => /\.(xml|rels)$/.test(one))) {
    const parser = new SaxesParser()
    parser.on('error', (error) => assert.fail(`${name}: ${error.message}`))
    parser.write(part).close()
    assert.doesNotMatch(part, /TargetMode="External"/, name)
  }
})

test('the same letter gives the same bytes', async () => {
  assert.deepEqual(await renderLetter(sample, 'docx'), await renderLetter(sample, 'docx'))
})

test('the pdf is PDF/A-2b and says all that the letter says', async () => {
  const bytes = await renderLetter(sample, 'pdf')
  assert.match(new TextDecoder('latin1').decode(bytes), /pdfaid:part>2</)
  const document = await getDocumentProxy(new Uint8Array(bytes))
  const text = bare((await extractText(document, { mergePages: true })).text)
  for (const paragraph of [...sample.paragraphs, ...sample.remedies])
    assert.ok(text.includes(bare(paragraph)), paragraph)
  for (const one of [sample.title, sample.number ?? '', sample.date, sample.note])
    assert.ok(text.includes(bare(one)), one)
  const { info } = await getMeta(await getDocumentProxy(new Uint8Array(bytes)))
  assert.equal(info.Title, sample.title)
  assert.equal(info.Author, '清河县水务局')
})

test('a last paragraph longer than a page is printed to its end', async () => {
  const long = `${'甲乙丙丁戊己庚辛'.repeat(200)}末尾`
  const bytes = await renderLetter({ ...sample, paragraphs: [long], remedies: [] }, 'pdf')
  const document = await getDocumentProxy(new Uint8Array(bytes))
  assert.ok(bare((await extractText(document, { mergePages: true })).text).includes('末尾'))
  assert.ok(document.numPages >= 3)
})

test('markup of the typesetter stays text, and what no face can show is refused with its place', async () => {
  const bytes = await renderLetter({ ...sample, paragraphs: ['#panic("x") $a$ *b* _c_ @d <e> \\ `f`'] }, 'pdf')
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(bytes)), { mergePages: true })
  assert.ok(bare(text).includes('#panic("x")$a$*b*_c_@d<e>\\`f`'), text)
  await assert.rejects(renderLetter({ ...sample, addressee: '甲\u{10FFFD}' }, 'pdf'), { id: 'missing-glyph' })
})

test('a long name is set smaller, and ends at the edge of the text', () => {
  assert.equal(nameSize('清河县水务局'), 36)
  assert.equal(nameSize('甲'.repeat(20)), 22)
  assert.equal(nameSize('甲'.repeat(60)), 10)
  assert.deepEqual(signatureIndents('清河县水务局', '2026年3月2日'), { name: 4, date: 4 })
  assert.deepEqual(signatureIndents('甲'.repeat(30), '2026年3月2日'), { name: 0, date: 4 })
})

test('attachments are listed before the signature, their names below one another', async () => {
  assert.deepEqual(attachmentIndents('1. 甲', 0), { left: 6.5, hanging: 4.5 })
  assert.deepEqual(attachmentIndents('2. 乙', 1), { left: 6.5, hanging: 1.5 })
  const attachments = ['1. 验收报告', '2. 图纸']
  const document = (await wordFile({ attachments }))['word/document.xml'] ?? ''
  const text = [...document.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map((match) => match[1]).join('|')
  assert.match(text, /\|附件：1\. 验收报告\|2\. 图纸\|清河县水务局\|/)
  const bytes = await renderLetter({ ...sample, attachments }, 'pdf')
  const pdf = bare((await extractText(await getDocumentProxy(new Uint8Array(bytes)), { mergePages: true })).text)
  assert.match(pdf, /附件：1\.验收报告2\.图纸清河县水务局/)
})
