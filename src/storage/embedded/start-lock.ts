import { createHash } from 'node:crypto'
import { createServer, type Server } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { Refusal } from '../../refusals/refusal.ts'
import { errorCode } from '../error-code.ts'

const patienceMs = 120_000

/**
 * Runs `work` while no other process starts or stops the server of `folder`. The lock is a name in Linux's abstract socket
 * space: the kernel frees it when its holder dies, however it dies, and no file is left to be judged stale.
 */
export async function withStartLock<T>(folder: string, work: () => Promise<T>): Promise<T> {
  const name = `\0gongkai-start-${createHash('sha256').update(folder).digest('hex').slice(0, 32)}`
  const deadline = Date.now() + patienceMs
  let server = await tryTake(name)
  while (!server) {
    if (Date.now() > deadline) throw new Refusal('database-start-busy', { folder, seconds: patienceMs / 1000 })
    await sleep(30)
    server = await tryTake(name)
  }
  try {
    return await work()
  } finally {
    const taken = server
    await new Promise((resolve) => taken.close(resolve))
  }
}

function tryTake(name: string): Promise<Server | null> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.destroy())
    server.once('error', (error) => (errorCode(error) === 'EADDRINUSE' ? resolve(null) : reject(error)))
    server.listen(name, () => resolve(server))
  })
}
