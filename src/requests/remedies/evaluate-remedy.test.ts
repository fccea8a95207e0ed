import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { isWorkingDay } from '../../statute/calendar/calendar.ts'
import { nationalCalendar } from '../../statute/calendar/national-calendar.ts'
import { addDays, type Day, day, daysBetween } from '../../statute/day.ts'
import { resolveCitation } from '../../statute/resolve-citation.ts'
import { evaluateRemedy } from './evaluate-remedy.ts'
import { remedyExamples } from './remedies.examples.ts'
import type { Remedy } from './remedy.ts'

const known = (text: string | null | undefined): Day | null => (text ? day(text) : null)
const remedy = (change: Partial<Remedy>): Remedy => ({
  caseNumber: '政复〔2026〕1号',
  requestNumber: null,
  kind: 'reconsideration',
  body: null,
  procedure: null,
  filedOn: day('2024-01-01'),
  copyReceivedOn: null,
  convertedOn: null,
  answeredOn: null,
  concludedOn: null,
  rawResult: null,
  result: null,
  coDefendant: null,
  ...change,
})

for (const { title, today, kind, procedure, copy, converted, answered, concluded, says } of remedyExamples) {
  test(title, () => {
    const { steps, ...told } = evaluateRemedy(
      remedy({
        kind,
        procedure: procedure ?? null,
        copyReceivedOn: known(copy),
        convertedOn: known(converted),
        answeredOn: known(answered),
        concludedOn: known(concluded),
      }),
      nationalCalendar,
      day(today),
    )
    const all = { ...told, steps: steps.map(({ from, to, counted }) => [from, to, counted]) }
    for (const [field, value] of Object.entries(says)) assert.deepEqual(all[field as keyof typeof all], value, field)
    for (const { article } of steps) assert.ok(resolveCitation(article), article)
  })
}

const copies = fc.integer({ min: 0, max: 1000 }).map((days) => addDays(day('2024-01-01'), days))
const kinds = fc.constantFrom<Partial<Remedy>>(
  { procedure: 'simple' },
  { procedure: 'ordinary' },
  { kind: 'litigationDirect' },
)

test('the last day is worked, and the steps lead to it without a gap', () => {
  fc.assert(
    fc.property(copies, kinds, fc.option(fc.nat(30)), (copy, kind, after) => {
      const convertedOn = kind.procedure === 'simple' && after !== null ? addDays(copy, after) : null
      const { dueOn, steps } = evaluateRemedy(
        remedy({ ...kind, copyReceivedOn: copy, convertedOn }),
        nationalCalendar,
        copy,
      )
      assert.ok(dueOn && isWorkingDay(nationalCalendar, dueOn))
      assert.equal(steps.at(-1)?.to, dueOn)
      steps.slice(1).forEach(({ from }, at) => {
        assert.equal(from, addDays(steps[at]?.to ?? copy, 1))
      })
      const counted = steps.reduce((sum, one) => sum + one.counted, 0)
      assert.equal(counted, kind.kind ? 15 : convertedOn || kind.procedure === 'ordinary' ? 10 : 5)
      if (kind.kind) assert.ok(daysBetween(copy, dueOn) >= 15)
    }),
  )
})
