import { officialDay } from '../../../office/official-day.ts'
import { day } from '../../../statute/day.ts'
import type { Decision } from '../../events/request-event.ts'
import type { Besides, LetterDefinition } from '../define-letter.ts'
import type { Elements } from '../elements.ts'
import { anewPart, correctedPart } from '../templates/opening.ts'
import { consultationResult } from '../templates/reply-parts.ts'
import { elementFields, requestFieldNames, standMark } from './element-fields.ts'
import {
  alternatives,
  fixedStands,
  paragraphsWhere,
  type Replacement,
  stands,
  tag,
  where,
  withFields,
  youMark,
} from './fields-in-text.ts'
import { fieldsOf, frameFields } from './frame-fields.ts'

const remedyMark = standMark(61)
const correctedOn = day('9062-01-01')

/** The built-in text of a letter of a disclosure request, with its fields. */
export function requestStarterText(definition: LetterDefinition): readonly string[] {
  const supplied = textWith(definition, elementFields.provision.stand)
  if (!('provision' in definition.elements)) return supplied
  const isPublic = textWith(definition, { how: 'told', where: standMark(29), when: null })
  return alternatives(frameFields.isPublic, isPublic, supplied)
}

function textWith(definition: LetterDefinition, provision: Elements['provision']): readonly string[] {
  const given = { ...stands(requestFieldNames), provision } as Elements
  const besides: Besides = {
    you: youMark,
    correctedOn,
    remedy: remedyMark,
    thirdParties: [consulted],
    decision: { ...emptyDecision, reasons: given.reasons, otherWay: given.otherWay, provision },
  }
  const written = definition.paragraphs(given, fixedStands(definition), besides)
  const lines = withFields(written, { names: requestFieldNames, definition, given, more: replacements() })
  return lines.flatMap((line) => {
    const optional = optionalNames.find((name) => line.includes(tag(name)) && !isDeclared(definition, name))
    return optional === undefined ? [line] : paragraphsWhere(optional, [line])
  })
}

const namesOf = (id: keyof Elements) => elementFields[id].fields.map(({ name }) => name)

/** Fields of whole paragraphs that stand only where the case has them. */
const optionalNames: readonly string[] = [frameFields.consultation, ...namesOf('reasons'), ...namesOf('otherWay')]

function isDeclared({ elements }: LetterDefinition, name: string): boolean {
  return Object.keys(elements).some((id) => fieldsOf(requestFieldNames, id).some((one) => one.name === name))
}

/** What the text says besides its elements. */
function replacements(): readonly Replacement[] {
  return [
    [consultationResult({ ...emptyBesides, thirdParties: [consulted] }).join(''), tag(frameFields.consultation)],
    [
      correctedPart(officialDay(correctedOn)),
      where(frameFields.correctedOn, correctedPart(tag(frameFields.correctedOn))),
    ],
    [anewPart(remedyMark), where(frameFields.remedy, anewPart(tag(frameFields.remedy)))],
  ]
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
