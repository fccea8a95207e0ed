import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { samplePublicationCommand } from '../../publications/sample-publications.ts'
import { day } from '../../statute/day.ts'
import { apiScopes } from '../../storage/api-tokens.ts'
import { describeOnEmbedded } from '../../storage/test-storage.ts'
import { verifyAudit } from '../../storage/verify-audit.ts'
import { makeTestApi } from '../test-api.ts'
import { type PublicationActName, publicationActSchemas } from './publication-schemas.ts'

test('what a schema lets through is what its command takes', () => {
  for (const name of Object.keys(publicationActSchemas) as PublicationActName[]) {
    const { type: _, ...fields } = samplePublicationCommand(name, day('2026-03-02'))
    const { content } = fields as { content?: Record<string, unknown> }
    const given = { ...fields, ...(content && { content: { ...content, text: undefined, body: null } }) }
    const read = publicationActSchemas[name].safeParse(JSON.parse(JSON.stringify(given)))
    assert.ok(read.success, `${name}: ${read.error}`)
  }
})

const metadata = { title: '关于集市搬迁的通告', maker: '清河县商务局', madeOn: '2026-11-02' }
const asked = {
  on: '2026-11-03',
  unit: '综合科',
  formedOn: '2026-11-02',
  content: { metadata: metadata, body: [{ type: 'paragraph', runs: [{ text: '自下月起搬迁' }] }] },
}
const onScreen = { medium: 'onScreen' }
const secrecy = { on: '2026-11-04', basis: '不涉及', result: 'public', approval: onScreen }

describeOnEmbedded((current) => {
  let api: Awaited<ReturnType<typeof makeTestApi>>
  const tokens = { full: '', leader: '', reader: '', stranger: '', other: '' }
  before(async () => {
    api = await makeTestApi(current().storage, '2026-11-20')
    tokens.full = await api.token('甲局', 'full', apiScopes)
    tokens.leader = await api.token('甲局', 'leader', apiScopes)
    tokens.reader = await api.token('甲局', 'reader', ['publications:read'])
    tokens.other = await api.token(
      '甲局',
      'other',
      apiScopes.filter((one) => !one.startsWith('publications')),
    )
    tokens.stranger = await api.token('乙局', 'full', apiScopes)
  })
  const get = (path: string, token = tokens.full) => api.call(path, { token })
  const post = (path: string, body: unknown, headers = {}, token = tokens.full) =>
    api.call(path, { token, body, headers })
  const at = (number: unknown, rest = '') => `/publications/${encodeURIComponent(String(number))}${rest}`
  const propose = async (title: string) => {
    const content = { ...asked.content, metadata: { ...asked.content.metadata, title } }
    return (await post('/publications', { ...asked, content })).json.number
  }

  test('an item goes its way from proposal to the public, and back', async () => {
    const made = await post('/publications', asked)
    assert.equal(made.status, 201)
    const { number, version, phase, indexNumber } = made.json
    assert.deepEqual([number, version, phase, indexNumber], ['公2026-0001', 1, 'drafting', null])
    assert.equal((await post(at(number, '/submit'), { on: '2026-11-03' }, { 'if-match': '"1"' })).json.version, 2)
    const own = await post(at(number, '/reviewSecrecy'), secrecy)
    assert.deepEqual([own.status, own.json.error], [422, 'own-draft'])
    assert.equal((await post(at(number, '/reviewSecrecy'), secrecy, {}, tokens.leader)).status, 200)
    const passed = await post(at(number, '/passStage'), { on: '2026-11-04', approval: onScreen }, {}, tokens.leader)
    assert.equal(passed.json.phase, 'approved')
    const published = await post(at(number, '/publish'), { on: '2026-11-04' })
    assert.deepEqual([published.status, published.json.phase], [200, 'published'])
    assert.equal(published.json.indexNumber, '甲局/2026-00001')
    const shown = await get(at(number))
    assert.equal(shown.headers.get('etag'), `"${published.json.version}"`)
    assert.deepEqual((shown.json.metadata as { title: string }).title, metadata.title)
    assert.ok((shown.json.allowed as string[]).includes('takeDown'))
    const taken = await post(at(number, '/takeDown'), { on: '2026-11-20', reasons: '内容有误' })
    assert.equal(taken.json.phase, 'takenDown')
  })

  test('lists come by pages, by phase, by words and by the day that is due', async () => {
    const numbers = [
      await propose('关于供水的通知甲'),
      await propose('关于供水的通知乙'),
      await propose('关于供暖的通知'),
    ]
    const list = async (query: string) => {
      const { json } = await get(`/publications?${query}`)
      return { numbers: (json.publications as { number: string }[]).map(({ number }) => number), next: json.next }
    }
    const search = `search=${encodeURIComponent('供水')}`
    const first = await list(`${search}&limit=1&phase=drafting`)
    assert.deepEqual(first.numbers, [numbers[1]])
    const second = await list(`${search}&limit=1&phase=drafting&after=${encodeURIComponent(String(first.next))}`)
    assert.deepEqual([second.numbers, second.next], [[numbers[0]], null])
    assert.deepEqual((await list('dueInDays=0')).numbers, [])
    assert.deepEqual((await list('dueInDays=30')).numbers, numbers)
    assert.equal((await get('/publications?phase=nonsense')).status, 400)
    assert.equal((await get('/publications?after=x')).json.error, 'mark-unknown')
  })

  test('a post with the same key is done once', async () => {
    const key = { 'idempotency-key': 'publication-1' }
    const both = await Promise.all([post('/publications', asked, key), post('/publications', asked, key)])
    assert.deepEqual(both[0]?.json, both[1]?.json)
    const reused = await post('/publications', { ...asked, unit: '别的科' }, key)
    assert.deepEqual([reused.status, reused.json.error], [409, 'key-used'])
  })

  test('another agency and another scope neither see nor act', async () => {
    const number = await propose('关于道路的通知')
    assert.equal((await get(at(number), tokens.stranger)).status, 404)
    assert.equal((await post(at(number, '/submit'), { on: '2026-11-03' }, {}, tokens.stranger)).status, 404)
    for (const path of ['/publications', at(number)]) assert.equal((await get(path, tokens.other)).status, 403)
    for (const token of [tokens.other, tokens.reader]) {
      assert.equal((await post('/publications', asked, {}, token)).status, 403)
      assert.equal((await post(at(number, '/submit'), { on: '2026-11-03' }, {}, token)).status, 403)
    }
  })

  test('what is wrong is said with its status, its place and its article', async () => {
    const number = await propose('关于桥梁的通知')
    const content = (change: object) => ({ ...asked, content: { ...asked.content, ...change } })
    const titled = (title: string) => content({ metadata: { ...asked.content.metadata, title } })
    const paragraph = (run: object) => content({ body: [{ type: 'paragraph', runs: [run] }] })
    const wrong: readonly (readonly [string, unknown, Record<string, string>, number, string])[] = [
      ['/publications', { ...asked, on: '2026-02-30' }, {}, 400, 'field-wrong'],
      ['/publications', titled('长'.repeat(10_000)), {}, 400, 'field-wrong'],
      ['/publications', paragraph({ text: 'x', href: 'javascript:alert(1)' }), {}, 400, 'field-wrong'],
      ['/publications', content({ attachments: [{ file: '../etc/passwd', name: 'a' }] }), {}, 400, 'field-wrong'],
      ['/publications', content({ body: [{ type: 'script', runs: [] }] }), {}, 400, 'field-wrong'],
      ['/publications', titled('绝密★关于'), {}, 422, 'secrecy-marking'],
      ['/publications', paragraph({ text: 'a\u0000b' }), {}, 422, 'text-unfit'],
      ['/publications', { ...asked, on: '2026-11-21' }, {}, 422, 'on-in-future'],
      [
        '/publications',
        content({ attachments: [{ file: '0'.repeat(64), name: 'a.pdf' }] }),
        {},
        404,
        'stored-file-unknown',
      ],
      [at(number, '/publish'), { on: '2026-11-20' }, {}, 422, 'not-in-this-phase'],
      [at(number, '/submit'), { on: '2026-11-20' }, { 'if-match': '"9"' }, 409, 'request-changed'],
      [at('无此号', '/submit'), { on: '2026-11-20' }, {}, 404, 'publication-unknown'],
      [at(number, '/erase'), { on: '2026-11-20' }, {}, 404, 'not-found'],
    ]
    for (const [path, body, headers, status, error] of wrong) {
      const answer = await post(path, body, headers)
      assert.deepEqual([answer.status, answer.json.error], [status, error], `${path} ${JSON.stringify(answer.json)}`)
      assert.match(String(answer.json.message), /[一-龥]/)
    }
    const { json } = await post(`${at(number, '/publish')}?lang=en`, { on: '2026-11-20' })
    assert.match(String(json.message), /cannot be done: publish it\. .* Possible now: /)
    assert.doesNotMatch(api.logged.join('\n'), /公2026|关于/)
  })

  test('the description names every act, and the chain of all that holds', async () => {
    const { json } = await get('/openapi.json')
    const paths = Object.keys(json.paths as object)
    for (const act of Object.keys(publicationActSchemas))
      assert.ok(paths.includes(`/api/publications/{number}/${act}`), act)
    assert.deepEqual((await verifyAudit(current().storage)).broken, [])
  })
})
