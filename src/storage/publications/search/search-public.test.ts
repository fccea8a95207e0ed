import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { foldPublicText } from '../../../publications/search/fold-public-text.ts'
import { day } from '../../../statute/day.ts'
import type { Agency } from '../../agencies.ts'
import { appRoleName } from '../../server/app-role.ts'
import { describeOnEachEngine } from '../../test-storage.ts'
import { actAs, publishItem, type TestItem, testAgency } from '../test-publications.ts'
import { indexPublicItems, rebuildPublicSearch } from './index-public-item.ts'
import { searchAsPublic } from './read-found.ts'
import { findExact, findNewest, type PublicSearch } from './search-public.ts'
import { suggestPublic } from './suggest-public.ts'

const asked = { wanted: 50, after: null, budget: 5000 }

describeOnEachEngine((current) => {
  const find = async (text: string, more: Partial<PublicSearch> = {}) => {
    const words = foldPublicText(text).split(' ').filter(Boolean)
    const search: PublicSearch = { words, field: 'all', ...more }
    const { hits } = await searchAsPublic(current().storage, (trx) => findNewest(trx, search, asked))
    return hits.map(({ id }) => id)
  }
  const publish = async (agency: Agency, title: string, text: string, metadata: TestItem['metadata'] = {}) =>
    await publishItem(current().storage, agency, {
      metadata: { title, summary: null, documentNumber: null, keywords: [], ...metadata },
      body: [{ type: 'paragraph', runs: [{ text }] }],
    })

  test('words of any length are found in title, text, number, maker and keywords, whatever their width, case and brackets', async () => {
    const agency = await testAgency(current().storage, 'S1')
    const { id } = await publish(agency, '关于ＡBc饮用水的通告', '沿河各村𠮷水源地 100% 达标_检测\\结果', {
      documentNumber: '清水发〔2026〕7号',
      maker: '清河县水务局',
      keywords: ['河长制'],
    })
    for (const words of [
      ...['饮用水', '水', 'abc', 'ＡＢＣ饮', '沿河 达标', '𠮷水', '100%', '标_检', '\\结', '河长制', '县水务', '达'],
      ...[
        '清水发〔2026〕7号',
        '清水发[2026]7号',
        '清水发（2026）7号',
        '清水发【2026】７号',
        '清水发 (2026) 7号',
        'S1/2026',
      ],
    ])
      assert.deepEqual(await find(words), [id], words)
    for (const words of ['水用', '饮用水abc', '100_', '%', '龘', '沿河 没有'])
      assert.deepEqual(words === '%' ? [] : await find(words), [], words)
    assert.deepEqual(await find('沿河', { field: 'title' }), [])
    assert.deepEqual(await find('饮用水', { field: 'title' }), [id])
    assert.deepEqual(await find('[2026]7', { field: 'number' }), [id])
    assert.deepEqual(await find('', { maker: '水务' }), [id])
  })

  test('filters hold together, and the newest comes first, in pages that go on after a place', async () => {
    const a = await testAgency(current().storage, 'F1')
    const b = await testAgency(current().storage, 'F2')
    const items = []
    for (const n of [1, 2, 3, 4, 5])
      items.push(await publish(n % 2 ? a : b, `筛选第${n}号`, '内容', { genre: n < 3 ? 'notice' : 'decision' }))
    // All within a second or two: the order is theirs by hour and then by id.
    const listed = await find('筛选')
    assert.deepEqual([...listed].sort(), items.map(({ id }) => id).sort())
    assert.deepEqual((await find('筛选', { agencyId: a.id, genre: 'decision' })).length, 2)
    assert.deepEqual((await find('筛选', { themeClass: '2', item: 'rules', validity: 'inForce' })).length, 5)
    assert.deepEqual(await find('筛选', { validity: 'repealed' }), [])
    const today = new Date(Date.now() + 8 * 3600_000).toISOString().slice(0, 10)
    assert.equal((await find('筛选', { from: day(today), to: day(today) })).length, 5)
    assert.deepEqual(await find('筛选', { to: day('2020-01-01') }), [])
    const paged: string[] = []
    let after = null
    for (;;) {
      const search = { words: ['筛选'], field: 'all' } as const
      const place: Parameters<typeof findNewest>[2] = { wanted: 2, after, budget: 5000 }
      const { hits } = await searchAsPublic(current().storage, (trx) => findNewest(trx, search, place))
      const last = hits.at(-1)
      if (!last) break
      paged.push(...hits.map(({ id }) => id))
      after = { at: last.at, id: last.id }
    }
    assert.deepEqual(paged, listed)
  })

  test('the search table follows the public: a new version, a change of validity, a withdrawal', async () => {
    const { storage } = current()
    const agency = await testAgency(storage, 'V1')
    const { id, number } = await publish(agency, '甲乙丙规定', '旧文')
    const on = day('2026-11-19')
    await actAs(storage, agency, 'clerk', number, {
      type: 'changeValidity',
      on,
      validity: 'repealed',
      since: on,
      basis: '无',
    })
    assert.deepEqual(await find('甲乙丙', { validity: 'repealed' }), [id])
    await actAs(storage, agency, 'clerk', number, { type: 'takeDown', on, reasons: '有误' })
    assert.deepEqual(await find('甲乙丙'), [])
  })

  test('an agency cannot change, remove or add the rows of another; anybody can read them', async () => {
    const { storage } = current()
    const a = await testAgency(storage, 'R1')
    const b = await testAgency(storage, 'R2')
    const { id } = await publish(a, '他人之物', '内容')
    await storage.transact({ agencies: [b.id], actor: 'b' }, (trx) => indexPublicItems(trx, b.id, [id]))
    await storage.transact({ agencies: [b.id], actor: 'b' }, (trx) => indexPublicItems(trx, a.id, [id]))
    assert.deepEqual(await find('他人之物'), [id])
    const { rows } = await current().admin.query<{ cmd: string }>(
      "select cmd from pg_policies where tablename = 'public_search' order by cmd",
    )
    assert.deepEqual(
      rows.map(({ cmd }) => cmd),
      ['DELETE', 'INSERT', 'SELECT'],
    )
  })

  test('the index on pairs is used for the public although the table has policies', async () => {
    const { admin, databaseUrl } = current()
    const role = appRoleName(new URL(databaseUrl).pathname.slice(1))
    await admin.query(`begin; set local role ${role}; set local enable_seqscan = off; set local enable_indexscan = off`)
    const { rows } = await admin.query<{ 'QUERY PLAN': string }>(
      "explain select id from public_search where grams @> '{1,2}' and text like '%x%'",
    )
    await admin.query('rollback')
    assert.match(rows.map((row) => row['QUERY PLAN']).join('\n'), /Bitmap Index Scan on public_search_\d{4}h[12]_grams/)
  })

  test('a rebuild finds what was lost and loses what is not public', async () => {
    const { storage, admin } = current()
    const agency = await testAgency(storage, 'B1')
    const { id } = await publish(agency, '重建之前', '内容')
    await admin.query('delete from public_search where id = $1', [id])
    assert.deepEqual(await find('重建之前'), [])
    const { signal } = new AbortController()
    assert.equal(await rebuildPublicSearch(storage, { agencyId: agency.id, actor: 'test' }, signal), 1)
    assert.deepEqual(await find('重建之前'), [id])
    await admin.query("update public_item set attachment_text = '附件里的词' where id = $1", [id])
    await rebuildPublicSearch(storage, { agencyId: agency.id, actor: 'test' }, signal)
    assert.deepEqual(await find('件里的'), [id])
  })

  test('half-years are added as they are needed, and by nobody for other times', async () => {
    const { storage, admin } = current()
    const agency = await testAgency(storage, 'H1')
    const { id } = await publish(agency, '从前之事', '内容')
    await admin.query("update public_item set published_at = '2019-12-31T23:59:59+08:00' where id = $1", [id])
    await rebuildPublicSearch(storage, { agencyId: agency.id, actor: 'test' }, new AbortController().signal)
    assert.deepEqual(await find('从前之事'), [id])
    assert.deepEqual(await find('从前之事', { from: day('2019-12-31'), to: day('2019-12-31') }), [id])
    assert.deepEqual(await find('从前之事', { from: day('2020-01-01') }), [])
    const { rows } = await admin.query("select 1 from pg_class where relname = 'public_search_2019h2'")
    assert.equal(rows.length, 1)
    await assert.rejects(admin.query("select add_search_half_year('1900-01-01')"), /half-year/)
    // The first publications of a half-year may be several at one moment, from several servers.
    const adding = Array.from({ length: 6 }, () =>
      storage.transact({ agencies: [agency.id], actor: 'test' }, async (trx) => {
        await sql`select add_search_half_year('2015-03-01')`.execute(trx)
        await sql`select pg_sleep(0.05)`.execute(trx)
      }),
    )
    await Promise.all(adding)
  })

  test('what is called exactly as asked for is found whatever its age; suggestions are keywords, then titles', async () => {
    const agency = await testAgency(current().storage, 'E1')
    const { id } = await publish(agency, '节水办法', '内容', {
      documentNumber: '清水发〔2026〕8号',
      keywords: ['节水型社会'],
    })
    await publish(agency, '节水办法解读', '节水办法', { keywords: ['节水型社会', '水价'] })
    for (const words of [['节水办法'], ['清水发(2026)8号']]) {
      const exact = await searchAsPublic(current().storage, (trx) => findExact(trx, { words, field: 'all' }, 5))
      assert.deepEqual(
        exact.map((hit) => [hit.id, hit.rank]),
        [[id, 4]],
      )
    }
    const suggested = await searchAsPublic(current().storage, (trx) => suggestPublic(trx, '节水'))
    assert.equal(suggested[0], '节水型社会')
    assert.deepEqual([...suggested.slice(1)].sort(), ['节水办法', '节水办法解读'])
    assert.deepEqual(await searchAsPublic(current().storage, (trx) => suggestPublic(trx, ' \u0000')), [])
  })
})
