import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { sql } from 'kysely'
import { Client } from 'pg'
import { requireAgency } from '../agencies.ts'
import { openStorage } from '../open-storage.ts'
import { listRequests } from '../requests/list-requests.ts'
import { indexRequests } from '../requests/search/index-requests.ts'
import { makeTestDatabase, testEngines } from '../test-storage.ts'
import { migrateTo } from './test-migrate-to.ts'

/** More than are read one by one while they wait. */
const cases = 12_000

for (const engine of testEngines()) {
  test(`${engine.name}: cases of an older installation are found at once, and indexed when there is time`, async () => {
    const server = await engine.start()
    const { databaseUrl, drop } = await makeTestDatabase(server.url)
    const dataDir = mkdtempSync(join(tmpdir(), 'gongkai-migration-'))
    try {
      await migrateTo(databaseUrl, '0009-remedies')
      await fill(databaseUrl)
      const storage = await openStorage({ databaseUrl, dataDir })
      try {
        const { id } = await requireAgency(storage, 'OLD')
        const search = (word: string) =>
          storage.transact({ agencies: [id], actor: 'test' }, async (trx) => {
            const { requests } = await listRequests(trx, id, { words: [word] }, 'newest', { after: null, limit: 50 })
            return requests.map(({ number }) => number)
          })
        const waiting = () =>
          storage.transact({ agencies: [id], actor: 'test' }, async (trx) => {
            const { rows } = await sql<{
              cases: number
            }>`select coalesce(sum(cardinality(numbers)), 0)::integer as cases
              from request_search_waiting`.execute(trx)
            return rows[0]?.cases
          })
        assert.equal(await waiting(), cases)
        for (let indexed = 0; indexed < 2; indexed++) {
          assert.deepEqual(await search('第7号'), ['R7'])
          assert.deepEqual(
            await search('旧案'),
            Array.from({ length: 50 }, (_, n) => `R${cases - n}`),
          )
          assert.deepEqual(await search('没有内容'), [])
          await indexRequests(storage, id, () => false)
        }
        assert.equal(await waiting(), 0)
      } finally {
        await storage.close()
      }
    } finally {
      await drop()
      await server.stop()
      rmSync(dataDir, { recursive: true })
    }
  })
}

async function fill(connectionString: string): Promise<void> {
  const owner = new Client({ connectionString })
  await owner.connect()
  await owner.query("insert into agency (code, name, level, kind) values ('OLD', '旧局', 'county', 'department')")
  await owner.query(
    `insert into request (agency_id, number, channel, received_on, arrived_on, applicant_kind, content)
    select id, 'R' || n, 'portal', date '1990-01-01' + n, date '1990-01-01' + n, 'business'::applicant_kind, '旧案第' || n || '号'
    from agency, generate_series(1, $1::integer) n
    union all select id, 'empty', 'portal', date '1990-01-01', date '1990-01-01', 'business', null from agency`,
    [cases],
  )
  await owner.end()
}
