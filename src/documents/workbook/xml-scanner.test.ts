import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { XmlScanner } from './xml-scanner.ts'

/** What a scanner tells of `pieces`; neighbouring texts are one. */
function scan(...pieces: readonly string[]): readonly string[] {
  const told: string[] = []
  const scanner = new XmlScanner({
    open: (name, attributes) => void told.push(`<${name}${JSON.stringify(attributes)}`),
    close: (name) => void told.push(`>${name}`),
    text: (text) => {
      const last = told.at(-1)
      if (last?.startsWith('"')) told[told.length - 1] = last + text
      else if (text !== '') told.push(`"${text}`)
    },
  })
  for (const piece of pieces) scanner.write(piece)
  scanner.end()
  return told
}

const whole = `<?xml version="1.0"?>\r\n<!-- <a> --><x:a r:id='1' b = "&lt;&#20013;&quot;\n>"><b/>甲&amp;乙&#x4e19;\r\n<![CDATA[<&amp;]]]]></x:a >\n`

test('elements, attributes, references, CDATA, comments and line ends are read as XML says', () => {
  assert.deepEqual(scan(whole), ['<a{"r:id":"1","b":"<中\\" >"}', '<b{}', '>b', '"甲&乙丙\n<&amp;]]', '>a'])
})

test('wherever a part is cut into pieces, the same is read', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(whole.length), { maxLength: 8 }), (cuts) => {
      const places = [0, ...[...cuts].sort((a, b) => a - b), whole.length]
      const pieces = places.slice(1).map((end, at) => whole.slice(places[at], end))
      assert.deepEqual(scan(...pieces), scan(whole))
    }),
  )
})

const damaged = [
  ['an element that is not closed', '<a><b></a>'],
  ['an end without a start', '</a>'],
  ['an end with another name', '<a></ab>'],
  ['an end with a longer name', '<ab></a>'],
  ['a part that ends inside a tag', '<a b="1"'],
  ['a part that ends inside a comment', '<a/><!-- '],
  ['no element at all', ' '],
  ['two roots', '<a/><b/>'],
  ['text beside the root', '<a/>b'],
  ['CDATA beside the root', '<a/><![CDATA[b]]>'],
  ['an attribute without quotes', '<a b=1/>'],
  ['an attribute without a value', '<a b/>'],
  ['attributes that touch', '<a b="1"c="2"/>'],
  ['an attribute twice', '<a b="1" b="2"/>'],
  ['an open bracket in an attribute', '<a b="<"/>'],
  ['an element without a name', '< a/>'],
  ['an unknown entity', '<a>&nbsp;</a>'],
  ['a bare ampersand', '<a>b & c</a>'],
  ['a reference to no character', '<a>&#xD800;</a>'],
  ['a document type', '<!DOCTYPE a><a/>'],
  ['elements nested without end', '<a>'.repeat(300)],
] as const
for (const [title, xml] of damaged)
  test(`${title} is damage`, () => assert.throws(() => scan(xml), { name: 'Refusal', id: 'workbook-damaged' }))

test('a tag that never ends is not gathered for ever', () => {
  const scanner = new XmlScanner({})
  const piece = 'b'.repeat(500_000)
  assert.throws(
    () => {
      scanner.write('<a c="')
      for (let count = 0; count < 20; count++) scanner.write(piece)
    },
    { name: 'Refusal', id: 'workbook-damaged' },
  )
})
