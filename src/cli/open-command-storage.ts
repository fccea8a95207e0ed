import { parseArgs } from 'node:util'
import { Refusal } from '../refusals/refusal.ts'
import { openStorage, type Storage } from '../storage/open-storage.ts'
import type { CommandContext } from './context.ts'
import { storageWords } from './storage-words.ts'

/**
 * Opens the database a command line names: `DATABASE_URL` (and `GONGKAI_APP_DATABASE_URL`) of the environment, else the
 * embedded one of `--data`, by default `./data`. Says on stderr, once, that a new installation key must be kept.
 */
export async function openCommandStorage(args: readonly string[], context: CommandContext): Promise<Storage> {
  return await openStorage({
    dataDir: dataDirOf(args),
    databaseUrl: context.env.DATABASE_URL || undefined,
    appDatabaseUrl: context.env.GONGKAI_APP_DATABASE_URL || undefined,
    onKeyMade: (file) => context.err(storageWords[context.language].keyMade(file)),
  })
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

/** The account that acts: who is signed in to this machine. */
export function commandActor(context: CommandContext): string {
  return `cli:${context.env.USER || context.env.LOGNAME || context.env.USERNAME || 'unknown'}`
}

function dataDirOf(args: readonly string[]): string {
  const { values } = parseArgs({ args: [...args], options: { data: { type: 'string' } }, strict: false })
  if (values.data === undefined) return 'data'
  if (typeof values.data !== 'string' || values.data === '') throw new Refusal('bad-option', { reason: '--data DIR' })
  return values.data
}
