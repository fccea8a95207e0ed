import assert from 'node:assert/strict'
import { test } from 'node:test'
import { unzipSync } from 'fflate'
import { SaxesParser } from 'saxes'
import { makeReport } from '../../../../test/make-report.ts'
import { layoutReport } from '../../../report/render/layout-report.ts'
import { writeDocx } from './write-docx.ts'

const partsOf = (bytes: Uint8Array) =>
  Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, new TextDecoder().decode(part)]))
const written = async (over = {}) => partsOf(await writeDocx(layoutReport(makeReport(over))))
const count = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].length

test('paper, margins and type are those of GB/T 9704-2012', async () => {
  const parts = await written()
  const document = parts['word/document.xml'] ?? ''
  assert.match(document, /<w:pgSz w:w="11906" w:h="16838"/)
  assert.match(document, /<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1587"/)
  const styles = parts['word/styles.xml'] ?? ''
  assert.match(styles, /w:eastAsia="仿宋_GB2312"/)
  assert.match(styles, /w:firstLineChars="200"/)
  assert.match(styles, /w:line="579" w:lineRule="exact"/)
  assert.match(styles, /<w:sz w:val="44"\/>/)
  assert.match(styles, /w:eastAsia="zh-CN"/)
})

test('each face declares the names under which other systems know it', async () => {
  const fonts = (await written())['word/fontTable.xml'] ?? ''
  for (const name of ['方正小标宋简体', '黑体', '楷体_GB2312', '仿宋_GB2312', '宋体']) {
    assert.match(fonts, new RegExp(`<w:font w:name="${name}"><w:altName w:val="[^"]+"/>`))
  }
})

test('the tables have real merged cells, repeated heads and undivided rows', async () => {
  const document = (await written())['word/document.xml'] ?? ''
  assert.equal(count(document, /<w:tbl>/g), 3)
  // 三、 takes 22 rows, its four groups 8, 3, 5 and 3; the corner, two heads of table two and five of table three go down.
  assert.equal(count(document, /<w:vMerge w:val="restart"\/>/g), 1 + 4 + 3 + 5)
  assert.equal(count(document, /<w:vMerge w:val="continue"\/>/g), 21 + 7 + 2 + 4 + 2 + 2 + 1 + 1 + 5)
  assert.equal(count(document, /<w:tblHeader\/>/g), 6)
  assert.equal(count(document, /<w:cantSplit\/>/g), count(document, /<w:tr>/g))
  assert.match(document, /<w:textDirection w:val="tbRl"\/>/)
})

test('page numbers stand on the outer side', async () => {
  const parts = await written()
  assert.match(parts['word/settings.xml'] ?? '', /<w:evenAndOddHeaders\/>/)
  const footers = Object.entries(parts).filter(([name]) => /footer\d\.xml$/.test(name))
  assert.equal(footers.length, 2)
  for (const [, footer] of footers) assert.match(footer, /<w:t[^>]*>— <\/w:t>.*PAGE.*<w:t[^>]*> —<\/w:t>/s)
  assert.deepEqual(footers.map(([, footer]) => /<w:jc w:val="(\w+)"/.exec(footer)?.[1]).sort(), ['left', 'right'])
})

test('the properties name title and agency, and the bytes are the same on any day', async () => {
  const layout = layoutReport(makeReport())
  const [first, second] = [await writeDocx(layout), await writeDocx(layout)]
  assert.deepEqual(first, second)
  const core = partsOf(first)['docProps/core.xml'] ?? ''
  assert.match(core, /<dc:creator>清河县水务局<\/dc:creator>/)
  assert.match(core, /<dc:title>清河县水务局2024年政府信息公开工作年度报告<\/dc:title>/)
  assert.match(core, /2024-12-31T00:00:00Z/)
  assert.doesNotMatch(core, /Un-named/)
})

test('there is no macro and nothing that a program would fetch', async () => {
  const parts = await written()
  assert.deepEqual(
    Object.keys(parts).filter((name) => /vba|macro|activeX|embeddings/i.test(name)),
    [],
  )
  for (const [name, part] of Object.entries(parts)) assert.doesNotMatch(part, /TargetMode="External"/, name)
})

test('hostile text stays text and every part stays well-formed', async () => {
  const hostile = '</w:t><w:p/>&amp;"\'<!--\u0000\u202E\uD800 ]]> {{x}}'
  const parts = await written({ agency: hostile, sections: [{ number: 1, heading: '', text: hostile }] })
  for (const [name, part] of Object.entries(parts).filter(([one]) => /\.(xml|rels)$/.test(one))) {
    const parser = new SaxesParser()
    parser.on('error', (error) => assert.fail(`${name}: ${error.message}`))
    parser.write(part).close()
  }
  assert.match(parts['word/document.xml'] ?? '', /&lt;\/w:t&gt;&lt;w:p\/&gt;&amp;amp;/)
})
