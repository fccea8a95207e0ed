import { officialDay } from '../../../../office/official-day.ts'
import { standDay, standMark, standNumber } from '../../../letters/fields/element-fields.ts'
import {
  alternatives,
  fixedStands,
  type Replacement,
  stands,
  tag,
  where,
  withFields,
  youMark,
} from '../../../letters/fields/fields-in-text.ts'
import { frameFields } from '../../../letters/fields/frame-fields.ts'
import { anewPart } from '../../../letters/templates/opening.ts'
import type { AmendmentBesides, AmendmentElements } from '../amendment-letter.ts'
import type { AmendmentLetterDefinition } from '../define-amendment-letter.ts'
import { untilPart } from '../evidence-notice.ts'
import { inParentheses, transferredPart } from '../opening.ts'
import { contactPart } from '../transfer-letters.ts'
import { amendmentFieldNames } from './amendment-element-fields.ts'

const agencyMark = standMark(50)
const referenceMark = standMark(51)
const remedyMark = standMark(52)
const contactMark = standMark(53)
const until = standDay(54)
const transferredOn = standDay(55)
const count = standNumber(56)

/** The built-in text of a letter of a record amendment, with its fields. */
export function amendmentStarterText(definition: AmendmentLetterDefinition): readonly string[] {
  return alternatives(frameFields.evidenceCount, textWith(definition, count), textWith(definition, 0))
}

function textWith(definition: AmendmentLetterDefinition, evidenceCount: number): readonly string[] {
  const given = stands(amendmentFieldNames) as AmendmentElements
  const besides: AmendmentBesides = {
    you: youMark,
    transferredFrom: { agency: agencyMark, reference: referenceMark, sentOn: null },
    remedy: remedyMark,
    evidenceUntil: until,
    evidenceCount,
    transferredOn,
    otherContact: contactMark,
  }
  const written = definition.paragraphs(given, fixedStands(definition), besides)
  return withFields(written, { names: amendmentFieldNames, definition, given, more: replacements() })
}

/** What the text says besides its elements. */
function replacements(): readonly Replacement[] {
  const only = (name: string, part: (value: string) => string) => where(name, part(tag(name)))
  const reference = only(frameFields.transferReference, inParentheses)
  return [
    [
      transferredPart(agencyMark, inParentheses(referenceMark)),
      only(frameFields.transferredFrom, (agency) => transferredPart(agency, reference)),
    ],
    [anewPart(remedyMark), only(frameFields.remedy, anewPart)],
    [untilPart(officialDay(until)), only(frameFields.evidenceUntil, untilPart)],
    [contactPart(contactMark), only(frameFields.otherContact, contactPart)],
    [officialDay(transferredOn), tag(frameFields.transferredOn)],
    [String(count), tag(frameFields.evidenceCount)],
  ]
}
