import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { sql } from 'kysely'
import { addAgency } from './agencies.ts'
import { describeOnEachEngine } from './test-storage.ts'

describeOnEachEngine((current) => {
  let mine = 0
  let other = 0
  before(async () => {
    const { storage } = current()
    const agency = { level: 'county', kind: 'department', parentCode: null } as const
    mine = (await addAgency(storage, 'test', { ...agency, code: 'mine', name: '甲局' })).id
    other = (await addAgency(storage, 'test', { ...agency, code: 'other', name: '乙局' })).id
  })

  test('a query without a filter sees the rows of its agencies and no other', async () => {
    const seen = await current().storage.transact({ agencies: [mine], actor: 'test' }, (trx) =>
      trx.selectFrom('agency').select('code').execute(),
    )
    assert.deepEqual(seen, [{ code: 'mine' }])
  })

  test('a supervisor sees the rows of all the agencies it names', async () => {
    const seen = await current().storage.transact({ agencies: [mine, other], actor: 'test' }, (trx) =>
      trx.selectFrom('agency').select('code').orderBy('code').execute(),
    )
    assert.deepEqual(seen, [{ code: 'mine' }, { code: 'other' }])
  })

  test('with no agency set every table is empty', async () => {
    await current().storage.transact({ agencies: [], actor: 'test' }, async (trx) => {
      for (const table of ['agency', 'audit_head', 'audit_entry', 'applicant'] as const) {
        assert.deepEqual(await trx.selectFrom(table).selectAll().execute(), [], table)
      }
    })
  })

  test('another agency’s row is neither inserted nor updated', async () => {
    const { storage } = current()
    await assert.rejects(
      storage.transact({ agencies: [mine], actor: 'test' }, (trx) =>
        trx
          .insertInto('agency')
          .values({ id: other + 100, code: 'x', name: '丙', level: 'county', kind: 'department', parent_id: null })
          .execute(),
      ),
      { code: '42501' },
    )
    const changed = await storage.transact({ agencies: [mine], actor: 'test' }, (trx) =>
      trx.updateTable('agency').set({ name: '改名' }).where('code', '=', 'other').executeTakeFirst(),
    )
    assert.equal(changed.numUpdatedRows, 0n)
  })

  test('a transaction’s agencies do not outlive it on its connection', async () => {
    const { storage } = current()
    await storage.transact({ agencies: [mine], actor: 'test' }, (trx) => sql`select 1`.execute(trx))
    const seen = await storage.transact({ agencies: [], actor: 'test' }, (trx) =>
      trx.selectFrom('agency').selectAll().execute(),
    )
    assert.deepEqual(seen, [])
  })

  test('an agency that is no whole number is a bug, not a query', async () => {
    await assert.rejects(
      current().storage.transact({ agencies: [Number.NaN], actor: 'test' }, async () => {}),
      TypeError,
    )
  })

  test('every table with an agency has row-level security and is not the app role’s own', async () => {
    const { rows } = await current().admin.query<{ table: string; secured: boolean; owned: boolean }>(
      `select c.relname as table, c.relrowsecurity as secured,
         pg_get_userbyid(c.relowner) like 'gongkai_app%' as owned
       from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and exists (
         select from pg_attribute a where a.attrelid = c.oid and a.attname in ('agency_id', 'agency') and not a.attisdropped
       )`,
    )
    assert.ok(rows.length >= 3)
    for (const { table, secured, owned } of rows) {
      assert.ok(secured, `${table}: no row-level security`)
      assert.ok(!owned, `${table}: owned by the app role`)
    }
  })

  test('the app role is bound: no superuser, no BYPASSRLS, no table of its own', async () => {
    const { rows } = await current().storage.transact({ agencies: [], actor: 'test' }, (trx) =>
      sql<{ super: boolean; bypass: boolean; owns: boolean }>`
        select rolsuper as super, rolbypassrls as bypass,
          exists (select from pg_class where relowner = r.oid) as owns
        from pg_roles r where rolname = current_user`.execute(trx),
    )
    assert.deepEqual(rows, [{ super: false, bypass: false, owns: false }])
  })
})
