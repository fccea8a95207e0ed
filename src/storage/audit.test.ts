import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { addAgency } from './agencies.ts'
import { type AuditEntry, appendAudit } from './audit.ts'
import { describeOnEachEngine } from './test-storage.ts'
import { verifyAudit } from './verify-audit.ts'

describeOnEachEngine((current) => {
  let count = 0
  const newAgency = async (): Promise<number> => {
    const code = `agency-${++count}`
    const rank = { level: 'county', kind: 'department' } as const
    return (await addAgency(current().storage, 'test', { ...rank, code, name: code, parentCode: null })).id
  }
  const append = async (agencyId: number, entries: readonly Omit<AuditEntry, 'agencyId'>[], reason?: string) => {
    const who = { agencies: [agencyId], actor: 'clerk', ...(reason === undefined ? {} : { reason }) }
    await current().storage.transact(who, (trx) =>
      appendAudit(
        trx,
        entries.map((entry) => ({ agencyId, ...entry })),
      ),
    )
  }
  /** An agency whose chain has five entries: its making and four changes. */
  const agencyWithEntries = async (): Promise<number> => {
    const id = await newAgency()
    for (const subject of ['1', '2', '3', '4'])
      await append(id, [{ action: 'request.changed', subject, before: {}, after: { n: 1 } }])
    return id
  }
  const brokenOf = async (agencyId: number) => {
    const { broken } = await verifyAudit(current().storage)
    const found = broken.find((one) => one.agencyId === agencyId)
    return found ? { seq: found.seq, fault: found.fault } : null
  }
  let mine = 0
  before(async () => {
    mine = await newAgency()
  })

  test('an entry holds what was done, by whom, why, and both sides', async () => {
    const id = await newAgency()
    await append(id, [{ action: 'request.changed', subject: '2025-1', before: { a: 1 }, after: { a: 2 } }], '笔误')
    const [, entry] = await current().storage.transact({ agencies: [id], actor: 'test' }, (trx) =>
      trx.selectFrom('audit_entry').selectAll().orderBy('seq').execute(),
    )
    assert.ok(entry)
    const { actor, reason, action, subject, before: was, after: is, algorithm, seq } = entry
    assert.deepEqual(
      { actor, reason, action, subject, was, is, algorithm, seq },
      {
        actor: 'clerk',
        reason: '笔误',
        action: 'request.changed',
        subject: '2025-1',
        was: { a: 1 },
        is: { a: 2 },
        algorithm: 'SHA-256',
        seq: '2',
      },
    )
  })

  test('a chain written by one, by thousands in one call, and for two agencies at once holds', async () => {
    const [first, second] = [await newAgency(), await newAgency()]
    const entries = Array.from({ length: 2500 }, (_, n) => ({
      agencyId: n % 3 === 0 ? second : first,
      action: 'request.imported',
      subject: `号 ${n} | "`,
      after: { n, text: '甲\u2028乙' },
    }))
    await current().storage.transact({ agencies: [first, second], actor: 'import' }, (trx) => appendAudit(trx, entries))
    assert.equal(await brokenOf(first), null)
    assert.equal(await brokenOf(second), null)
    const order = await current().storage.transact({ agencies: [second], actor: 'test' }, (trx) =>
      trx.selectFrom('audit_entry').select('subject').where('seq', '>', '1').orderBy('seq').execute(),
    )
    assert.deepEqual(
      order.map((row) => row.subject),
      entries.filter((entry) => entry.agencyId === second).map((entry) => entry.subject),
    )
  })

  test('the hash is the one of audit_text, whatever an entry holds', async () => {
    const id = await newAgency()
    const odd = [
      undefined,
      null,
      '',
      '"\\',
      'null',
      0,
      1e21,
      -0.5,
      true,
      [],
      [null],
      {},
      { b: 1, a: { '"': '甲\n' } },
      { '': null },
    ]
    const entries = odd.flatMap((before) =>
      odd.map((after) => ({ action: '"动作"', subject: '\\ \u2028', before, after })),
    )
    await append(id, entries, '缘由 "\\')
    assert.equal(await brokenOf(id), null)
    const { rows } = await current().admin.query(
      'select count(*)::integer as n from audit_entry where agency_id = $1 and before is null and after is null',
      [id],
    )
    // Absent and null are one thing, as they were in a record; the first entry is that of the agency.
    assert.equal(rows[0].n, 4)
  })

  test('writers at the same time queue on the chain and none is lost', async () => {
    const id = await newAgency()
    await Promise.all(Array.from({ length: 40 }, (_, n) => append(id, [{ action: 'test', subject: String(n) }])))
    const { rows } = await current().admin.query(
      'select count(*)::integer as n from audit_entry where agency_id = $1',
      [id],
    )
    assert.equal(rows[0].n, 41)
    assert.equal(await brokenOf(id), null)
  })

  test('what is rolled back leaves no entry', async () => {
    const id = await newAgency()
    const failing = current().storage.transact({ agencies: [id], actor: 'test' }, async (trx) => {
      await appendAudit(trx, { agencyId: id, action: 'test', subject: 'lost' })
      throw new RangeError('on purpose')
    })
    await assert.rejects(failing, RangeError)
    const { rows } = await current().admin.query(
      'select max(seq)::integer as n from audit_entry where agency_id = $1',
      [id],
    )
    assert.equal(rows[0].n, 1)
  })

  test('an entry for an agency outside the transaction takes the whole transaction back', async () => {
    const other = await newAgency()
    const write = current().storage.transact({ agencies: [mine], actor: 'test' }, async (trx) => {
      await trx.updateTable('agency').set({ name: '不应保存' }).execute()
      await appendAudit(trx, { agencyId: other, action: 'test', subject: 'x' })
    })
    await assert.rejects(write, { code: '42501' })
    const { rows } = await current().admin.query('select name from agency where id = $1', [mine])
    assert.notEqual(rows[0].name, '不应保存')
  })

  test('a change without an actor is not written', async () => {
    const write = current().storage.transact({ agencies: [mine], actor: '' }, (trx) =>
      appendAudit(trx, { agencyId: mine, action: 'test', subject: 'x' }),
    )
    await assert.rejects(write, { code: '42501' })
  })

  test('the app role can neither change, remove, empty nor write audit rows by itself', async () => {
    const { storage } = current()
    const who = { agencies: [mine], actor: 'test' }
    const row = {
      agency_id: mine,
      seq: '99',
      recorded_at: new Date(0),
      actor: 'x',
      action: 'x',
      subject: 'x',
      reason: null,
    }
    const sealed = {
      before: null,
      after: null,
      algorithm: 'SHA-256',
      previous_hash: Buffer.alloc(32),
      hash: Buffer.alloc(32),
    }
    const denied = { code: '42501' }
    await assert.rejects(
      storage.transact(who, (trx) => trx.updateTable('audit_entry').set({ actor: 'x' }).execute()),
      denied,
    )
    await assert.rejects(
      storage.transact(who, (trx) => trx.deleteFrom('audit_entry').execute()),
      denied,
    )
    await assert.rejects(
      storage.transact(who, (trx) =>
        trx
          .insertInto('audit_entry')
          .values({ ...row, ...sealed })
          .execute(),
      ),
      denied,
    )
    await assert.rejects(
      storage.transact(who, (trx) => trx.updateTable('audit_head').set({ seq: '0' }).execute()),
      denied,
    )
    await assert.rejects(
      storage.transact(who, (trx) => trx.deleteFrom('audit_head').execute()),
      denied,
    )
  })

  const tampering = [
    [
      'a changed entry is named',
      `update audit_entry set actor = 'nobody' where agency_id = $1 and seq = 3`,
      { seq: 3, fault: 'content' },
    ],
    [
      'null and an empty reason differ',
      `update audit_entry set reason = '' where agency_id = $1 and seq = 2`,
      { seq: 2, fault: 'content' },
    ],
    [
      'a changed value inside before or after is named',
      `update audit_entry set after = '{"n": 2}' where agency_id = $1 and seq = 4`,
      { seq: 4, fault: 'content' },
    ],
    [
      'a moved time is named',
      `update audit_entry set recorded_at = recorded_at + interval '1 microsecond' where agency_id = $1 and seq = 5`,
      { seq: 5, fault: 'content' },
    ],
    [
      'a removed entry is named by its gap',
      'delete from audit_entry where agency_id = $1 and seq = 3',
      { seq: 3, fault: 'gap' },
    ],
    ['an end cut off is named', 'delete from audit_entry where agency_id = $1 and seq = 5', { seq: 4, fault: 'head' }],
    [
      'a chain hashed anew from one entry on no longer meets the next',
      `update audit_entry set actor = 'x', hash = sha256('x') where agency_id = $1 and seq = 2`,
      { seq: 2, fault: 'content' },
    ],
    [
      'an entry linked elsewhere is named',
      `update audit_entry set previous_hash = sha256('x') where agency_id = $1 and seq = 3`,
      { seq: 3, fault: 'link' },
    ],
    [
      'an entry put behind the head is named',
      `insert into audit_entry select agency_id, 6, recorded_at, actor, reason, action, subject, before, after, algorithm, previous_hash, hash from audit_entry where agency_id = $1 and seq = 5`,
      { seq: 5, fault: 'head' },
    ],
    [
      'an unknown algorithm is named',
      `update audit_entry set algorithm = 'none' where agency_id = $1 and seq = 2`,
      { seq: 2, fault: 'algorithm' },
    ],
    [
      'an agency without a chain is named',
      'with gone as (delete from audit_entry where agency_id = $1) delete from audit_head where agency_id = $1',
      { seq: 0, fault: 'missing' },
    ],
  ] as const
  for (const [title, statement, expected] of tampering) {
    test(title, async () => {
      const id = await agencyWithEntries()
      assert.equal(await brokenOf(id), null)
      await current().admin.query(statement, [id])
      assert.deepEqual(await brokenOf(id), expected)
    })
  }
})
