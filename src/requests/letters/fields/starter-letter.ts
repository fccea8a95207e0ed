import { day } from '../../../statute/day.ts'
import type { Decision } from '../../events/request-event.ts'
import type { Besides, LetterDefinition } from '../define-letter.ts'
import type { ElementId, Elements } from '../elements.ts'
import type { Letter } from '../letter.ts'
import { replyTitle } from '../letter-kinds.ts'
import { officialDay } from '../official-day.ts'
import { contactNote } from '../templates/frame.ts'
import { anewPart, correctedPart } from '../templates/opening.ts'
import { found } from '../templates/punctuation.ts'
import { consultationResult } from '../templates/reply-parts.ts'
import { type ElementField, elementFields, fixedFieldNames, standMark } from './element-fields.ts'
import type { LetterVariant } from './letter-variants.ts'
import { fieldsOfVariant, frameFields } from './variant-fields.ts'

const tag = (name: string) => `{${name}}`
/** A part of a sentence, or paragraphs, that stand only where there is such a value. */
const where = (name: string, content: string) => `{#${name}}${content}{/${name}}`
const paragraphsWhere = (name: string, lines: readonly string[], sign: '#' | '^' = '#') => [
  `{${sign}${name}}`,
  ...lines,
  `{/${name}}`,
]
const youMark = standMark(60)
const remedyMark = standMark(61)
const correctedOn = day('9062-01-01')
const fixedMark = (at: number) => standMark(70 + at)

/**
 * The built-in letter with a field wherever it says something of a case: its text is written as for a case whose values can
 * be told apart from everything else, and these are then replaced by the fields that say them.
 */
export function starterLetter(variant: LetterVariant): Letter {
  const { kind, definition } = variant
  const names = fieldsOfVariant(variant).map(({ name }) => name)
  const handsOver = names.includes(frameFields.attachments)
  return {
    title: kind === 'reply' ? replyTitle : (definition?.title ?? ''),
    addressee: tag(elementFields[definition?.to === 'party' ? 'party' : 'applicant'].fields[0]?.name ?? ''),
    number: null,
    numberLine: tag(frameFields.number),
    draft: false,
    paragraphs: [
      ...(definition === null ? paragraphsWhere(frameFields.body, [tag('段落')]) : builtInText(definition)),
      ...(names.includes(frameFields.remedies) ? paragraphsWhere(frameFields.remedies, [tag('段落')]) : []),
      ...(handsOver ? paragraphsWhere(frameFields.attachments, [['附件标记', '序号', '名称'].map(tag).join('')]) : []),
    ],
    remedies: [],
    signature: tag(frameFields.agencyName),
    on: day('2019-05-15'),
    date: tag(frameFields.date),
    note: contactNote(tag(elementFields.contact.fields[0]?.name ?? '')),
  }
}

function builtInText(definition: LetterDefinition): readonly string[] {
  const supplied = textWith(definition, elementFields.provision.stand)
  if (!('provision' in definition.elements)) return supplied
  const isPublic = textWith(definition, { how: 'told', where: standMark(29), when: null })
  return supplied.flatMap((line, at) => {
    const other = isPublic[at] ?? ''
    if (line === other) return [line]
    return [...paragraphsWhere(frameFields.isPublic, [other]), ...paragraphsWhere(frameFields.isPublic, [line], '^')]
  })
}

function textWith(definition: LetterDefinition, provision: Elements['provision']): readonly string[] {
  const stands = Object.fromEntries(
    (Object.keys(elementFields) as ElementId[]).map((id) => [id, elementFields[id].stand]),
  )
  const given = { ...stands, provision } as Elements
  const say = Object.fromEntries(Object.keys(definition.fixed).map((key, at) => [key, fixedMark(at)]))
  const besides: Besides = {
    you: youMark,
    correctedOn,
    remedy: remedyMark,
    thirdParties: [consulted],
    decision: { ...emptyDecision, reasons: given.reasons, otherWay: given.otherWay, provision },
  }
  const replacements = replacementsFor(definition, given)
  return definition.paragraphs(given, say, besides).flatMap((paragraph) => {
    const list = listOf(definition, given, paragraph)
    if (list) return list
    const line = replacements.reduce((text, [said, instead]) => text.replaceAll(said, instead), paragraph)
    const optional = [...optionalNames].find((name) => line.includes(tag(name)) && !isDeclared(definition, name))
    return optional === undefined ? [line] : paragraphsWhere(optional, [line])
  })
}

/** Fields of whole paragraphs that stand only where the case has them. */
const optionalNames: readonly string[] = [
  frameFields.consultation,
  ...elementFields.reasons.fields.map(({ name }) => name),
  ...elementFields.otherWay.fields.map(({ name }) => name),
]

function isDeclared({ elements }: LetterDefinition, name: string): boolean {
  return (Object.keys(elements) as ElementId[]).some((id) => elementFields[id].fields.some((one) => one.name === name))
}

/** What the built-in text says, and the field that says it: the longer first, since it may hold the shorter. */
function replacementsFor({ fixed }: LetterDefinition, given: Elements): readonly (readonly [string, string])[] {
  const ofElements = (Object.keys(elementFields) as ElementId[]).flatMap((id) => {
    const fields = elementFields[id].fields as readonly ElementField<Elements[typeof id]>[]
    return fields.flatMap((field) => (field.list ? [] : [[field.says(given[id], youMark), tag(field.name)] as const]))
  })
  const reasons = elementFields.reasons.fields.map(({ name }) => [found(given.reasons), tag(name)] as const)
  const corrected = officialDay(correctedOn)
  return [
    ...ofElements,
    ...reasons,
    ...Object.keys(fixed).map((key, at) => [fixedMark(at), tag(fixedFieldNames[key] ?? key)] as const),
    [
      consultationResult({ ...emptyBesides, thirdParties: [consulted] }).join(''),
      tag(frameFields.consultation),
    ] as const,
    [correctedPart(corrected), where(frameFields.correctedOn, correctedPart(tag(frameFields.correctedOn)))] as const,
    [anewPart(remedyMark), where(frameFields.remedy, anewPart(tag(frameFields.remedy)))] as const,
    [youMark, tag(frameFields.you)] as const,
  ].sort(([a], [b]) => b.length - a.length)
}

/** A paragraph that is an entry of a list becomes a loop over it. */
function listOf({ elements }: LetterDefinition, given: Elements, paragraph: string): readonly string[] | null {
  for (const id of Object.keys(elements) as ElementId[]) {
    const fields = elementFields[id].fields as readonly ElementField<Elements[typeof id]>[]
    for (const { name, list, ...field } of fields) {
      if (!list || !('entries' in field)) continue
      const [entry] = field.entries(given[id])
      if (entry && list.line(entry) === paragraph)
        return paragraphsWhere(name, [list.line(Object.fromEntries(list.inner.map((one) => [one, tag(one)])))])
    }
  }
  return null
}

const consulted: Besides['thirdParties'][number] = {
  with: 'thirdParty',
  party: '',
  person: null,
  information: '',
  sentOn: correctedOn,
  receivedOn: null,
  answer: 'objects',
  informed: false,
}
const emptyBesides: Besides = { you: '', correctedOn: null, remedy: null, thirdParties: [], decision: null }
const emptyDecision: Decision = {
  outcome: 'granted',
  reasons: null,
  provision: null,
  withheldParts: [],
  search: null,
  rightAgency: null,
  earlierReply: null,
  otherWay: null,
}
