import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { Refusal } from '../refusals/refusal.ts'
import { openStorage, type Storage, type StorageOptions } from '../storage/open-storage.ts'
import type { CommandContext } from './context.ts'
import { storageWords } from './storage-words.ts'

/**
 * Opens the database a command line names: `DATABASE_URL` (and `GONGKAI_APP_DATABASE_URL`) of the environment, else the
 * embedded one of `--data`, by default `./data`. Says on stderr, once, that a new installation key must be kept.
 */
export async function openCommandStorage(args: readonly string[], context: CommandContext): Promise<Storage> {
  return await openStorage({
    ...storageOptionsOf(args, context),
    onKeyMade: (file) => context.err(storageWords[context.language].keyMade(file)),
    onClusterApart: (folder) => context.err(storageWords[context.language].clusterApart(folder)),
  })
}

/** Which database a command line names. */
export function storageOptionsOf(args: readonly string[], context: CommandContext): StorageOptions {
  return {
    dataDir: dataDirOf(args),
    databaseUrl: context.env.DATABASE_URL || undefined,
    appDatabaseUrl: context.env.GONGKAI_APP_DATABASE_URL || undefined,
  }
}

/** As `withCommandStorage`, for commands that only read: a folder without data is a mistyped one, and none is made there. */
export async function withExistingStorage<T>(
  args: readonly string[],
  context: CommandContext,
  work: (storage: Storage, stopped: AbortSignal) => Promise<T>,
): Promise<T> {
  const folder = dataDirOf(args)
  const served = context.env.DATABASE_URL || context.env.GONGKAI_APP_DATABASE_URL
  if (!served && !existsSync(join(folder, 'installation.key'))) throw new Refusal('data-folder-empty', { folder })
  return await withCommandStorage(args, context, work)
}

/** Opens the database for `work` and closes it afterwards, also when the command is interrupted or asked to end. */
export async function withCommandStorage<T>(
  args: readonly string[],
  context: CommandContext,
  work: (storage: Storage, stopped: AbortSignal) => Promise<T>,
): Promise<T> {
  const opening = openCommandStorage(args, context)
  const stopping = new AbortController()
  const leave = (signal: 'SIGINT' | 'SIGTERM') => {
    stopping.abort()
    const closed = opening.then((storage) => storage.close())
    void closed.finally(() => process.exit(signal === 'SIGINT' ? 130 : 143))
  }
  process.once('SIGINT', leave)
  process.once('SIGTERM', leave)
  try {
    const storage = await opening
    try {
      return await work(storage, stopping.signal)
    } finally {
      await storage.close()
    }
  } finally {
    process.off('SIGINT', leave)
    process.off('SIGTERM', leave)
  }
}

/** The account that acts: the one this process runs under. */
export function commandActor(context: CommandContext): string {
  return `cli:${context.account}`
}

function dataDirOf(args: readonly string[]): string {
  const { values } = parseArgs({ args: [...args], options: { data: { type: 'string' } }, strict: false })
  if (values.data === undefined) return 'data'
  if (typeof values.data !== 'string' || values.data === '') throw new Refusal('bad-option', { reason: '--data DIR' })
  return values.data
}
