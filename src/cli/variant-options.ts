import { Refusal } from '../refusals/refusal.ts'
import { type LetterVariant, letterVariants } from '../requests/letters/fields/letter-variants.ts'
import { oneOf, requiredOption } from './command-options.ts'
import { kebab } from './schema-options.ts'

/** `--kind` and `--outcome`, which name a letter that may have a template. */
export const variantOptions = { kind: { type: 'string' }, outcome: { type: 'string' } } as const

/** The letter that is named. Refuses one that there is not, with those that there are. */
export function variantOption(
  values: { readonly kind?: string | undefined; readonly outcome?: string | undefined },
  usage: string,
): LetterVariant {
  const names = [...new Set(letterVariants.map(({ kind }) => kebab(kind)))]
  const name = oneOf('--kind', requiredOption(values.kind, '--kind', usage), names)
  const ofKind = letterVariants.filter(({ kind }) => kebab(kind) === name)
  const variant = ofKind.find(({ outcome }) => outcome === (values.outcome ?? null))
  if (variant) return variant
  const possible = ofKind.flatMap(({ outcome }) => outcome ?? []).join(' ')
  throw new Refusal('template-variant-unknown', { asked: `${name} ${values.outcome ?? ''}`.trim(), possible })
}
