import { mkdirSync } from 'node:fs'
import { type Client, type ClientConfig, Pool, type PoolClient } from 'pg'
import { Refusal } from '../../refusals/refusal.ts'
import { type InstallationKey, keyFile, makeInstallationKey, readInstallationKey } from '../secrets/installation-key.ts'
import { appConfig, appRoleName, checkAppRole, grantAppRole, makeAppRole } from './app-role.ts'
import { checkServer } from './check-server.ts'
import { connect, connectFrom, ignoreIdleLoss, keepPrepared, typeParsers } from './connection.ts'
import { migrate, requireMigrated } from './migrate.ts'

/** How to sign in. Without `owner` the schema is only looked at; without `app` the owner makes that role. */
export type SignIn =
  | { readonly owner: ClientConfig; readonly app: ClientConfig | null }
  | { readonly owner: null; readonly app: ClientConfig }

export type OpenDatabase = {
  readonly pool: Pool
  readonly key: InstallationKey
  /** True when this call made the installation key, which a person should now put away safely. */
  readonly keyMade: boolean
}

/** Checks, migrates, makes the app role and gives a pool of connections under it. */
export async function openDatabase(dataDir: string, signIn: SignIn): Promise<OpenDatabase> {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  return signIn.owner ? await openAsOwner(dataDir, signIn.owner, signIn.app) : await openAsApp(dataDir, signIn.app)
}

function makePool(app: ClientConfig): Pool {
  const pool = new Pool({ ...app, types: typeParsers, application_name: 'gongkai', max: 10 })
  pool.on('error', ignoreIdleLoss)
  const living = new Set<PoolClient>()
  clients.set(pool, living)
  pool.on('remove', (client) => living.delete(client))
  pool.on('connect', (client) => {
    living.add(client)
    client.on('error', ignoreIdleLoss)
    keepPrepared(client)
  })
  return pool
}

const clients = new WeakMap<Pool, ReadonlySet<PoolClient>>()

/** How long work that still holds a connection may take once the database is to be closed. */
const patienceMs = 2000

/** Ends the pool. A connection that is not given back in time is cut: what it has not committed is undone by the database. */
export async function endPool(pool: Pool): Promise<void> {
  const impatient = setTimeout(() => {
    for (const client of clients.get(pool) ?? []) streamOf(client)?.destroy()
  }, patienceMs)
  try {
    await pool.end()
  } finally {
    clearTimeout(impatient)
  }
}

/** The driver's types leave out what a client talks over. */
function streamOf(client: PoolClient): { readonly destroy: () => void } | undefined {
  return (client as unknown as { connection?: { stream?: { destroy: () => void } } }).connection?.stream
}

async function openAsOwner(dataDir: string, config: ClientConfig, given: ClientConfig | null): Promise<OpenDatabase> {
  const owner = await connect(config)
  try {
    await checkServer(owner)
    await migrate(owner, config)
    const { key, keyMade } = await matchKey(owner, dataDir)
    const app = given ?? appConfig(owner, config, appRoleName(owner.database ?? ''), key.appPassword)
    return { pool: await openPool(owner, app, given ? null : key), key, keyMade }
  } finally {
    await owner.end()
  }
}

async function openAsApp(dataDir: string, config: ClientConfig): Promise<OpenDatabase> {
  return await withClient(config, async (app) => {
    await checkServer(app)
    await requireMigrated(app)
    await checkAppRole(app)
    const keyId = await storedKeyId(app)
    const key = readInstallationKey(dataDir)
    if (!key || key.id !== keyId) throw wrongKey(dataDir, keyId, key)
    return { pool: makePool(config), key, keyMade: false }
  })
}

/** A pool under the app role, which has all its rights; `key` has the password of a role that is ours to make. */
async function openPool(owner: Client, app: ClientConfig, key: InstallationKey | null): Promise<Pool> {
  const role = roleOf(app)
  const pool = makePool(app)
  try {
    // The connection that is checked is the first of the pool.
    const client = key ? await connectAsOwnRole(owner, pool, role, key) : await connectFrom(pool)
    try {
      await grantAppRole(owner, role)
      await checkAppRole(client)
    } finally {
      client.release()
    }
    return pool
  } catch (error) {
    await pool.end()
    throw error
  }
}

/** The role is altered only when it cannot sign in: open connections elsewhere stay as they are. */
async function connectAsOwnRole(owner: Client, pool: Pool, role: string, key: InstallationKey): Promise<PoolClient> {
  try {
    return await connectFrom(pool)
  } catch (error) {
    if (!(error instanceof Refusal && error.id === 'database-sign-in')) throw error
    await makeAppRole(owner, role, key.appPassword)
    return await connectFrom(pool)
  }
}

/** The data folder's key, made on the first start of a new database; refuses any other than the one the database began with. */
async function matchKey(owner: Client, dataDir: string): Promise<{ key: InstallationKey; keyMade: boolean }> {
  const known = await storedKeyId(owner)
  const present = readInstallationKey(dataDir)
  if (known !== null && present?.id !== known) throw wrongKey(dataDir, known, present)
  const { key, made } = present ? { key: present, made: false } : makeInstallationKey(dataDir)
  if (known === null) {
    await owner.query('insert into installation (key_id) values ($1) on conflict do nothing', [key.id])
    const first = await storedKeyId(owner)
    if (first !== key.id) throw wrongKey(dataDir, first, key)
  }
  return { key, keyMade: made }
}

async function storedKeyId(client: Client): Promise<string | null> {
  const { rows } = await client.query<{ key_id: string }>('select key_id from installation')
  return rows[0]?.key_id ?? null
}

function wrongKey(dataDir: string, wanted: string | null, found: InstallationKey | null): Refusal {
  const details = { file: keyFile(dataDir), wanted: wanted ?? '' }
  return found
    ? new Refusal('installation-key-other', { ...details, found: found.id })
    : new Refusal('installation-key-missing', details)
}

function roleOf(config: ClientConfig): string {
  const role = config.user ?? (config.connectionString ? new URL(config.connectionString).username : '')
  if (!role) throw new Refusal('app-role-nameless')
  return decodeURIComponent(role)
}

async function withClient<T>(config: ClientConfig, work: (client: Client) => Promise<T>): Promise<T> {
  const client = await connect(config)
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
