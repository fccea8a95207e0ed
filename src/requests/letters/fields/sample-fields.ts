import type { RequestEvent } from '../../events/request-event.ts'
import { letterExamples } from '../compose-letter.examples.ts'
import { composeLetter } from '../compose-letter.ts'
import type { LetterCase, LetterFacts } from '../letter.ts'
import { sampleFacts } from '../sample-letter.ts'
import type { LetterFields } from './letter-fields.ts'
import { type LetterVariant, variantOutcome } from './letter-variants.ts'

const agent = '丁某'
const attachments = ['验收报告.pdf', '竣工图.pdf']

/**
 * The letters of the worked examples, as a template of this variant is tried with them: each as it stands, and with an agent,
 * joint applicants and attachments where it can have them. A notice need not have a number.
 */
export function sampleFields(variant: LetterVariant, agencyName: string): readonly LetterFields[] {
  const facts: LetterFacts = {
    ...sampleFacts,
    agency: { ...sampleFacts.agency, name: agencyName },
    documentNumber: null,
  }
  return letterExamples
    .filter(({ kind, of }) => kind === variant.kind && (variant.outcome === null || outcomeOf(of) === variant.outcome))
    .flatMap(({ kind, of }) => [
      composeLetter(kind, of, facts),
      composeLetter(
        kind,
        { ...of, events: of.events.map(withMore) },
        { ...facts, applicants: ['甲某', '乙某'], agent, attachments },
      ),
    ])
    .flatMap(({ fields }) => fields ?? [])
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
