import type { Trx } from '../../storage/open-storage.ts'
import { countInDatabase } from '../../storage/publications/count-public-items.ts'
import {
  agenciesInDatabase,
  findPublicItems,
  listInDatabase,
  type PublicFilter,
  type PublicItem,
  type PublicSource,
} from '../../storage/publications/public-items.ts'

/** Rows of a list that are read at once, and how many such blocks and items are kept for the pages that come next. */
const sizes = { block: 1000, blocks: 32, items: 4000, together: 256 } as const

type Block = ReturnType<typeof listInDatabase>

/**
 * Reads for very many pages of one snapshot: what several pages ask for in one turn is asked of the database together, lists
 * come a thousand rows at a time, and an item serves its pages in all languages.
 */
export function readInBlocks(trx: Trx): PublicSource {
  let agencies: ReturnType<typeof agenciesInDatabase> | null = null
  const blocks = new Kept<Block>(sizes.blocks)
  const items = new Kept<Promise<PublicItem | null>>(sizes.items)
  const counts = new Kept<ReturnType<typeof countInDatabase>>(sizes.blocks)
  const ask = together((ids) => itemsById(trx, ids))
  const blockOf = (filter: PublicFilter, block: number, size: number) =>
    blocks.get(`${JSON.stringify(filter)} ${block} ${size}`, () =>
      listInDatabase(trx, filter, { page: block + 1, size }),
    )
  return {
    agencies() {
      agencies ??= agenciesInDatabase(trx)
      return agencies
    },
    async list(filter, { page, size }) {
      const pages = Math.max(1, Math.floor(sizes.block / size))
      const first = page - 1
      const { items: rows, total } = await blockOf(filter, Math.floor(first / pages), pages * size)
      const from = (first % pages) * size
      return { items: rows.slice(from, from + size), total }
    },
    item: (id) => items.get(id, () => ask(id)),
    counts: (agencyId) => counts.get(String(agencyId), () => countInDatabase(trx, agencyId)),
  }
}

async function itemsById(trx: Trx, ids: readonly string[]): Promise<(id: string) => PublicItem | null> {
  const found = new Map((await findPublicItems(trx, ids)).map((item) => [item.id, item]))
  return (id) => found.get(id) ?? null
}

/** Gathers what is asked for in one turn into one question. */
function together<T>(askAll: (ids: readonly string[]) => Promise<(id: string) => T>): (id: string) => Promise<T> {
  let waiting: { readonly ids: string[]; readonly answer: Promise<(id: string) => T> } | null = null
  return async (id) => {
    if (waiting === null || waiting.ids.length >= sizes.together) {
      const ids: string[] = []
      const turn = Promise.withResolvers<void>()
      setImmediate(turn.resolve)
      const gathered = {
        ids,
        answer: turn.promise.then(() => {
          if (waiting === gathered) waiting = null
          return askAll(ids)
        }),
      }
      waiting = gathered
    }
    const { ids, answer } = waiting
    ids.push(id)
    return (await answer)(id)
  }
}

/** The last so many answers, by what was asked. */
class Kept<T> {
  readonly #most: number
  readonly #answers = new Map<string, T>()

  constructor(most: number) {
    this.#most = most
  }

  get(key: string, make: () => T): T {
    const kept = this.#answers.get(key)
    if (kept !== undefined) return kept
    const made = make()
    this.#answers.set(key, made)
    const [oldest] = this.#answers.keys()
    if (this.#answers.size > this.#most && oldest !== undefined) this.#answers.delete(oldest)
    return made
  }
}
