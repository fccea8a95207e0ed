import type { Trx } from '../storage.ts'

/** What a request asks for now; null where nothing was recorded, or it was erased. */
export async function readContent(trx: Trx, agencyId: number, number: string): Promise<string | null> {
  const row = await trx
    .selectFrom('request')
    .select('content')
    .where('agency_id', '=', agencyId)
    .where('number', '=', number)
    .executeTakeFirst()
  return row?.content ?? null
}
