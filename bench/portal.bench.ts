import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { addAgency } from '../src/storage/agencies.ts'
import { startEmbedded } from '../src/storage/embedded/start-embedded.ts'
import { openStorage } from '../src/storage/open-storage.ts'
import type { BenchRow } from './bench.ts'
import { fillPublicItems } from './fill-public-items.ts'
import { type Load, load, loadInWords, loadSeconds, moreAProcessorSecond } from './load.ts'
import { hasProgram, notMeasured } from './not-measured.ts'
import { startPortalServer } from './start-portal-server.ts'

const nginxPort = 18_480

/** One page of 40 KB: kept, made anew for each request, and handed over by nginx as a file; a core for each and one for who asks. */
export async function run(): Promise<BenchRow[]> {
  for (const program of ['wrk', 'taskset']) if (!hasProgram(program)) return [missing(program)]
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
  const kept = await startPortalServer(dataDir, 'kept')
  const page = Buffer.from(await (await fetch(`${kept.url}${path}`)).arrayBuffer())
  const ours = await load(`${kept.url}${path}`, kept.child.pid ?? 0)
  const nginx = existsSync('/usr/sbin/nginx') ? await besideNginx(dataDir, page) : null
  const again = await load(`${kept.url}${path}`, kept.child.pid ?? 0)
  kept.child.kill()
  const made = await startPortalServer(dataDir, 'made')
  const anew = await load(`${made.url}${path}`, made.child.pid ?? 0)
  made.child.kill()
  const best = moreAProcessorSecond(ours, again)
  const remarks = `${page.length} bytes, keep-alive, 16 connections, ${loadSeconds} s, warm; server on core 0, wrk on core 1; ours twice: ${loadInWords(ours)}; ${loadInWords(again)}`
  return [
    nginx
      ? {
          figure: 'kept page beside nginx, by processor time of the server',
          value: `${(best.perCpuSecond / nginx.perCpuSecond).toFixed(2)} ×`,
          bar: '≥ 0.45 ×',
          held: best.perCpuSecond / nginx.perCpuSecond >= 0.45,
          baseline: `nginx, one process, the same bytes as a file: ${loadInWords(nginx)}`,
          remarks,
        }
      : missing('nginx'),
    {
      figure: 'kept page beside making it for each request',
      value: `${(best.perCpuSecond / anew.perCpuSecond).toFixed(1)} ×`,
      bar: '≥ 4 ×',
      held: best.perCpuSecond / anew.perCpuSecond >= 4,
      baseline: `made anew: ${loadInWords(anew)}, the database not counted`,
      remarks,
    },
  ]
}

const missing = (program: string) => notMeasured(`${program} is not on this machine`, `apt-get install ${program}`)

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
