import type { PublishedVersion } from '../../publications/publication-case.ts'
import type { PublicTag } from '../public-changes.ts'
import type { PublicFilter } from './public-items.ts'

/** The agencies and their names, which most pages show. */
export const agenciesTag: PublicTag = 'agencies'

export function itemTag(id: string): PublicTag {
  return `item:${id}`
}

/** What a list shows: of all agencies or one, and of one part or all of it. */
export function listTag({ agencyId, item, themeClass, genre, maker }: PublicFilter): PublicTag {
  const parts = [
    item && `item=${item}`,
    themeClass && `theme=${themeClass}`,
    genre && `genre=${genre}`,
    maker && `maker=${maker}`,
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
    const { item, theme, genre, maker, interprets } = version.content.metadata
    const parts: readonly PublicFilter[] = [
      {},
      ...(item === null ? [] : [{ item }]),
      ...(theme === null ? [] : [{ themeClass: theme.split('.')[0] ?? theme }]),
      ...(genre === null ? [] : [{ genre }]),
      { maker },
    ]
    return [...parts.flatMap((part) => [listTag(part), listTag({ ...part, agencyId })]), ...interprets.map(itemTag)]
  })
  return [...new Set([itemTag(id), ...lists])]
}
