import { officialDay } from '../../../../office/official-day.ts'
import { frameFields } from '../../../letters/fields/frame-fields.ts'
import { type LetterFields, letterFields } from '../../../letters/fields/letter-fields.ts'
import type { Letter } from '../../../letters/letter.ts'
import { clause } from '../../../letters/templates/punctuation.ts'
import type { AmendmentBesides, AmendmentElements } from '../amendment-letter.ts'
import type { AmendmentLetterDefinition } from '../define-amendment-letter.ts'
import { amendmentFieldNames } from './amendment-element-fields.ts'

export type AmendmentFieldMaterial = {
  readonly definition: AmendmentLetterDefinition
  readonly letter: Letter
  readonly given: Readonly<Partial<AmendmentElements>>
  readonly besides: AmendmentBesides
  readonly agent: string | null
}

/** A letter of a record amendment as a template sees it. */
export function amendmentFields(material: AmendmentFieldMaterial): LetterFields {
  const { definition, letter, given, besides, agent } = material
  const { transferredFrom, remedy, evidenceUntil, evidenceCount, transferredOn, otherContact } = besides
  return letterFields({
    names: amendmentFieldNames,
    definition,
    letter,
    given,
    you: besides.you,
    more: {
      [frameFields.agent]: agent ?? '',
      [frameFields.remedy]: remedy === null ? '' : clause(remedy),
      [frameFields.transferredFrom]: transferredFrom === null ? '' : clause(transferredFrom.agency),
      [frameFields.transferReference]: transferredFrom?.reference ? clause(transferredFrom.reference) : '',
      [frameFields.evidenceUntil]: evidenceUntil === null ? '' : officialDay(evidenceUntil),
      [frameFields.evidenceCount]: evidenceCount === 0 ? '' : String(evidenceCount),
      [frameFields.transferredOn]: transferredOn === null ? '' : officialDay(transferredOn),
      [frameFields.otherContact]: otherContact === null ? '' : clause(otherContact),
    },
  })
}
