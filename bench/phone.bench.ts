import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import type { Browser } from 'playwright-core'
import { addAgency } from '../src/storage/agencies.ts'
import { startEmbedded } from '../src/storage/embedded/start-embedded.ts'
import { openStorage } from '../src/storage/open-storage.ts'
import { rebuildPublicSearch } from '../src/storage/publications/search/index-public-item.ts'
import { openBrowser } from '../test/e2e/open-browser.ts'
import type { BenchRow } from './bench.ts'
import { fillPublicItems } from './fill-public-items.ts'
import { notMeasured } from './not-measured.ts'
import { startServe } from './start-serve.ts'

const times = 7
const timesBare = 3
/** On a busy machine fewer times, so that it ends. */
const longestMs = 110_000
const slowDown = 4
/** A phone of the middle. */
const phone = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true }

/** First visits of a phone with nothing in its cache: bytes, time to the largest thing on the screen, and what jumps. */
export async function run(): Promise<BenchRow[]> {
  const browser = await openBrowser().catch((error: Error) => error)
  if (browser instanceof Error) return [notMeasured('first page on a phone', 'apt-get install chromium')]
  const dataDir = mkdtempSync(join(tmpdir(), 'gongkai-bench-'))
  const storage = await openStorage({ dataDir })
  const database = await startEmbedded(dataDir)
  try {
    const rank = { level: 'county', kind: 'government', parentCode: null } as const
    const { id } = await addAgency(storage, 'bench', { ...rank, code: 'P1', name: '清河县人民政府' })
    await fillPublicItems(database.owner, id, 300, 5)
    await rebuildPublicSearch(storage, { agencyId: id, actor: 'bench' }, new AbortController().signal)
    const { id: other } = await addAgency(storage, 'bench', { ...rank, code: 'P2', name: '清河县水务局' })
    await fillPublicItems(database.owner, other, 1, 104)
    const client = new Client(database.owner)
    await client.connect()
    const { rows } = await client.query('select id from public_item where agency_id = $1', [other])
    await client.end()
    const server = await startServe(dataDir)
    try {
      return await measure(browser, server.url, rows[0].id)
    } finally {
      await server.stop()
    }
  } finally {
    await browser.close()
    await database.release()
    await storage.close()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

async function measure(browser: Browser, url: string, item: string): Promise<BenchRow[]> {
  const pages = [
    ['home', ''],
    ['item of 40 KB', `items/${item}/`],
    ['list', 'agencies/P1/content/items/rules/'],
    ['search results', `search/?q=${encodeURIComponent('工作')}`],
    ['first page of applying', 'agencies/P1/request/apply/'],
  ].flatMap(([name, path]) => [
    { name: `${name}, zh`, url: `${url}/${path}` },
    { name: `${name}, en`, url: `${url}/en/${path}` },
  ])
  const bare = new Map<string, string>()
  for (const page of pages) {
    const text = await (await fetch(page.url)).text()
    bare.set(new URL(page.url).pathname, text.replaceAll(/<script.*?<\/script>|<link [^>]*>/gs, ''))
  }
  bare.set(
    '/empty',
    '<!doctype html><meta name="viewport" content="width=device-width"><link rel="icon" href="data:,"><title>a</title><p>一行</p>',
  )
  const beside = await serveTexts(bare)
  try {
    const visits = pages.map((page) => ({ ...page, ours: [] as Visit[], bare: [] as Visit[] }))
    const empty: Visit[] = []
    // Round about, so that what else the machine does meets all of them.
    const begun = performance.now()
    for (let n = 0; n < times && performance.now() - begun < longestMs; n++) {
      empty.push(await visit(browser, `${beside.url}/empty`))
      for (const page of visits) {
        page.ours.push(await visit(browser, page.url))
        if (n < timesBare) page.bare.push(await visit(browser, `${beside.url}${new URL(page.url).pathname}`))
      }
    }
    return visits.map(({ name, ours, bare }) => rowOf(name, ours, bare, empty))
  } finally {
    beside.close()
  }
}

function rowOf(name: string, ours: readonly Visit[], bare: readonly Visit[], empty: readonly Visit[]): BenchRow {
  const bytes = Math.max(...ours.map((one) => one.bytes))
  const shift = Math.max(...ours.map((one) => one.shift))
  const inWords = (visits: readonly Visit[]) => {
    const paint = visits.map((one) => one.paint).toSorted((a, b) => a - b)
    return `LCP ${middle(paint).toFixed(0)} ms, worst ${paint.at(-1)?.toFixed(0)}`
  }
  const work = (visits: readonly Visit[]) => `${middle(visits.map((one) => one.work)).toFixed(0)} ms`
  return {
    figure: `first page on a phone: ${name}`,
    value: `${(bytes / 1000).toFixed(1)} KB, ${inWords(ours)}, CLS ${shift.toFixed(3)}`,
    bar: '≤ 100 KB, ≤ 1000 ms, < 0.02',
    held: bytes <= 100_000 && ours.every((one) => one.paint <= 1000) && shift < 0.02,
    baseline: `without styles and scripts: ${inWords(bare)}; one line of text: ${inWords(empty)}`,
    remarks: `${ours[0]?.requests} requests, their headers counted; Chromium, 390 × 844 at 2 ×, ${slowDown} × CPU slow-down, loopback, nothing cached, median and worst of ${ours.length} (${bare.length}; ${empty.length}); processor time of the page's main thread, slowed down: ${work(ours)} (${work(bare)}; ${work(empty)})`,
  }
}

function middle(all: readonly number[]): number {
  return all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)] ?? Number.NaN
}

type Visit = {
  readonly bytes: number
  readonly requests: number
  /** Milliseconds until the largest thing was there. */
  readonly paint: number
  readonly shift: number
  /** Milliseconds of processor time of the page's main thread, which other programs hardly blur. */
  readonly work: number
}

/** Asks the page what it saw until now; in words, for the project has no types of a browser here. */
const seen = `new Promise((resolve) => {
  const seen = { paint: 0, shift: 0 }
  new PerformanceObserver((list) => { for (const one of list.getEntries()) seen.paint = one.startTime })
    .observe({ type: 'largest-contentful-paint', buffered: true })
  new PerformanceObserver((list) => { for (const one of list.getEntries()) seen.shift += one.value })
    .observe({ type: 'layout-shift', buffered: true })
  const look = () => (seen.paint > 0 ? setTimeout(() => resolve(seen), 300) : setTimeout(look, 50))
  look()
})`

async function visit(browser: Browser, url: string): Promise<Visit> {
  const context = await browser.newContext({ locale: 'zh-CN', ...phone })
  try {
    const page = await context.newPage()
    const session = await context.newCDPSession(page)
    await session.send('Network.enable')
    await session.send('Performance.enable', { timeDomain: 'threadTicks' })
    await session.send('Emulation.setCPUThrottlingRate', { rate: slowDown })
    let bytes = 0
    let requests = 0
    session.on('Network.loadingFinished', ({ encodedDataLength }) => {
      bytes += encodedDataLength
      // Pictures that the browser has by itself are told of too.
      if (encodedDataLength > 0) requests++
    })
    const answer = await page.goto(url)
    if (answer?.status() !== 200) throw new Error(`${url} answers ${answer?.status()}`)
    const { paint, shift } = (await page.evaluate(seen)) as Pick<Visit, 'paint' | 'shift'>
    const { metrics } = await session.send('Performance.getMetrics')
    const work = 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN)
    return { bytes, requests, paint, shift, work }
  } finally {
    await context.close()
  }
}

async function serveTexts(texts: ReadonlyMap<string, string>): Promise<{ url: string; close: () => void }> {
  const server = createServer((request, response) => {
    const text = texts.get(request.url ?? '')
    response.writeHead(text === undefined ? 404 : 200, { 'content-type': 'text/html; charset=utf-8' }).end(text)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = address !== null && typeof address === 'object' ? address.port : 0
  return { url: `http://127.0.0.1:${port}`, close: () => void server.close().closeAllConnections() }
}
