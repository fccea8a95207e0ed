import assert from 'node:assert/strict'
import { test } from 'node:test'
import { publishItem, testAgency } from '../publications/test-publications.ts'
import { describeOnEachEngine } from '../test-storage.ts'
import { suggestSimilar } from './suggest-similar.ts'

describeOnEachEngine((current) => {
  test('of what an agency published, titles are offered that say what is asked for, however it is put', async () => {
    const { storage } = current()
    const [own, other] = [await testAgency(storage, 'SM1'), await testAgency(storage, 'SM2')]
    const dam = '清河县水库除险加固工程验收报告'
    for (const title of [dam, '清河县河道采砂许可公示', '清河县水库管理办法'])
      await publishItem(storage, own, { metadata: { title } })
    await publishItem(storage, other, { metadata: { title: dam } })
    const offered = (text: string) =>
      storage.transact({ agencies: [own.id], actor: 'portal' }, async (trx) =>
        (await suggestSimilar(trx, own.id, text)).map(({ title }) => title),
      )
    assert.deepEqual(await offered('我想要2024年水库除险加固工程的验收报告'), [dam])
    // Words apart, in another order, in full width.
    assert.deepEqual(await offered('申请公开：验收报告（水库除险加固）'), [dam])
    assert.deepEqual(await offered('请提供河道采砂许可的有关信息'), ['清河县河道采砂许可公示'])
    for (const text of [
      '',
      '申请公开政府信息',
      '幼儿园招生',
      '2024',
      "%' or 1=1 --",
      '\u{20000}\u{20001}\u{20002}\u{20003}',
    ])
      assert.deepEqual(await offered(text), [], text)
    assert.ok((await offered('水库除险加固工程验收报告'.repeat(900))).includes(dam))
  })
})
