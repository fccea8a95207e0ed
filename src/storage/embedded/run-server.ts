import type { ChildProcess } from 'node:child_process'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client, type ClientConfig } from 'pg'
import { Refusal } from '../../refusals/refusal.ts'
import { errorCode } from '../error-code.ts'
import { newClient } from '../server/connection.ts'
import { isInUse, readPidFile, removeStaleFiles, socketPort, spawnServer } from './postmaster.ts'
import type { ServerUser } from './server-user.ts'

export type ServerPlace = {
  readonly binaries: string
  readonly cluster: string
  readonly socketDir: string
  readonly log: string
  readonly user: ServerUser | null
}

const patienceMs = 120_000

/** A connection to a server that answers, and the sign-in it was made with. The caller ends it. */
type Answering = { readonly client: Client; readonly config: ClientConfig }

/**
 * A server that answers: the one that runs already, else a new one. The sign-in it gives has the folder of its socket. The
 * caller holds the start lock. Files of a dead server go only when no process works in the cluster any more.
 */
export async function runServer(place: ServerPlace, signIn: ClientConfig): Promise<Answering> {
  const deadline = Date.now() + patienceMs
  let left = readPidFile(place.cluster)
  while (left) {
    const config = at(left.socketDir ?? place.socketDir, signIn)
    const client = await knock(config)
    if (client) return { client, config }
    if (!isInUse(place.cluster)) removeStaleFiles(place.cluster, left.socketDir)
    else if (Date.now() > deadline) throw new Refusal('database-hangs', { folder: place.cluster, pid: left.pid ?? '?' })
    else await sleep(50)
    left = readPidFile(place.cluster)
  }
  removeStaleFiles(place.cluster, place.socketDir)
  return await startNew(place, at(place.socketDir, signIn), deadline)
}

async function startNew(place: ServerPlace, config: ClientConfig, deadline: number): Promise<Answering> {
  const logged = existsSync(place.log) ? statSync(place.log).size : 0
  const child = spawnServer(place.binaries, place.cluster, place.socketDir, place.log, place.user)
  const ended = endOf(child)
  for (;;) {
    const answer = await Promise.race([knock(config), ended])
    if (answer instanceof Client) return { client: answer, config }
    if (answer === 'ended') throw startRefusal(place, logged)
    if (Date.now() > deadline) throw new Refusal('database-hangs', { folder: place.cluster, pid: child.pid ?? '?' })
    await sleep(15)
  }
}

function endOf(child: ChildProcess): Promise<'ended'> {
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', () => resolve('ended'))
  })
}

function at(socketDir: string, signIn: ClientConfig): ClientConfig {
  return { ...signIn, host: socketDir, port: socketPort }
}

/** A connection, or null: nobody is at the socket, or is starting, recovering or shutting down. Refuses a wrong password. */
async function knock(config: ClientConfig): Promise<Client | null> {
  const client = newClient(config, 10_000)
  try {
    await client.connect()
    return client
  } catch (error) {
    await client.end()
    switch (errorCode(error)) {
      case 'ENOENT':
      case 'ECONNREFUSED':
      case 'ECONNRESET':
      case '57P03':
        return null
      case '28P01':
        throw new Refusal('database-sign-in', { user: config.user ?? '', server: config.host ?? '' })
      default:
        if (error instanceof Error && /terminated unexpectedly|timeout/i.test(error.message)) return null
        throw error
    }
  }
}

/** `logged`: length of the log before this start; what stands above it is another story. */
function startRefusal(place: ServerPlace, logged: number): Refusal {
  const log = readFileSync(place.log)
  const lines = log
    .subarray(log.length >= logged ? logged : 0)
    .toString('utf8')
    .trim()
    .split('\n')
  if (lines.some((line) => /No space left on device|Disk quota exceeded/.test(line))) {
    return new Refusal('disk-full', { folder: place.cluster })
  }
  const reason = lines.filter((line) => /FATAL|PANIC|ERROR|could not/.test(line)).at(-1) ?? lines.at(-1) ?? ''
  return new Refusal('database-not-started', { reason, log: place.log })
}
