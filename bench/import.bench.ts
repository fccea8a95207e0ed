import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { applicantKinds } from '../src/statute/applicant-kinds.ts'
import { addDays, day } from '../src/statute/day.ts'
import { outcomes } from '../src/statute/outcomes.ts'
import { addAgency } from '../src/storage/agencies.ts'
import { openStorage } from '../src/storage/open-storage.ts'
import { makeTestDatabase, testEngines } from '../src/storage/test-storage.ts'
import type { BenchRow } from './bench.ts'

const ROWS = 100_000
const ROUNDS = 3

/** `gongkai ledger import` of a large xlsx into the database, beside exceljs streaming the same file and doing nothing. */
export async function run(): Promise<BenchRow[]> {
  const folder = mkdtempSync(join(tmpdir(), 'gongkai-bench-'))
  const file = join(folder, 'ledger.xlsx')
  const [engine] = testEngines()
  if (!engine) throw new Error('no PostgreSQL to measure on')
  const server = await engine.start()
  const { databaseUrl, drop } = await makeTestDatabase(server.url)
  try {
    await writeLedger(file)
    const storage = await openStorage({ databaseUrl, dataDir: folder })
    for (let round = 0; round < ROUNDS; round++)
      await addAgency(storage, 'bench', {
        code: `B${round}`,
        name: 'bureau',
        level: 'county',
        kind: 'department',
        parentCode: null,
      })
    await storage.close()
    const imports: Measured[] = []
    const streams: Measured[] = []
    // By turns, each in a process of its own, so that memory is that of one run.
    for (let round = 0; round < ROUNDS; round++) {
      imports.push(measure(importing(file, `B${round}`, folder), databaseUrl))
      streams.push(measure(streaming(file), databaseUrl))
    }
    const [own, peer] = [middle(imports.map(({ ms }) => ms)), middle(streams.map(({ ms }) => ms))]
    const rss = Math.max(...imports.map(({ rssMb }) => rssMb))
    const speed = peer / own
    const perSecond = (ms: number) => Math.round(ROWS / (ms / 1000)).toLocaleString('en')
    return [
      {
        figure: `import of a ${ROWS.toLocaleString('en')}-row xlsx, 12 columns, rows a second`,
        value: `${speed.toFixed(2)} × (${perSecond(own)} against ${perSecond(peer)})`,
        bar: '≥ 0.5 ×',
        held: speed >= 0.5,
        baseline: 'exceljs WorkbookReader over the same file, doing nothing, same run',
        remarks: `into ${engine.name} as the app role, names sealed, every row an event the audit chain vouches for; median of ${ROUNDS} by turns; what limits it: docs/decisions/0008`,
      },
      {
        figure: 'memory of that import (largest resident set of the process)',
        value: `${rss.toFixed(0)} MB`,
        bar: '< 300 MB',
        held: rss < 300,
        baseline: `exceljs: ${Math.max(...streams.map(({ rssMb }) => rssMb)).toFixed(0)} MB`,
        remarks: 'the server is a process of its own',
      },
    ]
  } finally {
    await drop()
    await server.stop()
    rmSync(folder, { recursive: true })
  }
}

type Measured = { readonly ms: number; readonly rssMb: number }

const place = (path: string) => JSON.stringify(new URL(path, import.meta.url).href)

const importing = (file: string, agency: string, folder: string) => `
  import { main } from ${place('../src/app.ts')}
  import ${place('../src/cli/ledger-import.ts')}
  const code = await main(['ledger', 'import', ${JSON.stringify(file)}, '--agency', '${agency}', '--data', ${JSON.stringify(folder)}])
  if (code !== 0) throw new Error('import failed: ' + code)`

const streaming = (file: string) => `
  import ExcelJS from 'exceljs'
  let rows = 0
  for await (const sheet of new ExcelJS.stream.xlsx.WorkbookReader(${JSON.stringify(file)}, {})) for await (const _ of sheet) rows++
  if (rows < ${ROWS}) throw new Error('rows lost: ' + rows)`

/** Time of the work without the start of the process, and the largest memory it ever had. */
function measure(work: string, databaseUrl: string): Measured {
  const [imports, rest] = split(work)
  const script = `${imports}
    const begun = performance.now()
    ${rest}
    process.stderr.write('\\n@@' + JSON.stringify({ ms: performance.now() - begun, rssMb: process.resourceUsage().maxRSS / 1024 }) + '\\n')`
  const child = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
    encoding: 'utf8',
    cwd: new URL('..', import.meta.url),
    env: { ...process.env, DATABASE_URL: databaseUrl },
  })
  const line = child.stderr.split('\n').find((text) => text.startsWith('@@'))
  if (!line) throw new Error(child.stderr)
  return JSON.parse(line.slice(2)) as Measured
}

const split = (work: string): [string, string] => {
  const lines = work.trim().split('\n')
  const isImport = (line: string) => line.trim().startsWith('import ')
  return [lines.filter(isImport).join('\n'), lines.filter((line) => !isImport(line)).join('\n')]
}

const middle = (times: readonly number[]) =>
  [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN

/** A ledger as an office would keep it: dates as dates, words as words, a name and a text in each row. */
async function writeLedger(file: string): Promise<void> {
  const book = new ExcelJS.stream.xlsx.WorkbookWriter({ filename: file, useStyles: true, useSharedStrings: true })
  const sheet = book.addWorksheet('依申请公开')
  const headings = [
    '编号',
    '收到渠道',
    '收到日期',
    '申请人类型',
    '申请人',
    '申请内容',
    '补正通知日期',
    '补正期限',
    '延长通知日期',
    '办理结果',
    '答复日期',
    '备注',
  ]
  sheet.addRow(headings).commit()
  for (const column of [3, 7, 8, 9, 11]) sheet.getColumn(column).numFmt = 'yyyy-mm-dd'
  for (let n = 0; n < ROWS; n++) {
    const receivedOn = addDays(day('2021-01-04'), n % 1700)
    const closed = n % 25 > 0
    sheet
      .addRow([
        `2021-${n}`,
        '网上平台',
        new Date(receivedOn),
        applicantKinds[n % 6]?.ledgerLabel,
        `申请人${n}`,
        `关于第${n}号地块征收补偿安置方案及其批准文件的信息`,
        n % 9 === 0 ? new Date(addDays(receivedOn, 3)) : null,
        n % 9 === 0 ? new Date(addDays(receivedOn, 18)) : null,
        n % 7 === 0 ? new Date(addDays(receivedOn, 19)) : null,
        closed ? outcomes[n % 21]?.words : null,
        closed ? new Date(addDays(receivedOn, n % 40)) : null,
        n % 11 === 0 ? '已电话联系' : null,
      ])
      .commit()
  }
  sheet.commit()
  await book.commit()
}
