import { type Citation, cite } from '../../../statute/citation.ts'
import { isSaid } from '../elements.ts'
import type { Letter } from '../letter.ts'
import { found } from '../templates/punctuation.ts'
import type { ElementField, FieldNames } from './element-fields.ts'
import type { FieldEntry, FieldValue, FieldValues } from './field-value.ts'
import { attachmentMarks, type FieldDefinition, fieldsOf, frameFields, isInBody } from './frame-fields.ts'

/** Something that must stand in a letter that a template made. */
export type LetterMust = {
  readonly field: string
  readonly article: Citation | null
  /** Of a fixed statement its words, which a template may also hold typed out; null for what differs from case to case. */
  readonly sentence: string | null
  /** What the built-in text says too, so that the field of the whole text stands for it. */
  readonly inBody: boolean
  /** Head and foot of the page will do: number, name, day and contact. */
  readonly atEdges: boolean
}

/** A composed letter as a template sees it. */
export type LetterFields = { readonly values: FieldValues; readonly musts: readonly LetterMust[] }

export type FieldMaterial = {
  readonly names: FieldNames
  readonly definition: FieldDefinition
  readonly letter: Letter
  /** The elements that have fields, by their ids; null where one that may be missing is not there. */
  readonly given: Readonly<Record<string, unknown>>
  /** How the applicant is spoken to. */
  readonly you: string
  /** Values of the fields that are no elements and that only this procedure has. */
  readonly more: FieldValues
}

/** The values of all fields of a letter, and which of them must stand in it. */
export function letterFields(material: FieldMaterial): LetterFields {
  const { names, definition, letter } = material
  const whole = bare(letter.paragraphs.join(''))
  const said = Object.entries(definition.fixed).filter(([, [, sentence]]) => whole.includes(bare(sentence)))
  const fixedName = (key: string) => names.fixed[key] ?? key
  return {
    values: {
      ...frameValues(material),
      ...elementValues(material),
      ...Object.fromEntries(said.map(([key, [, sentence]]) => [fixedName(key), sentence])),
    },
    musts: [
      ...(letter.numberLine === null ? [] : [must(frameFields.number, cite('条例45'), { atEdges: true })]),
      ...Object.entries(definition.elements).flatMap(([id, article]) =>
        fieldsOf(names, id).map(({ name }) =>
          must(name, article ? cite(article) : null, {
            inBody: isInBody(id, definition.to),
            atEdges: id === 'contact',
          }),
        ),
      ),
      ...said.map(([key, [article, sentence]]) => must(fixedName(key), cite(article), { sentence, inBody: true })),
      ...(letter.remedies.length > 0 ? [must(frameFields.remedies, cite('条例51'))] : []),
      ...(letter.attachments?.length ? [must(frameFields.attachments, cite('条例36(2)'))] : []),
      must(frameFields.agencyName, null, { sentence: letter.signature, atEdges: true }),
      must(frameFields.date, null, { atEdges: true }),
    ],
  }
}

function must(field: string, article: Citation | null, more: Partial<LetterMust> = {}): LetterMust {
  return { field, article, sentence: null, inBody: false, atEdges: false, ...more }
}

function frameValues({ letter, you, more }: FieldMaterial): FieldValues {
  const lines = (paragraphs: readonly string[]) => paragraphs.map((one) => ({ 段落: one }))
  return {
    [frameFields.title]: letter.title,
    [frameFields.number]: letter.numberLine ?? '',
    [frameFields.you]: you,
    ...more,
    [frameFields.body]: lines(letter.paragraphs),
    [frameFields.remedies]: lines(letter.remedies),
    [frameFields.attachments]: (letter.attachments ?? []).map(attachmentEntry),
    [frameFields.agencyName]: letter.signature,
    [frameFields.date]: letter.date,
  }
}

function attachmentEntry(line: string, at: number): FieldEntry {
  const number = /^\d+\. /u.exec(line)?.[0] ?? ''
  return { 附件标记: attachmentMarks[at === 0 ? 0 : 1], 序号: number, 名称: line.slice(number.length) }
}

function elementValues({ names, given, you, letter }: FieldMaterial): FieldValues {
  return Object.fromEntries(
    Object.entries(given).flatMap(([id, value]) =>
      fieldsOf(names, id).map((field) => [field.name, valueIn(field, id, value, you, letter)] as const),
    ),
  )
}

function valueIn(
  field: ElementField<never>,
  id: string,
  value: unknown,
  you: string,
  { paragraphs }: Letter,
): FieldValue {
  if (value === undefined || !isSaid(value)) return field.list ? [] : ''
  // The table has for each element the fields of its own kind of value.
  if (field.list) return field.entries(value as never)
  const reasons = id === 'reasons' ? found(String(value)) : null
  if (reasons !== null && paragraphs.some((one) => one.includes(reasons))) return reasons
  return field.says(value as never, you)
}

/** Text without spaces and punctuation, in which a statement is looked for. */
export function bare(text: string): string {
  return text.replace(/[\s\p{P}]+/gu, '')
}
