import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addAgency } from '../agencies.ts'
import { describeOnEachEngine } from '../test-storage.ts'
import { verifyAudit } from '../verify-audit.ts'
import type { Part } from './transact-together.ts'

describeOnEachEngine((current) => {
  const agencyId = async (code: string) => {
    const rank = { level: 'county', kind: 'department', parentCode: null } as const
    return (await addAgency(current().storage, 'test', { ...rank, code, name: code })).id
  }
  const count = (id: number, into: number): Part => ({
    who: { agencies: [id], actor: `of ${id}`, reason: '补录' },
    statement: `insert into request_counter values ($1, $2, 1) returning (select count(*)::integer from request_counter) as seen,
      (select count(*)::integer from agency) as agencies`,
    types: ['integer', 'integer'],
    values: [into, 2026],
    finish: ([row]) => ({
      last: [],
      audit: [{ agencyId: into, action: 'test.counted', subject: '2026', after: row }],
    }),
  })
  const entries = async (ids: readonly number[]) =>
    (
      await current().admin.query(
        `select agency_id, actor, reason, after from audit_entry
          where agency_id = any ($1) and action = 'test.counted' order by agency_id`,
        [ids],
      )
    ).rows

  test('each part sees its own agency alone, and is audited as its own', async () => {
    const [a, b] = [await agencyId('A'), await agencyId('B')]
    await current().storage.transactTogether(() => [count(b, b), count(a, a)])
    const after = { seen: 0, agencies: 1 }
    assert.deepEqual(await entries([a, b]), [
      { agency_id: a, actor: `of ${a}`, reason: '补录', after },
      { agency_id: b, actor: `of ${b}`, reason: '补录', after },
    ])
    assert.deepEqual((await verifyAudit(current().storage)).broken, [])
  })

  test('a part that writes for the agency of another part undoes all', async () => {
    const [c, d] = [await agencyId('C'), await agencyId('D')]
    await assert.rejects(
      current().storage.transactTogether(() => [count(c, c), count(d, c)]),
      /row-level security|request_counter_pkey/,
    )
    await assert.rejects(
      current().storage.transactTogether(() => [count(d, d), { ...count(c, c), finish: count(c, d).finish }]),
      /outside this transaction/,
    )
    assert.deepEqual(await entries([c, d]), [])
    const { rowCount } = await current().admin.query('select from request_counter where agency_id = any ($1)', [[c, d]])
    assert.equal(rowCount, 0)
  })
})
