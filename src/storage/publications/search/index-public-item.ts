import { sql } from 'kysely'
import { arrayText } from '../../ledger/ledger-mapping.ts'
import type { Storage, Trx } from '../../storage.ts'
import { type Searchable, searchRowOf } from './public-search-row.ts'

/** Items that one transaction of a rebuild takes. */
const atOnce = 200

type Published = Searchable & { readonly id: string; readonly publishedAt: string; readonly takenDown: boolean }

/** Has search know items of an agency as the public sees them now: in the transaction of whatever changed them. */
export async function indexPublicItems(trx: Trx, agencyId: number, ids: readonly string[]): Promise<void> {
  // Locked, so that of two transactions the later one writes what both have made of it.
  const { rows } = await sql<Published>`select id, agency_id as "agencyId", published_at::text as "publishedAt", title,
      document_number as "documentNumber", index_number as "indexNumber", maker || joint_makers as makers, summary,
      keywords, item, theme, genre, validity, body, attachment_text as "attachmentText",
      taken_down_on is not null as "takenDown"
    from public_item where agency_id = ${agencyId} and id = any (${ids}::uuid[]) for update`.execute(trx)
  await sql`delete from public_search where agency_id = ${agencyId} and id = any (${ids}::uuid[])`.execute(trx)
  for (const item of rows) if (!item.takenDown) await insertRow(trx, item)
}

async function insertRow(trx: Trx, item: Published): Promise<void> {
  const { title, number, maker, themeClass, text, grams } = searchRowOf(item)
  await sql`select add_search_half_year(${item.publishedAt}::timestamptz)`.execute(trx)
  await sql`insert into public_search
      (published_at, id, agency_id, title, number, maker, item, theme_class, genre, validity, keywords, text, grams)
    values (${item.publishedAt}::timestamptz, ${item.id}, ${item.agencyId}, ${title}, ${number}, ${maker}, ${item.item},
      ${themeClass}, ${item.genre}, ${item.validity}, ${arrayText(item.keywords)}::text[], ${text},
      ${`{${grams.join(',')}}`}::integer[])`.execute(trx)
}

/** Makes the search of an agency's items anew, some at a time, while others go on publishing. Gives how many are public. */
export async function rebuildPublicSearch(
  storage: Storage,
  { agencyId, actor }: { readonly agencyId: number; readonly actor: string },
  stopped: AbortSignal,
): Promise<number> {
  const who = { agencies: [agencyId], actor }
  let last = '00000000-0000-0000-0000-000000000000'
  let items = 0
  while (!stopped.aborted) {
    const done = await storage.transact(who, async (trx) => {
      const { rows } = await sql<{ id: string; public: boolean }>`select id, taken_down_on is null as public
        from public_item where agency_id = ${agencyId} and id > ${last}::uuid order by id limit ${atOnce}`.execute(trx)
      await indexPublicItems(
        trx,
        agencyId,
        rows.map(({ id }) => id),
      )
      return rows
    })
    items += done.filter((one) => one.public).length
    const end = done.at(-1)
    if (!end) return items
    last = end.id
  }
  return items
}
