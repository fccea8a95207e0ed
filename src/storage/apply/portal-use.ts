import { sql } from 'kysely'
import type { Trx } from '../storage.ts'
import { portalDigest } from './portal-digests.ts'

/** What is counted for whom: so many times within so many seconds are allowed. */
export type UseLimit = {
  /** What is done: each kind is counted apart. */
  readonly kind: string
  /** By whom, or on what; only a keyed digest of it is kept. */
  readonly who: string
  readonly most: number
  readonly seconds: number
}

/**
 * Counts one use of each and tells whether all are within their limits. Every process sees the same counts. Commit it before
 * what it guards is done, else a failure would undo the counting.
 */
export async function countUses(trx: Trx, limits: readonly UseLimit[]): Promise<boolean> {
  let within = true
  // Always in the same order, so that two processes never wait for one another.
  const counted = limits.map((limit) => ({ limit, bucket: bucketOf(trx, limit) }))
  for (const { limit, bucket } of counted.sort((a, b) => a.bucket.compare(b.bucket))) {
    const span = sql`now() + make_interval(secs => ${limit.seconds})`
    const { rows } = await sql<{ used: number }>`insert into portal_use as known (bucket, used, ends_at)
      values (${bucket}, 1, ${span}) on conflict (bucket) do update set
        used = case when known.ends_at <= now() then 1 else known.used + 1 end,
        ends_at = case when known.ends_at <= now() then excluded.ends_at else known.ends_at end
      returning used`.execute(trx)
    if ((rows[0]?.used ?? 0) > limit.most) within = false
  }
  return within
}

/** Takes back the uses that `countUses` counted, where they turned out to be none that should count. */
export async function forgiveUses(trx: Trx, limits: readonly UseLimit[]): Promise<void> {
  const buckets = limits.map((limit) => bucketOf(trx, limit)).sort((a, b) => a.compare(b))
  for (const bucket of buckets)
    await sql`update portal_use set used = greatest(0, used - 1) where bucket = ${bucket}`.execute(trx)
}

/**
 * Takes the answer to a challenge for one form, for good; false where another form took it before, in whatever process. The same
 * form may come again with it.
 */
export async function spendOnce(trx: Trx, what: string, holder: string, seconds: number): Promise<boolean> {
  const digest = portalDigest(trx, 'spent', what)
  const own = portalDigest(trx, 'spent', `held\n${holder}`)
  await sql`insert into portal_spent (digest, holder, expires_at)
    values (${digest}, ${own}, now() + make_interval(secs => ${seconds})) on conflict do nothing`.execute(trx)
  const { rows } = await sql`select 1 from portal_spent where digest = ${digest} and holder = ${own}`.execute(trx)
  return rows.length > 0
}

function bucketOf(trx: Trx, { kind, who }: UseLimit): Buffer {
  return portalDigest(trx, 'use', `${kind}\n${who}`)
}
