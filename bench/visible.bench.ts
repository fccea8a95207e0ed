import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { beijingDay } from '../src/cli/beijing-day.ts'
import { officeRoles } from '../src/office/role.ts'
import { addAgency } from '../src/storage/agencies.ts'
import { addApiToken, apiScopes } from '../src/storage/api-tokens.ts'
import { startEmbedded } from '../src/storage/embedded/start-embedded.ts'
import { openStorage, type Storage } from '../src/storage/open-storage.ts'
import { rebuildPublicSearch } from '../src/storage/publications/search/index-public-item.ts'
import type { BenchRow } from './bench.ts'
import { fillPublicItems } from './fill-public-items.ts'
import { startServe } from './start-serve.ts'

const code = 'P1'
const standing = 2000
const rounds = 20
const longestMs = 20_000
const today = beijingDay(new Date())

/** From the answer to a publication until two servers of one database, each with warm pages, show it wherever it belongs. */
export async function run(): Promise<BenchRow[]> {
  const dataDir = mkdtempSync(join(tmpdir(), 'gongkai-bench-'))
  const storage = await openStorage({ dataDir })
  const database = await startEmbedded(dataDir)
  try {
    const rank = { level: 'county', kind: 'government', parentCode: null } as const
    const agency = await addAgency(storage, 'bench', { ...rank, code, name: '清河县人民政府' })
    await fillPublicItems(database.owner, agency.id, standing, 10)
    await rebuildPublicSearch(storage, { agencyId: agency.id, actor: 'bench' }, new AbortController().signal)
    const servers = [await startServe(dataDir), await startServe(dataDir)]
    try {
      const tokens = [await tokenOf(storage, agency, 'clerk'), await tokenOf(storage, agency, 'leader')] as const
      return [await measure(servers, tokens)]
    } finally {
      await Promise.all(servers.map(({ stop }) => stop()))
    }
  } finally {
    await database.release()
    await storage.close()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

type Tokens = readonly [clerk: string, leader: string]

function tokenOf(storage: Storage, agency: Parameters<typeof addApiToken>[1], name: string): Promise<string> {
  return storage.transact({ agencies: [agency.id], actor: 'bench' }, (trx) =>
    addApiToken(trx, agency, { name, scopes: apiScopes, roles: officeRoles }),
  )
}

async function measure(servers: readonly { readonly url: string }[], tokens: Tokens): Promise<BenchRow> {
  const unchanged: number[] = []
  const afterAnswer: number[] = []
  const afterAsking: number[] = []
  for (let round = -2; round < rounds; round++) {
    // Each server publishes in its turn.
    const at = servers[Math.abs(round) % 2]?.url ?? ''
    const title = `关于第${round + 3}次演练的通知`
    const { id, publish } = await approved(at, tokens, title)
    const places = placesOf(servers, id, title)
    for (const { url } of places) await (await fetch(url)).text()
    await wait(300)
    const warm = performance.now()
    await Promise.all(places.map(async ({ url }) => await (await fetch(url)).text()))
    const taken = performance.now() - warm
    const asked = performance.now()
    await publish()
    const answered = performance.now()
    await Promise.all(places.map(seen))
    if (round < 0) continue
    unchanged.push(taken)
    afterAnswer.push(performance.now() - answered)
    afterAsking.push(performance.now() - asked)
  }
  const told = (times: readonly number[]) =>
    `p50 ${median(times).toFixed(0)} ms, longest ${Math.max(...times).toFixed(0)} ms`
  return {
    figure: 'publication seen on both of two servers',
    value: told(afterAnswer),
    bar: '≤ 1000 ms',
    held: Math.max(...afterAsking) <= 1000,
    baseline: `the same ten pages once more, nothing published: ${told(unchanged)}`,
    remarks: `two \`gongkai serve\`, embedded database, ${standing} items published before; from the answer of the interface until each has the item's page, home, the agency's page, its feed and the search show it, asked again every 5 ms; ${rounds} rounds, caches warm, servers publish by turns; from when it was asked for, which stands before the commit: ${told(afterAsking)}`,
  }
}

/** An item that needs to be published and nothing else. */
async function approved(url: string, [clerk, leader]: Tokens, title: string) {
  const post = async (path: string, token: string, body: object) => {
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
    const answer = await fetch(`${url}/api/publications${path}`, {
      method: 'POST',
      headers,
      body: JSON.stringify(body),
    })
    const json = (await answer.json()) as { readonly number: string; readonly id: string }
    if (!answer.ok) throw new Error(`${path} ${answer.status} ${JSON.stringify(json)}`)
    return json
  }
  const metadata = { title, maker: '清河县人民政府', madeOn: today }
  const body = [{ type: 'paragraph', runs: [{ text: '定于下月举行。' }] }]
  const { number, id } = await post('', clerk, {
    ...{ on: today, unit: '综合科', formedOn: today, content: { metadata, body } },
  })
  const act = (name: string, token: string, more: object = {}) =>
    post(`/${encodeURIComponent(number)}/${name}`, token, { on: today, ...more })
  const approval = { medium: 'onScreen' }
  await act('submit', clerk)
  await act('reviewSecrecy', leader, { basis: '不涉及', result: 'public', approval })
  await act('passStage', leader, { approval })
  return { id, publish: () => act('publish', clerk) }
}

type Place = { readonly url: string; readonly shows: string }

function placesOf(servers: readonly { readonly url: string }[], id: string, title: string): readonly Place[] {
  return servers.flatMap(({ url }) => [
    { url: `${url}/items/${id}/`, shows: title },
    ...['/', `/agencies/${code}/`, `/agencies/${code}/atom.xml`, `/search/?q=${encodeURIComponent(title)}`].map(
      (path) => ({ url: `${url}${path}`, shows: `items/${id}/` }),
    ),
  ])
}

async function seen({ url, shows }: Place): Promise<void> {
  for (const end = performance.now() + longestMs; performance.now() < end; await wait(5)) {
    const answer = await fetch(url)
    if ((await answer.text()).includes(shows) && answer.status === 200) return
  }
  throw new Error(`${url} does not show it`)
}

function median(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN
}
