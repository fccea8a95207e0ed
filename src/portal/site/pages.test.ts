import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { SaxesParser } from 'saxes'
import { makeReport } from '../../../test/make-report.ts'
import { renderReport } from '../../documents/write/render-report.ts'
import { numberCell } from '../../report/report.ts'
import { day } from '../../statute/day.ts'
import { addAgency } from '../../storage/agencies.ts'
import { changeGuide } from '../../storage/publications/agency-guides.ts'
import { publishReport } from '../../storage/publications/public-reports.ts'
import { actAs, publishItem, testAgency } from '../../storage/publications/test-publications.ts'
import { describeOnEmbedded } from '../../storage/test-storage.ts'
import { verifyAudit } from '../../storage/verify-audit.ts'
import { makePortal } from '../portal.ts'
import { agenciesSchema, itemSchema, itemsSchema } from './data/schemas.ts'
import { noSettings, type SiteSettings } from './settings/site-settings.ts'

describeOnEmbedded((current) => {
  const portal = async (settings: SiteSettings = noSettings) => {
    const app = await makePortal({
      check: async () => ({ kind: 'refused', reason: '' }),
      mend: async () => new Uint8Array(),
      basePath: '/zfxxgk/',
      healthy: async () => true,
      today: () => day('2026-11-20'),
      storage: current().storage,
      settings,
      log: () => {},
    })
    return async (path: string) => {
      const answer = await app.request(`/zfxxgk/${path}`)
      return { status: answer.status, type: answer.headers.get('content-type'), text: await answer.text() }
    }
  }
  const inAgency = <T>(id: number, work: Parameters<ReturnType<typeof current>['storage']['transact']>[1]) =>
    current().storage.transact({ agencies: [id], actor: 'clerk' }, work) as Promise<T>

  test('contents are counted by item, theme, genre and maker; what is empty has no link', async () => {
    const { storage } = current()
    const agency = await testAgency(storage, 'C1', { name: '丙局' })
    await publishItem(storage, agency, { metadata: { theme: '6.3' as never, maker: '丙局/办公室', item: 'budgets' } })
    await publishItem(storage, agency, { metadata: { theme: '6.2' as never, maker: '丙局', documentNumber: null } })
    const get = await portal()
    const { text } = await get('agencies/C1/content/')
    const counted = (place: string, label: string, count: number) =>
      new RegExp(`content/${place}/">${label} <span class="count"><span class="only-spoken">数量：</span>${count}<`)
    assert.match(text, counted('items/budgets', '财政预算、决算信息', 1))
    assert.match(text, /<span class="part-empty">政府集中采购项目的目录/)
    assert.doesNotMatch(text, /content\/items\/procurement/)
    assert.match(text, counted('themes/6', '农业、林业、水利', 2))
    assert.match(text, counted('themes/6.3', '水利', 1))
    assert.doesNotMatch(text, /themes\/7\//)
    assert.match(text, /makers\/%E4%B8%99%E5%B1%80%2F%E5%8A%9E%E5%85%AC%E5%AE%A4\//)
    const maker = await get(`agencies/C1/content/makers/${encodeURIComponent('丙局/办公室')}/`)
    assert.match(maker.text, /共 1 条/)
    assert.equal((await get('agencies/C1/content/makers/nobody/')).status, 404)
    assert.match((await get('agencies/C1/content/themes/6.3/')).text, /共 1 条/)
    assert.match((await get('agencies/C1/content/themes/6/')).text, /共 2 条/)
    assert.match((await get('content/items/budgets/')).text, /共 1 条/)
  })

  test('an item put into the column of rules stands there, beside the national rules, which have no address', async () => {
    const { storage } = current()
    const agency = await testAgency(storage, 'R1', { name: '己局' })
    const { id } = await publishItem(storage, agency, { metadata: { title: '审查办法', column: 'rules' } })
    const other = await publishItem(storage, agency, { metadata: { title: '别的', documentNumber: null } })
    const { text } = await (await portal())('agencies/R1/rules/')
    assert.match(text, new RegExp(id))
    assert.doesNotMatch(text, new RegExp(other.id))
    assert.match(text, /《中华人民共和国政府信息公开条例》/)
    assert.doesNotMatch(text.slice(text.indexOf('国家规定')), /href="http/)
  })

  test('a guide shows what is said and nothing else, in five parts, with its day; its course is in the audit chain', async () => {
    const { storage } = current()
    const agency = await testAgency(storage, 'G1', { name: '庚局' })
    const get = await portal()
    assert.match((await get('agencies/G1/guide/')).text, /正在编制/)
    await inAgency(agency.id, (trx) => changeGuide(trx, agency, { phone: '0100-1', classification: '<b>甲</b>' }))
    await inAgency(agency.id, (trx) => changeGuide(trx, agency, { phone: '0100-2' }))
    await inAgency(agency.id, (trx) => changeGuide(trx, agency, {}))
    const { text } = await get('agencies/G1/guide/')
    assert.match(text, /href="tel:0100-2"/)
    assert.match(text, /&lt;b&gt;甲/)
    assert.doesNotMatch(text, /传真/)
    assert.match(text, /本指南更新于 \d{4}-\d\d-\d\d/)
    const { rows } = await inAgency<{ rows: { action: string }[] }>(agency.id, (trx) =>
      sql`select action from audit_entry where action like 'guide.%' order by seq`.execute(trx),
    )
    assert.deepEqual(
      rows.map(({ action }) => action),
      ['guide.changed', 'guide.changed', 'guide.checked'],
    )
    assert.deepEqual((await verifyAudit(storage)).broken, [])
  })

  test('a published report is shown from its frozen bytes; a later version needs a note and keeps the first', async () => {
    const { storage } = current()
    const agency = await testAgency(storage, 'P1', { name: '清河县水务局' })
    const filesOf = async (value: number) =>
      [
        ...(await renderReport(
          makeReport({}, () => numberCell(value)),
          ['docx', 'json'],
        )),
      ].map(([format, content]) => ({
        ...({ format, content, name: `年报.${format}`, mediaType: 'application/x' } as const),
      }))
    const publish = async (value: number, note: string | null) => {
      const files = await filesOf(value)
      return await inAgency<{ files: { digest: string }[] }>(agency.id, (trx) =>
        publishReport(trx, agency, { year: 2024, files, note, despite: null }),
      )
    }
    const get = await portal()
    assert.equal((await get('agencies/P1/reports/2024/')).status, 404)
    const first = await publish(41, null)
    assert.match((await get('agencies/P1/reports/2024/')).text, />41</)
    await assert.rejects(publish(42, null), /--note/)
    await assert.rejects(publish(41, '同样的'), /不必再公开/)
    await publish(42, '更正<数据>')
    const { text } = await get('agencies/P1/reports/2024/')
    assert.match(text, />42</)
    assert.match(text, /更正&lt;数据&gt;/)
    assert.match(text, new RegExp(first.files[0]?.digest ?? 'none'))
    const digest = first.files[1]?.digest
    const json = await get(`agencies/P1/reports/2024/files/${digest}/%E5%B9%B4%E6%8A%A5.json`)
    assert.match(json.text, /"value": 41/)
    assert.equal((await get(`agencies/C1/reports/2024/files/${digest}/a`)).status, 404)
    assert.match((await get('agencies/P1/reports/2024/figures/')).text, /<desc id="handling-desc">予以公开 42件/)
    assert.match((await get('agencies/P1/reports/atom.xml')).text, /<summary>更正&lt;数据&gt;<\/summary>/)
    for (const path of ['agencies/P1/reports/', 'reports/', 'en/reports/', 'plain/reports/'])
      assert.match((await get(path)).text, /2024年政府信息公开工作年度报告/)
  })

  test('what programs read is what the description says', async () => {
    const { storage } = current()
    const agency = await testAgency(storage, 'J1', { name: '辛局' })
    const { id, number } = await publishItem(storage, agency)
    const get = await portal()
    const list = itemsSchema.parse(JSON.parse((await get('data/items.json')).text))
    assert.equal(list.items[0]?.id, id)
    const more = itemsSchema.parse(JSON.parse((await get(`data/items/${id}.json`)).text))
    assert.ok(!more.items.some((item) => item.id === id))
    agenciesSchema.parse(JSON.parse((await get('data/agencies.json')).text))
    const item = itemSchema.parse(JSON.parse((await get(`items/${id}/item.json`)).text))
    assert.equal(item.body?.length, 1)
    const on = day('2026-11-19')
    await actAs(storage, agency, 'clerk', number, { type: 'takeDown', on, reasons: '有误' })
    const gone = itemSchema.parse(JSON.parse((await get(`items/${id}/item.json`)).text))
    assert.deepEqual([gone.withdrawn, gone.body, gone.summary], [{ on, reasons: '有误' }, null, null])
    const described = JSON.parse((await get('openapi.json')).text)
    assert.equal(described.openapi, '3.1.0')
    assert.equal(
      described.paths['/items/{id}/item.json'].get.responses[200].content['application/json'].schema.type,
      'object',
    )
    for (const path of [
      'data/items/x.json',
      'data/',
      'items/x/item.json',
      'data/items/00000000-0000-0000-0000-000000000000.json',
    ])
      assert.equal((await get(path)).status, 404, path)
  })

  test('every column has a feed; addresses are listed once the site has said its own', async () => {
    const { storage } = current()
    const agency = await testAgency(storage, 'F1', { name: '壬局' })
    const { id } = await publishItem(storage, agency, { metadata: { title: '甲 & 乙', summary: '<p>' } })
    const get = await portal()
    for (const path of ['', 'content/', 'content/items/rules/', 'agencies/F1/', 'agencies/F1/content/']) {
      const { type, text } = await get(`${path}atom.xml`)
      assert.match(String(type), /atom\+xml/)
      assert.match(text, new RegExp(`<id>urn:uuid:${id}</id><link href="/zfxxgk/items/${id}/"/>`), path)
      assert.match(text, /<title>甲 &amp; 乙<\/title>/)
    }
    assert.equal((await get('agencies/none/atom.xml')).status, 404)
    assert.equal((await get('sitemap.xml')).status, 404)
    const whole = await portal({ ...noSettings, address: 'https://www.qinghe.example' })
    const map = (await whole('sitemap.xml')).text
    assert.match(map, new RegExp(`<loc>https://www.qinghe.example/zfxxgk/items/${id}/</loc>`))
    assert.equal((await whole('sitemap-1.xml')).status, 404)
  })

  test('RSS stands beside Atom in both languages where the site has an address, and pages lead to it', async () => {
    const { storage } = current()
    const agency = await testAgency(storage, 'F2', { name: '未局' })
    const { id } = await publishItem(storage, agency, { metadata: { title: '甲 & 乙', summary: '<p>' } })
    const get = await portal({ ...noSettings, address: 'https://www.qinghe.example' })
    const saxes = new SaxesParser({ xmlns: true })
    for (const path of ['', 'en/', 'content/', 'agencies/F2/', 'en/agencies/F2/content/', 'en/agencies/F2/reports/']) {
      const { type, text } = await get(`${path}rss.xml`)
      assert.match(String(type), /rss\+xml/)
      saxes.write(text).close()
      assert.match(text, new RegExp(`<link>https://www.qinghe.example/zfxxgk/${path}</link>`))
      for (const form of ['rss', 'atom'])
        assert.match((await get(path)).text, new RegExp(`<a href="/zfxxgk/${path}${form}.xml"`), path)
    }
    const { text } = await get('en/agencies/F2/rss.xml')
    assert.match(text, /<language>en<\/language><lastBuildDate>\w{3}, \d\d \w{3} \d{4} [\d:]{8} \+0800</)
    assert.match(
      text,
      new RegExp(
        `<link>https://www.qinghe.example/zfxxgk/en/items/${id}/</link><guid isPermaLink="false">urn:uuid:${id}`,
      ),
    )
    assert.match((await get('en/agencies/F2/atom.xml')).text, /xml:lang="en"/)
    const unsaid = await portal()
    assert.equal((await unsaid('rss.xml')).status, 404)
    assert.doesNotMatch((await unsaid('')).text, /rss/)
    assert.equal((await unsaid('en/sitemap.xml')).status, 404)
    assert.equal((await unsaid('en/data/items.json')).status, 404)
  })

  test('a change of validity is a change of the item wherever one is told', async () => {
    const { storage } = current()
    const agency = await testAgency(storage, 'V1', { name: '申局' })
    const { id, number } = await publishItem(storage, agency)
    await storage.transact({ agencies: [agency.id], actor: 'clerk' }, (trx) =>
      sql`update public_item set published_at = '2026-11-01T09:00:00+08:00', changed_at = '2026-11-01T09:00:00+08:00'
        where id = ${id}`.execute(trx),
    )
    const get = await portal({ ...noSettings, address: 'https://www.qinghe.example' })
    const told = async () => {
      const atom = (await get('agencies/V1/atom.xml')).text
      const map = (await get('sitemap.xml')).text
      const { items } = itemsSchema.parse(JSON.parse((await get('data/items.json')).text))
      const page = (await get(`items/${id}/`)).text
      return {
        entry: /<entry>.*?<updated>(.*?)</.exec(atom)?.[1],
        feed: /<updated>(.*?)</.exec(atom)?.[1],
        rss: /<item>.*?<atom:updated>(.*?)</.exec((await get('agencies/V1/rss.xml')).text)?.[1],
        map: new RegExp(`items/${id}/</loc><lastmod>(.*?)<`).exec(map)?.[1],
        list: items.find((one) => one.id === id)?.changedAt,
        item: itemSchema.parse(JSON.parse((await get(`items/${id}/item.json`)).text)).changedAt,
        page: /更新日期<\/dt><dd>(.*?)</.exec(page)?.[1],
      }
    }
    const first = '2026-11-01T09:00:00+08:00'
    const { page, ...before } = await told()
    assert.equal(page, undefined)
    assert.deepEqual([...new Set(Object.values(before))], [first])
    const on = day('2026-11-19')
    await actAs(storage, agency, 'clerk', number, {
      ...({ type: 'changeValidity', on, validity: 'repealed', since: on, basis: '申发〔2026〕9号' } as const),
    })
    const { page: shown, ...after } = await told()
    const [changed, ...others] = [...new Set(Object.values(after))]
    assert.deepEqual(others, [])
    assert.ok(changed !== undefined && changed > first)
    assert.equal(shown, changed?.slice(0, 16).replace('T', ' '))
    assert.match((await get('agencies/V1/atom.xml')).text, /<category term="repealed" label="废止"\/>/)
    assert.match((await get('agencies/V1/rss.xml')).text, /<category>废止<\/category>/)
  })

  test('the labels of 47号 stand on the pages of their kind, those of the site on all', async () => {
    const { storage } = current()
    const agency = await testAgency(storage, 'M1', { name: '癸局' })
    const { id } = await publishItem(storage, agency, { metadata: { title: '标签' } })
    await addAgency(storage, 'test', {
      ...({ code: 'M2', name: '下级', level: 'township', kind: 'government', parentCode: 'M1' } as const),
    })
    const get = await portal({ ...noSettings, address: 'https://www.qinghe.example', siteIdCode: '1234567890' })
    const namesOn = async (path: string) =>
      [...(await get(path)).text.matchAll(/<meta name="([A-Z]\w+)"/g)].map((match) => match[1])
    const site = ['SiteName', 'SiteDomain', 'SiteIDCode']
    const column = ['ColumnName', 'ColumnDescription', 'ColumnKeywords', 'ColumnType']
    assert.deepEqual(await namesOn('agencies/M1/'), site)
    assert.deepEqual(await namesOn('nothing/'), site)
    assert.deepEqual(await namesOn('agencies/M1/guide/'), [...site, ...column])
    const article = ['ArticleTitle', 'PubDate', 'ContentSource', 'Author', 'Keywords', 'Description', 'Url']
    assert.deepEqual(await namesOn(`items/${id}/`), [...site, ...column, ...article])
    const { text } = await get(`items/${id}/`)
    assert.match(text, /<meta name="PubDate" content="\d{4}-\d\d-\d\d \d\d:\d\d">/)
    assert.match(text, /aria-label="本页地址的二维码"/)
    assert.match((await get('agencies/M1/')).text, /agencies\/M2\//)
  })

  test('pages in large type link to each other, also searching and applying', async () => {
    const { storage } = current()
    const agency = await testAgency(storage, 'L1', { name: '子局' })
    const { id } = await publishItem(storage, agency)
    const get = await portal()
    const { status, text } = await get(`plain/items/${id}/`)
    assert.equal(status, 200)
    assert.match(text, /<html lang="zh-CN" class="plain">/)
    assert.match(text, /href="\/zfxxgk\/plain\/agencies\/L1\/"/)
    assert.match(text, new RegExp(`href="/zfxxgk/items/${id}/">恢复常规版`))
    assert.match(text, /action="\/zfxxgk\/plain\/search\/"/)
    assert.match((await get('plain/search/?q=%E5%B1%80')).text, /class="plain">[\s\S]*plain\/search\/\?/)
    assert.match(
      (await get('plain/agencies/L1/request/')).text,
      /href="\/zfxxgk\/plain\/agencies\/L1\/request\/apply\/"/,
    )
    assert.match((await get(`en/plain/items/${id}/`)).text, /<html lang="en" class="plain">/)
    assert.equal((await get('plain/nothing/')).status, 404)
    assert.equal((await get('plain/atom.xml')).status, 404)
  })
})
