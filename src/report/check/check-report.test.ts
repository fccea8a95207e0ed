import assert from 'node:assert/strict'
import { readdirSync } from 'node:fs'
import { test } from 'node:test'
import { parseCitation } from '../../statute/citation.ts'
import type { Finding } from '../../statute/finding.ts'
import { checkReport } from './check-report.ts'
import { buildContext, buildReport, type Example, type RuleExamples } from './example.ts'
import { presentFinding } from './present-finding.ts'
import { rules } from './rules.ts'

const folder = new URL('./', import.meta.url)
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.examples.ts'))
const all = await Promise.all(
  files.map(async (file) => Object.values((await import(new URL(file, folder).href)) as object)[0] as RuleExamples),
)

const findingsOf = ({ given }: Example) => checkReport(buildReport(given), buildContext(given))

for (const { rule, examples } of all) {
  for (const example of examples) {
    test(`${rule}: ${example.title}`, () => {
      const found = findingsOf(example).filter((finding) => finding.rule === rule)
      assert.deepEqual(
        found.map((finding, i) => pick(finding, example.finds[i] ?? finding)),
        example.finds,
      )
    })
  }
}

/** Of a finding, the fields that the example speaks of. */
function pick(finding: Finding, expected: Partial<Finding>): Partial<Finding> {
  const fields = Object.keys(expected) as (keyof Finding)[]
  return Object.fromEntries(fields.map((field) => [field, finding[field]]))
}

test('every rule has an example that fires and one that is silent', () => {
  for (const { id } of rules) {
    const examples = all.find(({ rule }) => rule === id)?.examples ?? []
    assert.ok(
      examples.some(({ finds }) => finds.length > 0),
      `${id} never fires`,
    )
    assert.ok(
      examples.some(({ finds }) => finds.length === 0),
      `${id} is never silent`,
    )
  }
  assert.equal(all.length, rules.length)
})

test('the good report of the examples has no finding at all', () => {
  assert.deepEqual(checkReport(buildReport({}), {}), [])
  assert.deepEqual(checkReport(buildReport({ agency: '清河县人民政府' }), {}), [])
})

test('every rule cites a source that follows the grammar', () => {
  for (const { id, sources } of rules) {
    assert.ok(sources.length > 0, id)
    for (const source of sources) assert.ok(parseCitation(source), source)
  }
})

test('every finding of every example has words in both languages that say neither undefined nor null', () => {
  for (const finding of all.flatMap(({ examples }) => examples).flatMap(findingsOf)) {
    for (const language of ['zh-CN', 'en'] as const) {
      const { message, suggestion } = presentFinding(finding, language)
      assert.ok(message.length > 5, finding.rule)
      assert.ok(suggestion, finding.rule)
      assert.doesNotMatch(`${message}${suggestion}`, /undefined|null|NaN|\[object/, `${finding.rule} ${language}`)
    }
  }
})

test('a place in the text holds the very words that were found', () => {
  for (const example of all.flatMap(({ examples }) => examples)) {
    const report = buildReport(example.given)
    for (const { where, evidence, rule } of checkReport(report, buildContext(example.given))) {
      const place = /^text\[(\d)\]@(\d+)-(\d+)$/.exec(where)
      if (!place || place[2] === place[3] || typeof evidence?.found !== 'string' || rule === 'title') continue
      const section = report.sections.find(({ number }) => number === Number(place[1]))
      const text = place[1] === '0' ? report.preamble.text : section?.text
      assert.equal(text?.slice(Number(place[2]), Number(place[3])), evidence.found, rule)
    }
  }
})
