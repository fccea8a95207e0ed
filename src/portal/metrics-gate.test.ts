import assert from 'node:assert/strict'
import { test } from 'node:test'
import { day } from '../statute/day.ts'
import { addressRanges, type MetricsGate } from './metrics-gate.ts'
import { makePortal } from './portal.ts'

const token = 'a-token-of-more-than-24-signs'

async function asked(
  gate: MetricsGate | null,
  from: string,
  headers: Readonly<Record<string, string>> = {},
  trustedProxies: readonly string[] = [],
) {
  const portal = await makePortal({
    check: async () => ({ kind: 'refused', reason: '' }),
    mend: async () => new Uint8Array(),
    basePath: '/',
    healthy: async () => true,
    today: () => day('2026-11-25'),
    log: () => {},
    ...(gate && { metrics: { ...gate, trustedProxies, read: async () => 'figures' } }),
  })
  const connection = { incoming: { socket: { remoteAddress: from } } }
  const answer = await portal.request('/metrics', { headers }, connection)
  const text = await answer.text()
  // Whoever may not read it is told what stands at any address where nothing is.
  if (answer.status === 404) assert.equal(text, await (await portal.request('/no-such', {}, connection)).text())
  return answer.status
}

test('nobody reads the figures unless somebody is allowed to', async () => {
  assert.equal(await asked(null, '127.0.0.1'), 404)
  assert.equal(await asked({ token: null, from: null }, '127.0.0.1'), 404)
})

test('a token opens them, and nothing like it', async () => {
  const gate = { token, from: null }
  assert.equal(await asked(gate, '203.0.113.9', { authorization: `Bearer ${token}` }), 200)
  for (const told of [undefined, token, `Bearer ${token}x`, `Bearer ${token.slice(1)}`, 'Bearer', `Basic ${token}`])
    assert.equal(await asked(gate, '127.0.0.1', told === undefined ? {} : { authorization: told }), 404, told)
})

test('addresses open them, but not to what a proxy that nobody named hands on', async () => {
  const gate = { token: null, from: addressRanges(['127.0.0.1', '10.1.0.0/16', '::1', 'fd00::/8']) }
  for (const from of ['127.0.0.1', '::ffff:127.0.0.1', '10.1.255.1', '::1', 'fd12::9'])
    assert.equal(await asked(gate, from), 200, from)
  for (const from of ['127.0.0.2', '10.2.0.1', 'fe80::1', '203.0.113.9', 'unknown'])
    assert.equal(await asked(gate, from), 404, from)
  for (const name of ['x-forwarded-for', 'forwarded', 'via', 'x-real-ip'])
    assert.equal(await asked(gate, '127.0.0.1', { [name]: '127.0.0.1' }), 404, name)
  const through = (address: string) => asked(gate, '192.0.2.1', { 'x-forwarded-for': address }, ['192.0.2.1'])
  assert.equal(await through('127.0.0.1, 203.0.113.9'), 404)
  assert.equal(await through('203.0.113.9, 10.1.2.3'), 200)
  assert.equal(await asked({ ...gate, token }, '127.0.0.1'), 404)
})

test('what is no address or range is none', () => {
  for (const written of ['', 'localhost', '10.0.0.0/33', '10.0.0', 'fd00::/129', '10.0.0.1/'])
    assert.equal(addressRanges([written]), null, written)
})
