import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { renderReport, reportFormats } from '../src/documents/write/render-report.ts'
import { day } from '../src/statute/day.ts'
import { addAgency } from '../src/storage/agencies.ts'
import { reportOfYear } from '../src/storage/ledger/report-of-year.ts'
import { openStorage } from '../src/storage/open-storage.ts'
import { type BenchRow, medianMs } from './bench.ts'

const ROUNDS = 9
const BAR = 3

const program = fileURLToPath(new URL('../bin/gongkai.js', import.meta.url))
const faces = new URL('../src/documents/write/pdf/find-faces.ts', import.meta.url).href

/** Where bin/gongkai.js keeps compiled code; the baseline keeps its own there too. */
const compiledCode = fileURLToPath(new URL('../node_modules/.cache/gongkai', import.meta.url))

/** The least that any program has to do that sets a line of Chinese with Typst in the same fonts. */
const oneLine = `import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { broughtFontFolders } from ${JSON.stringify(faces)}
const compiler = NodeCompiler.create({ fontArgs: [{ fontPaths: broughtFontFolders() }] })
const { result } = compiler.compile({ mainFileContent: '#set text(font: "Noto Serif SC", fallback: false)\\n政府信息公开' })
compiler.pdf(result, { pdfStandard: 'a-2b' })`

/** `report build` as a cold process beside a cold process that sets one line, in turns, the database running. */
export async function run(): Promise<BenchRow[]> {
  const dataDir = mkdtempSync(join(tmpdir(), 'gongkai-bench-'))
  const out = join(dataDir, 'out')
  const storage = await openStorage({ dataDir })
  try {
    const rank = { level: 'county', kind: 'department', parentCode: null } as const
    await addAgency(storage, 'bench', { ...rank, code: 'B1', name: '清河县水务局' })
    const build = ['report', 'build', '--agency', 'B1', '--year', '2024', '--out', out, '--data', dataDir]
    const [whole, base]: [number[], number[]] = [[], []]
    // A first round fills the cache of compiled code, as the first run of any user does.
    for (let round = 0; round <= ROUNDS; round++) {
      whole.push(cold([program, ...build]))
      base.push(cold(['--input-type=module', '-e', oneLine], { NODE_COMPILE_CACHE: compiledCode }))
    }
    whole.shift()
    base.shift()
    const ratios = whole.map((ms, round) => ms / (base[round] ?? Number.NaN))
    const report = await reportOfYear(storage, { agency: 'B1', year: 2024, asOf: day('2025-01-05') })
    const ratio = middle(ratios)
    return [
      {
        figure: '`report build`, cold process, five formats, database running',
        value: `${ratio.toFixed(2)} × (${middle(whole).toFixed(0)} ms of ${middle(base).toFixed(0)} ms)`,
        bar: `≤ ${BAR} ×`,
        held: ratio <= BAR,
        baseline: 'cold process: load Typst with the same fonts, compile one line, write PDF/A-2b',
        remarks: `median of ${ROUNDS} pairs, in turns; best pair ${Math.min(...ratios).toFixed(2)} ×, worst ${Math.max(...ratios).toFixed(2)} ×; compiled code kept from an earlier run in both`,
      },
      await warmRow(() => renderReport(report, reportFormats)),
    ]
  } finally {
    await storage.close()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

async function warmRow(render: () => Promise<unknown>): Promise<BenchRow> {
  await render()
  const ms = await medianMs(ROUNDS, render)
  return {
    figure: 'five formats of one report in a running process',
    value: `${ms.toFixed(0)} ms`,
    bar: 'none',
    held: true,
    baseline: 'none',
    remarks: `warm, median of ${ROUNDS}`,
  }
}

/** Milliseconds from start to end of one process; throws when it fails. */
function cold(args: readonly string[], more: NodeJS.ProcessEnv = {}): number {
  const start = performance.now()
  const { status, stderr } = spawnSync(process.execPath, args, {
    encoding: 'utf8',
    env: { ...process.env, ...more },
    cwd: fileURLToPath(new URL('..', import.meta.url)),
  })
  if (status !== 0) throw new Error(`${args[0]} ended with ${status}: ${stderr}`)
  return performance.now() - start
}

function middle(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}
