import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { apiScopes } from '../../storage/api-tokens.ts'
import { describeOnEmbedded } from '../../storage/test-storage.ts'
import { verifyAudit } from '../../storage/verify-audit.ts'
import { makeTestApi } from '../test-api.ts'
import { remedyActSchemas } from './remedy-schemas.ts'

const filed = {
  caseNumber: '（2026）某行复1号',
  kind: 'reconsideration',
  body: '某县人民政府',
  filedOn: '2026-04-20',
}

describeOnEmbedded((current) => {
  let api: Awaited<ReturnType<typeof makeTestApi>>
  const tokens = { full: '', reader: '', stranger: '', requests: '' }
  before(async () => {
    api = await makeTestApi(current().storage, '2026-05-12')
    tokens.full = await api.token('甲局', 'full', apiScopes)
    tokens.reader = await api.token('甲局', 'reader', ['remedies:read'])
    tokens.requests = await api.token('甲局', 'requests', ['requests:read', 'requests:write', 'amendments:write'])
    tokens.stranger = await api.token('乙局', 'full', apiScopes)
  })
  const get = (path: string, token = tokens.full) => api.call(path, { token })
  const post = (path: string, body: unknown, headers = {}, token = tokens.full) =>
    api.call(path, { token, body, headers })
  const at = (number: string, rest = '') => `/remedies/${encodeURIComponent(number)}${rest}`

  test('a case goes from its filing to its end, its number percent-encoded in the address', async () => {
    const { status, json } = await post('/remedies', filed)
    assert.equal(status, 201)
    assert.deepEqual(json, {
      ...{ caseNumber: filed.caseNumber, state: 'filed', dueOn: null, overdue: false, provisional: false },
      ...{ result: null, reopens: null, reopensProcedure: null, doubtfulPath: false },
    })
    const came = await post(at(filed.caseNumber, '/receiveCopy'), { on: '2026-04-28', procedure: 'simple' })
    assert.deepEqual([came.status, came.json.dueOn, came.json.overdue], [200, '2026-05-08', true])
    const converted = await post(at(filed.caseNumber, '/convert'), { on: '2026-05-07' })
    assert.equal(converted.json.dueOn, '2026-05-14')
    assert.equal((await post(at(filed.caseNumber, '/answer'), { on: '2026-05-11' })).json.state, 'answered')
    const ended = await post(at(filed.caseNumber, '/conclude'), { on: '2026-05-12', rawResult: 'annulled' })
    assert.deepEqual([ended.json.state, ended.json.result], ['concluded', 'overturned'])
    const shown = await get(at(filed.caseNumber))
    assert.deepEqual([shown.json.rawResult, shown.json.reopens], ['annulled', null])
    const { steps } = shown.json as { steps: { why: string }[] }
    assert.match(steps[0]?.why ?? '', /收到副本之日/)
    const english = (await get(`${at(filed.caseNumber)}?lang=en`)).json as { steps: { why: string }[] }
    assert.doesNotMatch(english.steps[0]?.why ?? '', /[一-龥]/)
  })

  test('numbers of any form stand in the address', async () => {
    for (const caseNumber of ['复/2026/1', '100%', '政复〔2026〕1号?a=b#c', '𠮷字 第1号', '%2F', 'a+b', 'amend']) {
      const { status } = await post('/remedies', { ...filed, caseNumber })
      assert.equal(status, 201, caseNumber)
      assert.equal((await get(at(caseNumber))).json.caseNumber, caseNumber)
    }
  })

  test('a request whose answer was overturned is named, to be reopened', async () => {
    const request = await post('/requests', {
      ...{ on: '2026-03-02', channel: 'portal', applicantKind: 'naturalPerson' },
      ...{ applicants: [{ name: '某人' }], content: '决算' },
    })
    const number = String(request.json.number)
    const decision = { outcome: 'withheld.internalAffairs', reasons: '内部事务' }
    await post(`/requests/${number}/decide`, { on: '2026-03-09', decision })
    const deputy = await api.token('甲局', 'deputy', ['requests:write'])
    const approval = { medium: 'onScreen' }
    await post(
      `/requests/${number}/approve`,
      { on: '2026-03-10', approval, documentNumber: '甲〔2026〕1号' },
      {},
      deputy,
    )
    assert.equal((await post(`/requests/${number}/serve`, { on: '2026-03-11', method: 'portal' })).json.phase, 'closed')
    const sued = { ...filed, caseNumber: '（2026）某01行初2号', kind: 'litigationDirect', requestNumber: number }
    assert.equal((await post('/remedies', sued)).json.doubtfulPath, true)
    await post(at(sued.caseNumber, '/receiveCopy'), { on: '2026-04-28' })
    const ended = await post(at(sued.caseNumber, '/conclude'), { on: '2026-05-12', rawResult: 'annulled' })
    assert.equal(ended.json.reopens, number)
    const order = { on: '2026-05-12', until: '2026-06-12', reasons: '重新答复' }
    assert.equal((await post(`/requests/${number}/reopen`, { ...order, remedy: sued.caseNumber })).status, 200)
    const { events } = (await get(`/requests/${number}`)).json as { events: { remedy?: string }[] }
    assert.equal(events.at(-1)?.remedy, '某县人民政府2026年5月12日作出的（2026）某01行初2号行政判决')
    const listed = await get(`/remedies?requestNumber=${number}`)
    assert.deepEqual(
      (listed.json.remedies as { caseNumber: string }[]).map(({ caseNumber }) => caseNumber),
      [sued.caseNumber],
    )
    const unknown = await post('/remedies', { ...sued, caseNumber: 'x', requestNumber: '1999-0001' })
    assert.deepEqual([unknown.status, unknown.json.error], [404, 'request-unknown'])
  })

  test('lists come page by page, and by deadline', async () => {
    const all = (await get('/remedies?limit=1000')).json.remedies as { caseNumber: string; steps?: unknown }[]
    assert.ok(all.every((one) => !('steps' in one)))
    const paged: string[] = []
    for (let after = ''; ; ) {
      const { json } = await get(`/remedies?limit=2${after}`)
      paged.push(...(json.remedies as { caseNumber: string }[]).map(({ caseNumber }) => caseNumber))
      if (json.next === null) break
      after = `&after=${encodeURIComponent(String(json.next))}`
    }
    assert.deepEqual(
      paged,
      all.map(({ caseNumber }) => caseNumber),
    )
    await post('/remedies', { ...filed, caseNumber: '待答', copyReceivedOn: '2026-04-28', procedure: 'ordinary' })
    const due = async (query: string) =>
      ((await get(`/remedies?${query}`)).json.remedies as { caseNumber: string }[]).map(({ caseNumber }) => caseNumber)
    assert.deepEqual(await due('dueInDays=7'), ['待答'])
    assert.deepEqual(await due('overdue=true'), [])
    assert.ok((await due('pending=true&limit=1000')).includes('待答'))
    assert.equal((await get('/remedies?after=nonsense')).json.error, 'mark-unknown')
  })

  test('what was told wrong is amended with a reason that the chain keeps, also by a post that comes twice', async () => {
    const key = { 'idempotency-key': 'amend-1' }
    const mend = { reason: '副本签收日期登记错误', answeredOn: '2026-05-10' }
    const first = await post(at(filed.caseNumber, '/amend'), mend, key)
    assert.equal(first.status, 200)
    assert.deepEqual((await post(at(filed.caseNumber, '/amend'), mend, key)).json, first.json)
    const { rows } = await current().admin.query(
      `select reason, after ->> 'answeredOn' as on, actor from audit_entry where subject = $1 and reason is not null`,
      [filed.caseNumber],
    )
    assert.deepEqual(rows, [{ reason: mend.reason, on: '2026-05-10', actor: 'api:full' }])
    const other = await post(at('复/2026/1', '/amend'), mend, key)
    assert.deepEqual([other.status, other.json.error], [409, 'key-used'])
  })

  test('a registration with the same key is done once', async () => {
    const key = { 'idempotency-key': 'remedy-1' }
    const told = { ...filed, caseNumber: '只一次' }
    const both = await Promise.all([post('/remedies', told, key), post('/remedies', told, key)])
    assert.deepEqual([both[0]?.status, both[0]?.json], [201, both[1]?.json])
    assert.equal((await post('/remedies', told)).json.error, 'remedy-number-taken')
  })

  test('results are counted in the column that the agency sets, for what is concluded afterwards', async () => {
    assert.equal((await get('/remedy-results')).json.requestRejected, 'otherResult')
    const set = await post('/remedy-results', { rawResult: 'requestRejected', result: 'upheld' })
    assert.deepEqual([set.status, set.json.requestRejected], [200, 'upheld'])
    assert.equal((await get('/remedy-results', tokens.stranger)).json.requestRejected, 'otherResult')
    assert.equal((await post('/remedy-results', { rawResult: 'x', result: 'upheld' })).status, 400)
  })

  test('another agency and another scope neither see nor act', async () => {
    assert.equal((await get(at(filed.caseNumber), tokens.stranger)).status, 404)
    assert.equal((await post(at(filed.caseNumber, '/answer'), { on: '2026-05-12' }, {}, tokens.stranger)).status, 404)
    assert.deepEqual((await get('/remedies', tokens.stranger)).json, { remedies: [], next: null })
    for (const path of ['/remedies', at(filed.caseNumber), '/remedy-results'])
      assert.equal((await get(path, tokens.requests)).status, 403, path)
    for (const token of [tokens.requests, tokens.reader]) {
      assert.equal((await post('/remedies', { ...filed, caseNumber: 'y' }, {}, token)).status, 403)
      assert.equal((await post('/remedy-results', { rawResult: 'annulled', result: 'upheld' }, {}, token)).status, 403)
      assert.equal((await post(at(filed.caseNumber, '/amend'), { reason: 'x' }, {}, token)).status, 403)
    }
    assert.equal((await api.call('/remedies', { token: 'wrong' })).status, 401)
  })

  test('what is wrong is said with its status, in Chinese and in English', async () => {
    const wrong: readonly (readonly [string, unknown, number, string])[] = [
      ['/remedies', { ...filed, caseNumber: 'z', body: '某\u202e院' }, 422, 'text-direction-characters'],
      ['/remedies', { ...filed, caseNumber: 'z', filedOn: '2026-05-13' }, 422, 'remedy-day-in-future'],
      ['/remedies', { ...filed, caseNumber: 'z', kind: 'appeal' }, 400, 'field-wrong'],
      ['/remedies', { ...filed, caseNumber: 'a\tb' }, 400, 'field-wrong'],
      ['/remedies', { ...filed, caseNumber: '绝密★1号' }, 422, 'secrecy-marking'],
      ['/remedies', { ...filed, caseNumber: '长'.repeat(10_000) }, 400, 'field-wrong'],
      ['/remedies', { ...filed, caseNumber: 'z', note: 'x' }, 400, 'field-wrong'],
      ['/remedies', filed, 409, 'remedy-number-taken'],
      [at('无此案', '/answer'), { on: '2026-05-12' }, 404, 'remedy-unknown'],
      [at(filed.caseNumber, '/answer'), { on: '2026-05-12' }, 422, 'remedy-told-already'],
      [at(filed.caseNumber, '/amend'), { answeredOn: '2026-05-01' }, 400, 'field-wrong'],
      [at(filed.caseNumber, '/amend'), { reason: '机密★', answeredOn: '2026-05-01' }, 422, 'secrecy-marking'],
      [at(filed.caseNumber, '/fly'), { on: '2026-05-12' }, 404, 'not-found'],
    ]
    for (const [path, body, status, error] of wrong) {
      const answer = await post(path, body)
      assert.deepEqual([answer.status, answer.json.error], [status, error], `${path} ${JSON.stringify(answer.json)}`)
      assert.match(String(answer.json.message), /[一-龥]/)
    }
    const english = await post(`${at(filed.caseNumber, '/answer')}?lang=en`, { on: '2026-05-12' })
    assert.match(String(english.json.message), /^[^一-龥]*（2026）某行复1号/)
    const odd = await post('/remedies', { ...filed, caseNumber: 'html', body: '<b>"&' })
    assert.equal(odd.status, 201)
    assert.equal((await get(at('html'))).json.body, '<b>"&')
  })

  test('the description names every act, the log no number, and the chain holds', async () => {
    const { json } = await get('/openapi.json')
    const paths = Object.keys(json.paths as object)
    for (const act of Object.keys(remedyActSchemas)) assert.ok(paths.includes(`/api/remedies/{caseNumber}/${act}`), act)
    assert.doesNotMatch(api.logged.join('\n'), /某行|人民政府/)
    assert.deepEqual((await verifyAudit(current().storage)).broken, [])
  })
})
