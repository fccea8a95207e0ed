import type { AmendmentEvent } from '../../amendments/amendment-event.ts'
import type { AmendmentLetterCase } from '../../amendments/letters/amendment-letter.ts'
import { amendmentLetterExamples } from '../../amendments/letters/compose-amendment-letter.examples.ts'
import { composeAmendmentLetter } from '../../amendments/letters/compose-amendment-letter.ts'
import { sampleAmendmentFacts } from '../../amendments/letters/sample-amendment-letter.ts'
import type { RequestEvent } from '../../events/request-event.ts'
import { letterExamples } from '../compose-letter.examples.ts'
import { composeLetter } from '../compose-letter.ts'
import type { LetterCase, LetterFacts } from '../letter.ts'
import { sampleFacts } from '../sample-letter.ts'
import type { LetterFields } from './letter-fields.ts'
import {
  type AmendmentVariant,
  amendmentOutcome,
  type LetterVariant,
  type RequestVariant,
  variantOutcome,
} from './letter-variants.ts'

const agent = '丁某'
const attachments = ['验收报告.pdf', '竣工图.pdf']

/**
 * The letters of the worked examples, as a template of this variant is tried with them: each as it stands, and with an agent,
 * joint applicants and attachments where it can have them. A notice need not have a number.
 */
export function sampleFields(variant: LetterVariant, agencyName: string): readonly LetterFields[] {
  const composed = variant.procedure === 'request' ? sampleLetters(variant) : sampleAmendmentLetters(variant)
  const agency = { ...sampleFacts.agency, name: agencyName }
  return composed.flatMap((compose) => compose(agency).fields ?? [])
}

type Compose = (agency: LetterFacts['agency']) => { readonly fields?: LetterFields }

function sampleLetters(variant: RequestVariant): readonly Compose[] {
  return letterExamples
    .filter(({ kind, of }) => kind === variant.kind && (variant.outcome === null || outcomeOf(of) === variant.outcome))
    .flatMap(({ kind, of }): readonly Compose[] => [
      (agency) => composeLetter(kind, of, { ...sampleFacts, agency, documentNumber: null }),
      (agency) =>
        composeLetter(
          kind,
          { ...of, events: of.events.map(withMore) },
          { ...sampleFacts, agency, documentNumber: null, applicants: ['甲某', '乙某'], agent, attachments },
        ),
    ])
}

function sampleAmendmentLetters(variant: AmendmentVariant): readonly Compose[] {
  return amendmentLetterExamples
    .filter(({ kind, of }) => kind === variant.kind && (variant.outcome === null || decidedIn(of) === variant.outcome))
    .flatMap(({ kind, of }): readonly Compose[] => [
      (agency) => composeAmendmentLetter(kind, of, { ...sampleAmendmentFacts, agency, documentNumber: null }),
      (agency) =>
        composeAmendmentLetter(
          kind,
          { ...of, events: of.events.map(withAgent) },
          { ...sampleAmendmentFacts, agency, documentNumber: null, agent },
        ),
    ])
}

function decidedIn({ events }: AmendmentLetterCase): string | null {
  const decided = events.findLast(({ type }) => type === 'decided')
  return decided?.type === 'decided' ? amendmentOutcome(decided.decision) : null
}

function withAgent(event: AmendmentEvent): AmendmentEvent {
  return event.type === 'registered' ? { ...event, agent: { person: 'p9', powerOfAttorney: 'f9' } } : event
}

function outcomeOf({ events }: LetterCase): string | null {
  const decided = events.findLast(({ type }) => type === 'decided')
  return decided?.type === 'decided' ? variantOutcome(decided.decision) : null
}

function withMore(event: RequestEvent): RequestEvent {
  if (event.type === 'registered')
    return { ...event, applicants: ['p1', 'p2'], agent: { person: 'p9', powerOfAttorney: null } }
  if (event.type !== 'decided' || event.decision.provision?.how !== 'supplied') return event
  const provision = { ...event.decision.provision, files: attachments.map((_, at) => `f${at}`) }
  return { ...event, decision: { ...event.decision, provision } }
}
