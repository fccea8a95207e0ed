import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { Client } from 'pg'
import { addDays, day } from '../src/statute/day.ts'
import { addAgency, findAgencyByCode } from '../src/storage/agencies.ts'
import { startEmbedded } from '../src/storage/embedded/start-embedded.ts'
import { openStorage, type Storage } from '../src/storage/open-storage.ts'
import { listRequests, type RequestFilter, type RequestOrder } from '../src/storage/requests/list-requests.ts'
import { indexRequests } from '../src/storage/requests/search/index-requests.ts'
import type { BenchRow } from './bench.ts'

const CASES = 1_000_000
const AT_ONCE = 5000
const WORDS = 50
const SCANNED = 2
const first = day('2020-01-01')

/**
 * Search over very many cases, beside a scan by `like`; what it costs to make the index, and its size. With BENCH_DATA, a
 * folder, the database is kept there and found made the next time, so that a quiet machine is needed for a minute only.
 */
export async function run(): Promise<BenchRow[]> {
  const kept = process.env.BENCH_DATA
  const dataDir = kept ?? mkdtempSync(join(tmpdir(), 'gongkai-bench-'))
  const storage = await openStorage({ dataDir })
  const server = await startEmbedded(dataDir)
  const owner = new Client(server.owner)
  await owner.connect()
  try {
    const made = join(dataDir, 'bench-search.json')
    if (!existsSync(made)) writeFileSync(made, JSON.stringify(await makeIndex(storage, owner)))
    const agency = await findAgencyByCode(storage, 'MANY')
    if (!agency) throw new Error('the agency of the bench is gone')
    const office = new Office(storage, agency.id, owner)
    const rows = await searches(office, chooseWords(await someTexts(owner, agency.id)))
    return [...rows, ...(JSON.parse(readFileSync(made, 'utf8')) as BenchRow[])]
  } finally {
    await owner.end()
    await server.release()
    await storage.close()
    if (kept === undefined) rmSync(dataDir, { recursive: true })
  }
}

/** A million cases and their index; what a search takes before it is there, and what it takes to make it. */
async function makeIndex(storage: Storage, owner: Client): Promise<BenchRow[]> {
  const rank = { level: 'county', kind: 'department', parentCode: null } as const
  const { id } = await addAgency(storage, 'bench', { ...rank, code: 'MANY', name: '多' })
  await fill(owner, id)
  const [word = ''] = chooseWords(await someTexts(owner, id)).rare
  const unindexed = await new Office(storage, id, owner).search([word])
  const { seconds, ownSeconds, rssMb } = await indexAll(storage, id)
  await owner.query('vacuum (analyze) request_search_gram, request_search_block')
  const tables = ['waiting', 'segment', 'block', 'gram'].map((name) => `request_search_${name}`)
  const [index, cases] = [await sizeOf(owner, tables), await sizeOf(owner, ['request'])]
  const noBar = { bar: 'none set', held: true, baseline: 'none' } as const
  return [
    {
      ...noBar,
      figure: 'a rare word before anything is indexed',
      value: `${unindexed.median.toFixed(0)} ms`,
      remarks: 'one search; every case is read; so it is after an upgrade, until the index is made',
    },
    {
      ...noBar,
      figure: `making the index of ${CASES} cases`,
      value: `${(CASES / seconds).toFixed(0)} cases a second`,
      remarks: `${seconds.toFixed(0)} s, ${ownSeconds.toFixed(0)} s of them processor time of this process, memory ${rssMb.toFixed(0)} MB; index ${index} MB, cases ${cases} MB with their indexes`,
    },
  ]
}

type Words = Readonly<Record<'rare' | 'middle' | 'common' | 'absent' | 'absentOfCommon' | 'one', readonly string[]>>

async function searches(office: Office, words: Words): Promise<BenchRow[]> {
  const { rare, middle, common, absent, absentOfCommon, one } = words
  const pairs = (a: readonly string[], b: readonly string[]) =>
    a.map((word, n) => `${word} ${b[(n * 7 + 3) % b.length]}`)
  const open = { phases: ['handling'] } as const
  const few = { phases: ['reopened'] } as const
  const overdue = { dueBy: addDays(first, 1900) }
  const mark = (n: number) => `newest:${addDays(first, (n * 397) % 2000)}:R5`
  const rows: BenchRow[] = []
  const measure = async (figure: string, some: readonly string[], asked: Asked = {}, scanned = false) => {
    const cold = await office.search(some, asked)
    const warm = await office.search(some, asked)
    const scan = scanned ? await office.scan(some.slice(0, SCANNED)) : null
    rows.push({
      figure: `search, ${figure}`,
      value: `p99 ${warm.p99.toFixed(1)} ms, median ${warm.median.toFixed(1)} ms`,
      bar: 'p99 < 100 ms',
      held: warm.p99 < 100,
      baseline: scan === null ? 'none' : `scan by \`like\`: median ${scan.toFixed(0)} ms`,
      remarks: `${some.length} searches, processor time p99 ${warm.processorP99.toFixed(0)} ms, on average ${warm.processorMs.toFixed(0)} ms; the same for the first time: p99 ${cold.p99.toFixed(1)} ms, median ${cold.median.toFixed(1)} ms; ${warm.found.toFixed(1)} cases on a page`,
    })
  }
  await measure('rare words', rare, {}, true)
  await measure('middle words', middle)
  await measure('common words', common, {}, true)
  await measure('words that do not occur', absent, {}, true)
  await measure('words put together of common ones, in hardly any text', absentOfCommon)
  await measure('one character', one)
  await measure('two words, both common', pairs(common, common))
  await measure('two words, middle and common', pairs(middle, common))
  await measure('two words, both middle', pairs(middle, middle), {}, true)
  await measure('middle words after a mark drawn at random', middle, { mark })
  await measure('common words after a mark drawn at random', common, { mark })
  await measure('rare words, one case in ten passes the filter', rare, { filter: open })
  await measure('middle words, one case in ten passes the filter', middle, { filter: open })
  await measure('common words, one case in 2,000 passes the filter', common, { filter: few })
  await measure('rare words, overdue', rare, { filter: overdue })
  await measure('middle words, overdue', middle, { filter: overdue })
  await measure('common words, overdue', common, { filter: overdue })
  await measure('rare words by deadline', rare, { order: 'due' })
  await measure('middle words by deadline', middle, { order: 'due' })
  await measure('common words by deadline', common, { order: 'due' })
  return rows
}

type Asked = {
  readonly filter?: RequestFilter
  readonly order?: RequestOrder
  /** The mark that the n-th search goes on from. */
  readonly mark?: (n: number) => string
}

/** Searches of an agency as the app role under row-level security, a page of 50 each. */
class Office {
  readonly #storage: Storage
  readonly #agencyId: number
  readonly #owner: Client

  constructor(storage: Storage, agencyId: number, owner: Client) {
    this.#storage = storage
    this.#agencyId = agencyId
    this.#owner = owner
  }

  async search(searched: readonly string[], { filter = {}, order = 'newest', mark }: Asked = {}) {
    const taken: number[] = []
    let found = 0
    const processor: number[] = []
    const { rows: serving } = await this.#owner.query<{ pid: number }>(
      "select pid from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()",
    )
    for (const [n, words] of searched.entries()) {
      const before = processorMs(serving)
      const start = performance.now()
      const page = await this.#storage.transact({ agencies: [this.#agencyId], actor: 'bench' }, (trx) =>
        listRequests(trx, this.#agencyId, { ...filter, words: words.split(' ') }, order, {
          after: mark?.(n) ?? null,
          limit: 50,
        }),
      )
      taken.push(performance.now() - start)
      processor.push(processorMs(serving) - before)
      found += page.requests.length
    }
    return {
      p99: percentile(taken, 0.99),
      median: percentile(taken, 0.5),
      found: found / searched.length,
      processorMs: processor.reduce((sum, one) => sum + one, 0) / searched.length,
      processorP99: percentile(processor, 0.99),
    }
  }

  /** The middle time of the same page by a scan of the agency's cases, newest first. */
  async scan(searched: readonly string[]) {
    const taken: number[] = []
    for (const words of searched) {
      const has = words.split(' ').map((word) => sql`content like ${`%${word}%`}`)
      const start = performance.now()
      await this.#storage.transact({ agencies: [this.#agencyId], actor: 'bench' }, (trx) =>
        sql`select number, content from request where agency_id = ${this.#agencyId} and ${sql.join(has, sql` and `)}
          order by arrived_on desc, number desc limit 51`.execute(trx),
      )
      taken.push(performance.now() - start)
    }
    return percentile(taken, 0.5)
  }
}

/** Of this process and, on Linux, of the database's that serve it: what others on the machine hardly blur. */
function processorMs(serving: readonly { readonly pid: number }[]): number {
  const { user, system } = process.cpuUsage()
  const files = serving.map(({ pid }) => `/proc/${pid}/schedstat`).filter((file) => existsSync(file))
  const served = files.map((file) => Number(readFileSync(file, 'utf8').split(' ')[0]) / 1e6)
  return (user + system) / 1000 + served.reduce((sum, one) => sum + one, 0)
}

let state = 12_345

/** The same numbers in every run. */
function drawn(): number {
  state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
  return state / 2 ** 32
}

const characters = Array.from({ length: 1200 }, (_, n) => String.fromCharCode(0x4e00 + ((n * 7919) % 20_000)))
const character = () => characters[Math.floor(1200 * drawn() ** 2)] ?? ''
/** Made-up words of two to four characters; the n-th is drawn as often as 1 / (n + 8). */
const vocabulary = Array.from({ length: 3000 }, () =>
  Array.from({ length: 2 + Math.floor(drawn() * 2.2) }, character).join(''),
)
const upTo: number[] = []
for (const n of vocabulary.keys()) upTo.push((upTo.at(-1) ?? 0) + 1 / (n + 8))

function word(): string {
  const wanted = drawn() * (upTo.at(-1) ?? 0)
  let [low, high] = [0, upTo.length - 1]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((upTo[middle] ?? 0) < wanted) low = middle + 1
    else high = middle
  }
  return vocabulary[low] ?? ''
}

/** What somebody asks for: 30 to 170 characters, with commas, years and numbers. */
function content(): string {
  const length = 30 + drawn() * 140
  let text = ''
  while (text.length < length) {
    text += word()
    const what = drawn()
    if (what < 0.08) text += '，'
    else if (what < 0.1) text += `${2015 + Math.floor(drawn() * 11)}年`
    else if (what < 0.12) text += `第${Math.floor(drawn() * 9999)}号`
  }
  return `${text}。`
}

/** A million cases, a tenth of them open. */
async function fill(owner: Client, agencyId: number): Promise<void> {
  for (let from = 0; from < CASES; from += AT_ONCE) {
    const numbers = Array.from({ length: AT_ONCE }, (_, n) => from + n)
    const texts = numbers.map(content)
    await owner.query(
      `insert into request (agency_id, number, channel, received_on, arrived_on, phase, applicant_kind, content, outcome,
        replied_on, due_on)
      select $1, 'R' || n, 'portal', arrived, arrived, phase, 'naturalPerson', content,
        case when phase = 'closed' then 'granted'::request_outcome end, case when phase = 'closed' then arrived + 9 end,
        case when phase = 'handling' then arrived + 28 end
      from (select n, text as content, date '2020-01-01' + n / 500 as arrived,
          case when n % 2000 = 7 then 'reopened' when n % 10 = 0 then 'handling' else 'closed' end as phase
        from unnest($2::integer[], $3::text[]) given (n, text)) made`,
      [agencyId, numbers, texts],
    )
  }
  await owner.query('vacuum (analyze) request')
}

/** One text in fifty, to choose words from. */
async function someTexts(owner: Client, agencyId: number): Promise<readonly string[]> {
  // The same words whether the database was made just now or found.
  state = 12_345
  const { rows } = await owner.query<{ content: string }>(
    'select content from request where agency_id = $1 and substr(number, 2)::integer % 50 = 0 order by number',
    [agencyId],
  )
  return rows.map(({ content }) => content)
}

/** Rare: in fewer than one text of a thousand; common: in more than two of a hundred. */
function chooseWords(kept: readonly string[]): Words {
  const share = (part: string) => kept.filter((text) => text.includes(part)).length / kept.length
  const chosen = { rare: [] as string[], middle: [] as string[], common: [] as string[] }
  for (let tries = 0; tries < 5000 && Object.values(chosen).some(({ length }) => length < WORDS); tries++) {
    const text = kept[Math.floor(drawn() * kept.length)] ?? ''
    const length = 2 + (tries % 3 === 0 ? 0 : Math.floor(drawn() * 5))
    const at = Math.floor(drawn() * (text.length - length))
    const part = text.slice(at, at + length)
    if (!/^[一-鿿]+$/.test(part)) continue
    const found = share(part)
    const kind = found < 0.001 ? 'rare' : found < 0.02 ? 'middle' : 'common'
    if (chosen[kind].length < WORDS) chosen[kind].push(part)
  }
  const joined = () => [0, 0, 0].map(() => vocabulary[Math.floor(drawn() * 60)]).join('')
  return {
    ...chosen,
    absent: Array.from({ length: WORDS }, () =>
      Array.from({ length: 3 + Math.floor(drawn() * 4) }, character).join(''),
    ),
    absentOfCommon: Array.from({ length: WORDS * 6 }, joined)
      .filter((part) => share(part) === 0)
      .slice(0, WORDS),
    one: Array.from({ length: WORDS }, character),
  }
}

async function indexAll(storage: Storage, agencyId: number) {
  const start = performance.now()
  const before = process.cpuUsage()
  await indexRequests(storage, agencyId, () => false)
  const { user, system } = process.cpuUsage(before)
  const rssMb = process.resourceUsage().maxRSS / 1024
  return { seconds: (performance.now() - start) / 1000, ownSeconds: (user + system) / 1e6, rssMb }
}

async function sizeOf(owner: Client, tables: readonly string[]): Promise<number> {
  const { rows } = await owner.query<{ mb: number }>(
    'select (sum(pg_total_relation_size(name::regclass)) / 1048576)::integer as mb from unnest($1::text[]) name',
    [tables],
  )
  return rows[0]?.mb ?? 0
}

function percentile(taken: readonly number[], share: number): number {
  const sorted = [...taken].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}
