import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type ExportedFile, readManifest } from '../src/portal/export/manifest.ts'
import { addAgency } from '../src/storage/agencies.ts'
import { startEmbedded } from '../src/storage/embedded/start-embedded.ts'
import { openStorage } from '../src/storage/open-storage.ts'
import type { BenchRow } from './bench.ts'
import { fillExportItems } from './fill-export-items.ts'

const ITEMS = 3000
const AGENCIES = 12
const CHARACTERS = 900
const BAR = 1000

const program = fileURLToPath(new URL('../bin/gongkai.js', import.meta.url))

/** What a county says of its site: its address alone draws a code for a phone on each item. */
const site = { address: 'https://www.qinghe.example', siteIdCode: '1234567890', sponsor: '清河县人民政府办公室' }

type Export = {
  readonly pages: number
  readonly changed: number
  readonly seconds: number
  /** Of these, without starting the program and opening the database. */
  readonly own: number
  readonly memoryMb: number
}

/**
 * The whole portal as files, by the command line, then again with nothing changed, beside writing files of the same names and
 * lengths. With BENCH_DATA, a folder, the database is kept there and found filled the next time.
 */
export async function run(): Promise<BenchRow[]> {
  const kept = process.env.BENCH_DATA
  const dataDir = kept ?? mkdtempSync(join(tmpdir(), 'gongkai-bench-'))
  const folder = mkdtempSync(join(tmpdir(), 'gongkai-bench-out-'))
  const storage = await openStorage({ dataDir })
  const server = await startEmbedded(dataDir)
  try {
    const filled = join(dataDir, 'bench-export.json')
    if (!existsSync(filled)) {
      const county = {
        code: 'B0',
        name: '清河县人民政府',
        level: 'county',
        kind: 'government',
        parentCode: null,
      } as const
      const agencies = [(await addAgency(storage, 'bench', county)).id]
      const bureau = { level: 'county', kind: 'department', parentCode: 'B0' } as const
      for (let n = 1; n < AGENCIES; n++)
        agencies.push((await addAgency(storage, 'bench', { ...bureau, code: `B${n}`, name: `清河县第${n}局` })).id)
      await fillExportItems(server.owner, agencies, ITEMS, CHARACTERS)
      writeFileSync(filled, '{}')
    }
    writeFileSync(join(folder, 'site.json'), JSON.stringify(site))
    const out = join(folder, 'site')
    const first = await exportOnce(dataDir, folder, out)
    const files = readManifest(out)?.files ?? []
    const plain = writePlainly(files, join(folder, 'plain'))
    rmSync(join(folder, 'plain'), { recursive: true })
    const again = await exportOnce(dataDir, folder, out)
    if (again.changed > 0) throw new Error(`${again.changed} files changed though nothing did`)
    return rowsOf(first, again, files, plain)
  } finally {
    await server.release()
    await storage.close()
    rmSync(folder, { recursive: true })
    if (kept === undefined) rmSync(dataDir, { recursive: true })
  }
}

function rowsOf(first: Export, again: Export, files: readonly ExportedFile[], plainSeconds: number): BenchRow[] {
  const megabytes = files.reduce((sum, { bytes }) => sum + bytes, 0) / 1e6
  const row = (figure: string, { pages, seconds, own }: Export): BenchRow => ({
    figure,
    value: `${(pages / seconds).toFixed(0)} pages a second`,
    bar: `≥ ${BAR}`,
    held: pages / seconds >= BAR,
    baseline: `plain writes of files of the same names and lengths: ${(pages / plainSeconds).toFixed(0)} pages a second, ${(plainSeconds / seconds).toFixed(2)} ×`,
    remarks: `${pages} pages in ${seconds.toFixed(1)} s, start of the program included; ${(pages / own).toFixed(0)} a second after it`,
  })
  const size = `${ITEMS} items of ${CHARACTERS} characters, ${AGENCIES} agencies; ${files.length} files, ${megabytes.toFixed(0)} MB`
  return [
    row(`static export, ${size}`, first),
    row('the same again, nothing changed', again),
    {
      figure: 'memory of the export',
      value: `${Math.max(first.memoryMb, again.memoryMb).toFixed(0)} MB`,
      ...{ bar: 'none set', held: true, baseline: 'none' },
      remarks:
        'largest resident set of the process, threads and the index of search included; the database is a process of its own',
    },
  ]
}

async function exportOnce(dataDir: string, folder: string, out: string): Promise<Export> {
  const args = ['export-site', '--data', dataDir, '--out', out, '--base-path', '/zfxxgk/']
  const start = performance.now()
  const child = spawn(process.execPath, [program, ...args, '--site', join(folder, 'site.json'), '--format', 'json'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let text = ''
  child.stdout.on('data', (part) => {
    text += part
  })
  let memoryMb = 0
  const look = setInterval(() => {
    const status = existsSync(`/proc/${child.pid}/status`) ? readFileSync(`/proc/${child.pid}/status`, 'utf8') : ''
    memoryMb = Math.max(memoryMb, Number(/VmHWM:\s*(\d+)/.exec(status)?.[1] ?? 0) / 1024)
  }, 100)
  const [code] = await once(child, 'close')
  const seconds = (performance.now() - start) / 1000
  clearInterval(look)
  if (code !== 0) throw new Error(`the export ended with ${code}`)
  const { pages, changed, seconds: own } = JSON.parse(text)
  return { pages, changed, seconds, own, memoryMb }
}

/** Seconds that it takes to make these folders and write as many bytes into as many files. */
function writePlainly(files: readonly ExportedFile[], out: string): number {
  const bytes = Buffer.alloc(Math.max(...files.map((file) => file.bytes)), '公开')
  const made = new Set<string>()
  const start = performance.now()
  for (const { file, bytes: length } of files) {
    const target = join(out, file)
    const folder = dirname(target)
    if (!made.has(folder)) mkdirSync(folder, { recursive: true })
    made.add(folder)
    writeFileSync(target, bytes.subarray(0, length))
  }
  return (performance.now() - start) / 1000
}
