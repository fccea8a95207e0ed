import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { AmendmentEvent } from '../requests/amendments/amendment-event.ts'
import type { RequestEvent } from '../requests/events/request-event.ts'
import { importedText } from './ledger/imported-requests.ts'
import { eventDigest } from './requests/append-events.ts'
import type { Storage, Trx } from './storage.ts'

/** The first entry of an agency's chain that does not hold. `code` is the agency's code, or `#id` when the agency is gone. */
export type BrokenChain = {
  readonly agencyId: number
  readonly code: string
  readonly seq: number
  readonly fault: 'content' | 'link' | 'gap' | 'head' | 'missing' | 'algorithm' | 'event'
}

export type AuditVerdict = {
  readonly agencies: number
  readonly entries: number
  /** One for each chain that does not hold, by agency. */
  readonly broken: readonly BrokenChain[]
}

type Link = {
  seq: string
  algorithm: string
  previous: Buffer
  hash: Buffer
  text: string
  /** Digest that the entry keeps of an event of a case, and the event as it stands now. */
  digest: string | null
  event: RequestEvent | AmendmentEvent | null
  /** Whether a later entry says that the case was destroyed, and its events with it. */
  destroyed: boolean
  /** Whether the entry vouches for a batch of imported events, which is too much to come along with it. */
  batch: boolean
}

const page = 2000
const verifier = 'audit-verify'
const origin = Buffer.alloc(32)

/**
 * Follows every agency's chain from its origin to its head and hashes each entry anew, here rather than in the database:
 * a changed, removed or inserted entry, and one cut off at the end, is found, and so is an event of a case that no longer
 * fits the digest of its entry. Memory stays flat.
 */
export async function verifyAudit(storage: Storage): Promise<AuditVerdict> {
  const ids = await storage.transact({ agencies: [], actor: verifier }, async (trx) => {
    const { rows } = await sql<{ id: number }>`select audited_agencies() as id`.execute(trx)
    return rows.map((row) => row.id)
  })
  let entries = 0
  const broken: BrokenChain[] = []
  for (const id of ids) {
    const chain = await verifyChain(storage, id)
    entries += chain.entries
    if (chain.broken) broken.push(chain.broken)
  }
  return { agencies: ids.length, entries, broken }
}

/** One chain up to its head. Head and last number come from one snapshot: what is written meanwhile is no fault. */
async function verifyChain(
  storage: Storage,
  agencyId: number,
): Promise<{ entries: number; broken: BrokenChain | null }> {
  return await storage.transact({ agencies: [agencyId], actor: verifier }, async (trx) => {
    const { rows: heads } = await sql<{ seq: string; hash: Buffer; top: string | null }>`
      select h.seq, h.hash, (select max(e.seq) from audit_entry e where e.agency_id = h.agency_id) as top
      from audit_head h where h.agency_id = ${agencyId}`.execute(trx)
    const head = heads[0]
    const agency = await trx.selectFrom('agency').select('code').where('id', '=', agencyId).executeTakeFirst()
    const code = agency?.code ?? `#${agencyId}`
    let seq = 0
    let hash: Buffer = origin
    const broken = (at: number, fault: BrokenChain['fault']) => ({
      entries: seq,
      broken: { agencyId, code, seq: at, fault },
    })
    for (;;) {
      const { rows } = await sql<Link>`select seq, algorithm, previous_hash as previous, hash,
          audit_text(agency_id, seq, recorded_at, actor, reason, action, subject, before, after) as text,
          case when action like 'request.%' or action like 'amendment.%' or action like 'publication.%' then after ->> 'sha256' end as digest,
          case when action like 'request.%' and after ? 'sha256' then (select event from request_event e
            where e.agency_id = a.agency_id and e.number = a.subject and e.version = (a.after ->> 'version')::integer)
          when action like 'amendment.%' and after ? 'sha256' then (select event from amendment_event e
            where e.agency_id = a.agency_id and e.number = a.subject and e.version = (a.after ->> 'version')::integer)
          when action like 'publication.%' and after ? 'sha256' then (select event from publication_event e
            where e.agency_id = a.agency_id and e.number = a.subject and e.version = (a.after ->> 'version')::integer)
          end as event,
          action like 'request.%' and exists (select 1 from audit_entry d where d.agency_id = a.agency_id
            and d.action = 'request.destroyed' and d.subject = a.subject and d.seq > a.seq)
          or action like 'amendment.%' and exists (select 1 from audit_entry d where d.agency_id = a.agency_id
            and d.action = 'amendment.destroyed' and d.subject = a.subject and d.seq > a.seq)
          or action like 'publication.%' and exists (select 1 from audit_entry d where d.agency_id = a.agency_id
            and d.action = 'publication.destroyed' and d.subject = a.subject and d.seq > a.seq) as destroyed,
          action = 'requests.imported' as batch
        from audit_entry a where agency_id = ${agencyId} and seq > ${seq} and seq <= ${head?.seq ?? '0'}
        order by seq limit ${page}`.execute(trx)
      for (const link of rows) {
        const fault = faultOf(link, seq + 1, hash) ?? (link.batch ? await faultOfBatch(trx, agencyId, link.seq) : null)
        if (fault) return broken(seq + 1, fault)
        seq += 1
        hash = link.hash
      }
      if (rows.length < page) break
    }
    if (!head) return broken(seq, 'missing')
    if (Number(head.seq) !== seq || Number(head.top ?? 0) !== seq || !head.hash.equals(hash)) return broken(seq, 'head')
    return { entries: seq, broken: null }
  })
}

function faultOf(link: Link, seq: number, previous: Buffer): BrokenChain['fault'] | null {
  if (Number(link.seq) !== seq) return 'gap'
  if (link.algorithm !== 'SHA-256') return 'algorithm'
  if (!link.previous.equals(previous)) return 'link'
  if (!createHash('sha256').update(previous).update(link.text).digest().equals(link.hash)) return 'content'
  const { digest, event, destroyed } = link
  if (digest === null || (event === null && destroyed)) return null
  return event && eventDigest(event) === digest ? null : 'event'
}

/** Hashes imported events anew and compares them with what their entry keeps. */
async function faultOfBatch(trx: Trx, agencyId: number, seq: string): Promise<BrokenChain['fault'] | null> {
  const { rows } = await sql<{ digest: string; text: string | null }>`select a.after ->> 'sha256' as digest,
      (select ${importedText} from request_event e where e.agency_id = a.agency_id and e.version = 1
        and e.number in (select jsonb_array_elements_text(a.after -> 'numbers'))) as text
    from audit_entry a where a.agency_id = ${agencyId} and a.seq = ${seq}`.execute(trx)
  const [batch] = rows
  const holds = batch?.text && createHash('sha256').update(batch.text).digest('hex') === batch.digest
  return holds ? null : 'event'
}
