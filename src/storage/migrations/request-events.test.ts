import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { Client } from 'pg'
import { nationalCalendar } from '../../statute/calendar/national-calendar.ts'
import { day } from '../../statute/day.ts'
import { requireAgency } from '../agencies.ts'
import { openStorage } from '../open-storage.ts'
import { listRequests } from '../requests/list-requests.ts'
import { loadRequest } from '../requests/load-request.ts'
import { refreshDeadlines } from '../requests/refresh-deadlines.ts'
import { makeTestDatabase, testEngines } from '../test-storage.ts'
import { verifyAudit } from '../verify-audit.ts'
import { migrateTo } from './test-migrate-to.ts'

for (const engine of testEngines()) {
  test(`${engine.name}: requests of an older ledger become cases with an event, and are due again`, async () => {
    const server = await engine.start()
    const { databaseUrl, drop } = await makeTestDatabase(server.url)
    const dataDir = mkdtempSync(join(tmpdir(), 'gongkai-migration-'))
    try {
      await migrateTo(databaseUrl, '0003-lean-audit')
      await fill(databaseUrl)
      const storage = await openStorage({ databaseUrl, dataDir })
      const { id } = await requireAgency(storage, 'OLD')
      await storage.transact({ agencies: [id], actor: 'test' }, async (trx) => {
        await refreshDeadlines(trx, id, nationalCalendar, day('2026-03-20'))
        const { requests } = await listRequests(trx, id, {}, 'newest', { after: null, limit: 10 })
        assert.deepEqual(
          requests.map(({ number, phase, dueOn, outcome }) => [number, phase, dueOn, outcome]),
          [
            ['open', 'handling', '2026-04-14', null],
            ['waits', 'awaitingCorrection', null, null],
            ['closed', 'closed', null, 'granted'],
          ],
        )
        const { version, request } = await loadRequest(trx, id, 'closed', { for: 'reading' })
        assert.deepEqual([version, request.closing], [1, { outcome: 'granted', on: '2026-02-05' }])
      })
      assert.deepEqual((await verifyAudit(storage)).broken, [])
      await storage.close()
    } finally {
      await drop()
      await server.stop()
      rmSync(dataDir, { recursive: true })
    }
  })
}

/** What an import of before left behind. */
async function fill(connectionString: string): Promise<void> {
  const owner = new Client({ connectionString })
  await owner.connect()
  await owner.query("insert into agency (code, name, level, kind) values ('OLD', '旧局', 'county', 'department')")
  await owner.query(`insert into request (agency_id, number, channel, received_on, applicant_kind, correction_requested_on,
      correction_until, extended_on, extension_days, outcome, replied_on)
    select id, given.* from agency, (values
      ('open', 'portal', date '2026-03-02', 'business'::applicant_kind, null::date, null::date, date '2026-03-10', 10,
        null::request_outcome, null::date),
      ('waits', 'email', '2026-02-02', 'naturalPerson', '2026-02-05', '2026-03-31', null, null, null, null),
      ('closed', 'portal', '2026-01-15', 'naturalPerson', null, null, null, null, 'granted', '2026-02-05')
    ) as given`)
  await owner.end()
}
