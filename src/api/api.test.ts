import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { officeRoles } from '../office/role.ts'
import { logInto } from '../operation/test-log.ts'
import { day } from '../statute/day.ts'
import { addAgency } from '../storage/agencies.ts'
import { type ApiScope, addApiToken, apiScopes, revokeApiToken } from '../storage/api-tokens.ts'
import { addNotice } from '../storage/reminders/inbox.ts'
import { describeOnEachEngine } from '../storage/test-storage.ts'
import { verifyAudit } from '../storage/verify-audit.ts'
import { makeApi } from './make-api.ts'

const registration = {
  on: '2026-03-02',
  channel: 'portal',
  applicantKind: 'naturalPerson',
  applicants: [{ name: '只此一人', phone: '13800000000' }],
  content: '2025年度部门决算',
}

describeOnEachEngine((current) => {
  let api: Awaited<ReturnType<typeof makeApi>>
  let full = ''
  let reader = ''
  let stranger = ''
  let court = ''
  let namesOnly = ''
  const logged: string[] = []

  before(async () => {
    const { storage } = current()
    api = await makeApi({
      storage,
      basePath: '/',
      today: () => day('2026-03-12'),
      log: logInto(logged),
    })
    const rank = { level: 'county', kind: 'department', parentCode: null } as const
    const token = async (code: string, name: string, scopes: readonly ApiScope[]) => {
      const { findAgencyByCode } = await import('../storage/agencies.ts')
      const agency =
        (await findAgencyByCode(storage, code)) ?? (await addAgency(storage, 'test', { ...rank, code, name: code }))
      return await storage.transact({ agencies: [agency.id], actor: 'test' }, (trx) =>
        addApiToken(trx, agency, { name, scopes, roles: officeRoles }),
      )
    }
    full = await token('甲局', 'full', apiScopes)
    reader = await token('甲局', 'reader', ['requests:read'])
    court = await token('甲局', 'court', ['remedies:read'])
    namesOnly = await token('甲局', 'names', ['identity:read'])
    stranger = await token('乙局', 'full', apiScopes)
  })

  type Init = { readonly token?: string; readonly headers?: Record<string, string>; readonly body?: unknown }
  const call = async (path: string, { token = full, headers = {}, body }: Init = {}) => {
    const answer = await api.request(`/api${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: {
        ...(token === '' ? {} : { authorization: `Bearer ${token}` }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    })
    return {
      status: answer.status,
      headers: answer.headers,
      json: (await answer.json()) as never as Record<string, unknown>,
    }
  }
  const post = (path: string, body: unknown, headers = {}) => call(path, { body, headers })

  test('a request is registered, acted upon and read', async () => {
    const { status, json } = await post('/requests', registration)
    assert.equal(status, 201)
    assert.deepEqual(json, {
      ...{ number: '2026-0001', version: 1, phase: 'handling' },
      ...{ dueOn: '2026-03-30', ownDueOn: '2026-03-25', lapsesOn: null },
    })
    const extended = {
      on: '2026-03-05',
      workingDays: 5,
      reasons: '逐件审查',
      approvedBy: '负责人',
      approvedOn: '2026-03-05',
    }
    assert.equal((await post('/requests/2026-0001/extend', extended, { 'if-match': '"1"' })).json.dueOn, '2026-04-07')
    const shown = await call('/requests/2026-0001')
    assert.equal(shown.headers.get('etag'), '"2"')
    assert.equal((shown.json.clock as { dueOn: string }).dueOn, '2026-04-07')
    assert.ok((shown.json.allowed as string[]).includes('decide'))
    const listed = await call('/requests?dueInDays=60&limit=1')
    assert.deepEqual(
      (listed.json.requests as { number: string }[]).map(({ number }) => number),
      ['2026-0001'],
    )
  })

  test('what wants somebody today stands at an address that no number can take', async () => {
    const { status, json } = await post('/requests', { ...registration, number: 'today', channel: 'fax' })
    assert.equal(status, 201)
    assert.equal(json.phase, 'unconfirmed')
    const today = await call('/today?days=30')
    assert.equal(today.status, 200)
    assert.deepEqual(
      (today.json.toDo as { reason: string; cases: { number: string }[] }[]).map(({ reason, cases }) => [
        reason,
        cases.map(({ number }) => number),
      ]),
      [
        ['unconfirmed', ['today']],
        ['dueSoon', ['2026-0001']],
      ],
    )
    assert.deepEqual(today.json.remedies, [])
    const shown = await call('/requests/today')
    assert.deepEqual([shown.json.number, shown.json.remedies], ['today', []])
    assert.equal((await call('/today', { token: '' })).status, 401)
    assert.deepEqual((await call('/today', { token: stranger })).json.toDo, [])
  })

  test('the notices of the program are read and marked, each agency its own', async () => {
    const { storage } = current()
    const { findAgencyByCode } = await import('../storage/agencies.ts')
    const agency = await findAgencyByCode(storage, '甲局')
    assert.ok(agency)
    await storage.transact({ agencies: [agency.id], actor: 'test' }, (trx) =>
      addNotice(trx, agency.id, day('2026-03-12'), {
        kind: 'digest',
        content: { toDo: [], remedies: [], amendments: [] },
      }),
    )
    const listed = await call('/notices?unread=true&lang=en')
    const [notice] = listed.json.notices as Record<string, string>[]
    assert.deepEqual(
      [notice?.kind, notice?.day, notice?.readAt, notice?.text],
      ['digest', '2026-03-12', null, '甲局: disclosure requests to do (2026-03-12)\nNothing to do today.'],
    )
    const mark = `/notices/${notice?.id}/read`
    assert.equal((await post(mark, {})).json.marked, 1)
    assert.deepEqual((await call('/notices?unread=true')).json.notices, [])
    assert.equal(((await call('/notices')).json.notices as Record<string, string>[])[0]?.readBy, 'api:full')
    assert.equal((await call(mark, { token: stranger, body: {} })).status, 404)
    assert.equal((await call(mark, { token: reader, body: {} })).status, 403)
    assert.deepEqual((await call('/notices', { token: stranger })).json.notices, [])
    assert.equal((await call('/notices?after=x')).status, 422)
  })

  test('each part of the day, and of a notice, is told to whom its scope opens it', async () => {
    const parts = async (token: string) => {
      const { status, json } = await call('/today', { token })
      return [status, ...Object.keys(json)]
    }
    assert.deepEqual(await parts(full), [200, 'agency', 'today', 'toDo', 'remedies', 'amendments', 'publications'])
    assert.deepEqual(await parts(reader), [200, 'agency', 'today', 'toDo'])
    assert.deepEqual(await parts(court), [200, 'agency', 'today', 'remedies'])
    assert.deepEqual(await parts(namesOnly), [403, 'error', 'message', 'details'])
    const { storage } = current()
    const { findAgencyByCode } = await import('../storage/agencies.ts')
    const agency = await findAgencyByCode(storage, '甲局')
    assert.ok(agency)
    const remedies = [
      {
        reason: 'dueToday',
        cases: [
          {
            ...{ caseNumber: '（2026）某行复9号', kind: 'reconsideration', requestNumber: null },
            ...{ dueOn: day('2026-03-12'), concludedOn: null },
          },
        ],
      },
    ] as never
    const owed = { number: '2026-0001', phase: 'handling', arrivedOn: day('2026-03-02') }
    const toDo = [{ reason: 'dueToday', cases: [{ ...owed, dueOn: day('2026-03-12') }] }] as never
    for (const work of [
      { toDo: [], remedies },
      { toDo, remedies },
    ])
      await storage.transact({ agencies: [agency.id], actor: 'test' }, (trx) =>
        addNotice(trx, agency.id, day('2026-03-12'), { kind: 'urgent', content: { ...work, amendments: [] } }),
      )
    const told = async (token: string) =>
      ((await call('/notices?unread=true', { token })).json.notices as { text: string; subject: string }[]).map(
        ({ text, subject }) => `${subject} ${text}`,
      )
    assert.equal((await told(full)).filter((text) => text.includes('某行复9号')).length, 2)
    const [only, ...none] = await told(reader)
    assert.deepEqual(none, [])
    assert.match(String(only), /2026-0001/)
    assert.doesNotMatch(String(only), /复议|某行复/)
  })

  test('who applies is told at an address and a scope of its own, and nowhere else', async () => {
    const whole = JSON.stringify([(await call('/requests/2026-0001')).json, (await call('/requests')).json])
    assert.doesNotMatch(whole, /只此一人|13800000000/)
    assert.equal((await call('/requests/2026-0001/identity', { token: reader })).status, 403)
    const { json } = await call('/requests/2026-0001/identity')
    assert.deepEqual(json, { applicants: [{ name: '只此一人', phone: '13800000000' }], agent: null })
    const { rows } = await current().admin.query(
      "select count(*) as reads from audit_entry where action = 'applicant.read'",
    )
    assert.equal(rows[0].reads, '1')
    assert.doesNotMatch(logged.join('\n'), /只此一人|13800000000|2026-0001|决算/)
  })

  test('a post with the same key is done once, also when both come at the same time', async () => {
    const key = { 'idempotency-key': 'once-1' }
    const both = await Promise.all([post('/requests', registration, key), post('/requests', registration, key)])
    assert.deepEqual(both[0]?.json, both[1]?.json)
    assert.deepEqual((await post('/requests', registration, key)).json, both[0]?.json)
    const reused = await post('/requests', { ...registration, content: '别的' }, key)
    assert.deepEqual([reused.status, reused.json.error], [409, 'key-used'])
    // Without a key every post is a new one.
    assert.notEqual((await post('/requests', registration)).json.number, both[0]?.json.number)
    assert.equal((await post('/requests', registration, { 'idempotency-key': 'a b' })).json.error, 'key-wrong')
  })

  test('another agency neither sees nor acts, a reader does not act, and nobody comes without a token', async () => {
    assert.equal((await call('/requests/2026-0001', { token: stranger })).status, 404)
    assert.equal(
      (await call('/requests/2026-0001/withdraw', { token: stranger, body: { on: '2026-03-12' } })).status,
      404,
    )
    assert.deepEqual((await call('/requests', { token: stranger })).json, { requests: [], next: null })
    assert.equal(
      (await call('/requests/2026-0001/withdraw', { token: reader, body: { on: '2026-03-12' } })).status,
      403,
    )
    for (const token of ['', 'wrong', `${full}x`]) assert.equal((await call('/requests', { token })).status, 401)
  })

  test('a token that was taken back is let go of', async () => {
    const { storage } = current()
    const { findAgencyByCode } = await import('../storage/agencies.ts')
    const agency = await findAgencyByCode(storage, '甲局')
    assert.ok(agency)
    const as = <T>(work: Parameters<typeof storage.transact<T>>[1]) =>
      storage.transact({ agencies: [agency.id], actor: 'test' }, work)
    const token = await as((trx) => addApiToken(trx, agency, { name: 'short', scopes: apiScopes, roles: [] }))
    await as((trx) => revokeApiToken(trx, agency.id, 'short'))
    assert.equal((await call('/requests', { token })).status, 401)
    await assert.rejects(
      as((trx) => revokeApiToken(trx, agency.id, 'short')),
      { id: 'token-unknown' },
    )
    await assert.rejects(
      as((trx) => addApiToken(trx, agency, { name: 'short', scopes: [], roles: [] })),
      {
        id: 'token-name-taken',
      },
    )
    const { rows } = await current().admin.query('select digest::text from api_token')
    assert.ok(rows.every(({ digest }) => !digest.includes(token)))
  })

  test('what is wrong is said with its status, its place and its article, in the language asked for', async () => {
    const reopening = { on: '2026-03-12', until: '2026-03-30', reasons: '撤销' }
    const wrong: readonly (readonly [string, unknown, Record<string, string>, number, string])[] = [
      ['/requests', { ...registration, on: '2026-02-30' }, {}, 400, 'field-wrong'],
      ['/requests', { ...registration, applicants: [] }, {}, 400, 'field-wrong'],
      ['/requests', { ...registration, applicants: [{ name: '甲\n公司' }] }, {}, 400, 'field-wrong'],
      ['/requests', { ...registration, purpose: '科研' }, {}, 400, 'field-wrong'],
      ['/requests', '{"on":', {}, 400, 'not-json'],
      ['/requests', 'on=2026-03-02', { 'content-type': 'application/x-www-form-urlencoded' }, 400, 'not-json'],
      ['/requests', '[]', {}, 400, 'field-wrong'],
      ['/requests', { ...registration, content: 'x'.repeat(1_100_000) }, {}, 413, 'too-large'],
      ['/requests', registration, { 'content-length': '1048577' }, 413, 'too-large'],
      ['/requests', { ...registration, on: '2026-03-13' }, {}, 422, 'on-in-future'],
      ['/requests', { ...registration, content: '附件：绝密★三十年' }, {}, 422, 'secrecy-marking'],
      ['/requests', { ...registration, content: 'a\u0000b' }, {}, 422, 'text-unfit'],
      ['/requests', { ...registration, content: '附件\u202efdp.exe' }, {}, 422, 'text-direction-characters'],
      ['/requests', { ...registration, number: '1\u20662' }, {}, 422, 'text-direction-characters'],
      ['/requests', { ...registration, content: '半个\ud800字' }, {}, 422, 'text-unfit'],
      ['/requests', { ...registration, applicants: [{ name: 'a\u0000' }] }, {}, 422, 'text-unfit'],
      [
        '/requests/2026-0001/dispatch',
        { on: '2026-03-12', unit: '科\udc00', question: '问' },
        {},
        422,
        'text-control-characters',
      ],
      ['/requests', { ...registration, number: '2026-0001' }, {}, 409, 'request-number-taken'],
      ['/requests/2026-0001/abandon', { on: '2026-03-12' }, {}, 422, 'not-in-this-phase'],
      [
        '/requests/2026-0001/dispatch',
        { on: '2026-03-12', unit: '科', question: '问' },
        { 'if-match': '"1"' },
        409,
        'request-changed',
      ],
      ['/requests/2026-0001/reopen', reopening, {}, 422, 'not-in-this-phase'],
      ['/requests/2026-0001/withdraw', { on: '2026-03-12' }, { 'if-match': '1' }, 400, 'version-wrong'],
      ['/requests/nowhere/withdraw', { on: '2026-03-12' }, {}, 404, 'request-unknown'],
      ['/requests/2026-0001/fly', { on: '2026-03-12' }, {}, 404, 'not-found'],
    ]
    for (const [path, body, headers, status, error] of wrong) {
      const answer = await post(path, body, headers)
      assert.deepEqual([answer.status, answer.json.error], [status, error], path)
      assert.match(String(answer.json.message), /[一-龥]/)
    }
    const { json } = await post('/requests/2026-0001/abandon?lang=en', { on: '2026-03-12' })
    assert.match(String(json.message), /this cannot be done: close as abandoned\. \(条例30\) Possible now: /)
    assert.equal(json.article, '条例30')
  })

  test('a list refuses a query name that it does not know, and names those that it does', async () => {
    const { json } = await call('/openapi.json', { token: '' })
    const lists = Object.entries(json.paths as Record<string, { get?: unknown }>).filter(
      ([path, { get }]) => get && !path.includes('{'),
    )
    assert.ok(lists.length >= 6)
    for (const [path] of lists) {
      const answer = await call(`${path.replace('/api', '')}?lang=en&dueWithn=3`)
      assert.deepEqual([answer.status, answer.json.error], [400, 'query-unknown'], path)
      assert.match(String(answer.json.message), /^dueWithn .+: (?:\w+, )*lang\.$/, path)
    }
    const { json: chinese } = await call('/requests?dueWithn=3&overdu=true')
    assert.match(String(chinese.message), /“dueWithn, overdu”.+phase, waitingFor, overdue, dueInDays/)
  })

  test('HTML in what somebody wrote comes back as it was, as JSON, and names may be of any script', async () => {
    const odd = { ...registration, applicants: [{ name: '𠮷 أحمد <b>' }], content: '<script>alert(1)</script>"\\u0000' }
    const { json } = await post('/requests', odd)
    const shown = await call(`/requests/${json.number}`)
    assert.equal(shown.json.content, '<script>alert(1)</script>"\\u0000')
    assert.match(shown.headers.get('content-type') ?? '', /^application\/json/)
  })

  test('the description names every act, what it takes and what it answers, and the page tells the same', async () => {
    const { json } = await call('/openapi.json', { token: '' })
    assert.equal(json.openapi, '3.1.0')
    const paths = json.paths as Record<
      string,
      Record<string, { requestBody: { content: Record<string, { schema: { required: string[] } }> } }>
    >
    assert.ok(Object.keys(paths).length > 30)
    const body = paths['/api/requests/{number}/extend']?.post?.requestBody.content['application/json']
    assert.deepEqual(body?.schema.required, ['on', 'workingDays', 'reasons', 'approvedBy', 'approvedOn'])
    for (const language of ['', '?lang=en']) {
      const page = await (await api.request(`/api/${language}`)).text()
      for (const path of Object.keys(paths)) assert.ok(page.includes(path), path)
      assert.ok(!page.includes('undefined'))
    }
  })

  test('the audit chain of all that holds', async () => {
    assert.deepEqual((await verifyAudit(current().storage)).broken, [])
  })
})
