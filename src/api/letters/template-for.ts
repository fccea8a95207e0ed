import type { AmendmentEvent } from '../../requests/amendments/amendment-event.ts'
import type { RequestEvent } from '../../requests/events/request-event.ts'
import {
  amendmentOutcome,
  findVariant,
  type LetterVariant,
  variantOutcome,
} from '../../requests/letters/fields/letter-variants.ts'
import { currentTemplate, type OfficeTemplate, readOfficeTemplate } from '../../storage/letters/office-templates.ts'
import type { Trx } from '../../storage/storage.ts'

/** The template that an agency has for a letter, with the letter it is of. */
export type TemplateInUse = OfficeTemplate & { readonly content: Uint8Array; readonly variant: LetterVariant }

/** For the letter of a decision the template of what it decides, else that of all of them; null where the built-in letter holds. */
export async function templateFor(
  trx: Trx,
  agencyId: number,
  kind: LetterVariant['kind'],
  events: readonly (RequestEvent | AmendmentEvent)[],
): Promise<TemplateInUse | null> {
  const outcome = kind === 'reply' || kind === 'decisionNotice' ? outcomeIn(events) : null
  for (const wanted of outcome === null ? [null] : [outcome, null]) {
    const variant = findVariant(kind, wanted)
    const found = variant && (await currentTemplate(trx, agencyId, { kind, outcome: wanted }))
    if (found) return { ...(await readOfficeTemplate(trx, agencyId, found, found.version)), variant }
  }
  return null
}

function outcomeIn(events: readonly (RequestEvent | AmendmentEvent)[]): LetterVariant['outcome'] {
  const decided = events.findLast(({ type }) => type === 'decided')
  if (decided?.type !== 'decided') return null
  return 'result' in decided.decision ? amendmentOutcome(decided.decision) : variantOutcome(decided.decision)
}
