import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import type { z } from 'zod'
import type { AmendmentCommandOf } from '../../requests/amendments/amendment-command.ts'
import { sampleAmendmentCommand } from '../../requests/amendments/sample-amendments.ts'
import { day } from '../../statute/day.ts'
import { apiScopes } from '../../storage/api-tokens.ts'
import { describeOnEmbedded } from '../../storage/test-storage.ts'
import { verifyAudit } from '../../storage/verify-audit.ts'
import { makeTestApi } from '../test-api.ts'
import { type AmendmentActName, amendmentActSchemas } from './amendment-schemas.ts'

type Fields<T extends AmendmentActName> = z.output<(typeof amendmentActSchemas)[T]>
type Told = Exclude<AmendmentActName, 'approve' | 'keepLetter' | 'reopen'>
type Disagreeing = {
  // An approval's number may be left to the program, and so is where a kept letter comes from.
  [T in Told]: Fields<T> extends Omit<AmendmentCommandOf<T>, 'type'> ? never : T
}[Told]

test('what a schema lets through is what its command takes', () => {
  // Does not compile where they disagree.
  const agree: [Disagreeing] extends [never] ? true : never = true
  assert.ok(agree)
  for (const name of Object.keys(amendmentActSchemas) as AmendmentActName[]) {
    const { type: _, origin: __, ...fields } = { origin: null, ...sampleAmendmentCommand(name, day('2026-03-02')) }
    const read = amendmentActSchemas[name].safeParse(
      JSON.parse(JSON.stringify(fields).replaceAll(/"f\d"/g, `"${'0'.repeat(64)}"`)),
    )
    assert.ok(read.success, `${name}: ${read.error}`)
  }
})

const asked = {
  on: '2026-03-02',
  channel: 'portal',
  applicantKind: 'naturalPerson',
  applicant: { name: '只此一人', phone: '13800000000' },
  record: '登记簿中的住址',
  claim: '应为河东街道12号',
}

describeOnEmbedded((current) => {
  let api: Awaited<ReturnType<typeof makeTestApi>>
  const tokens = { full: '', reader: '', stranger: '', other: '' }
  before(async () => {
    api = await makeTestApi(current().storage, '2026-03-12')
    tokens.full = await api.token('甲局', 'full', apiScopes)
    tokens.reader = await api.token('甲局', 'reader', ['amendments:read'])
    tokens.other = await api.token('甲局', 'other', [
      'requests:read',
      'requests:write',
      'remedies:read',
      'remedies:write',
    ])
    tokens.stranger = await api.token('乙局', 'full', apiScopes)
  })
  const get = (path: string, token = tokens.full) => api.call(path, { token })
  const post = (path: string, body: unknown, headers = {}, token = tokens.full) =>
    api.call(path, { token, body, headers })
  const at = (number: string, rest = '') => `/amendments/${encodeURIComponent(number)}${rest}`

  test('one is registered, acted upon, listed and read, and its number stands in the address', async () => {
    const { status, json } = await post('/amendments', asked)
    assert.deepEqual([status, json], [201, { number: '更2026-0001', version: 1, phase: 'handling', result: null }])
    const target = await post(
      at('更2026-0001', '/setTarget'),
      { on: '2026-03-03', targetOn: '2026-03-10' },
      { 'if-match': '"1"' },
    )
    assert.deepEqual([target.status, target.json.version], [200, 2])
    const shown = await get(at('更2026-0001'))
    assert.equal(shown.headers.get('etag'), '"2"')
    assert.deepEqual([shown.json.waitingDays, shown.json.targetOn, shown.json.record], [10, '2026-03-10', asked.record])
    assert.ok((shown.json.allowed as string[]).includes('transfer'))
    const numbers = async (query: string) =>
      ((await get(`/amendments${query}`)).json.amendments as { number: string }[]).map(({ number }) => number)
    assert.deepEqual(await numbers('?pastTarget=true'), ['更2026-0001'])
    assert.deepEqual(await numbers('?waiting=11'), [])
    assert.deepEqual(await numbers(`?open=true&search=${encodeURIComponent('河东')}`), ['更2026-0001'])
    const told = await post(at('更2026-0001', '/transfer'), {
      ...{ on: '2026-03-04', amendingAgency: '丙局', reasons: '由其登记', toldOn: '2026-03-05' },
    })
    assert.deepEqual(told.json, { number: '更2026-0001', version: 4, phase: 'closed', result: 'transferred' })
  })

  test('an approval takes the next number of letters', async () => {
    const { json } = await post('/amendments', asked)
    const number = String(json.number)
    const decision = { result: 'refused', ground: 'recordIsRight', reasons: '与原始档案一致' }
    await post(at(number, '/decide'), { on: '2026-03-09', decision })
    const deputy = await api.token('甲局', 'deputy', ['amendments:write'])
    const approved = await post(
      at(number, '/approve'),
      { on: '2026-03-10', approval: { medium: 'onScreen' }, sign: '甲更' },
      {},
      deputy,
    )
    assert.equal(approved.status, 200)
    assert.equal((await get(at(number))).json.documentNumber, '甲更〔2026〕1号')
  })

  test('who asks is told at an address and a scope of its own, and nowhere else', async () => {
    const whole = JSON.stringify([(await get(at('更2026-0001'))).json, (await get('/amendments')).json])
    assert.doesNotMatch(whole, /只此一人|13800000000/)
    assert.equal((await get(at('更2026-0001', '/identity'), tokens.reader)).status, 403)
    assert.deepEqual((await get(at('更2026-0001', '/identity'))).json, {
      applicants: [{ name: '只此一人', phone: '13800000000' }],
      agent: null,
    })
    const agent = { identity: { name: '代为办理' } }
    const { json } = await post('/amendments', { ...asked, agent })
    const told = (await get(at(String(json.number), '/identity'))).json
    assert.deepEqual(told.agent, agent.identity)
    assert.equal((await post(at(String(json.number), '/withdraw'), { on: '2026-03-12' })).status, 200)
    assert.doesNotMatch(api.logged.join('\n'), /只此一人|138000|2026-0001|河东/)
  })

  test('a post with the same key is done once', async () => {
    const key = { 'idempotency-key': 'amendment-1' }
    const both = await Promise.all([post('/amendments', asked, key), post('/amendments', asked, key)])
    assert.deepEqual(both[0]?.json, both[1]?.json)
    const reused = await post('/amendments', { ...asked, claim: '别的' }, key)
    assert.deepEqual([reused.status, reused.json.error], [409, 'key-used'])
  })

  test('another agency and another scope neither see nor act', async () => {
    const { json } = await post('/amendments', { ...asked, number: '甲/1号?#%' })
    const odd = at(String(json.number))
    assert.equal((await get(odd)).json.number, '甲/1号?#%')
    for (const token of [tokens.stranger]) {
      assert.equal((await get(odd, token)).status, 404)
      assert.equal((await post(`${odd}/withdraw`, { on: '2026-03-12' }, {}, token)).status, 404)
      assert.deepEqual((await get('/amendments', token)).json, { amendments: [], next: null })
    }
    for (const path of ['/amendments', odd]) assert.equal((await get(path, tokens.other)).status, 403)
    for (const token of [tokens.other, tokens.reader]) {
      assert.equal((await post('/amendments', asked, {}, token)).status, 403)
      assert.equal((await post(`${odd}/withdraw`, { on: '2026-03-12' }, {}, token)).status, 403)
    }
    assert.equal((await get('/requests', tokens.reader)).status, 403)
  })

  test('what is wrong is said with its status, its place and its article', async () => {
    const number = String((await post('/amendments', asked)).json.number)
    const wrong: readonly (readonly [string, unknown, Record<string, string>, number, string])[] = [
      ['/amendments', { ...asked, on: '2026-02-30' }, {}, 400, 'field-wrong'],
      ['/amendments', { ...asked, record: undefined }, {}, 400, 'field-wrong'],
      ['/amendments', { ...asked, on: '2026-03-13' }, {}, 422, 'on-in-future'],
      ['/amendments', { ...asked, claim: '附件：绝密★三十年' }, {}, 422, 'secrecy-marking'],
      ['/amendments', { ...asked, claim: 'a\u0000b' }, {}, 422, 'text-unfit'],
      ['/amendments', { ...asked, evidence: ['0'.repeat(64)] }, {}, 404, 'stored-file-unknown'],
      ['/amendments', { ...asked, evidence: ['../etc/passwd'] }, {}, 400, 'field-wrong'],
      ['/amendments', { ...asked, number }, {}, 409, 'amendment-number-taken'],
      ['/amendments', { ...asked, claim: '长'.repeat(20_001) }, {}, 400, 'field-wrong'],
      [at(number, '/serve'), { on: '2026-03-12', method: 'post' }, {}, 422, 'not-in-this-phase'],
      [at(number, '/dispatch'), { on: '2026-03-12', unit: '科', question: '机密★问' }, {}, 422, 'secrecy-marking'],
      [at(number, '/withdraw'), { on: '2026-03-12' }, { 'if-match': '"9"' }, 409, 'request-changed'],
      [at('无此号', '/withdraw'), { on: '2026-03-12' }, {}, 404, 'amendment-unknown'],
      [at(number, '/extend'), { on: '2026-03-12' }, {}, 404, 'not-found'],
    ]
    for (const [path, body, headers, status, error] of wrong) {
      const answer = await post(path, body, headers)
      assert.deepEqual([answer.status, answer.json.error], [status, error], `${path} ${JSON.stringify(answer.json)}`)
      assert.match(String(answer.json.message), /[一-龥]/)
    }
    const { json } = await post(`${at(number, '/serve')}?lang=en`, { on: '2026-03-12', method: 'post' })
    assert.match(String(json.message), /cannot be done: serve\. \(条例41\) Possible now: /)
    const long = await post('/amendments', { ...asked, record: `<script>"&${'长'.repeat(10_000)}` })
    assert.equal(long.status, 201)
    assert.equal(String((await get(at(String(long.json.number)))).json.record), `<script>"&${'长'.repeat(10_000)}`)
  })

  test('the description names every act, and the chain of all that holds', async () => {
    const { json } = await get('/openapi.json')
    const paths = Object.keys(json.paths as object)
    for (const act of Object.keys(amendmentActSchemas))
      assert.ok(paths.includes(`/api/amendments/{number}/${act}`), act)
    assert.deepEqual((await verifyAudit(current().storage)).broken, [])
  })
})
