import assert from 'node:assert/strict'
import { test } from 'node:test'
import { changeGuide } from '../../../storage/publications/agency-guides.ts'
import { guideTag } from '../../../storage/publications/public-tags.ts'
import { testAgency } from '../../../storage/publications/test-publications.ts'
import { describeOnEmbedded } from '../../../storage/test-storage.ts'
import { makeSite } from '../../site/make-site.ts'

describeOnEmbedded((current) => {
  test('whoever cannot apply here sees where to call, as the guide says it; a change of the guide makes the page stale', async () => {
    const { storage } = current()
    const agency = await testAgency(storage, 'R1')
    const site = makeSite({ storage, base: '/', assets: '/assets' })
    const before = await site.render('agencies/R1/request/', 'zh-CN')
    assert.doesNotMatch(before.page, /tel:|受理机构/)
    assert.ok(before.tags.includes(guideTag(agency.id)))
    await storage.transact({ agencies: [agency.id], actor: 'clerk' }, (trx) =>
      changeGuide(trx, agency, { phone: '010-1234 5678', hours: '<b>上午</b>', officeName: '办公室' }),
    )
    const { page } = await site.render('agencies/R1/request/', 'zh-CN')
    assert.match(page, /<a href="tel:010-12345678">010-1234 5678<\/a>.*&lt;b&gt;上午/s)
    assert.doesNotMatch(page, /地址<\/dt>/)
  })
})
