import assert from 'node:assert/strict'
import { test } from 'node:test'
import { day } from '../../statute/day.ts'
import { actAs, publishItem, testAgency } from '../../storage/publications/test-publications.ts'
import { describeOnEmbedded } from '../../storage/test-storage.ts'
import { makePortal } from '../portal.ts'

describeOnEmbedded((current) => {
  const portal = async (basePath = '/zfxxgk/') => {
    const app = await makePortal({
      check: async () => ({ kind: 'refused', reason: '' }),
      mend: async () => new Uint8Array(),
      basePath,
      healthy: async () => true,
      today: () => day('2026-11-20'),
      storage: current().storage,
      log: () => {},
    })
    return async (path: string) => {
      const answer = await app.request(`${basePath}${path}`)
      return { status: answer.status, location: answer.headers.get('location'), text: await answer.text() }
    }
  }

  test('without agencies the first page is the report check; with one it is what that one publishes', async () => {
    const get = await portal()
    assert.match((await get('')).text, /检查政府信息公开年度报告/)
    await testAgency(current().storage, 'QHX', { name: '清河县水务局' })
    assert.match((await get('')).text, /<h1 lang="zh-CN">清河县水务局政府信息公开<\/h1>/)
    assert.match((await get('check')).text, /检查政府信息公开年度报告/)
  })

  test('an item is found from the first page to its text, by item, theme and genre, in both languages', async () => {
    const { storage } = current()
    const agency = await testAgency(storage, 'A1', { name: '甲局' })
    const { id } = await publishItem(storage, agency, { metadata: { title: '<b>甲</b>局公告' } })
    const get = await portal()
    for (const path of ['', 'agencies/A1/', 'agencies/A1/content/', 'agencies/A1/content/items/rules/'])
      assert.match((await get(path)).text, new RegExp(`href="/zfxxgk/items/${id}/" lang="zh-CN">&lt;b&gt;甲`), path)
    for (const path of ['agencies/A1/content/themes/2/', 'agencies/A1/content/genres/notice/'])
      assert.match((await get(path)).text, new RegExp(id), path)
    assert.doesNotMatch((await get('agencies/A1/content/themes/3/')).text, new RegExp(id))
    const page = (await get(`items/${id}/`)).text
    assert.match(page, /A1\/2026-00001/)
    assert.match(page, /综合政务\\政务公开/)
    const english = (await get(`en/items/${id}/`)).text
    assert.match(english, /<html lang="en">/)
    assert.match(english, /openness of government/)
  })

  test('what no longer holds says so above its text; what was withdrawn leaves its reasons', async () => {
    const { storage } = current()
    const agency = await testAgency(storage, 'B1', { name: '乙局' })
    const { id, number } = await publishItem(storage, agency)
    const get = await portal()
    const on = day('2026-11-19')
    const basis = '乙发〔2026〕9号'
    await actAs(storage, agency, 'clerk', number, {
      ...({ type: 'changeValidity', on, validity: 'repealed', since: on, basis } as const),
    })
    assert.match((await get(`items/${id}/`)).text, /本文件已于 2026-11-19 废止，依据：乙发〔2026〕9号。/)
    await actAs(storage, agency, 'clerk', number, { type: 'takeDown', on, reasons: '内容<有>误' })
    const gone = await get(`items/${id}/`)
    assert.equal(gone.status, 410)
    assert.match(gone.text, /撤下原因：内容&lt;有&gt;误/)
  })

  test('addresses that name nothing are told so, whatever stands in them', async () => {
    const get = await portal()
    for (const path of [
      'agencies/none/',
      'agencies/%E0%A4%A/',
      'items/1/',
      'items/00000000-0000-0000-0000-000000000000/',
      'agencies/A1/content/page-1/',
      'agencies/A1/content/page-9/',
      'agencies/A1/content/items/nothing/',
      'content/makers/%00/',
      'content/makers/..%2f/',
      'agencies/A1/../../etc/',
    ])
      assert.equal((await get(path)).status, 404, path)
    assert.deepEqual((await get('agencies/A1')).location, '/zfxxgk/agencies/A1/')
  })
})
