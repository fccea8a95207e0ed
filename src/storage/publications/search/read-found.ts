import { sql } from 'kysely'
import { bodyText, type ItemBody } from '../../../publications/item-body.ts'
import type { Storage, Trx } from '../../storage.ts'
import { listed, type PublicListed, readAsPublic } from '../public-items.ts'

const settings = {
  // No statement of a search runs longer, in milliseconds.
  statement_timeout: '3000',
  // Pages of the index are in memory more often than not; and one search shall not have all cores.
  random_page_cost: '1.5',
  max_parallel_workers_per_gather: '0',
  // Most pages are in the memory of the machine: to fetch one there takes less than to have it fetched.
  effective_io_concurrency: '0',
  jit: 'off',
  // What is prepared is planned once for whatever is asked.
  plan_cache_mode: 'force_generic_plan',
}

/** Reads as the public does, with what bounds the work of a search: a statement that takes too long ends with an error 57014. */
export function searchAsPublic<T>(storage: Storage, work: (trx: Trx) => Promise<T>): Promise<T> {
  return readAsPublic(storage, work, settings)
}

/** A found item with the texts that an excerpt is taken from, in the order they are looked through. */
export type FoundItem = PublicListed & { readonly texts: readonly string[] }

/** Items by id, in the order given; what was withdrawn meanwhile is left out. */
export async function readFound(trx: Trx, ids: readonly string[]): Promise<readonly FoundItem[]> {
  const { rows } = await sql<
    PublicListed & { summary: string | null; body: ItemBody | null; attachmentText: string }
  >`select ${listed}, summary, body, attachment_text as "attachmentText"
    from public_item where id = any (${ids}::uuid[]) and taken_down_on is null`.execute(trx)
  const byId = new Map(
    rows.map(({ summary, body, attachmentText, ...item }) => {
      const texts = [body === null ? '' : bodyText(body), summary ?? '', attachmentText].filter((text) => text !== '')
      return [item.id, { ...item, texts }]
    }),
  )
  return ids.flatMap((id) => byId.get(id) ?? [])
}
