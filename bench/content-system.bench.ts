import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { bodyText, type ItemBody } from '../src/publications/item-body.ts'
import { addAgency } from '../src/storage/agencies.ts'
import { startEmbedded } from '../src/storage/embedded/start-embedded.ts'
import { openStorage } from '../src/storage/open-storage.ts'
import type { BenchRow } from './bench.ts'
import { fillPublicItems } from './fill-public-items.ts'
import { type Article, ghostVersion, installGhost, publishOnGhost, startGhost } from './ghost.ts'
import { load, loadInWords, loadSeconds, moreAProcessorSecond } from './load.ts'
import { hasProgram, notMeasured } from './not-measured.ts'
import { startPortalServer } from './start-portal-server.ts'

const figure = 'kept page beside a content system'
const needs =
  'needs Linux, wrk, mariadb-server and the npm registry; `BENCH_PEER=DIR` keeps what is installed for the next run'

/**
 * One item of 40 KB as this portal and as Ghost show it, in turns, a core for each and one for who asks. Ghost is installed here, into
 * `BENCH_PEER` or a folder that goes with the run.
 */
export async function run(): Promise<BenchRow[]> {
  const lacking = ['wrk', 'taskset', 'npm', 'tar', 'mariadb-install-db', 'mariadb'].filter((one) => !hasProgram(one))
  if (!existsSync('/usr/sbin/mariadbd')) lacking.push('mariadbd')
  if (lacking.length > 0) return [notMeasured(figure, `${needs}; not here: ${lacking.join(', ')}`)]
  const folder = mkdtempSync(join(tmpdir(), 'gongkai-bench-'))
  try {
    const installed = await installGhost(process.env.BENCH_PEER ?? join(folder, 'peer')).catch((error: Error) => error)
    if (installed instanceof Error)
      return [notMeasured(figure, `${needs}; not installed: ${installed.message.split('\n')[0]}`)]
    return await beside(folder, installed)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function beside(folder: string, installed: string): Promise<BenchRow[]> {
  const dataDir = join(folder, 'data')
  const storage = await openStorage({ dataDir })
  const database = await startEmbedded(dataDir)
  try {
    const rank = { level: 'county', kind: 'government', parentCode: null } as const
    const { id } = await addAgency(storage, 'bench', { ...rank, code: 'P1', name: '清河县人民政府' })
    await fillPublicItems(database.owner, id, 100, 104)
    const client = new Client(database.owner)
    await client.connect()
    const { rows } =
      await client.query(`select id, title, maker, index_number as "indexNumber", made_on::text as "madeOn",
      document_number as "documentNumber", published_at::text as "publishedAt", body from public_item limit 1`)
    await client.end()
    const ghost = await startGhost(installed, folder)
    try {
      return await measure(dataDir, rows[0], ghost.id, await publishOnGhost(ghost, articleOf(rows[0])))
    } finally {
      await ghost.stop()
    }
  } finally {
    await database.release()
    await storage.close()
  }
}

type Item = {
  readonly id: string
  readonly title: string
  readonly maker: string
  readonly indexNumber: string
  readonly madeOn: string
  readonly documentNumber: string
  readonly publishedAt: string
  readonly body: ItemBody
}

/** The item as an office would put it into a system that knows nothing of index numbers: a table above the text. */
function articleOf({ id, title, maker, indexNumber, madeOn, documentNumber, publishedAt, body }: Item): Article {
  const rows = {
    索引号: indexNumber,
    发文机关: maker,
    成文日期: madeOn,
    发文字号: documentNumber,
    发布日期: publishedAt,
  }
  const cells = Object.entries(rows).map(([name, value]) => `<tr><th>${name}</th><td>${value}</td></tr>`)
  const text = body.map((block) => `<p>${bodyText([block])}</p>`).join('')
  return { title, slug: id, html: `<table><tbody>${cells.join('')}</tbody></table>${text}`, tags: ['通知'] }
}

async function measure(dataDir: string, item: Item, ghostId: number, theirs: string): Promise<BenchRow[]> {
  const kept = await startPortalServer(dataDir, 'kept')
  const ours = `${kept.url}/items/${item.id}/`
  const bytes = { ours: await bytesOf(ours, item), theirs: await bytesOf(theirs, item) }
  const id = kept.child.pid ?? 0
  const plain = [await load(ours, id), await load(theirs, ghostId), await load(ours, id), await load(theirs, ghostId)]
  const browser = 'accept-encoding: gzip, deflate, br'
  const packed = [await load(ours, id, browser), await load(theirs, ghostId, browser)]
  await bytesOf(ours, item)
  await bytesOf(theirs, item)
  kept.child.kill()
  const made = await startPortalServer(dataDir, 'made')
  const anew = await load(`${made.url}/items/${item.id}/`, made.child.pid ?? 0)
  made.child.kill()
  const [first, ghostFirst, second, ghostSecond, ourPacked, ghostPacked] = [...plain, ...packed]
  if (!first || !second || !ghostFirst || !ghostSecond || !ourPacked || !ghostPacked) return []
  const [our, ghost] = [moreAProcessorSecond(first, second), moreAProcessorSecond(ghostFirst, ghostSecond)]
  const name = `Ghost ${ghostVersion}`
  const times = (ratio: number) => `${ratio.toFixed(ratio < 20 ? 1 : 0)} ×`
  const settings = `production mode, its theme Source, MariaDB (not counted, not held to a core), published posts kept in memory (\`postsPublicCache\`), which is all that it keeps by itself`
  return [
    {
      ...{ figure, value: times(our.perCpuSecond / ghost.perCpuSecond), bar: '≥ 5 ×' },
      held: our.perCpuSecond / ghost.perCpuSecond >= 5,
      baseline: `${name}, the same title, text and metadata: ${loadInWords(ghostFirst)}; ${loadInWords(ghostSecond)}`,
      remarks: `by processor time of the server; ${bytes.ours} bytes and ${bytes.theirs}, keep-alive, 16 connections, ${loadSeconds} s, warm, in turns; server on core 0, wrk on core 1; ours twice: ${loadInWords(first)}; ${loadInWords(second)}; ${name}: ${settings}; ${needs}`,
    },
    {
      figure: `${figure}, compressed as browsers ask for it`,
      ...{ value: times(ourPacked.perCpuSecond / ghostPacked.perCpuSecond), bar: 'none', held: true },
      baseline: `${name}, gzip: ${loadInWords(ghostPacked)}`,
      remarks: `ours, brotli: ${loadInWords(ourPacked)}`,
    },
    {
      figure: 'page made for each request beside a content system, which makes each too',
      ...{ value: times(anew.perCpuSecond / ghost.perCpuSecond), bar: 'none', held: true },
      baseline: `${name}, as above`,
      remarks: `ours: ${loadInWords(anew)}; the databases not counted`,
    },
  ]
}

/** How long the page is; refuses one that is not the item from title to last paragraph. */
async function bytesOf(url: string, { title, body }: Item): Promise<number> {
  const answer = await fetch(url)
  const page = await answer.text()
  if (answer.status !== 200 || ![title, bodyText(body.slice(-1))].every((part) => page.includes(part)))
    throw new Error(`${url} answers ${answer.status} without the item`)
  return Buffer.byteLength(page)
}
