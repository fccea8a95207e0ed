import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { AmendmentEvent } from '../../requests/amendments/amendment-event.ts'
import { amendmentLetterExamples } from '../../requests/amendments/letters/compose-amendment-letter.examples.ts'
import { composeAmendmentLetter } from '../../requests/amendments/letters/compose-amendment-letter.ts'
import { sampleAmendmentFacts } from '../../requests/amendments/letters/sample-amendment-letter.ts'
import { letterExamples } from '../../requests/letters/compose-letter.examples.ts'
import { composeLetter } from '../../requests/letters/compose-letter.ts'
import type { LetterFields } from '../../requests/letters/fields/letter-fields.ts'
import {
  amendmentOutcome,
  findVariant,
  type LetterVariant,
  letterVariants,
  variantOutcome,
} from '../../requests/letters/fields/letter-variants.ts'
import { sampleFields } from '../../requests/letters/fields/sample-fields.ts'
import { fieldsOfVariant } from '../../requests/letters/fields/variant-fields.ts'
import type { Letter } from '../../requests/letters/letter.ts'
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

async function saysTheSame(title: string, variant: LetterVariant | null, composed: Composed) {
  const { letter, fields } = composed
  assert.ok(letter && fields && variant, title)
  const template = openTemplate(await writeStarterDocx(variant))
  const lists = listsOf(fieldsOfVariant(variant))
  const { bytes, missing } = fillAndCheck(template, fields, { ...properties, lists })
  assert.deepEqual(missing, [], title)
  assert.equal(readDocx(bytes).text, readDocx(await writeLetterDocx(letter)).text, title)
}
type Composed = { readonly letter?: Letter; readonly fields?: LetterFields }

test('a starter says of every example what the built-in letter says', async () => {
  for (const { title, kind, of } of letterExamples) {
    const composed = composeLetter(kind, of, manyLines)
    const decided = of.events.findLast(({ type }) => type === 'decided')
    const outcome = kind === 'reply' && decided?.type === 'decided' ? variantOutcome(decided.decision) : null
    const variant = findVariant(kind, outcome)
    await saysTheSame(title, variant, composed)
  }
})

test('so does a starter of a record amendment, by whose transfer it came and whoever acts for the applicant', async () => {
  const facts = { ...sampleAmendmentFacts, contact: '综合科\n0000', agent: '丁某' }
  for (const { title, kind, of } of amendmentLetterExamples) {
    const more = { ...of, record: '甲\n乙：{丙}', events: of.events.map(transferredByAgent) }
    const composed = composeAmendmentLetter(kind, more, facts)
    const decided = of.events.findLast(({ type }) => type === 'decided')
    const variant = findVariant(kind, decided?.type === 'decided' ? amendmentOutcome(decided.decision) : null)
    await saysTheSame(title, variant, composed)
  }
})

function transferredByAgent(event: AmendmentEvent): AmendmentEvent {
  if (event.type !== 'registered') return event
  const transferredFrom = { agency: '清河县民政局', reference: null, sentOn: null }
  return {
    ...event,
    agent: { person: 'p9', powerOfAttorney: 'f9' },
    transferredFrom: event.transferredFrom ?? transferredFrom,
  }
}
