import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { Client } from 'pg'
import { addAgency } from '../src/storage/agencies.ts'
import { storeApplicants } from '../src/storage/applicants.ts'
import { appendAudit } from '../src/storage/audit.ts'
import { startEmbedded } from '../src/storage/embedded/start-embedded.ts'
import { openStorage, type Storage } from '../src/storage/open-storage.ts'
import { appRoleName } from '../src/storage/server/app-role.ts'
import { verifyAudit } from '../src/storage/verify-audit.ts'
import { type BenchRow, medianMs } from './bench.ts'

const clients = 8
const changesPerClient = 150
const imported = 100_000

/** The embedded server's start and stop, and what the audit chain costs the transactions that it seals. */
export async function run(): Promise<BenchRow[]> {
  const dataDir = mkdtempSync(join(tmpdir(), 'gongkai-bench-'))
  try {
    const firstMs = await timed(async () => (await openStorage({ dataDir })).close())
    const againMs = await medianMs(5, async () => (await openStorage({ dataDir })).close())
    const storage = await openStorage({ dataDir })
    const adoptMs = await medianMs(5, async () => (await openStorage({ dataDir })).close())
    await makeBenchTable(dataDir)
    const agencies: number[] = []
    for (let i = 0; i < clients; i++) {
      const rank = { level: 'county', kind: 'department', parentCode: null } as const
      agencies.push((await addAgency(storage, 'bench', { ...rank, code: `B${i}`, name: `局 ${i}` })).id)
    }
    const [one = 0] = agencies
    const single = await chainedOfUnchained(storage, () => one)
    const spread = await chainedOfUnchained(storage, (client) => agencies[client] ?? one)
    const bulkMs = await timed(() => importAll(storage, one, 'chained'))
    const plainMs = await timed(() => importAll(storage, one, 'unchained'))
    const sealMs = await timed(() => sealAll(storage, one))
    let entries = 0
    const verifyMs = await timed(async () => {
      entries = (await verifyAudit(storage)).entries
    })
    await storage.close()
    return [
      figure('first start: cluster made, migrated, stopped', `${Math.round(firstMs)} ms`, '', true, 'none'),
      figure(
        'start and stop of an existing cluster',
        `${Math.round(againMs)} ms`,
        '',
        true,
        'median of 5, in one process',
      ),
      figure('adopting a running server', `${Math.round(adoptMs)} ms`, '', true, 'median of 5, in one process'),
      figure(
        'audit chain, 8 writers on one agency',
        single.toFixed(2),
        '≥ 0.48',
        single >= 0.48,
        'change + unchained entry',
      ),
      figure(
        'audit chain, 8 writers on 8 agencies',
        spread.toFixed(2),
        '≥ 0.9',
        spread >= 0.9,
        'change + unchained entry',
      ),
      figure(
        'audit entries of an import, in one transaction',
        `${Math.round((imported / bulkMs) * 1000)} /s`,
        '',
        true,
        `${Math.round((imported / plainMs) * 1000)} /s unchained`,
      ),
      figure(
        'applicants sealed, each under its own key',
        `${Math.round((imported / sealMs) * 1000)} /s`,
        '',
        true,
        'none',
      ),
      figure('audit verify', `${Math.round((entries / verifyMs) * 1000)} entries/s`, '', true, `${entries} entries`),
    ]
  } finally {
    rmSync(dataDir, { recursive: true })
  }
}

function figure(name: string, value: string, bar: string, held: boolean, baseline: string): BenchRow {
  return { figure: name, value, bar: bar || 'none set', held, baseline, remarks: 'embedded, fsync on, as the app role' }
}

/** Transactions a second with the chain over those with an entry that is only inserted; the middle of three rounds. */
async function chainedOfUnchained(storage: Storage, agencyOf: (client: number) => number): Promise<number> {
  const ratios: number[] = []
  for (let round = 0; round < 3; round++) {
    const unchained = await timed(() => changeAll(storage, agencyOf, 'unchained'))
    const chained = await timed(() => changeAll(storage, agencyOf, 'chained'))
    ratios.push(unchained / chained)
  }
  return ratios.sort((a, b) => a - b)[1] ?? Number.NaN
}

type Way = 'chained' | 'unchained'

async function changeAll(storage: Storage, agencyOf: (client: number) => number, way: Way): Promise<void> {
  await Promise.all(
    Array.from({ length: clients }, async (_, client) => {
      const agencyId = agencyOf(client)
      for (let n = 0; n < changesPerClient; n++) {
        await storage.transact({ agencies: [agencyId], actor: 'bench' }, async (trx) => {
          const [before, after] = [
            { number: `2025-${n}`, outcome: null },
            { number: `2025-${n}`, outcome: 'granted' },
          ]
          await sql`insert into bench_change values (${agencyId}, 'change', ${JSON.stringify(after)}::jsonb, null)`.execute(
            trx,
          )
          if (way === 'chained') {
            await appendAudit(trx, { agencyId, action: 'request.changed', subject: `2025-${n}`, before, after })
          } else {
            await sql`insert into bench_change values (${agencyId}, 'request.changed', ${JSON.stringify(before)}::jsonb,
              ${JSON.stringify(after)}::jsonb)`.execute(trx)
          }
        })
      }
    }),
  )
}

async function importAll(storage: Storage, agencyId: number, way: Way): Promise<void> {
  const batch = 1000
  await storage.transact({ agencies: [agencyId], actor: 'bench' }, async (trx) => {
    for (let from = 0; from < imported; from += batch) {
      const rows = Array.from({ length: batch }, (_, n) => ({
        number: `2025-${from + n}`,
        channel: 'portal',
        note: null,
      }))
      if (way === 'chained') {
        await appendAudit(
          trx,
          rows.map((after) => ({ agencyId, action: 'request.imported', subject: after.number, after })),
        )
      } else {
        await sql`insert into bench_change select ${agencyId}::integer, 'request.imported', null, row
          from jsonb_array_elements(${JSON.stringify(rows)}::jsonb) row`.execute(trx)
      }
    }
  })
}

async function sealAll(storage: Storage, agencyId: number): Promise<void> {
  const batch = 1000
  await storage.transact({ agencies: [agencyId], actor: 'bench' }, async (trx) => {
    for (let from = 0; from < imported; from += batch) {
      await storeApplicants(
        trx,
        agencyId,
        Array.from({ length: batch }, (_, n) => `申请人 ${from + n}`),
      )
    }
  })
}

async function makeBenchTable(dataDir: string): Promise<void> {
  const server = await startEmbedded(dataDir)
  const owner = new Client(server.owner)
  await owner.connect()
  await owner.query('create table bench_change (agency_id integer, action text, before jsonb, after jsonb)')
  await owner.query(`grant insert on bench_change to ${appRoleName('gongkai')}`)
  await owner.end()
  await server.release()
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}
