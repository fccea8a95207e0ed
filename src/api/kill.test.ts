import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { addAgency } from '../storage/agencies.ts'
import { addApiToken } from '../storage/api-tokens.ts'
import { openStorage } from '../storage/open-storage.ts'
import { listRequests } from '../storage/requests/list-requests.ts'
import { verifyAudit } from '../storage/verify-audit.ts'

const COMMANDS = 1000
const CLIENTS = 8
const KILLS = 6

const dataDir = mkdtempSync(join(tmpdir(), 'gongkai-kill-'))
after(() => rmSync(dataDir, { recursive: true, force: true }))

type Served = { readonly process: ChildProcess; readonly port: number }

async function serve(): Promise<Served> {
  const program = fileURLToPath(new URL('../../bin/gongkai.js', import.meta.url))
  const child = spawn(process.execPath, [program, 'serve', '--data', dataDir, '--port', '0'], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let told = ''
  let complaint = ''
  child.stderr.on('data', (chunk) => {
    complaint += chunk
  })
  for await (const chunk of child.stdout) {
    told += chunk
    const port = /:(\d+)\/\s/.exec(told)?.[1]
    if (port) return { process: child, port: Number(port) }
  }
  throw new Error(`the server did not start: ${complaint}`)
}

test('killed at any moment of a thousand commands: what was answered is there once, and the chain holds', async () => {
  const storage = await openStorage({ dataDir })
  const rank = { level: 'county', kind: 'department', parentCode: null } as const
  const agency = await addAgency(storage, 'test', { ...rank, code: 'K', name: '甲局' })
  const token = await storage.transact({ agencies: [agency.id], actor: 'test' }, (trx) =>
    addApiToken(trx, agency, { name: 'k', scopes: ['requests:write'], roles: ['clerk'] }),
  )
  await storage.close()

  let served = await serve()
  let restarting: Promise<void> | null = null
  let killsLeft = KILLS
  let done = 0
  const answered = new Map<string, string>()

  /** Kills the server, and on every other turn its database as well, and starts anew. */
  const kill = async () => {
    const { process: running } = served
    running.kill('SIGKILL')
    await once(running, 'exit')
    if (killsLeft % 2 === 0) process.kill(postmasterId(), 'SIGKILL')
    served = await serve()
  }
  const send = async (key: string): Promise<string | null> => {
    try {
      const answer = await fetch(`http://127.0.0.1:${served.port}/api/requests`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'idempotency-key': key },
        body: JSON.stringify({
          on: '2026-03-02',
          channel: 'portal',
          applicantKind: 'naturalPerson',
          applicants: [{ name: '某人' }],
          content: key,
        }),
      })
      const { number } = (await answer.json()) as { number?: string }
      return answer.status === 201 && number ? number : null
    } catch {
      // The connection broke: whether it was stored nobody knows, so it is sent again.
      return null
    }
  }
  const client = async (name: number) => {
    for (let n = 0; n < COMMANDS / CLIENTS; n++) {
      const key = `${name}-${n}`
      for (let tries = 0; ; tries++) {
        await restarting
        const number = await send(key)
        if (number !== null) {
          answered.set(key, number)
          break
        }
        assert.ok(tries < 100, `${key} was never answered`)
      }
      done += 1
      if (restarting === null && killsLeft > 0 && done > (COMMANDS / (KILLS + 1)) * (KILLS - killsLeft + 1)) {
        restarting = kill().finally(() => {
          killsLeft -= 1
          restarting = null
        })
      }
    }
  }
  await Promise.all(Array.from({ length: CLIENTS }, (_, name) => client(name)))
  await restarting
  served.process.kill('SIGTERM')
  await once(served.process, 'exit')
  assert.equal(killsLeft, 0)

  const again = await openStorage({ dataDir })
  try {
    const { requests } = await again.transact({ agencies: [agency.id], actor: 'test' }, (trx) =>
      listRequests(trx, agency.id, {}, 'newest', { after: null, limit: COMMANDS * 2 }),
    )
    const stored = new Map(requests.map(({ content, number }) => [content, number]))
    assert.equal(requests.length, COMMANDS)
    for (const [key, number] of answered) assert.equal(stored.get(key), number, key)
    assert.deepEqual((await verifyAudit(again)).broken, [])
  } finally {
    await again.close()
  }
})

function postmasterId(): number {
  return Number(readFileSync(postmasterFile(), 'utf8').split('\n')[0])
}

function postmasterFile(): string {
  return join(dataDir, 'postgres', 'postmaster.pid')
}
