import type { Trx } from '../../storage/open-storage.ts'
import type { PublicTag } from '../../storage/public-changes.ts'
import {
  findPublicItem,
  listPublicItems,
  type PublicAgency,
  type PublicFilter,
  type PublicItem,
  publicAgencies,
} from '../../storage/publications/public-items.ts'
import { agenciesTag, itemTag, listTag } from '../../storage/publications/public-tags.ts'

/** The reading that makes a page, which notes what the page is made of. */
export type TaggedReading = {
  readonly trx: Trx
  /** Notes that the page shows something else that may change. */
  readonly depend: (tag: PublicTag) => void
  readonly tags: () => readonly PublicTag[]
  readonly agencies: () => Promise<readonly PublicAgency[]>
  readonly list: (
    filter: PublicFilter,
    page: { readonly page: number; readonly size: number },
  ) => ReturnType<typeof listPublicItems>
  readonly item: (id: string) => Promise<PublicItem | null>
}

/** Where a reading gets what it reads: from the database at once, or from blocks that were read for many pages together. */
export type PublicSource = {
  readonly agencies: () => Promise<readonly PublicAgency[]>
  readonly list: TaggedReading['list']
  readonly item: (id: string) => Promise<PublicItem | null>
}

export function readTagged(trx: Trx, source: PublicSource = fromDatabase(trx)): TaggedReading {
  const tags = new Set<PublicTag>()
  const depend = (tag: PublicTag) => {
    tags.add(tag)
  }
  return {
    trx,
    depend,
    tags: () => [...tags],
    agencies() {
      depend(agenciesTag)
      return source.agencies()
    },
    list(filter, page) {
      depend(listTag(filter))
      return source.list(filter, page)
    },
    async item(id) {
      depend(itemTag(id))
      const item = await source.item(id)
      // A page names the items it is related to: their titles are theirs to change.
      for (const other of [...(item?.interprets ?? []), ...(item?.interpretedBy ?? [])]) depend(itemTag(other.id))
      return item
    },
  }
}

function fromDatabase(trx: Trx): PublicSource {
  return {
    agencies: () => publicAgencies(trx),
    list: (filter, page) => listPublicItems(trx, filter, page),
    item: (id) => findPublicItem(trx, id),
  }
}
