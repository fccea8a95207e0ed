import { hasSecrecyMarking } from '../../office/inspect-text.ts'
import type { FieldList } from '../../requests/letters/fields/field-value.ts'
import { frameFields } from '../../requests/letters/fields/frame-fields.ts'
import { inspectTags } from '../../requests/letters/fields/inspect-tags.ts'
import { bare, type LetterFields } from '../../requests/letters/fields/letter-fields.ts'
import { type TemplateProblem, templateProblem } from '../../requests/letters/fields/template-problem.ts'
import type { VariantField } from '../../requests/letters/fields/variant-fields.ts'
import { fixedZip } from '../write/fixed-zip.ts'
import { fillAndCheck } from './fill-and-check.ts'
import { TemplateFault } from './fill-template.ts'
import { type OpenTemplate, openTemplate } from './open-template.ts'
import { readLetterText } from './read-template-text.ts'

/** How the lists among some fields read where they are written as one field. */
export function listsOf(fields: readonly VariantField[]): Readonly<Record<string, FieldList>> {
  return Object.fromEntries(fields.flatMap(({ name, list }) => (list ? [[name, list]] : [])))
}

/**
 * All that is wrong with a template for letters with these fields: what is in the file, each tag, and, filled with each
 * sample, what a reader of the letter would miss. Throws the Refusal of a file that is no docx or cannot be read.
 */
export function checkTemplate(
  bytes: Uint8Array,
  fields: readonly VariantField[],
  samples: readonly LetterFields[],
): readonly TemplateProblem[] {
  const template = openTemplate(bytes)
  // Neither can be read as text.
  if (template.problems.some(({ problem }) => problem === 'partsUnreadable' || problem === 'foreignPart'))
    return template.problems
  const { body, edges } = readLetterText(fixedZip(template.parts), template.edges)
  const inspected = [body, ...edges].map((lines) => inspectTags(lines, fields))
  const tags = new Set(inspected.flatMap((one) => [...one.fields]))
  const problems = [
    ...template.problems,
    ...(hasSecrecyMarking([...body, ...edges.flat()].join('\n')) ? [templateProblem('secrecyMarking')] : []),
    ...inspected.flatMap((one) => one.problems),
  ]
  const missing = missingFields(fields, tags, bare(body.join('')))
  if (problems.length > 0) return [...problems, ...missing]
  return [...missing, ...shownWrongly(template, fields, samples, new Set(missing.map(({ field }) => field)))]
}

/** Mandatory fields that are nowhere, and fixed statements that are neither a field nor typed out. */
function missingFields(
  fields: readonly VariantField[],
  tags: ReadonlySet<string>,
  typed: string,
): readonly TemplateProblem[] {
  const whole = tags.has(frameFields.body)
  return fields.flatMap(({ name, mandatory, article, sentences, inBody }) => {
    if (!mandatory || tags.has(name) || (whole && inBody)) return []
    if (sentences.length === 0) return [templateProblem('fieldMissing', { field: name, article })]
    if (sentences.every((sentence) => typed.includes(bare(sentence)))) return []
    return [templateProblem('statementMissing', { field: name, article, where: sentences.join(' / ') })]
  })
}

/** What the samples bring to light, each once, and nothing of fields that are missing anyway. */
function shownWrongly(
  template: OpenTemplate,
  fields: readonly VariantField[],
  samples: readonly LetterFields[],
  missing: ReadonlySet<string | null>,
): readonly TemplateProblem[] {
  const told = new Set(missing)
  const problems: TemplateProblem[] = []
  for (const sample of samples)
    for (const problem of problemsOfSample(template, fields, sample)) {
      if (told.has(problem.field)) continue
      told.add(problem.field)
      problems.push(problem)
    }
  return problems
}

/** Conditions that hide, text that nobody sees, tags that come to nothing. */
function problemsOfSample(
  template: OpenTemplate,
  fields: readonly VariantField[],
  sample: LetterFields,
): readonly TemplateProblem[] {
  const known = new Set(fields.flatMap(({ name, list }) => [name, ...(list?.inner ?? [])]))
  try {
    const data = { lists: listsOf(fields), title: '', agency: '', on: '2019-05-15' }
    const { missing, tags, unfilled } = fillAndCheck(template, sample, data)
    const hidden = [...tags].filter((name) => !known.has(name))
    return [
      ...missing.map(({ field, article, sentence }) =>
        templateProblem('notShown', { field, article, where: sentence }),
      ),
      ...hidden.map((field) => templateProblem('hiddenTag', { field })),
      ...(unfilled.length > 0 ? [templateProblem('notFillable', { where: unfilled.join(' ').slice(0, 60) })] : []),
    ]
  } catch (error) {
    if (!(error instanceof TemplateFault)) throw error
    return [templateProblem('notFillable', { where: error.message })]
  }
}
