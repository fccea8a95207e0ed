import assert from 'node:assert/strict'
import { test } from 'node:test'
import { officeRoles } from '../../src/office/role.ts'
import { codesIn, solvedForm, whitePicture } from '../../src/portal/apply/test-applying.ts'
import { addApiToken, apiScopes } from '../../src/storage/api-tokens.ts'
import { testAgency } from '../../src/storage/publications/test-publications.ts'
import { describeOnEmbedded } from '../../src/storage/test-storage.ts'
import { mailServer } from '../reminders/mail-server.ts'
import { type RunningServer, runServer, until } from './run-server.ts'

/** Marks that no line of a log may have, in whatever form. */
const marks = {
  name: '欧阳标记',
  document: '11010519491231002X',
  phone: '010-98765432',
  email: 'biaoji@geheim.example',
  content: '标记所要的验收报告',
  search: '标记搜索词zq',
  address: '198.51.100.77',
  program: 'BiaojiProgram',
  path: '标记地址',
}

const opener = 'opener-of-the-figures-only'

const figuresWanted = [
  /^gongkai_registrations_total\{procedure="request",by="portal"\} 1$/m,
  /^gongkai_registrations_total\{procedure="request",by="api"\} 1$/m,
  /^gongkai_requests_total\{kind="follow",status="5xx"\} 1$/m,
  /^gongkai_requests_total\{kind="api",status="4xx"\} [4-9]$/m,
  /^gongkai_request_duration_seconds_count\{kind="search"\} \d+$/m,
  /^gongkai_errors_total [3-9]$/m,
  /^gongkai_database_up 1$/m,
  /^gongkai_audit_entries \d+$/m,
  /^gongkai_job_last_success_timestamp_seconds\{job="publications"\} \d+/m,
  /^gongkai_job_last_success_timestamp_seconds\{job="query code"\} \d+/m,
  /^process_resident_memory_bytes \d+$/m,
  /^gongkai_ready 1$/m,
]

describeOnEmbedded((current) => {
  for (const format of ['text', 'json'] as const)
    test(`a server that is applied at, followed, asked, searched and failed says nothing of anybody, as ${format}`, async () => {
      const agency = await testAgency(current().storage, `LG${format}`)
      const mails = await mailServer()
      const token = await current().storage.transact({ agencies: [agency.id], actor: 'test' }, (trx) =>
        addApiToken(trx, agency, { name: marks.program, scopes: apiScopes, roles: officeRoles }),
      )
      const env = {
        GONGKAI_SMTP_URL: `smtp://127.0.0.1:${mails.port}`,
        GONGKAI_SMTP_FROM: 'a@b.cn',
        GONGKAI_METRICS_TOKEN: opener,
      }
      const server = await runServer(current(), ['--log', format, '--trust-proxy', '127.0.0.1'], env)
      let figures = ''
      const secrets: string[] = [token, ...Object.values(marks)]
      try {
        secrets.push(...(await apply(server, `LG${format}`)))
        await until(() => mails.received.length > 0)
        secrets.push(...(await useInterface(server, token)))
        await search(server)
        await fail(server, `LG${format}`, token)
        const read = await fetch(`${server.url}metrics`, { headers: { authorization: `Bearer ${opener}` } })
        assert.equal(read.headers.get('content-type'), 'text/plain; version=0.0.4; charset=utf-8')
        figures = await read.text()
        assert.equal((await fetch(`${server.url}metrics`)).status, 404)
      } finally {
        server.child.kill('SIGTERM')
        await server.ended
        await mails.close()
      }
      const { err, out } = server.told
      for (const figure of figuresWanted) assert.match(figures, figure)
      // What was done did leave its lines.
      const lines = err.trim().split('\n')
      const count = (what: RegExp) => lines.filter((line) => what.test(line)).length
      assert.ok(count(/follow/) > 3 && count(/apply/) > 5 && count(/api/) > 5 && count(/search/) > 1, err)
      assert.ok(count(format === 'text' ? /Z error [0-9a-f]{8} / : /"event":"error"/) >= 3, err)
      if (format === 'json') for (const line of lines) assert.equal(typeof JSON.parse(line).event, 'string')
      const told = decodeURIComponent(`${out}${err}${figures}`.replaceAll(/%(?![0-9a-f]{2})/gi, '%25'))
      for (const secret of secrets)
        for (const form of [secret, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1)])
          assert.ok(!told.includes(form) && !`${err}${figures}`.includes(form), `the log has ${secret}`)
      // Dates and the address that is listened on aside, nothing has the shape of a case's number or an address.
      assert.doesNotMatch(err, /\b20\d\d-\d{4}\b|127\.0\.0\.1|::1/)
      assert.doesNotMatch(err, new RegExp(`LG${format}`))
      assert.doesNotMatch(figures, new RegExp(`LG${format}|${opener}`))
    })

  /** Applies, follows with a wrong and the right code, and loses the code; gives number and codes. */
  async function apply({ url }: RunningServer, code: string): Promise<string[]> {
    const cookies = new Map<string, string>()
    const ask = async (place: string, fields?: Readonly<Record<string, string | File>>) => {
      const body = fields && new FormData()
      for (const [name, value] of Object.entries(fields ?? {})) body?.append(name, value)
      const answer = await fetch(`${url}agencies/${code}/request/${place}`, {
        redirect: 'manual',
        headers: {
          cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
          'x-forwarded-for': marks.address,
        },
        ...(body && { method: 'POST', body }),
      })
      for (const set of answer.headers.getSetCookie()) {
        const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? []
        cookies.set(name, value)
      }
      return await answer.text()
    }
    await ask('apply/', { kind: 'naturalPerson', consent: 'yes' })
    await ask('apply/who/', {
      ...{ count: '1', kind: 'naturalPerson', byAgent: 'no', do: 'next' },
      ...{ 'p1-name': marks.name, 'p1-documentKind': 'identityCard', 'p1-documentNumber': marks.document },
      ...{ 'p1-phone': marks.phone, 'p1-email': marks.email },
      identity: new File([whitePicture()], `${marks.name}.png`),
    })
    await ask('apply/what/', { content: marks.content, do: 'next' })
    await ask('apply/similar/', { content: marks.content })
    await ask('apply/how/', { form: 'electronic', by: 'portal', do: 'next' })
    const [number = '', queryCode = ''] = codesIn(await ask('apply/send/', await solvedForm(await ask('apply/check/'))))
    assert.match(number, /^\d{4}-\d{4}$/)
    await ask('follow/', { number, code: 'WRNG-WRNG-WRNG' })
    await ask('follow/', { number, code: queryCode })
    assert.match(await ask('follow/case/'), new RegExp(number))
    await ask('follow/case/withdraw/', { seen: '1', sure: 'yes' })
    await ask('follow/lost/', { number, document: marks.document, contact: marks.phone })
    await ask(`follow/${number}/`)
    await ask(`apply/who/?name=${encodeURIComponent(marks.name)}`)
    return [number, queryCode, ...cookies.values()].filter((one) => one !== '')
  }

  /** Registers, lists, shows, and gets wrong what can be got wrong; gives the number. */
  async function useInterface({ url }: RunningServer, token: string): Promise<string[]> {
    const call = (path: string, body?: unknown, headers = {}) =>
      fetch(`${url}api/${path}`, {
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', ...headers },
        ...(body !== undefined && { method: 'POST', body: typeof body === 'string' ? body : JSON.stringify(body) }),
      })
    const registration = {
      ...{ on: '2026-03-02', channel: 'inPerson', applicantKind: 'naturalPerson', content: marks.content },
      applicants: [{ name: marks.name, phone: marks.phone, email: marks.email }],
    }
    const made = await call('requests', registration)
    assert.equal(made.status, 201)
    const { number } = (await made.json()) as { number: string }
    await call(`requests/${number}`)
    await call(`requests/${number}/identity`)
    await call(`requests?search=${encodeURIComponent(marks.search)}`)
    await call(`requests/${encodeURIComponent(marks.path)}`)
    await call('requests', { ...registration, on: marks.name })
    await call('requests', `{"name": ${marks.name}`)
    await call(`requests?${encodeURIComponent(marks.search)}=1`)
    await call('requests', registration, { authorization: `Bearer ${marks.program}` })
    return [number]
  }

  async function search({ url }: RunningServer): Promise<void> {
    for (const path of ['search/', 'en/search/', 'search/suggest'])
      await fetch(`${url}${path}?q=${encodeURIComponent(marks.search)}`)
    await fetch(`${url}${encodeURIComponent(marks.path)}/?q=${encodeURIComponent(marks.search)}`)
    await fetch(`${url}items/${encodeURIComponent(marks.path)}/`)
    await fetch(`${url}deadline?receivedOn=${encodeURIComponent(marks.search)}`)
    const body = new FormData()
    body.append('files', new File([marks.content], `${marks.name}.txt`))
    body.append('pasted', marks.content)
    await fetch(`${url}check`, { method: 'POST', body })
  }

  /** Faults of the database in the middle of answers, with what somebody typed in its messages. */
  async function fail({ url }: RunningServer, code: string, token: string): Promise<void> {
    const { admin } = current()
    const spoil = (table: string, when: string) =>
      admin.query(`create or replace function spoil() returns trigger language plpgsql as $$ begin
          raise exception 'spoiled for ${marks.name} ${marks.phone}' using detail = '${marks.document}', hint = '${marks.email}';
        end $$;
        create trigger spoil ${when} on ${table} for each statement execute function spoil()`)
    const mend = (table: string) => admin.query(`drop trigger spoil on ${table}`)
    await spoil('portal_use', 'before insert')
    const form = new FormData()
    form.append('number', marks.path)
    form.append('code', marks.document)
    const answer = await fetch(`${url}agencies/${code}/request/follow/`, { method: 'POST', body: form })
    assert.equal(answer.status, 500)
    await mend('portal_use')
    await spoil('request_event', 'before insert')
    const failing = await fetch(`${url}api/requests`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({
        ...{ on: '2026-03-02', channel: 'inPerson', applicantKind: 'naturalPerson', content: marks.content },
        applicants: [{ name: marks.name }],
      }),
    })
    assert.equal(failing.status, 500)
    await mend('request_event')
    await admin.query('alter table public_item rename to public_item_away')
    assert.equal((await fetch(`${url}search/?q=${encodeURIComponent(marks.search)}`)).status, 500)
    await admin.query('alter table public_item_away rename to public_item')
  }
})
