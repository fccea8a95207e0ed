import type { RequestEvent } from '../../requests/events/request-event.ts'
import { findVariant, type LetterVariant, variantOutcome } from '../../requests/letters/fields/letter-variants.ts'
import type { LetterKind } from '../../requests/letters/letter-kind.ts'
import { currentTemplate, type OfficeTemplate, readOfficeTemplate } from '../../storage/letters/office-templates.ts'
import type { Trx } from '../../storage/storage.ts'

/** The template that an agency has for a letter, with the letter it is of. */
export type TemplateInUse = OfficeTemplate & { readonly content: Uint8Array; readonly variant: LetterVariant }

/** For a reply the template of its outcome, else that of all replies; null where the built-in letter holds. */
export async function templateFor(
  trx: Trx,
  agencyId: number,
  kind: LetterKind,
  events: readonly RequestEvent[],
): Promise<TemplateInUse | null> {
  const decided = events.findLast(({ type }) => type === 'decided')
  const outcome = kind === 'reply' && decided?.type === 'decided' ? variantOutcome(decided.decision) : null
  for (const wanted of outcome === null ? [null] : [outcome, null]) {
    const variant = findVariant(kind, wanted)
    const found = variant && (await currentTemplate(trx, agencyId, { kind, outcome: wanted }))
    if (found) return { ...(await readOfficeTemplate(trx, agencyId, found, found.version)), variant }
  }
  return null
}
