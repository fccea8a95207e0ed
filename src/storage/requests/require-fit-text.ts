import { inspectText } from '../../office/inspect-text.ts'
import { Refusal } from '../../refusals/refusal.ts'

/**
 * Refuses text that travels beside an act and is none of its fields: blank, with characters that cannot be kept as they
 * are or would be shown as others, or with the marking of a secret. The refusal names the place and never the text.
 */
export function requireFitText(text: Readonly<Record<string, unknown>>): void {
  const objection = inspectText(text)
  if (!objection) return
  const { rule, details } = objection
  if (rule === 'secrecy-marking' || rule === 'text-direction-characters') throw new Refusal(rule, details)
  throw new Refusal('text-unfit', details)
}
