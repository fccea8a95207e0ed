import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

export type Started = { readonly url: string; readonly child: ChildProcess }

/** The public pages on core 0, in a process of their own: kept, or made for each request. */
export async function startPortalServer(dataDir: string, how: 'kept' | 'made'): Promise<Started> {
  const program = fileURLToPath(new URL('portal-server.ts', import.meta.url))
  const child = spawn('taskset', ['-c', '0', process.execPath, program, dataDir, how], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [text] = await once(child.stdout, 'data')
  return { url: `http://127.0.0.1:${String(text).trim()}`, child }
}
