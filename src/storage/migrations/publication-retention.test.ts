import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { Client } from 'pg'
import { openStorage } from '../open-storage.ts'
import { makeTestDatabase, testEngines } from '../test-storage.ts'
import { migrateTo } from './test-migrate-to.ts'

for (const engine of testEngines()) {
  test(`${engine.name}: items of an older installation know their last change and their day on the shared platform`, async () => {
    const server = await engine.start()
    const { databaseUrl, drop } = await makeTestDatabase(server.url)
    const dataDir = mkdtempSync(join(tmpdir(), 'gongkai-migration-'))
    const owner = new Client({ connectionString: databaseUrl })
    try {
      await migrateTo(databaseUrl, '0028-published-by-day')
      await owner.connect()
      for (const statement of filling) await owner.query(statement)
      await (await openStorage({ databaseUrl, dataDir })).close()
      const { rows } = await owner.query(`select p.number, p.shared_on::text as there, i.changed_at::text as changed
        from publication p left join public_item i on i.id = p.id order by number`)
      assert.deepEqual(
        rows.map(({ number, there, changed }) => [number, there, changed?.slice(0, 10) ?? null]),
        [
          ['1', '2026-03-09', '2026-05-04'],
          ['2', null, null],
        ],
      )
      const { rows: agencies } = await owner.query(
        'select code, shared_since is not null as judged, withdrawn_kept, drafts_kept from agency order by code',
      )
      assert.deepEqual(agencies, [
        { code: 'OLD', judged: true, withdrawn_kept: 10, drafts_kept: 2 },
        { code: 'OWN', judged: false, withdrawn_kept: 10, drafts_kept: 2 },
      ])
    } finally {
      await owner.end()
      await drop()
      await server.stop()
      rmSync(dataDir, { recursive: true })
    }
  })
}

const elsewhere = (platform: string, address: string | null, publishedOn: string) =>
  JSON.stringify({ type: 'publishedElsewhere', on: publishedOn, platform, address, publishedOn })

const event = (number: string, version: number, text: string, at = '2026-03-01') =>
  `insert into publication_event (agency_id, number, version, event, recorded_at, actor)
    select id, '${number}', ${version}, '${text}', '${at} 09:00+08', 'x' from agency where code = 'OLD'`

const item = (number: string) =>
  `insert into publication (agency_id, number, id, version, phase, title, unit, attribute, kind, limit_kind, made_on,
      formed_on, due_on, elsewhere_on, elsewhere_platforms)
    select id, '${number}', gen_random_uuid(), 4, 'published', '旧', '科', 'proactive', 'other', 'ordinary', '2026-03-01',
      '2026-03-01', '2026-03-27', '2026-03-02', '{市平台}' from agency where code = 'OLD'`

const filling = [
  "insert into agency (code, name, level, kind, shared_platform) values ('OLD', '旧局', 'county', 'department', '市平台')",
  "insert into agency (code, name, level, kind) values ('OWN', '另局', 'county', 'department')",
  item('1'),
  item('2'),
  event('1', 1, elsewhere('市平台', null, '2026-03-02')),
  event('1', 2, elsewhere('别处', 'https://w.example/', '2026-03-03')),
  event('1', 3, elsewhere('市平台', 'https://s.example/', '2026-03-09')),
  event('1', 4, JSON.stringify({ type: 'validityChanged', on: '2026-05-04', validity: 'repealed' }), '2026-05-04'),
  event('2', 1, elsewhere('市平台', null, '2026-03-02')),
  `insert into public_item (id, agency_id, index_number, version, title, maker, made_on, kind, validity, validity_since,
      validity_basis, keywords, joint_makers, interprets, published_at, changed_at, attachments)
    select id, agency_id, 'A/1', 1, title, '旧局', made_on, kind, 'repealed', '2026-05-04', '', '{}', '{}', '{}',
      '2026-03-03 09:00+08', '2026-03-03 09:00+08', '[]' from publication where number = '1'`,
]
