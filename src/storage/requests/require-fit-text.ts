import { Refusal } from '../../refusals/refusal.ts'
import { inspectText } from '../../requests/decide/inspect-text.ts'

/**
 * Refuses text that travels beside an act and is none of its fields: blank, with characters that cannot be kept as they
 * are, or with the marking of a secret. The refusal names the place and never the text.
 */
export function requireFitText(text: Readonly<Record<string, unknown>>): void {
  const objection = inspectText(text)
  if (!objection) return
  if (objection.rule === 'secrecy-marking') throw new Refusal('secrecy-marking')
  throw new Refusal('text-unfit', { place: String(objection.details?.place) })
}
