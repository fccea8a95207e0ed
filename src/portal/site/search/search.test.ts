import assert from 'node:assert/strict'
import { test } from 'node:test'
import { gunzipSync } from 'node:zlib'
import { day } from '../../../statute/day.ts'
import type { TestItem } from '../../../storage/publications/test-publications.ts'
import { publishItem, testAgency } from '../../../storage/publications/test-publications.ts'
import { describeOnEmbedded } from '../../../storage/test-storage.ts'
import { makePortal } from '../../portal.ts'

describeOnEmbedded((current) => {
  const portal = async () => {
    const app = await makePortal({
      check: async () => ({ kind: 'refused', reason: '' }),
      mend: async () => new Uint8Array(),
      basePath: '/zfxxgk/',
      healthy: async () => true,
      today: () => day('2026-11-20'),
      storage: current().storage,
      log: () => {},
    })
    return async (path: string, headers: Record<string, string> = {}) => {
      const answer = await app.request(`/zfxxgk/${path}`, { headers })
      const bytes = Buffer.from(await answer.arrayBuffer())
      return { status: answer.status, headers: answer.headers, text: bytes.toString(), bytes }
    }
  }
  const publish = async (code: string, title: string, text: string, metadata: TestItem['metadata'] = {}) => {
    const agency = await testAgency(current().storage, code, { name: `${code}局` })
    return await publishItem(current().storage, agency, {
      metadata: { title, summary: null, ...metadata },
      body: [{ type: 'paragraph', runs: [{ text }] }],
    })
  }
  const q = (text: string) => `search/?q=${encodeURIComponent(text)}`

  test('what is found is shown with its words marked and nothing of it as markup, in both languages, kept by nobody', async () => {
    const { id } = await publish('M1', '<i>饮用水</i>通告', '饮用水<script>alert(1)</script>水源')
    const get = await portal()
    const { text, headers, status } = await get(q('饮用水 水源'))
    assert.equal(status, 200)
    assert.equal(headers.get('cache-control'), 'no-store')
    assert.match(text, new RegExp(`<a href="/zfxxgk/items/${id}/">&lt;i&gt;<mark>饮用水</mark>&lt;/i&gt;通告</a>`))
    assert.match(text, /<mark>饮用水<\/mark>&lt;script&gt;alert\(1\)&lt;\/script&gt;<mark>水源<\/mark>/)
    assert.match(text, /找到 1 条/)
    const english = await get(`en/${q('饮用水')}`)
    assert.match(english.text, /1 found/)
    assert.match(english.text, /href="\/zfxxgk\/search\/\?q=/)
    const quoted = await get(q('"><script>alert(1)</script>'))
    assert.doesNotMatch(quoted.text, /<script>alert/)
    assert.match(quoted.text, /没有找到/)
  })

  test('an answer is compressed for whoever takes it so', async () => {
    await publish('Z1', '压缩的通告', '压缩')
    const get = await portal()
    const [plain, packed] = [await get(q('压缩')), await get(q('压缩'), { 'accept-encoding': 'br, gzip' })]
    assert.equal(plain.headers.get('content-encoding'), null)
    assert.equal(packed.headers.get('content-encoding'), 'gzip')
    assert.equal(gunzipSync(packed.bytes).toString(), plain.text)
    assert.ok(packed.bytes.length * 2 < plain.bytes.length)
  })

  test('filters are fields and links with counts; a chosen one can be taken away', async () => {
    for (const genre of ['notice', 'decision'] as const) await publish(`C${genre}`, `计数${genre}`, '计数', { genre })
    const get = await portal()
    const { text } = await get(q('计数'))
    assert.match(text, /q=%E8%AE%A1%E6%95%B0&amp;genre=decision"><span>决定<\/span> <span class="count">1</)
    const narrowed = await get(`${q('计数')}&genre=decision&agency=Cdecision&validity=inForce`)
    assert.match(narrowed.text, /找到 1 条/)
    assert.match(narrowed.text, /aria-label="去掉条件：决定"/)
    assert.match((await get('search/?genre=decision')).text, /计数decision/)
    assert.match((await get(`${q('计数')}&genre=nothing&agency=none`)).text, /找到 2 条/)
  })

  test('pages go on where the one before ended, in either order, and what is called exactly so is the best', async () => {
    const agency = await testAgency(current().storage, 'P1')
    for (let n = 0; n < 23; n++)
      await publishItem(current().storage, agency, { metadata: { title: n === 2 ? '翻页' : `翻页之${n}号事项` } })
    const get = await portal()
    for (const order of ['', '&order=best']) {
      const first = await get(q('翻页') + order)
      const ids = (text: string) =>
        [...text.matchAll(/class="found-title"[^>]*><a href="\/zfxxgk\/items\/([^/]+)/g)].map(([, id]) => id)
      const next = /rel="next" href="\/zfxxgk\/([^"]+)"/.exec(first.text)?.[1]?.replaceAll('&amp;', '&') ?? ''
      const second = await get(next)
      assert.equal(ids(first.text).length, 20)
      assert.equal(new Set([...ids(first.text), ...ids(second.text)]).size, 23)
      assert.doesNotMatch(second.text, /rel="next"/)
      if (order !== '')
        assert.match(
          first.text,
          /<ol class="found"><li><p class="found-title" lang="zh-CN"><a[^>]*><mark>翻页<\/mark><\/a>/,
        )
    }
  })

  test('what cannot be searched for is complained of in words; what is broken is harmless', async () => {
    const get = await portal()
    const long = await get(q('长'.repeat(10_000)))
    assert.equal(long.status, 422)
    assert.match(long.text, /搜索词太长，最多 200 个字符/)
    assert.ok(long.text.length < 10_000)
    assert.equal((await get(q('一 二 三 四 五 六 七 八 九 十 百'))).status, 422)
    assert.equal((await get('search/?q=a&from=2026-02-31')).status, 422)
    for (const mark of ['x', '0_2026-02-31T00:00:00.000000Z_00000000-0000-0000-0000-000000000000', '9_a_b'])
      assert.equal((await get(`search/?q=a&after=${mark}`)).status, 422, mark)
    for (const broken of ['%E4%B8', '%ff%fe', '%00%01%1b', '%ED%A0%80', '%', '%25%25', '%5C', '%27%22', '%F0%A0%AE'])
      assert.equal((await get(`search/?q=${broken}`)).status, 200, broken)
    assert.equal((await get('search/?q=a&from=0001-01-01&to=9999-12-31')).status < 500, true)
    assert.match((await get('search/')).text, /可以输入标题/)
    assert.equal((await get('search?q=a')).headers.get('location'), '/zfxxgk/search/?q=a')
  })

  test('suggestions are a list of words, also for nothing and for anything', async () => {
    await publish('G1', '联想词示例', '内容', { keywords: ['联想'] })
    const get = await portal()
    assert.deepEqual(JSON.parse((await get(`search/suggest?q=${encodeURIComponent('联想')}`)).text), {
      suggestions: ['联想', '联想词示例'],
    })
    for (const typed of ['', '%00', '%E4', '%25', 'x'.repeat(5000)])
      assert.equal((await get(`en/search/suggest?q=${typed}`)).status, 200)
  })
})
