import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseInstant } from '../../src/publications/instant.ts'
import { inAppByDefault } from '../../src/requests/reminders/reminder-channel.ts'
import { day } from '../../src/statute/day.ts'
import { addApiToken } from '../../src/storage/api-tokens.ts'
import { actAs, proposeItem, testAgency } from '../../src/storage/publications/test-publications.ts'
import { addReminderChannel } from '../../src/storage/reminders/reminder-channels.ts'
import { listRequests } from '../../src/storage/requests/list-requests.ts'
import { describeOnEmbedded } from '../../src/storage/test-storage.ts'
import { verifyAudit } from '../../src/storage/verify-audit.ts'
import { webhookServer } from '../reminders/webhook-server.ts'
import { type RunningServer, runServer, until } from './run-server.ts'

const CLIENTS = 6
const EACH = 25
const ITEMS = 8
const CHANNELS = 6

describeOnEmbedded((current) => {
  test('of two servers one is killed under load: the other answers, publishes and reminds, and nothing acknowledged is lost', async () => {
    const { storage, admin } = current()
    const agency = await testAgency(storage, 'TWO')
    const token = await storage.transact({ agencies: [agency.id], actor: 'test' }, (trx) =>
      addApiToken(trx, agency, { name: 'p', scopes: ['requests:write'], roles: ['clerk'] }),
    )
    // A robot that takes its time, so that a server is killed between claiming a reminder and recording it.
    const robot = await webhookServer((response) => void setTimeout(() => response.end('{}'), 300))
    const items: string[] = []
    for (let n = 0; n < ITEMS; n++) items.push(await schedule(n))
    const [lost, left] = await Promise.all([runServer(current()), runServer(current())])
    try {
      // Both keep the page of the agency; what is published must reach the one that is left.
      for (const { url } of [lost, left]) await (await fetch(`${url}agencies/TWO/content/`)).text()
      await storage.transact({ agencies: [agency.id], actor: 'test' }, async (trx) => {
        for (let n = 0; n < CHANNELS; n++)
          await addReminderChannel(
            trx,
            agency.id,
            {
              ...inAppByDefault,
              ...{ name: `robot${n}`, kind: 'webhook', at: '00:00', urgentAt: null },
              ...{ workingDaysOnly: false, whenNothing: true },
            },
            { to: `${robot.url}&n=${n}`, secret: null },
          )
      })
      await admin.query(
        `update publication set publish_at = now() - interval '1 second' where agency_id = ${agency.id} and phase = 'scheduled'`,
      )
      const answered = new Map<string, string>()
      const clients = Array.from({ length: CLIENTS }, (_, name) => client(name, [lost, left], answered))
      await until(() => answered.size > (CLIENTS * EACH) / 3)
      lost.child.kill('SIGKILL')
      await Promise.all(clients)
      assert.equal(await lost.ended, 'SIGKILL')
      assert.equal(answered.size, CLIENTS * EACH)
      for (const id of items) await until(async () => (await fetch(`${left.url}items/${id}/`)).status === 200)
      await until(async () => {
        const text = await (await fetch(`${left.url}agencies/TWO/content/`)).text()
        return items.every((id) => text.includes(id))
      })
      // What the dead one had claimed is free again after its time; here that time is made to pass.
      await until(async () => {
        await admin.query(
          `update reminder set next_at = now() - interval '1 second' where agency_id = ${agency.id} and state = 'waiting'`,
        )
        const { rows } = await admin.query(
          `select 1 from reminder where agency_id = ${agency.id} and channel_name like 'robot%' and state = 'sent'`,
        )
        return rows.length === CHANNELS
      }, 120)
      const paths = new Set(robot.posted.map(({ path }) => path))
      assert.equal(paths.size, CHANNELS)
      const { requests } = await storage.transact({ agencies: [agency.id], actor: 'test' }, (trx) =>
        listRequests(trx, agency.id, {}, 'newest', { after: null, limit: 1000 }),
      )
      assert.equal(requests.length, CLIENTS * EACH)
      const stored = new Map(requests.map(({ content, number }) => [content, number]))
      for (const [key, number] of answered) assert.equal(stored.get(key), number, key)
      const { rows } = await admin.query(
        `select number from publication_event where agency_id = ${agency.id} and event ->> 'type' = 'published'`,
      )
      assert.equal(rows.length, ITEMS)
      assert.deepEqual((await verifyAudit(storage)).broken, [])
      assert.equal((await fetch(`${left.url}readyz`)).status, 200)
    } finally {
      for (const { child } of [lost, left]) child.kill('SIGKILL')
      await Promise.all([lost.ended, left.ended, robot.close()])
    }

    async function schedule(n: number): Promise<string> {
      const on = day('2026-11-19')
      const approval = { medium: 'onScreen' } as const
      const { number, id } = await proposeItem(storage, agency, { metadata: { title: `定时发布 ${n}` } })
      await actAs(storage, agency, 'clerk', number, { type: 'submit', on })
      const reviewed = { basis: '不涉及', result: 'public', referredTo: null, approval } as const
      await actAs(storage, agency, 'leader', number, { type: 'reviewSecrecy', on, ...reviewed })
      await actAs(storage, agency, 'leader', number, { type: 'passStage', on, remarks: null, approval })
      const later = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10)
      const publishAt = parseInstant(`${later}T09:00`) ?? assert.fail()
      await actAs(storage, agency, 'clerk', number, { type: 'schedule', on, publishAt })
      return id
    }

    /** Registers under keys of its own, and tries the other server where one does not answer. */
    async function client(name: number, servers: readonly RunningServer[], answered: Map<string, string>) {
      for (let n = 0; n < EACH; n++) {
        const key = `${name}-${n}`
        for (let tries = 0; !answered.has(key); tries++) {
          assert.ok(tries < 100, `${key} was never answered`)
          const number = await register(servers[(name + tries) % servers.length]?.url ?? '', key)
          if (number !== null) answered.set(key, number)
        }
      }
    }

    async function register(url: string, key: string): Promise<string | null> {
      try {
        const answer = await fetch(`${url}api/requests`, {
          method: 'POST',
          headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'idempotency-key': key },
          body: JSON.stringify({
            ...{ on: '2026-03-02', channel: 'inPerson', applicantKind: 'naturalPerson' },
            ...{ applicants: [{ name: '某人' }], content: key },
          }),
        })
        const { number } = (await answer.json()) as { number?: string }
        return answer.status === 201 && number ? number : null
      } catch {
        return null
      }
    }
  })
})
