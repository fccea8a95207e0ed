import assert from 'node:assert/strict'
import { test } from 'node:test'
import { letterExamples } from '../../requests/letters/compose-letter.examples.ts'
import { composeLetter } from '../../requests/letters/compose-letter.ts'
import { findVariant, letterVariants, variantOutcome } from '../../requests/letters/fields/letter-variants.ts'
import { sampleFields } from '../../requests/letters/fields/sample-fields.ts'
import { fieldsOfVariant } from '../../requests/letters/fields/variant-fields.ts'
import { sampleFacts } from '../../requests/letters/sample-letter.ts'
import { readDocx } from '../docx/read-docx.ts'
import { writeLetterDocx } from '../write/letter/letter-docx.ts'
import { checkTemplate, listsOf } from './check-template.ts'
import { fillAndCheck } from './fill-and-check.ts'
import { openTemplate } from './open-template.ts'
import { writeStarterDocx } from './starter-docx.ts'

const agency = sampleFacts.agency.name
const properties = { title: '文书', agency, on: '2026-03-20' }

for (const variant of letterVariants) {
  test(`${variant.kind} ${variant.outcome ?? ''}: the starter is accepted`, async () => {
    const starter = await writeStarterDocx(variant)
    const samples = sampleFields(variant, agency)
    assert.ok(samples.length > 0)
    assert.deepEqual(checkTemplate(starter, fieldsOfVariant(variant), samples), [])
  })
}

const manyLines = { ...sampleFacts, content: '甲\n乙：{丙}', contact: '综合科\n0000' }

test('a starter says of every example what the built-in letter says', async () => {
  for (const { title, kind, of } of letterExamples) {
    const { letter, fields } = composeLetter(kind, of, manyLines)
    const decided = of.events.findLast(({ type }) => type === 'decided')
    const outcome = kind === 'reply' && decided?.type === 'decided' ? variantOutcome(decided.decision) : null
    const variant = findVariant(kind, outcome)
    assert.ok(letter && fields && variant, title)
    const template = openTemplate(await writeStarterDocx(variant))
    const lists = listsOf(fieldsOfVariant(variant))
    const { bytes, missing } = fillAndCheck(template, fields, { ...properties, lists })
    assert.deepEqual(missing, [], title)
    const builtIn = readDocx(await writeLetterDocx(letter)).text
    assert.equal(readDocx(bytes).text, builtIn, title)
  }
})
