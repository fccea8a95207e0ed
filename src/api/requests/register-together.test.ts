import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findAgencyByCode } from '../../storage/agencies.ts'
import type { Storage } from '../../storage/storage.ts'
import { describeOnEachEngine } from '../../storage/test-storage.ts'
import { CommitUnknown } from '../../storage/transaction/transact-together.ts'
import { verifyAudit } from '../../storage/verify-audit.ts'
import { makeTestApi } from '../test-api.ts'

const registration = {
  on: '2026-03-02',
  channel: 'portal',
  applicantKind: 'naturalPerson',
  applicants: [{ name: '只此一人', document: { kind: 'identityCard', number: '1' } }],
  agent: { identity: { name: '受托人' }, powerOfAttorney: null },
  content: '2025年度部门决算',
}
const anew = { ...registration, agent: null }

describeOnEachEngine((current) => {
  /** An interface whose agencies' calendars are known, so that what is posted at one moment is stored together. */
  const open = async (codes: readonly string[], storage: Storage = current().storage) => {
    const api = await makeTestApi(storage, '2026-03-12')
    const agencies = []
    for (const code of codes) {
      const token = await api.token(code, `t${Math.random()}`, ['requests:write', 'requests:read'])
      const { status } = await api.call('/requests', { token, body: anew })
      assert.equal(status, 201)
      const agency = await findAgencyByCode(storage, code)
      assert.ok(agency)
      agencies.push({ token, id: agency.id })
    }
    const post = (token: string, body: unknown, key?: string) =>
      api.call('/requests', { token, body, headers: key === undefined ? {} : { 'idempotency-key': key } })
    return { agencies, post }
  }
  const stored = async (ids: readonly number[]) => {
    const { rows } = await current().admin.query<Record<string, unknown>>(
      `select r.*, r.xmin::text as transaction, e.actor, e.event from request r
        join request_event e using (agency_id, number) where agency_id = any ($1) order by agency_id, number`,
      [ids],
    )
    return rows
  }
  const transactions = (rows: readonly Record<string, unknown>[]) => new Set(rows.map(({ transaction }) => transaction))

  test('registrations of several agencies share a transaction, and each is what it would be alone', async () => {
    const { agencies, post } = await open(['T1', 'T2', 'T3'])
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, n) => {
        const { token } = agencies[n % 3] as { token: string }
        return post(token, { ...anew, on: n % 2 === 0 ? '2026-03-02' : '2025-12-30' }, `k${n}`)
      }),
    )
    assert.deepEqual(new Set(answers.map(({ status }) => status)), new Set([201]))
    const rows = await stored(agencies.map(({ id }) => id))
    assert.equal(rows.length, 15)
    assert.ok(transactions(rows).size < 10)
    for (const { id } of agencies) {
      const own = rows.filter((row) => row.agency_id === id)
      assert.deepEqual(
        own.map(({ number }) => number),
        ['2025-0001', '2025-0002', '2026-0001', '2026-0002', '2026-0003'],
      )
      const alike = own.slice(2).map((row) => {
        const { number: _, transaction: __, applicant, event, ...rest } = row
        assert.deepEqual((event as { applicants: unknown }).applicants, [applicant])
        return { ...rest, event: { ...(event as object), applicants: [] } }
      })
      // The first was registered alone.
      assert.deepEqual(alike[1], alike[0])
      assert.deepEqual(alike[2], alike[0])
    }
    const { rows: sealed } = await current().admin.query(
      `select from applicant a join request r on r.agency_id = a.agency_id and r.applicant = a.reference
        where a.agency_id = any ($1) and wrapped_key is not null and document_lookup <> ''`,
      [agencies.map(({ id }) => id)],
    )
    assert.equal(sealed.length, 15)
    assert.deepEqual((await verifyAudit(current().storage)).broken, [])
  })

  test('one that is turned down, or whose number is taken, does not touch those beside it', async () => {
    const { agencies, post } = await open(['T4'])
    const [{ token, id }] = agencies as [{ token: string; id: number }]
    // As an import would have left it: the next number of the year is in use.
    await current().admin.query(
      `insert into request (agency_id, number, channel, received_on, arrived_on, applicant_kind)
        values ($1, '2026-0003', 'portal', '2026-03-02', '2026-03-02', 'naturalPerson')`,
      [id],
    )
    const answers = await Promise.all([
      post(token, anew),
      post(token, { ...anew, content: '机密★10年' }),
      post(token, { ...anew, number: '2026-0003' }),
      post(token, anew),
      post(token, { ...anew, scan: 'a'.repeat(64) }),
      post(token, anew),
    ])
    assert.deepEqual(
      answers.map(({ status }) => status),
      [201, 422, 409, 201, 404, 201],
    )
    const numbers = answers.flatMap(({ json }) => json.number ?? [])
    assert.deepEqual(numbers.sort(), ['2026-0002', '2026-0004', '2026-0005'])
    assert.deepEqual((await verifyAudit(current().storage)).broken, [])
  })

  test('a key that comes twice at one moment is answered alike, and registered once', async () => {
    const { agencies, post } = await open(['T5'])
    const [{ token, id }] = agencies as [{ token: string; id: number }]
    const other = { ...anew, content: '另一件' }
    const answers = await Promise.all([
      post(token, anew),
      post(token, anew, 'twice'),
      post(token, other, 'same'),
      post(token, anew, 'twice'),
      post(token, anew, 'same'),
      post(token, anew),
    ])
    const [, first, told, second, objected] = answers
    assert.deepEqual(second?.json, first?.json)
    assert.deepEqual([told?.status, objected?.status].sort(), [201, 409])
    assert.equal((await stored([id])).filter(({ event }) => event !== null).length, 5)
    const again = await post(token, anew, 'twice')
    assert.deepEqual(again.json, first?.json)
    assert.deepEqual((await verifyAudit(current().storage)).broken, [])
  })

  test('where the commit is lost, what has a key is found out and what has none is not stored again', async () => {
    const { storage } = current()
    const lossy: Storage = {
      ...storage,
      async transactTogether(parts) {
        await storage.transactTogether(parts)
        throw new CommitUnknown(new Error('gone'))
      },
    }
    const { agencies, post } = await open(['T6'], lossy)
    const [{ token, id }] = agencies as [{ token: string; id: number }]
    const answers = await Promise.all([post(token, anew, 'a'), post(token, anew), post(token, anew, 'b')])
    assert.deepEqual(
      answers.map(({ status }) => status),
      [201, 500, 201],
    )
    assert.equal((await stored([id])).length, 4)
  })

  test('a connection that dies before the commit costs nobody a registration', async () => {
    const { storage, admin } = current()
    const dying: Storage = {
      ...storage,
      transactTogether: (parts) =>
        storage.transactTogether((key) =>
          parts(key).map((part) => ({ ...part, statement: 'select pg_terminate_backend(pg_backend_pid()), $1, $2' })),
        ),
    }
    const { agencies, post } = await open(['T7'], dying)
    const [{ token, id }] = agencies as [{ token: string; id: number }]
    const answers = await Promise.all([post(token, anew, 'a'), post(token, anew), post(token, anew)])
    assert.deepEqual(
      answers.map(({ status }) => status),
      [201, 201, 201],
    )
    assert.equal((await stored([id])).length, 4)
    assert.equal((await admin.query('select 1')).rowCount, 1)
  })

  test('an agency whose numbers are held by another program does not hold up the others', async () => {
    const { agencies, post } = await open(['T8', 'T9'])
    const [held, free] = agencies as [{ token: string; id: number }, { token: string; id: number }]
    const { admin } = current()
    await admin.query('begin')
    await admin.query('select from request_counter where agency_id = $1 for update', [held.id])
    const waits = post(held.token, anew)
    const others = await Promise.all(Array.from({ length: 4 }, () => post(free.token, anew)))
    assert.deepEqual(new Set(others.map(({ status }) => status)), new Set([201]))
    assert.equal((await stored([held.id])).length, 1)
    await admin.query('commit')
    assert.equal((await waits).status, 201)
  })
})
