import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe } from 'node:test'
import { Client } from 'pg'
import { startEmbedded } from './embedded/start-embedded.ts'
import { openStorage } from './open-storage.ts'
import { appRoleName } from './server/app-role.ts'
import type { Storage } from './storage.ts'

/** A fresh database for the tests of one file, opened as the unprivileged app role. */
export type TestStorage = {
  readonly storage: Storage
  /** Signed in as a superuser, past row-level security: to tamper, and to look behind the program. */
  readonly admin: Client
  /** The owner's address; it is a plain role, as on a managed server. */
  readonly databaseUrl: string
  readonly dataDir: string
  /** Address of the superuser of the whole server, for tests that make a database or a role of their own. */
  readonly superuserUrl: string
}

type Engine = {
  readonly name: string
  /** Address of a superuser, and how to let go of the server. */
  readonly start: () => Promise<{ url: string; stop: () => Promise<void> }>
}

const embedded: Engine = {
  name: 'embedded PostgreSQL',
  async start() {
    const dataDir = mkdtempSync(join(tmpdir(), 'gongkai-test-'))
    const server = await startEmbedded(dataDir)
    const { host = '', user, password } = server.owner
    return {
      url: `postgres://${user}:${password}@localhost/postgres?host=${encodeURIComponent(host)}`,
      async stop() {
        await server.release()
        rmSync(dataDir, { recursive: true })
      },
    }
  },
}

/** The embedded server, and the one of `GONGKAI_TEST_DATABASE_URL` (`node scripts/start-test-postgres.js` prints one). */
export function testEngines(): readonly Engine[] {
  const url = process.env.GONGKAI_TEST_DATABASE_URL
  return url
    ? [embedded, { name: 'PostgreSQL by address', start: async () => ({ url, stop: async () => {} }) }]
    : [embedded]
}

/** Runs one suite on every engine. `current` gives the database inside a test; one database serves the whole suite. */
export function describeOnEachEngine(suite: (current: () => TestStorage) => void): void {
  describeOn(testEngines(), suite)
}

/** As `describeOnEachEngine`, on the embedded server alone: for what is made of rows that others read, pages and documents. */
export function describeOnEmbedded(suite: (current: () => TestStorage) => void): void {
  describeOn([embedded], suite)
}

function describeOn(engines: readonly Engine[], suite: (current: () => TestStorage) => void): void {
  for (const engine of engines) {
    describe(engine.name, () => {
      let opened: (TestStorage & { close: () => Promise<void> }) | null = null
      before(async () => {
        opened = await openTestStorage(engine)
      })
      after(async () => {
        await opened?.close()
      })
      suite(() => {
        if (!opened) throw new Error('the database is there only inside a test')
        return opened
      })
    })
  }
}

async function openTestStorage(engine: Engine): Promise<TestStorage & { close: () => Promise<void> }> {
  const server = await engine.start()
  const { databaseUrl, adminUrl, drop } = await makeTestDatabase(server.url)
  const dataDir = mkdtempSync(join(tmpdir(), 'gongkai-test-'))
  const storage = await openStorage({ databaseUrl, dataDir })
  const admin = new Client({ connectionString: adminUrl })
  await admin.connect()
  return {
    storage,
    admin,
    databaseUrl,
    dataDir,
    superuserUrl: server.url,
    async close() {
      await storage.close()
      await admin.end()
      await drop()
      await server.stop()
      rmSync(dataDir, { recursive: true })
    },
  }
}

/** A database from template0 with UTF8 and C.UTF-8, owned by a plain role that may make roles. */
export async function makeTestDatabase(
  superuserUrl: string,
  locale = "locale 'C.UTF-8'",
): Promise<{ databaseUrl: string; adminUrl: string; drop: () => Promise<void> }> {
  const name = `gongkai_test_${randomBytes(6).toString('hex')}`
  const password = randomBytes(12).toString('hex')
  await asSuperuser(superuserUrl, [
    `create role ${name} login createrole nosuperuser nobypassrls password '${password}'`,
    `create database ${name} owner ${name} template template0 encoding 'UTF8' ${locale}`,
  ])
  const adminUrl = new URL(superuserUrl)
  adminUrl.pathname = `/${name}`
  const databaseUrl = new URL(adminUrl)
  databaseUrl.username = name
  databaseUrl.password = password
  return {
    databaseUrl: databaseUrl.href,
    adminUrl: adminUrl.href,
    drop: () => dropTestDatabase(superuserUrl, name),
  }
}

async function dropTestDatabase(superuserUrl: string, name: string): Promise<void> {
  await asSuperuser(superuserUrl, [
    `drop database ${name} with (force)`,
    `drop role if exists ${appRoleName(name)}`,
    `drop role ${name}`,
  ])
}

async function asSuperuser(url: string, statements: readonly string[]): Promise<void> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    for (const statement of statements) await client.query(statement)
  } finally {
    await client.end()
  }
}
