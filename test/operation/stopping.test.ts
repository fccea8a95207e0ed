import assert from 'node:assert/strict'
import { once } from 'node:events'
import { type IncomingMessage, request } from 'node:http'
import { connect } from 'node:net'
import { type TestContext, test } from 'node:test'
import { Client } from 'pg'
import { addApiToken } from '../../src/storage/api-tokens.ts'
import { publishItem, testAgency } from '../../src/storage/publications/test-publications.ts'
import { listRequests } from '../../src/storage/requests/list-requests.ts'
import { describeOnEmbedded } from '../../src/storage/test-storage.ts'
import { verifyAudit } from '../../src/storage/verify-audit.ts'
import { runServer, until } from './run-server.ts'

describeOnEmbedded((current) => {
  const prepare = async (code: string) => {
    const { storage } = current()
    const agency = await testAgency(storage, code)
    const token = await storage.transact({ agencies: [agency.id], actor: 'test' }, (trx) =>
      addApiToken(trx, agency, { name: 'p', scopes: ['requests:write', 'requests:read'], roles: ['clerk'] }),
    )
    const { id } = await publishItem(storage, agency)
    return { agency, headers: { authorization: `Bearer ${token}` }, item: id }
  }
  /** Makes everybody wait who wants to read what is published, or to register, until let go. */
  const hold = async (t: TestContext, table: string) => {
    const url = new URL(current().superuserUrl)
    url.pathname = new URL(current().databaseUrl).pathname
    const client = new Client({ connectionString: url.href })
    await client.connect()
    await client.query(`begin; lock table ${table} in access exclusive mode`)
    let gone: Promise<void> | null = null
    const letGo = () => {
      gone ??= client.end()
      return gone
    }
    t.after(letGo)
    return { letGo }
  }
  const waiting = async (table: string) => {
    const { rows } = await current().admin.query(
      `select 1 from pg_locks where not granted and relation = '${table}'::regclass`,
    )
    return rows.length > 0
  }
  const register = (url: string, headers: Readonly<Record<string, string>>) =>
    fetch(`${url}api/requests`, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json' },
      body: JSON.stringify({
        ...{ on: '2026-03-02', channel: 'inPerson', applicantKind: 'naturalPerson' },
        ...{ applicants: [{ name: '某人' }], content: '停机时的申请' },
      }),
    })
  const registered = (agency: { readonly id: number }) =>
    current().storage.transact({ agencies: [agency.id], actor: 'test' }, async (trx) => {
      const { requests } = await listRequests(trx, agency.id, {}, 'newest', { after: null, limit: 10 })
      return requests.map(({ number }) => number)
    })

  test('told to stop it says first that it is not ready, and finishes a page, a download and a registration', async (t) => {
    const { agency, headers, item } = await prepare('ST1')
    const server = await runServer(current(), ['--drain', '1'])
    t.after(() => server.child.kill('SIGKILL'))
    const large = 'x'.repeat(24 * 1024 * 1024)
    const kept = await fetch(`${server.url}api/files?name=a.txt`, { method: 'POST', headers, body: large })
    const { digest } = (await kept.json()) as { digest: string }
    // One that reads nothing yet: most of it is still to be sent when the signal comes.
    const download = request(`${server.url}api/files/${digest}`, { headers }).end()
    const [answer] = (await once(download, 'response')) as [IncomingMessage]
    // Nothing was ever asked on this one, and on this one something was: neither keeps the server.
    const ahead = connect(Number(new URL(server.url).port), '127.0.0.1')
    await once(ahead, 'connect')
    const items = await hold(t, 'public_item')
    const requests = await hold(t, 'request')
    const page = fetch(`${server.url}items/${item}/`)
    const sent = register(server.url, headers)
    await until(async () => (await waiting('public_item')) && (await waiting('request')))
    server.child.kill('SIGTERM')
    await until(async () => (await fetch(`${server.url}readyz`)).status === 503)
    assert.equal((await fetch(`${server.url}healthz`)).status, 200)
    await until(() =>
      fetch(`${server.url}healthz`).then(
        () => false,
        () => true,
      ),
    )
    await items.letGo()
    await requests.letGo()
    const shown = await page
    assert.deepEqual([shown.status, shown.headers.get('connection')], [200, 'close'])
    assert.match(await shown.text(), /<\/html>/)
    const acknowledged = await sent
    assert.equal(acknowledged.status, 201)
    const { number } = (await acknowledged.json()) as { number: string }
    let bytes = 0
    for await (const chunk of answer) bytes += (chunk as Buffer).length
    assert.equal(bytes, large.length)
    assert.equal(await server.ended, 0)
    assert.deepEqual(await registered(agency), [number])
    assert.doesNotMatch(server.told.err, /cut|error|crash/)
    assert.deepEqual((await verifyAudit(current().storage)).broken, [])
    ahead.destroy()
  })

  test('what takes longer than it may is cut, and nothing of it stays', async (t) => {
    const { agency, headers } = await prepare('ST2')
    const server = await runServer(current(), ['--grace', '1', '--log', 'json'])
    t.after(() => server.child.kill('SIGKILL'))
    const requests = await hold(t, 'request')
    const sent = register(server.url, headers).then(
      () => 'answered',
      () => 'cut',
    )
    await until(() => waiting('request'))
    const begun = performance.now()
    server.child.kill('SIGTERM')
    assert.equal(await sent, 'cut')
    assert.equal(await server.ended, 0)
    assert.ok(performance.now() - begun < 60_000, 'it did not end in time')
    const told = server.told.err
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    assert.deepEqual(
      told.filter(({ event }) => event === 'cut').map(({ answers }) => answers),
      [1],
    )
    await requests.letGo()
    assert.deepEqual(await registered(agency), [])
  })

  test('a second signal ends it at once', async (t) => {
    const { headers } = await prepare('ST3')
    const server = await runServer(current())
    t.after(() => server.child.kill('SIGKILL'))
    const requests = await hold(t, 'request')
    const sent = register(server.url, headers).catch(() => null)
    await until(() => waiting('request'))
    server.child.kill('SIGTERM')
    await until(() =>
      fetch(`${server.url}healthz`).then(
        () => false,
        () => true,
      ),
    )
    const begun = performance.now()
    server.child.kill('SIGTERM')
    assert.equal(await server.ended, 'SIGTERM')
    assert.ok(performance.now() - begun < 6000)
    await sent
    await requests.letGo()
  })
})
