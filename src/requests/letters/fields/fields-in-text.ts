import { found } from '../templates/punctuation.ts'
import { type FieldNames, standMark } from './element-fields.ts'
import { type FieldDefinition, fieldsOf, frameFields } from './frame-fields.ts'

export const tag = (name: string) => `{${name}}`

/** A part of a sentence, or paragraphs, that stand only where there is such a value, or with `^` only where there is none. */
export const where = (name: string, content: string) => `{#${name}}${content}{/${name}}`
export const paragraphsWhere = (name: string, lines: readonly string[], sign: '#' | '^' = '#') => [
  `{${sign}${name}}`,
  ...lines,
  `{/${name}}`,
]

/** How the applicant is spoken to, and each fixed sentence, in a text that is written over stands. */
export const youMark = standMark(60)
const fixedMark = (at: number) => standMark(70 + at)

/** What is said in such a text, and the field that says it. */
export type Replacement = readonly [said: string, instead: string]

/** The elements of any letter as values that can be told apart from everything else. */
export function stands({ elements }: FieldNames): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(elements).map(([id, { stand }]) => [id, stand]))
}

/** Marks in the place of the fixed sentences. */
export function fixedStands({ fixed }: FieldDefinition): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.keys(fixed).map((key, at) => [key, fixedMark(at)]))
}

/** Paragraphs over stands as paragraphs with fields; an entry of a list becomes a loop over it. */
export function withFields(
  paragraphs: readonly string[],
  {
    names,
    definition,
    given,
    more,
  }: {
    readonly names: FieldNames
    readonly definition: FieldDefinition
    readonly given: Readonly<Record<string, unknown>>
    readonly more: readonly Replacement[]
  },
): readonly string[] {
  const replacements = [
    ...ofElements(names, given),
    ...ofFixed(names, definition),
    ...more,
    [youMark, tag(frameFields.you)] as const,
  ]
    // The longer first, since it may hold the shorter.
    .toSorted(([a], [b]) => b.length - a.length)
  return paragraphs.flatMap(
    (paragraph) =>
      listIn(names, definition, given, paragraph) ?? [
        replacements.reduce((text, [said, instead]) => text.replaceAll(said, instead), paragraph),
      ],
  )
}

/** Two texts of which the first stands where there is such a value; what they have in common stands once. */
export function alternatives(name: string, there: readonly string[], not: readonly string[]): readonly string[] {
  return not.flatMap((line, at) => {
    const other = there[at] ?? ''
    return line === other ? [line] : [...paragraphsWhere(name, [other]), ...paragraphsWhere(name, [line], '^')]
  })
}

function ofElements(names: FieldNames, given: Readonly<Record<string, unknown>>): readonly Replacement[] {
  const said = Object.keys(names.elements).flatMap((id) =>
    fieldsOf(names, id).flatMap((field) =>
      // The table has for each element the fields of its own kind of value.
      field.list ? [] : [[field.says(given[id] as never, youMark), tag(field.name)] as const],
    ),
  )
  const reasons = fieldsOf(names, 'reasons').map(({ name }) => [found(String(given.reasons)), tag(name)] as const)
  return [...said, ...reasons]
}

function ofFixed(names: FieldNames, { fixed }: FieldDefinition): readonly Replacement[] {
  return Object.keys(fixed).map((key, at) => [fixedMark(at), tag(names.fixed[key] ?? key)])
}

function listIn(
  names: FieldNames,
  { elements }: FieldDefinition,
  given: Readonly<Record<string, unknown>>,
  paragraph: string,
): readonly string[] | null {
  for (const id of Object.keys(elements))
    for (const field of fieldsOf(names, id)) {
      if (!field.list) continue
      const { list, name } = field
      const [entry] = field.entries(given[id] as never)
      if (entry && list.line(entry) === paragraph)
        return paragraphsWhere(name, [list.line(Object.fromEntries(list.inner.map((one) => [one, tag(one)])))])
    }
  return null
}
