import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { applicantKinds } from '../src/statute/applicant-kinds.ts'
import { day } from '../src/statute/day.ts'
import { outcomes } from '../src/statute/outcomes.ts'
import { addAgency } from '../src/storage/agencies.ts'
import { reportOfYear } from '../src/storage/ledger/report-of-year.ts'
import { openStorage } from '../src/storage/open-storage.ts'
import { makeTestDatabase, testEngines } from '../src/storage/test-storage.ts'
import { type BenchRow, medianMs } from './bench.ts'

const ROWS = 1_000_000
const ROUNDS = 9

/** All tables of an agency with a million requests, as the app role, beside one bare count over the same rows as owner. */
export async function run(): Promise<BenchRow[]> {
  const [engine] = testEngines()
  if (!engine) throw new Error('no PostgreSQL to measure on')
  const server = await engine.start()
  const { databaseUrl, drop } = await makeTestDatabase(server.url)
  const dataDir = mkdtempSync(join(tmpdir(), 'gongkai-bench-'))
  const storage = await openStorage({ databaseUrl, dataDir })
  const owner = new Client({ connectionString: databaseUrl })
  await owner.connect()
  try {
    const rows: BenchRow[] = []
    for (const [code, spread, days] of [
      ['FOUR', 'received over four years', 1461],
      ['ONE', 'all received and reported in one year', 365],
    ] as const) {
      const agency = await addAgency(storage, 'bench', {
        code,
        name: `${code} bureau`,
        level: 'county',
        kind: 'department',
        parentCode: null,
      })
      await fill(owner, agency.id, days)
      const compute = () => reportOfYear(storage, { agency: code, year: 2025, asOf: day('2026-01-15') })
      const bare = () =>
        owner.query('select applicant_kind, outcome, count(*) from request where agency_id = $1 group by 1, 2', [
          agency.id,
        ])
      await compute()
      await bare()
      // By turns, so that whatever else the machine does hits both alike.
      const [computed, counted]: [number[], number[]] = [[], []]
      for (let round = 0; round < ROUNDS; round++) {
        computed.push(await medianMs(1, compute))
        counted.push(await medianMs(1, bare))
      }
      const ratio = median(computed) / median(counted)
      rows.push({
        figure: `compute all 200 cells, 1,000,000 requests ${spread}`,
        value: `${ratio.toFixed(2)} × (${median(computed).toFixed(0)} ms against ${median(counted).toFixed(0)} ms)`,
        bar: '≤ 1.5 ×',
        held: ratio <= 1.5,
        baseline: '`select applicant_kind, outcome, count(*) … where agency_id = … group by 1, 2` as owner',
        remarks: `warm, median of ${ROUNDS} by turns, ${engine.name}, app role under row-level security, narrative included`,
      })
    }
    return rows
  } finally {
    await owner.end()
    await storage.close()
    await drop()
    await server.stop()
    rmSync(dataDir, { recursive: true })
  }
}

const median = (times: readonly number[]) =>
  [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN

/** Cases with their events, received on `days` days up to the end of 2025; nineteen of twenty are replied after 0 to 59 days. */
async function fill(owner: Client, agencyId: number, days: number): Promise<void> {
  const literal = (ids: readonly { readonly id: string }[]) => `{${ids.map(({ id }) => id).join(',')}}`
  await owner.query(
    `with listed as (
      insert into request (agency_id, number, channel, received_on, arrived_on, phase, applicant_kind, outcome, replied_on)
      select $1, 'R' || n, 'portal', received, received, case when closed then 'closed' else 'handling' end, (($2::applicant_kind[])[1 + n % 6]),
      case when closed then (($3::request_outcome[])[1 + (n / 7) % 21]) end,
      case when closed then received + n % 60 end
    from (select n, date '2025-12-31' - (n::bigint * 7919 % $4::integer)::integer as received, n % 20 > 0 as closed
      from generate_series(1, $5::integer) n) given
      returning agency_id, number, received_on, applicant_kind, outcome, replied_on)
    insert into request_event (agency_id, number, version, actor, event)
    select agency_id, number, 1, 'bench', jsonb_build_object('type', 'imported', 'on', received_on, 'row',
      jsonb_build_object('channel', 'portal', 'receivedOn', received_on, 'applicantKind', applicant_kind, 'outcome', outcome,
        'repliedOn', replied_on))
    from listed`,
    [agencyId, literal(applicantKinds), literal(outcomes), days, ROWS],
  )
  await owner.query(
    `insert into ledger_sheet (agency_id, sheet, imported_at)
    select $1, unnest('{requests,remedies,documents,counts}'::text[]), now()`,
    [agencyId],
  )
  await owner.query('vacuum (analyze) request')
}
