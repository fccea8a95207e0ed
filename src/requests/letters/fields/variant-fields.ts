import { type Citation, cite } from '../../../statute/citation.ts'
import type { AmendmentLetterKind } from '../../amendments/letters/amendment-letter-kind.ts'
import { amendmentFieldNames } from '../../amendments/letters/fields/amendment-element-fields.ts'
import { askedElements } from '../../amendments/letters/opening.ts'
import { replyElements } from '../templates/reply-parts.ts'
import { type FieldNames, requestFieldNames } from './element-fields.ts'
import type { FieldList } from './field-value.ts'
import {
  attachmentFieldList,
  type FieldDefinition,
  fieldsOf,
  frameFields,
  isInBody,
  paragraphList,
} from './frame-fields.ts'
import type { AmendmentVariant, LetterVariant, RequestVariant } from './letter-variants.ts'
import { optionalInReplies } from './request-fields.ts'

/** A field that the template of a letter may hold. */
export type VariantField = {
  readonly name: string
  readonly list: FieldList | null
  /** Whether a template without it, or without what it says, is refused. */
  readonly mandatory: boolean
  readonly article: Citation | null
  /** The sentences that a field of a fixed statement says, which may also be typed out; empty for other fields. */
  readonly sentences: readonly string[]
  /** The whole built-in text says it too. */
  readonly inBody: boolean
}

/** What the fields of a variant are made from; without an own text only what all its letters have in common is known. */
type FieldPlan = {
  readonly names: FieldNames
  readonly definition: FieldDefinition | null
  readonly common: FieldDefinition['elements']
  /** Whether it has the number of its approval. */
  readonly numbered: boolean
  readonly handsOver: boolean
  /** Fields that may stand there and need not. */
  readonly optional: readonly VariantField[]
}

/** Every field of a letter, the mandatory ones with their articles, in the order in which a letter comes to them. */
export function fieldsOfVariant(variant: LetterVariant): readonly VariantField[] {
  const plan = variant.procedure === 'request' ? requestPlan(variant) : amendmentPlan(variant)
  const { names, definition, common, numbered, handsOver } = plan
  return [
    optional(frameFields.title),
    numbered ? must(frameFields.number, cite('条例45')) : optional(frameFields.number),
    ...Object.entries(definition?.elements ?? common).flatMap(([id, article]) => {
      // Of all decisions alike only the built-in text says what each of them must say.
      const own = definition !== null || id === 'applicant' || id === 'contact'
      return ofElement(names, id, definition?.to ?? 'applicant', own, article ? cite(article) : null)
    }),
    ...(definition === null ? [] : ofFixed(names, definition)),
    ...plan.optional,
    { ...optional(frameFields.body), list: paragraphList, mandatory: definition === null },
    ...(definition === null || definition.contestedAs !== null
      ? [{ ...must(frameFields.remedies, cite('条例51')), list: paragraphList }]
      : []),
    ...(handsOver ? [{ ...must(frameFields.attachments, cite('条例36(2)')), list: attachmentFieldList }] : []),
    must(frameFields.agencyName, null),
    must(frameFields.date, null),
  ]
}

function requestPlan({ kind, definition }: RequestVariant): FieldPlan {
  const reply = kind === 'reply'
  const toApplicant = definition === null || definition.to === 'applicant'
  const declared: FieldDefinition['elements'] = definition?.elements ?? replyElements
  const handsOver = reply && (definition === null || 'provision' in definition.elements)
  const more = reply && definition !== null ? optionalInReplies.filter((id) => !(id in declared)) : []
  return {
    names: requestFieldNames,
    definition,
    common: replyElements,
    numbered: reply,
    handsOver,
    optional: [
      ...more.flatMap((id) => ofElement(requestFieldNames, id, 'applicant', false, null)),
      ...(toApplicant ? [frameFields.you, frameFields.agent, frameFields.representative].map(optional) : []),
      ...(toApplicant && 'receivedOn' in declared ? [frameFields.correctedOn, frameFields.remedy].map(optional) : []),
      ...(reply ? [optional(frameFields.consultation)] : []),
      ...(handsOver && definition !== null ? [optional(frameFields.isPublic)] : []),
    ],
  }
}

function amendmentPlan({ kind, definition }: AmendmentVariant): FieldPlan {
  const always = ['you', 'agent', 'remedy', 'transferredFrom', 'transferReference'] as const
  return {
    names: amendmentFieldNames,
    definition,
    common: askedElements,
    numbered: kind === 'decisionNotice',
    handsOver: false,
    optional: [...always, ...(optionalInAmendments[kind] ?? [])].map((id) => optional(frameFields[id])),
  }
}

const optionalInAmendments: Readonly<Partial<Record<AmendmentLetterKind, readonly (keyof typeof frameFields)[]>>> = {
  evidenceNotice: ['evidenceUntil'],
  transferLetter: ['evidenceCount'],
  transferNotice: ['transferredOn', 'otherContact'],
}

function optional(name: string): VariantField {
  return { name, list: null, mandatory: false, article: null, sentences: [], inBody: false }
}

function must(name: string, article: Citation | null): VariantField {
  return { ...optional(name), mandatory: true, article }
}

function ofElement(
  names: FieldNames,
  id: string,
  to: FieldDefinition['to'],
  mandatory: boolean,
  article: Citation | null,
): readonly VariantField[] {
  const inBody = isInBody(id, to)
  return fieldsOf(names, id).map(({ name, list }) => ({
    ...{ name, list: list ?? null, mandatory, article, sentences: [], inBody },
  }))
}

/** Fixed statements by the names of their fields; where a letter has one or another, both go by one name. */
function ofFixed(names: FieldNames, { fixed }: FieldDefinition): readonly VariantField[] {
  const fields = new Map<string, VariantField>()
  for (const [key, [article, sentence]] of Object.entries(fixed)) {
    const name = names.fixed[key]
    if (name === undefined) throw new RangeError(`a fixed sentence without a field: ${key}`)
    const before = fields.get(name)
    const sentences = [...(before?.sentences ?? []), sentence]
    fields.set(name, { ...must(name, before?.article ?? cite(article)), sentences, inBody: true })
  }
  return [...fields.values()]
}
