import { spawn } from 'node:child_process'
import {
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readDocument } from '../src/documents/read-document.ts'
import { renderReport } from '../src/documents/write/render-report.ts'
import { type CellAddress, makeTables, numberCell, type Report } from '../src/report/report.ts'
import type { BenchRow } from './bench.ts'

const program = fileURLToPath(new URL('../bin/gongkai.js', import.meta.url))
const different = 20
const lookEveryMs = 100

/** The whole path of `gongkai report check`, program start included, held on one core by taskset. */
export async function run(): Promise<BenchRow[]> {
  const folder = mkdtempSync(join(tmpdir(), 'gongkai-bench-reading-'))
  try {
    const kinds = await writeReports(folder)
    const rows: BenchRow[] = []
    for (const [kind, bar, count] of [
      ['txt', 200, 2000],
      ['html', 200, 2000],
      ['docx', 60, 1000],
    ] as const) {
      const { seconds, megabytes, cpuSeconds } = await check(copies(folder, kinds[kind].files, kind, count))
      const rate = count / seconds
      rows.push({
        figure: `check of ${kind} reports, one core`,
        value: `${rate.toFixed(0)} a second`,
        bar: `≥ ${bar}`,
        held: rate >= bar,
        baseline: '—',
        remarks: `${count} files of about ${kinds[kind].kilobytes} KB, one call, start of the program included; ${(count / cpuSeconds).toFixed(0)} a second of processor time, which other programs on the machine do not blur; ${megabytes.toFixed(0)} MB`,
      })
    }
    const all = (['txt', 'html', 'docx'] as const).flatMap((kind) => kinds[kind].files)
    const { seconds, megabytes } = await check(copies(folder, all, 'all', 10_000))
    rows.push({
      figure: 'memory of one call over 10,000 files',
      value: `${megabytes.toFixed(0)} MB`,
      bar: '< 300 MB',
      held: megabytes < 300,
      baseline: '—',
      remarks: `all processes together, highest of a look every ${lookEveryMs} ms; ${seconds.toFixed(0)} s, txt, html and docx in equal parts`,
    })
    return rows
  } finally {
    rmSync(folder, { recursive: true })
  }
}

type Kind = { readonly files: readonly string[]; readonly kilobytes: number }

async function writeReports(folder: string): Promise<Record<'txt' | 'html' | 'docx', Kind>> {
  const files = { txt: [] as string[], html: [] as string[], docx: [] as string[] }
  for (let number = 0; number < different; number++) {
    const written = await renderReport(reportOf(number), ['html', 'docx'])
    const html = new TextDecoder().decode(written.get('html'))
    const page = html.replace(/<body[^>]*>/, (tag) => tag + furniture())
    const { text } = await readDocument(new TextEncoder().encode(html), 'report.html')
    const contents = { html: page, txt: text, docx: written.get('docx') ?? '' }
    for (const kind of ['txt', 'html', 'docx'] as const) {
      const file = join(folder, `${number}.${kind}`)
      writeFileSync(file, contents[kind])
      files[kind].push(file)
    }
  }
  const kindOf = (own: readonly string[]) => ({
    files: own,
    kilobytes: Math.round(own.reduce((sum, file) => sum + statSync(file).size, 0) / own.length / 1024),
  })
  return { txt: kindOf(files.txt), html: kindOf(files.html), docx: kindOf(files.docx) }
}

/** A full report whose cells all hold numbers and whose sections have some pages of words. */
function reportOf(number: number): Report {
  const headings = [
    '总体情况',
    '主动公开政府信息情况',
    '收到和处理政府信息公开申请情况',
    '因政府信息公开工作被申请行政复议、提起行政诉讼情况',
    '存在的主要问题及改进情况',
    '其他需要报告的事项',
  ]
  const sentence = `全年公开信息${number + 3}条，办理申请${number + 12}件，栏目按期更新，链接逐条核对。`
  return {
    ...makeTables((address) => numberCell(isCounted(address) ? number : 0)),
    agency: '测试县农业农村局',
    year: 2024,
    form: '2021',
    preamble: {
      title: '测试县农业农村局2024年政府信息公开工作年度报告',
      text: '测试县农业农村局2024年政府信息公开工作年度报告',
    },
    sections: headings.map((heading, i) => ({
      number: i + 1,
      heading: `${'一二三四五六'[i]}、${heading}`,
      text: i === 0 || i > 3 ? Array.from({ length: 8 }, () => sentence.repeat(4)).join('\n') : '',
    })),
  }
}

/** Enough cells that the identities of the form hold: so many requests received, all granted, all by natural persons. */
function isCounted(address: CellAddress): boolean {
  if (address.table !== 'requests') return address.table === 'proactive'
  const isRow = address.row === 'received' || address.row === 'granted' || address.row === 'total'
  return isRow && (address.column === 'naturalPerson' || address.column === 'total')
}

/** What stands round the report on a site: menus, links, scripts. */
function furniture(): string {
  const links = Array.from(
    { length: 200 },
    (_, i) => `<li class="menu-item" style="line-height:2"><a href="/zwgk/${i}.html" target="_blank">栏目${i}</a></li>`,
  )
  return `<div class="header"><ul>${links.join('\n')}</ul></div><script>${'var a = "<td>";\n'.repeat(200)}</script>`
}

/** Hard links under new names, so that ten thousand files need no space. */
function copies(folder: string, files: readonly string[], name: string, count: number): string {
  const target = join(folder, name)
  mkdirSync(target)
  for (let i = 0; i < count; i++) {
    const file = files[i % files.length] ?? ''
    linkSync(file, join(target, `${i}${file.slice(file.lastIndexOf('.'))}`))
  }
  return target
}

async function check(folder: string): Promise<{ seconds: number; megabytes: number; cpuSeconds: number }> {
  const words = [process.execPath, program, 'report', 'check', folder, '--format', 'json']
  const pinned = existsSync('/usr/bin/taskset') ? ['/usr/bin/taskset', '-c', '0', ...words] : words
  const [command = '', ...rest] = pinned
  const start = performance.now()
  const child = spawn(command, rest, { stdio: ['ignore', 'ignore', 'inherit'] })
  let most = 0
  let cpuSeconds = 0
  const watch = setInterval(() => {
    const family = familyOf(child.pid ?? 0)
    most = Math.max(most, sum(family.map((pid) => Number(statusOf(pid, 'VmRSS')))))
    cpuSeconds = Math.max(cpuSeconds, sum(family.map(processorTime)))
  }, lookEveryMs)
  const code = await new Promise<number | null>((resolve) => child.once('exit', resolve))
  clearInterval(watch)
  if (code === 2) throw new Error('some reports of the bench were refused')
  return { seconds: (performance.now() - start) / 1000, megabytes: most / 1024, cpuSeconds }
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0)

/** A process and its children, from /proc; nobody where there is none. */
function familyOf(pid: number): string[] {
  if (!existsSync('/proc')) return []
  const children = new Map<string, string[]>()
  for (const name of readdirSync('/proc').filter((one) => /^\d+$/.test(one))) {
    const parent = statusOf(name, 'PPid')
    children.set(parent, [...(children.get(parent) ?? []), name])
  }
  const family = [String(pid)]
  for (const one of family) family.push(...(children.get(one) ?? []))
  return family
}

/** Seconds of processor time, its own and the system's for it; the kernel counts hundredths. */
function processorTime(pid: string): number {
  const fields = readProcess(pid, 'stat').split(') ')[1]?.split(' ') ?? []
  return (Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) / 100
}

/** A line of /proc/PID/status; '0' when the process has just ended. */
function statusOf(pid: string, key: string): string {
  return new RegExp(`^${key}:\\s*(\\d+)`, 'm').exec(readProcess(pid, 'status'))?.[1] ?? '0'
}

function readProcess(pid: string, file: 'stat' | 'status'): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ESRCH')) return ''
    throw error
  }
}
