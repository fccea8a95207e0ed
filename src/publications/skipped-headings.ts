import type { HeadingLevel } from './heading-level.ts'
import type { ItemBody } from './item-body.ts'

export type Heading = { readonly level: HeadingLevel; readonly text: string }

/** A heading whose level lies more than one below that of the heading before it; `after` 0: the first one is not of level 1. */
export type SkippedHeading = Heading & { readonly after: HeadingLevel | 0 }

/** Which headings, by their place among them, skip a level: a reader who goes from heading to heading would look for the one between. */
export function findSkipped<T extends Heading>(headings: readonly T[]): readonly (T & SkippedHeading)[] {
  return headings.flatMap((one, at) => {
    const after = headings[at - 1]?.level ?? 0
    return one.level > after + 1 ? [{ ...one, after }] : []
  })
}

/** The headings of a text that skip a level. It is told and forbids nothing: an old text may have been so. */
export function skippedHeadings(body: ItemBody | null): readonly SkippedHeading[] {
  return findSkipped(
    (body ?? []).flatMap((block) =>
      block.type === 'heading' ? [{ level: block.level, text: block.runs.map(({ text }) => text).join('') }] : [],
    ),
  )
}
