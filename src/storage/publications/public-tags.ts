import type { PublishedVersion } from '../../publications/publication-case.ts'
import type { PublicTag } from '../public-changes.ts'
import type { PublicFilter } from './public-items.ts'

/** The agencies and their names, which most pages show. */
export const agenciesTag: PublicTag = 'agencies'

export function itemTag(id: string): PublicTag {
  return `item:${id}`
}

export function guideTag(agencyId: number): PublicTag {
  return `guide:${agencyId}`
}

/** The annual reports of one agency, or those of all. */
export function reportsTag(agencyId: number | null): PublicTag {
  return `reports:${agencyId ?? 'all'}`
}

/** What a list shows: of all agencies or one, and of one part or all of it. */
export function listTag({ agencyId, item, theme, genre, maker, column }: PublicFilter): PublicTag {
  const parts = [
    item && `item=${item}`,
    theme && `theme=${theme}`,
    genre && `genre=${genre}`,
    maker && `maker=${maker}`,
    column && `column=${column}`,
  ].filter((one) => one !== undefined)
  return ['list', agencyId ?? 'all', ...parts].join(':')
}

/** Every list that showed or will show an item, the item itself, and the items whose pages name it. */
export function tagsOfChange(
  agencyId: number,
  id: string,
  versions: readonly (PublishedVersion | null | undefined)[],
): readonly PublicTag[] {
  const lists = versions.flatMap((version) => {
    if (!version) return []
    const { item, theme, genre, maker, column, interprets } = version.content.metadata
    const parts: readonly PublicFilter[] = [
      {},
      ...(item === null ? [] : [{ item }]),
      ...(theme === null ? [] : [{ theme }, { theme: theme.split('.', 1)[0] ?? theme }]),
      ...(genre === null ? [] : [{ genre }]),
      { maker },
      ...(column ? [{ column }] : []),
    ]
    return [...parts.flatMap((part) => [listTag(part), listTag({ ...part, agencyId })]), ...interprets.map(itemTag)]
  })
  return [...new Set([itemTag(id), ...lists])]
}
