import type { Instant } from '../../../publications/instant.ts'
import { validities } from '../../../statute/validity.ts'
import type { SiteView } from '../site-view.ts'
import type { Feed, FeedEntry } from './feed.ts'

/** When anything in a feed was changed last; null for an empty one. */
export function newestChange({ entries }: Feed): Instant | null {
  return (
    entries
      .map(({ changedAt }) => changedAt)
      .toSorted()
      .at(-1) ?? null
  )
}

/** What no longer holds as it was published, in words for readers; null where it does. */
export function validityLabel({ language }: SiteView, { validity }: FeedEntry): string | null {
  if (validity === null || validity === 'inForce') return null
  return validities.find(([id]) => id === validity)?.[language === 'en' ? 2 : 1] ?? null
}

/** Without the characters that XML cannot hold. */
export function xmlText(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu, '')
}
