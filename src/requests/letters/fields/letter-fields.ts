import { type Citation, cite } from '../../../statute/citation.ts'
import type { Besides, LetterDefinition } from '../define-letter.ts'
import { type ElementId, type Elements, isSaid } from '../elements.ts'
import type { Letter } from '../letter.ts'
import { officialDay } from '../official-day.ts'
import { clause, found } from '../templates/punctuation.ts'
import { consultationResult, isAlreadyPublic } from '../templates/reply-parts.ts'
import { type ElementField, elementFields, fixedFieldNames } from './element-fields.ts'
import type { FieldEntry, FieldValue, FieldValues } from './field-value.ts'
import { attachmentMarks, frameFields, isInBody, optionalInReplies } from './variant-fields.ts'

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
  readonly definition: LetterDefinition
  readonly letter: Letter
  readonly given: Readonly<Partial<Elements>>
  readonly besides: Besides
  readonly applicants: readonly string[]
  readonly agent: string | null
}

/** The values of all fields of a letter, and which of them must stand in it. */
export function letterFields(material: FieldMaterial): LetterFields {
  const { definition, letter } = material
  const whole = bare(letter.paragraphs.join(''))
  const said = Object.entries(definition.fixed).filter(([, [, sentence]]) => whole.includes(bare(sentence)))
  return {
    values: {
      ...frameValues(material),
      ...elementValues(material),
      ...Object.fromEntries(said.map(([key, [, sentence]]) => [fixedFieldNames[key] ?? key, sentence])),
    },
    musts: [
      ...(letter.numberLine === null ? [] : [must(frameFields.number, cite('条例45'), { atEdges: true })]),
      ...Object.entries(definition.elements).flatMap(([id, article]) =>
        elementFields[id as ElementId].fields.map(({ name }) =>
          must(name, article === null ? null : cite(article), {
            inBody: isInBody(id),
            atEdges: id === 'contact',
          }),
        ),
      ),
      ...said.map(([key, [article, sentence]]) =>
        must(fixedFieldNames[key] ?? key, cite(article), { sentence, inBody: true }),
      ),
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

function frameValues({ definition, letter, besides, applicants, agent }: FieldMaterial): FieldValues {
  const lines = (paragraphs: readonly string[]) => paragraphs.map((one) => ({ 段落: one }))
  const provision = besides.decision?.provision
  return {
    [frameFields.title]: letter.title,
    [frameFields.number]: letter.numberLine ?? '',
    [frameFields.you]: besides.you,
    [frameFields.agent]: definition.to === 'applicant' ? (agent ?? '') : '',
    [frameFields.representative]: definition.to === 'applicant' && applicants.length > 1 ? (applicants[0] ?? '') : '',
    [frameFields.correctedOn]: besides.correctedOn === null ? '' : officialDay(besides.correctedOn),
    [frameFields.remedy]: besides.remedy === null ? '' : clause(besides.remedy),
    [frameFields.consultation]: consultationResult(besides).join(''),
    [frameFields.isPublic]: provision ? isAlreadyPublic(provision) : false,
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

function elementValues({ definition, given, besides, letter }: FieldMaterial): FieldValues {
  const decision = besides.decision
  const optional: Partial<Elements> = {
    ...(decision?.reasons && { reasons: decision.reasons }),
    ...(decision?.otherWay && { otherWay: decision.otherWay }),
  }
  const ids = [...new Set([...Object.keys(definition.elements), ...optionalInReplies])] as readonly ElementId[]
  return Object.fromEntries(ids.flatMap((id) => valuesOf(id, given[id] ?? optional[id], besides.you, letter)))
}

function valuesOf<K extends ElementId>(
  id: K,
  value: Elements[K] | undefined,
  you: string,
  letter: Letter,
): readonly (readonly [string, FieldValue])[] {
  // The table holds for each element the fields of its own kind of value.
  const fields = elementFields[id].fields as readonly ElementField<Elements[K]>[]
  return fields.map((field) => {
    if (value === undefined || !isSaid(value)) return [field.name, field.list ? [] : '']
    if (field.list) return [field.name, field.entries(value)]
    if (id === 'reasons' && letter.paragraphs.some((one) => one.includes(found(String(value)))))
      return [field.name, found(String(value))]
    return [field.name, field.says(value, you)]
  })
}

/** Text without spaces and punctuation, in which a statement is looked for. */
export function bare(text: string): string {
  return text.replace(/[\s\p{P}]+/gu, '')
}
