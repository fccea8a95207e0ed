import { join } from 'node:path'
import type { Pool, PoolClient } from 'pg'
import { startEmbedded } from './embedded/start-embedded.ts'
import { errorCode } from './error-code.ts'
import { type FileFolder, fileFolder } from './files/file-folder.ts'
import { listenToDatabase } from './listen-to-database.ts'
import { type InstallationKey, keyFile } from './secrets/installation-key.ts'
import { endPool, openDatabase, type SignIn } from './server/open-database.ts'
import type { ConnectionFigures, Storage } from './storage.ts'
import type { Connections, transact } from './transaction/transact.ts'
import { transactTogether } from './transaction/transact-together.ts'

export type { Acting, SnapshotId, Storage, Trx } from './storage.ts'

export type StorageOptions = {
  /** Folder of the installation key, and of the database when it is the embedded one. */
  readonly dataDir: string
  /** Owner of a database on a PostgreSQL server of one's own; the embedded server is used without it. */
  readonly databaseUrl?: string | undefined
  /** Sign-in of the app role, where an administrator made it. Alone it serves a schema that is already migrated. */
  readonly appDatabaseUrl?: string | undefined
  /** Told once, when the installation key is made: it must be kept, a backup without it cannot be read. */
  readonly onKeyMade?: ((file: string) => void) | undefined
  /** Told once, when the cluster is made in a folder of its own because the server cannot reach the data folder. */
  readonly onClusterApart?: ((folder: string) => void) | undefined
}

/**
 * Opens the database, starting or adopting the embedded server where no address is given, and brings its schema to this
 * program's. Refuses what a person must mend: wrong password, full disk, folder not writable, newer data. Close it.
 */
export async function openStorage(options: StorageOptions): Promise<Storage> {
  // The query builder is a large package: it is loaded while the server is reached.
  const [open, { transact }] = await Promise.all([
    signInByUrl(options) ? openServer(options) : openEmbedded(options),
    import('./transaction/transact.ts'),
  ])
  return makeStorage(open, fileFolder(join(options.dataDir, 'files')), transact)
}

type Open = {
  readonly connections: Connections
  readonly key: InstallationKey
  readonly figures: () => ConnectionFigures
  readonly close: () => Promise<void>
}

async function openServer(options: StorageOptions): Promise<Open> {
  const signIn = signInByUrl(options)
  if (!signIn) throw new TypeError('no address of a database')
  const { pool, key, keyMade } = await openDatabase(options.dataDir, signIn)
  if (keyMade) options.onKeyMade?.(keyFile(options.dataDir))
  return { connections: poolConnections(pool), key, figures: () => figuresOf(pool), close: () => endPool(pool) }
}

async function openEmbedded(options: StorageOptions): Promise<Open> {
  const embedded = await startEmbedded(options.dataDir)
  if (embedded.madeApart !== null) options.onClusterApart?.(embedded.madeApart)
  try {
    const { pool, key, keyMade } = await openDatabase(options.dataDir, { owner: embedded.owner, app: null })
    if (keyMade) options.onKeyMade?.(keyFile(options.dataDir))
    const close = async () => {
      await endPool(pool)
      await embedded.release()
    }
    return { connections: revivingConnections(pool, embedded.revive), key, figures: () => figuresOf(pool), close }
  } catch (error) {
    await embedded.release()
    throw error
  }
}

function signInByUrl({ databaseUrl, appDatabaseUrl }: StorageOptions): SignIn | null {
  const app = appDatabaseUrl ? { connectionString: appDatabaseUrl } : null
  if (databaseUrl) return { owner: { connectionString: databaseUrl }, app }
  return app ? { owner: null, app } : null
}

function makeStorage({ connections, key, figures, close }: Open, files: FileFolder, run: typeof transact): Storage {
  let closing: Promise<void> | null = null
  return {
    listen: (channel, hearing) => listenToDatabase(connections, channel, hearing),
    transact: (who, work) => run(connections, { key, files }, who, work),
    transactTogether: async (parts) => await transactTogether(connections, parts(key)),
    connections: figures,
    close() {
      closing ??= close()
      return closing
    },
  }
}

function figuresOf({ totalCount, idleCount, waitingCount, options }: Pool): ConnectionFigures {
  return { total: totalCount, idle: idleCount, waiting: waitingCount, most: options.max }
}

function poolConnections(pool: Pool): Connections {
  return { options: pool.options, connect: () => pool.connect(), end: () => pool.end() }
}

/** Brings a dead embedded server back when a connection is asked for; many askers wait for one revival. */
function revivingConnections(pool: Pool, revive: () => Promise<string>): Connections {
  let reviving: Promise<void> | null = null
  const reviveServer = async () => {
    try {
      pool.options.host = await revive()
    } finally {
      reviving = null
    }
  }
  return {
    ...poolConnections(pool),
    async connect(): Promise<PoolClient> {
      try {
        return await pool.connect()
      } catch (error) {
        const code = errorCode(error)
        if (code !== 'ENOENT' && code !== 'ECONNREFUSED') throw error
        reviving ??= reviveServer()
        await reviving
        return await pool.connect()
      }
    },
  }
}
