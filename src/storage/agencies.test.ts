import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Refusal } from '../refusals/refusal.ts'
import { addAgency, findAgencyByCode, listAgencies, renameAgency, requireAgency } from './agencies.ts'
import { describeOnEachEngine } from './test-storage.ts'

const refusal = (id: string) => (error: unknown) => error instanceof Refusal && error.id === id

describeOnEachEngine((current) => {
  const bureau = {
    code: '320500-mz',
    name: '甲区民政局',
    level: 'county',
    kind: 'department',
    parentCode: null,
  } as const

  test('an added agency is found by its code, with its parent', async () => {
    const { storage } = current()
    const district = await addAgency(storage, 'test', {
      ...bureau,
      code: '320500',
      name: '甲区人民政府',
      kind: 'government',
    })
    const added = await addAgency(storage, 'test', { ...bureau, parentCode: '320500' })
    assert.deepEqual(await findAgencyByCode(storage, '320500-mz'), added)
    assert.equal(added.parentId, district.id)
  })

  test('adding an agency opens its audit chain with what was added', async () => {
    const { storage } = current()
    const added = await addAgency(storage, 'cli:clerk', { ...bureau, code: 'audited' })
    const entries = await storage.transact({ agencies: [added.id], actor: 'test' }, (trx) =>
      trx.selectFrom('audit_entry').select(['seq', 'actor', 'action', 'subject', 'after']).execute(),
    )
    assert.deepEqual(entries, [
      { seq: '1', actor: 'cli:clerk', action: 'agency.added', subject: 'audited', after: added },
    ])
  })

  test('a code in use, an unknown parent and an unknown code are refused', async () => {
    const { storage } = current()
    await addAgency(storage, 'test', { ...bureau, code: 'once' })
    await assert.rejects(addAgency(storage, 'test', { ...bureau, code: 'once' }), refusal('agency-code-taken'))
    await assert.rejects(
      addAgency(storage, 'test', { ...bureau, code: 'x', parentCode: 'nobody' }),
      refusal('agency-unknown'),
    )
    await assert.rejects(requireAgency(storage, 'nobody'), refusal('agency-unknown'))
    assert.equal(await findAgencyByCode(storage, 'x'), null)
  })

  test('a renamed agency keeps its code, and the audit chain has both names', async () => {
    const { storage } = current()
    const { id } = await addAgency(storage, 'test', { ...bureau, code: 'typo', name: '甲区民证局' })
    const renamed = await renameAgency(storage, 'cli:clerk', 'typo', '甲区民政局')
    assert.deepEqual(await findAgencyByCode(storage, 'typo'), renamed)
    await renameAgency(storage, 'cli:clerk', 'typo', '甲区民政局')
    const entries = await storage.transact({ agencies: [id], actor: 'test' }, (trx) =>
      trx.selectFrom('audit_entry').select(['action', 'before', 'after']).orderBy('seq').execute(),
    )
    assert.deepEqual(entries.slice(1), [
      { action: 'agency.renamed', before: { name: '甲区民证局' }, after: { name: '甲区民政局' } },
    ])
    await assert.rejects(renameAgency(storage, 'test', 'nobody', 'x'), refusal('agency-unknown'))
  })

  test('the list has every agency, by code', async () => {
    const { storage } = current()
    await addAgency(storage, 'test', { ...bureau, code: 'aa-first' })
    const codes = (await listAgencies(storage)).map(({ code }) => code)
    assert.ok(codes.includes('aa-first'))
    assert.deepEqual(codes, codes.toSorted())
  })

  test('a code is compared letter by letter: no pattern finds an agency', async () => {
    for (const code of ['%', '3205%', '', '320500 ', "' or true --"]) {
      assert.equal(await findAgencyByCode(current().storage, code), null)
    }
  })
})
