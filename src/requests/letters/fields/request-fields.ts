import { officialDay } from '../../../office/official-day.ts'
import type { Besides, LetterDefinition } from '../define-letter.ts'
import type { ElementId, Elements } from '../elements.ts'
import type { Letter } from '../letter.ts'
import { clause } from '../templates/punctuation.ts'
import { consultationResult, isAlreadyPublic } from '../templates/reply-parts.ts'
import { requestFieldNames } from './element-fields.ts'
import type { FieldValues } from './field-value.ts'
import { frameFields } from './frame-fields.ts'
import { type LetterFields, letterFields } from './letter-fields.ts'

export type RequestFieldMaterial = {
  readonly definition: LetterDefinition
  readonly letter: Letter
  readonly given: Readonly<Partial<Elements>>
  readonly besides: Besides
  readonly applicants: readonly string[]
  readonly agent: string | null
}

/** Elements of a decision that a reply may tell also where it need not. */
export const optionalInReplies = ['reasons', 'otherWay'] as const satisfies readonly ElementId[]

/** A letter of a disclosure request as a template sees it. */
export function requestFields(material: RequestFieldMaterial): LetterFields {
  const { definition, letter, given, besides } = material
  const told = optionalInReplies.map((id) => [id, besides.decision?.[id] ?? null])
  return letterFields({
    names: requestFieldNames,
    definition,
    letter,
    given: { ...Object.fromEntries(told), ...given },
    you: besides.you,
    more: moreValues(material),
  })
}

function moreValues({ definition, besides, applicants, agent }: RequestFieldMaterial): FieldValues {
  const { correctedOn, remedy, decision } = besides
  const toApplicant = definition.to === 'applicant'
  return {
    [frameFields.agent]: toApplicant ? (agent ?? '') : '',
    [frameFields.representative]: toApplicant && applicants.length > 1 ? (applicants[0] ?? '') : '',
    [frameFields.correctedOn]: correctedOn === null ? '' : officialDay(correctedOn),
    [frameFields.remedy]: remedy === null ? '' : clause(remedy),
    [frameFields.consultation]: consultationResult(besides).join(''),
    [frameFields.isPublic]: decision?.provision ? isAlreadyPublic(decision.provision) : false,
  }
}
