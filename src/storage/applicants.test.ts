import assert from 'node:assert/strict'
import { createSecretKey, randomBytes } from 'node:crypto'
import { before, test } from 'node:test'
import fc from 'fast-check'
import { addAgency } from './agencies.ts'
import { eraseApplicant, findApplicantsByName, readApplicant, storeApplicants } from './applicants.ts'
import { normaliseName } from './sealing/seal-applicants.ts'
import { cipherOf } from './secrets/crypto.ts'
import { readInstallationKey } from './secrets/installation-key.ts'
import type { Trx } from './storage.ts'
import { describeOnEachEngine } from './test-storage.ts'
import { verifyAudit } from './verify-audit.ts'

describeOnEachEngine((current) => {
  let mine = 0
  let other = 0
  before(async () => {
    const rank = { level: 'county', kind: 'department', parentCode: null } as const
    mine = (await addAgency(current().storage, 'test', { ...rank, code: 'a', name: '甲局' })).id
    other = (await addAgency(current().storage, 'test', { ...rank, code: 'b', name: '乙局' })).id
  })
  const as = <T>(agency: number, work: (trx: Trx) => Promise<T>): Promise<T> =>
    current().storage.transact({ agencies: [agency], actor: 'clerk' }, work)

  test('names come back as they were, each behind its own reference, in order', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.string({ unit: 'grapheme', maxLength: 30 }), { maxLength: 12 }), async (names) => {
        const references = await as(mine, (trx) => storeApplicants(trx, mine, names))
        assert.equal(new Set(references).size, names.length)
        const read = await as(mine, (trx) => Promise.all(references.map((one) => readApplicant(trx, mine, one))))
        assert.deepEqual(
          read,
          names.map((name) => ({ name })),
        )
      }),
      { numRuns: 15 },
    )
  })

  test('no column of the table tells the name', async () => {
    await as(mine, (trx) => storeApplicants(trx, mine, ['王小明明明']))
    const { rows } = await current().admin.query<{ text: string }>(
      `select encode(sealed, 'escape') || encode(wrapped_key, 'escape') || encode(name_lookup, 'escape') || a::text as text
       from applicant a`,
    )
    const bytes = [...Buffer.from('王小明明明')].map((byte) => `\\${byte.toString(8)}`).join('')
    for (const { text } of rows) {
      assert.ok(
        !text.includes('王小明明明') &&
          !text.includes(bytes) &&
          !text.includes(Buffer.from('王小明明明').toString('hex')),
      )
    }
  })

  test('every reading of an identity is an audit entry without the name', async () => {
    const [reference = ''] = await as(mine, (trx) => storeApplicants(trx, mine, ['李四光光']))
    await as(mine, (trx) => readApplicant(trx, mine, reference))
    const { rows } = await current().admin.query(
      'select action, actor, e::text as text from audit_entry e where subject = $1',
      [reference],
    )
    assert.deepEqual(
      rows.map(({ action, actor }) => ({ action, actor })),
      [{ action: 'applicant.read', actor: 'clerk' }],
    )
    assert.ok(!rows[0].text.includes('李四光光'))
  })

  test('equal names are found by their digest whatever their width, case and spaces', async () => {
    const stored = await as(mine, (trx) => storeApplicants(trx, mine, ['ＡＢ公司', 'ab 公司', 'AC公司']))
    const found = await as(mine, (trx) => findApplicantsByName(trx, mine, 'Ab公司'))
    assert.deepEqual(new Set(found), new Set(stored.slice(0, 2)))
    assert.equal(normaliseName('　张 三 '), '张三')
  })

  test('another agency’s applicant is not read', async () => {
    const [reference = ''] = await as(mine, (trx) => storeApplicants(trx, mine, ['赵五']))
    assert.equal(await as(other, (trx) => readApplicant(trx, other, reference)), null)
    assert.equal(await as(other, (trx) => readApplicant(trx, mine, reference)), null)
  })

  test('an identity moved to another reference does not open', async () => {
    const [one, two] = await as(mine, (trx) => storeApplicants(trx, mine, ['甲某', '乙某']))
    await current().admin.query(
      `update applicant a set wrapped_key = b.wrapped_key, sealed = b.sealed from applicant b
       where a.reference = $1 and b.reference = $2`,
      [one, two],
    )
    await assert.rejects(as(mine, (trx) => readApplicant(trx, mine, one ?? '')))
  })

  test('a key moved from another row opens nothing', async () => {
    const [one, two] = await as(mine, (trx) => storeApplicants(trx, mine, ['甲某', '乙某']))
    await current().admin.query(
      'update applicant a set wrapped_key = b.wrapped_key from applicant b where a.reference = $1 and b.reference = $2',
      [one, two],
    )
    await assert.rejects(as(mine, (trx) => readApplicant(trx, mine, one ?? '')))
  })

  test('what was sealed before the key wrap still opens', async () => {
    const [reference = ''] = await as(mine, (trx) => storeApplicants(trx, mine, ['旧某']))
    const installation = readInstallationKey(current().dataDir)
    assert.ok(installation)
    const old = cipherOf('AES-256-GCM')
    const [own, place] = [randomBytes(32), `applicant ${mine} ${reference}`]
    await current().admin.query(
      `update applicant set algorithm = 'AES-256-GCM', wrapped_key = $2, sealed = $3 where reference = $1`,
      [
        reference,
        old.seal(installation.wrapping, own, `${place} key`),
        old.seal(createSecretKey(own), Buffer.from('{"name":"旧某"}'), `${place} identity`),
      ],
    )
    assert.deepEqual(await as(mine, (trx) => readApplicant(trx, mine, reference)), { name: '旧某' })
  })

  test('erasing the key erases the person, and the chain still verifies', async () => {
    const [reference = ''] = await as(mine, (trx) => storeApplicants(trx, mine, ['周六']))
    await as(mine, (trx) => eraseApplicant(trx, mine, reference))
    assert.equal(await as(mine, (trx) => readApplicant(trx, mine, reference)), null)
    assert.deepEqual(await as(mine, (trx) => findApplicantsByName(trx, mine, '周六')), [])
    assert.deepEqual((await verifyAudit(current().storage)).broken, [])
  })
})
