import { timingSafeEqual } from 'node:crypto'
import { sql } from 'kysely'
import { appendAudit } from '../audit.ts'
import type { Trx } from '../storage.ts'
import { newSecret, portalDigest } from './portal-digests.ts'
import { queryCodeDigest } from './query-code.ts'
import { type PortalRequest, portalRequestColumns } from './submit-request.ts'

/** How long somebody who told number and code may look around without telling them again. */
const visitSeconds = 20 * 60

/** Whether a code is that of a request. A number that does not exist takes the same way and the same time as a wrong code. */
export async function isQueryCode(trx: Trx, agencyId: number, number: string, code: string): Promise<boolean> {
  const told = queryCodeDigest(trx, agencyId, number, code)
  const { rows } = await sql<{ digest: Buffer }>`select coalesce((select c.code_digest from portal_code c
      where c.agency_id = r.agency_id and c.number = r.number order by nth desc limit 1), r.code_digest) as digest
    from portal_request r where r.agency_id = ${agencyId} and r.number = ${number}`.execute(trx)
  const kept = rows[0]?.digest ?? Buffer.alloc(told.length)
  const same = timingSafeEqual(kept, told)
  return rows.length > 0 && same
}

/** Begins a visit to a request, and gives the secret by which it goes on. */
export async function beginVisit(trx: Trx, agencyId: number, number: string): Promise<string> {
  const secret = newSecret()
  await sql`insert into portal_visit (agency_id, visit, number, expires_at) values (${agencyId},
    ${portalDigest(trx, 'visit', secret)}, ${number}, now() + make_interval(secs => ${visitSeconds}))`.execute(trx)
  await appendAudit(trx, { agencyId, action: 'request.followed', subject: number })
  return secret
}

/** The request that is visited under a secret; null where there is no such visit any more. Each look lengthens it. */
export async function visitedRequest(trx: Trx, agencyId: number, secret: string): Promise<PortalRequest | null> {
  const { rows } = await sql<{ number: string }>`update portal_visit
    set expires_at = now() + make_interval(secs => ${visitSeconds})
    where agency_id = ${agencyId} and visit = ${portalDigest(trx, 'visit', secret)} and expires_at > now()
    returning number`.execute(trx)
  const [visit] = rows
  if (!visit) return null
  const { rows: found } = await sql<PortalRequest>`select ${portalRequestColumns} from portal_request
    where agency_id = ${agencyId} and number = ${visit.number}`.execute(trx)
  return found[0] ?? null
}

export async function endVisit(trx: Trx, agencyId: number, secret: string): Promise<void> {
  await sql`delete from portal_visit
    where agency_id = ${agencyId} and visit = ${portalDigest(trx, 'visit', secret)}`.execute(trx)
}

/** Notes that a letter was opened; true the first time. */
export async function noteOpening(
  trx: Trx,
  agencyId: number,
  number: string,
  file: string,
  at: string,
): Promise<boolean> {
  const { rows } = await sql`insert into portal_opening (agency_id, number, file, opened_at)
    values (${agencyId}, ${number}, ${file}, ${at}::timestamptz) on conflict do nothing returning 1`.execute(trx)
  if (rows.length === 0) return false
  await appendAudit(trx, { agencyId, action: 'request.letterOpened', subject: number, after: { file, at } })
  return true
}

/** When each letter was first opened, by the digest of its file. */
export async function openingsOf(trx: Trx, agencyId: number, number: string): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ file: string; at: string }>`select file,
      to_char(opened_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD"T"HH24:MI:SS"+08:00"') as at
    from portal_opening where agency_id = ${agencyId} and number = ${number}`.execute(trx)
  return new Map(rows.map(({ file, at }) => [file, at]))
}
