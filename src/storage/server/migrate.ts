import { type Client, type ClientConfig, Pool } from 'pg'
import { Refusal } from '../../refusals/refusal.ts'

/**
 * Brings the schema to this program's. Two at once are fine: the migrator works under an advisory lock, in one transaction.
 * Refuses a schema that a newer program made.
 */
export async function migrate(owner: Client, config: ClientConfig): Promise<void> {
  if ((await missingMigrations(owner)).length === 0) return
  const [{ Kysely, PostgresDialect }, { Migrator }, migrations] = await Promise.all([
    import('kysely'),
    import('kysely/migration'),
    loadMigrations(),
  ])
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool: new Pool({ ...config, max: 1 }) }) })
  try {
    const migrator = new Migrator({ db, provider: { getMigrations: async () => ({ ...migrations }) } })
    const { error } = await migrator.migrateToLatest()
    if (error) throw error
  } finally {
    await db.destroy()
  }
}

/** Refuses a schema that is not exactly this program's, for a connection that may not change it. */
export async function requireMigrated(client: Client): Promise<void> {
  const [missing] = await missingMigrations(client)
  if (missing) throw new Refusal('schema-older', { migration: missing })
}

/** Names of this program's migrations that the database has not seen; refuses when it has seen one this program lacks. */
async function missingMigrations(client: Client): Promise<string[]> {
  const present = await client.query<{ found: boolean }>(`select to_regclass('kysely_migration') is not null as found`)
  const done = present.rows[0]?.found ? await client.query<{ name: string }>('select name from kysely_migration') : null
  const migrations = await loadMigrations()
  const names = new Set(done?.rows.map((row) => row.name))
  const newer = [...names].find((name) => !Object.hasOwn(migrations, name))
  if (newer) throw new Refusal('schema-newer', { migration: newer })
  return Object.keys(migrations).filter((name) => !names.has(name))
}

/** They bring the query builder along, which is loaded while the server is reached. */
async function loadMigrations() {
  return (await import('../migrations/index.ts')).migrations
}
