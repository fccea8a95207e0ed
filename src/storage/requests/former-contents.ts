import type { Trx } from '../storage.ts'

/** What a request asked for before corrections replaced it, each under the version that it stood with, oldest first. */
export async function readFormerContents(
  trx: Trx,
  agencyId: number,
  number: string,
): Promise<readonly { readonly version: number; readonly content: string | null }[]> {
  return await trx
    .selectFrom('request_text')
    .select(['version', 'content'])
    .where('agency_id', '=', agencyId)
    .where('number', '=', number)
    .orderBy('version')
    .execute()
}
