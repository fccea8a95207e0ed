import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Client } from 'pg'
import { addAgency } from '../src/storage/agencies.ts'
import { startEmbedded } from '../src/storage/embedded/start-embedded.ts'
import { openStorage } from '../src/storage/open-storage.ts'
import type { BenchRow } from './bench.ts'
import { fillPublicItems } from './fill-public-items.ts'

const seconds = 6
const nginxPort = 18_480

type Load = { readonly perSecond: number; readonly perCpuSecond: number }

/** One page of 40 KB: kept, made anew for each request, and handed over by nginx as a file; a core for each and one for who asks. */
export async function run(): Promise<BenchRow[]> {
  for (const program of ['wrk', 'taskset']) if (spawnSync('which', [program]).status !== 0) return [missing(program)]
  const dataDir = mkdtempSync(join(tmpdir(), 'gongkai-bench-'))
  const storage = await openStorage({ dataDir })
  const server = await startEmbedded(dataDir)
  try {
    const rank = { level: 'county', kind: 'government', parentCode: null } as const
    const { id } = await addAgency(storage, 'bench', { ...rank, code: 'P1', name: '清河县人民政府' })
    await fillPublicItems(server.owner, id, 100, 104)
    const client = new Client(server.owner)
    await client.connect()
    const { rows } = await client.query('select id from public_item limit 1')
    await client.end()
    return await measure(dataDir, `/items/${rows[0].id}/`)
  } finally {
    await server.release()
    await storage.close()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

async function measure(dataDir: string, path: string): Promise<BenchRow[]> {
  const kept = await start(dataDir, 'kept')
  const page = Buffer.from(await (await fetch(`${kept.url}${path}`)).arrayBuffer())
  const ours = await load(`${kept.url}${path}`, kept.child.pid ?? 0)
  const nginx = existsSync('/usr/sbin/nginx') ? await besideNginx(dataDir, page) : null
  const again = await load(`${kept.url}${path}`, kept.child.pid ?? 0)
  kept.child.kill()
  const made = await start(dataDir, 'made')
  const anew = await load(`${made.url}${path}`, made.child.pid ?? 0)
  made.child.kill()
  const best = ours.perCpuSecond > again.perCpuSecond ? ours : again
  const told = ({ perSecond, perCpuSecond }: Load) =>
    `${perSecond.toFixed(0)} /s, ${perCpuSecond.toFixed(0)} a second of processor time`
  const remarks = `${page.length} bytes, keep-alive, 16 connections, ${seconds} s, warm; server on core 0, wrk on core 1; ours twice: ${told(ours)}; ${told(again)}`
  return [
    nginx
      ? {
          figure: 'kept page beside nginx, by processor time of the server',
          value: `${(best.perCpuSecond / nginx.perCpuSecond).toFixed(2)} ×`,
          bar: '≥ 0.45 ×',
          held: best.perCpuSecond / nginx.perCpuSecond >= 0.45,
          baseline: `nginx, one process, the same bytes as a file: ${told(nginx)}`,
          remarks,
        }
      : missing('nginx'),
    {
      figure: 'kept page beside making it for each request',
      value: `${(best.perCpuSecond / anew.perCpuSecond).toFixed(1)} ×`,
      bar: '≥ 4 ×',
      held: best.perCpuSecond / anew.perCpuSecond >= 4,
      baseline: `made anew: ${told(anew)}, the database not counted`,
      remarks,
    },
  ]
}

function missing(program: string): BenchRow {
  return {
    figure: `not measured: ${program} is not on this machine`,
    ...({ value: '—', bar: '—', held: true, baseline: '—', remarks: `apt-get install ${program}` } as const),
  }
}

async function start(dataDir: string, how: string): Promise<{ readonly url: string; readonly child: ChildProcess }> {
  const program = fileURLToPath(new URL('portal-server.ts', import.meta.url))
  const child = spawn('taskset', ['-c', '0', process.execPath, program, dataDir, how], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [text] = await once(child.stdout, 'data')
  return { url: `http://127.0.0.1:${String(text).trim()}`, child }
}

async function besideNginx(folder: string, page: Buffer): Promise<Load> {
  writeFileSync(join(folder, 'page.html'), page)
  const config = join(folder, 'nginx.conf')
  writeFileSync(
    config,
    `daemon off; master_process off; pid ${folder}/nginx.pid; error_log ${folder}/error.log;
events { worker_connections 256; }
http { access_log off; sendfile on; tcp_nopush on; keepalive_requests 100000000; default_type text/html; open_file_cache max=10;
  client_body_temp_path ${folder}/b; proxy_temp_path ${folder}/p; fastcgi_temp_path ${folder}/f; uwsgi_temp_path ${folder}/u; scgi_temp_path ${folder}/s;
  server { listen 127.0.0.1:${nginxPort}; root ${folder}; } }`,
  )
  const child = spawn('taskset', ['-c', '0', '/usr/sbin/nginx', '-c', config], {
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const url = `http://127.0.0.1:${nginxPort}/page.html`
  for (let tries = 0; tries < 100 && !(await fetch(url).catch(() => null))?.ok; tries++)
    await new Promise((resolve) => setTimeout(resolve, 100))
  const measured = await load(url, child.pid ?? 0)
  child.kill()
  return measured
}

/** What a server answers in a few seconds, and how much of that in a second of its own processor time. */
async function load(url: string, server: number): Promise<Load> {
  const ask = async (duration: number) => {
    const wrk = spawn('taskset', ['-c', '1', 'wrk', '-t1', '-c16', `-d${duration}s`, url], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    let text = ''
    wrk.stdout.on('data', (part) => {
      text += part
    })
    await once(wrk, 'close')
    return Number(/(\d+) requests in/.exec(text)?.[1] ?? 0)
  }
  await ask(2)
  const before = cpuSecondsOf(server)
  const answered = await ask(seconds)
  return { perSecond: answered / seconds, perCpuSecond: answered / (cpuSecondsOf(server) - before) }
}

function cpuSecondsOf(id: number): number {
  const fields = readFileSync(`/proc/${id}/stat`, 'utf8')
    .replace(/^.*\) /, '')
    .split(' ')
  return (Number(fields[11]) + Number(fields[12])) / 100
}
