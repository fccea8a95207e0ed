import assert from 'node:assert/strict'
import { test } from 'node:test'
import { amendmentFieldNames } from '../../amendments/letters/fields/amendment-element-fields.ts'
import { type FieldNames, requestFieldNames } from './element-fields.ts'
import { fieldsOf, frameFields } from './frame-fields.ts'
import { inspectTags } from './inspect-tags.ts'
import { findVariant, letterVariants } from './letter-variants.ts'
import { sampleFields } from './sample-fields.ts'
import { starterLetter } from './starter-letter.ts'
import { fieldsOfVariant } from './variant-fields.ts'

const namesIn = { request: requestFieldNames, recordAmendment: amendmentFieldNames }

for (const [procedure, names] of Object.entries(namesIn) as [string, FieldNames][])
  test(`${procedure}: no two fields have one name`, () => {
    const all = [
      ...Object.keys(names.elements).flatMap((id) => fieldsOf(names, id).map(({ name }) => name)),
      ...new Set(Object.values(names.fixed)),
      // The agency signs its letters: element and frame say one thing.
      ...Object.values(frameFields).filter((name) => name !== frameFields.agencyName),
    ]
    assert.deepEqual(
      all.filter((name, at) => all.indexOf(name) !== at),
      [],
    )
  })

for (const variant of letterVariants) {
  const title = `${variant.kind} ${variant.outcome ?? ''}`.trim()
  const fields = fieldsOfVariant(variant)
  test(`${title}: every element is a mandatory field with its article, every fixed sentence a field that says it`, () => {
    if (variant.definition === null) return
    for (const [id, article] of Object.entries(variant.definition.elements))
      for (const { name } of fieldsOf(namesIn[variant.procedure], id)) {
        const field = fields.find((one) => one.name === name)
        assert.deepEqual([field?.mandatory, field?.article], [true, article], name)
      }
    const said = fields.flatMap(({ sentences }) => sentences)
    assert.deepEqual(new Set(Object.values(variant.definition.fixed).map(([, sentence]) => sentence)), new Set(said))
  })

  test(`${title}: the starter uses its fields, and nothing of a made-up value is left in it`, () => {
    const { paragraphs, addressee, numberLine, signature, date, note } = starterLetter(variant)
    const lines = [...paragraphs, addressee, numberLine ?? '', signature, date, note]
    const inspected = inspectTags(lines, fields)
    assert.deepEqual(inspected.problems, [])
    const mandatory = fields.filter(({ mandatory: must }) => must).map(({ name }) => name)
    assert.deepEqual(
      mandatory.filter((name) => !inspected.fields.has(name)),
      [],
    )
    assert.doesNotMatch(lines.join(''), /[\ue000-\uf8ff]|9\d{3}年|9000\d\d|undefined|null/)
  })

  test(`${title}: there are samples to try a template with, and they give every mandatory field a value`, () => {
    const samples = sampleFields(variant, '清河县水务局')
    assert.ok(samples.length > 0)
    for (const { name } of fields.filter(({ mandatory }) => mandatory))
      assert.ok(
        samples.some(
          ({ values }) => values[name] !== undefined && values[name] !== '' && values[name]?.toString() !== '',
        ),
        name,
      )
  })
}

test('decisions on record amendments have a variant each, and no kind is of two procedures', () => {
  assert.ok(findVariant('decisionNotice', 'refused.noEvidence'))
  assert.equal(findVariant('decisionNotice', 'granted'), null)
  const kinds = (wanted: string) =>
    letterVariants.filter(({ procedure }) => procedure === wanted).map(({ kind }) => kind)
  assert.deepEqual(
    kinds('request').filter((kind) => kinds('recordAmendment').includes(kind)),
    [],
  )
})

test('outcomes go with replies only, and an outcome that a notice closes has none', () => {
  assert.equal(findVariant('receipt', 'granted'), null)
  assert.equal(findVariant('reply', 'other.correctionOverdue'), null)
  assert.ok(findVariant('reply', 'unavailable.rightAgency'))
})
