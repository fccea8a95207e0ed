import assert from 'node:assert/strict'
import { copyFileSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { Client } from 'pg'
import { Refusal, type RefusalId } from '../refusals/refusal.ts'
import { addAgency, findAgencyByCode } from './agencies.ts'
import { openStorage, type StorageOptions } from './open-storage.ts'
import { judgeServer } from './server/check-server.ts'
import { describeOnEachEngine, makeTestDatabase, testEngines } from './test-storage.ts'

const folders: string[] = []
const newFolder = () => {
  const folder = mkdtempSync(join(tmpdir(), 'gongkai-open-'))
  folders.push(folder)
  return folder
}
after(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

const refusal = (id: RefusalId) => (error: unknown) => {
  assert.ok(error instanceof Refusal, String(error))
  assert.equal(error.id, id)
  return true
}
const refuses = async (options: StorageOptions, id: RefusalId) => {
  await assert.rejects(
    openStorage(options).then((storage) => storage.close()),
    refusal(id),
  )
}
const agency = { level: 'county', kind: 'department', parentCode: null, name: '甲局', code: 'a' } as const

test('the suite runs on the embedded server and, with GONGKAI_TEST_DATABASE_URL, on one by address', (t) => {
  const names = testEngines().map((engine) => engine.name)
  assert.equal(names.length, process.env.GONGKAI_TEST_DATABASE_URL ? 2 : 1)
  t.diagnostic(`engines: ${names.join(', ')}`)
})

test('PostgreSQL before 15, another encoding and the ctype C are refused', () => {
  const good = { version: 150018, name: 'gongkai', encoding: 'UTF8', ctype: 'C.UTF-8' }
  judgeServer(good)
  judgeServer({ ...good, version: 180004, ctype: 'zh_CN.utf8' })
  assert.throws(() => judgeServer({ ...good, version: 140011 }), refusal('database-too-old'))
  assert.throws(() => judgeServer({ ...good, encoding: 'SQL_ASCII' }), refusal('database-encoding'))
  for (const ctype of ['C', 'POSIX']) assert.throws(() => judgeServer({ ...good, ctype }), refusal('database-ctype'))
})

describeOnEachEngine((current) => {
  /** A database of the test's own, a superuser on it, and an owner's address. */
  const withDatabase = async (
    work: (made: { databaseUrl: string; adminUrl: string; admin: Client }) => Promise<void>,
    locale?: string,
  ) => {
    const made = await makeTestDatabase(current().superuserUrl, locale)
    const admin = new Client({ connectionString: made.adminUrl })
    await admin.connect()
    try {
      await work({ ...made, admin })
    } finally {
      await admin.end()
      await made.drop()
    }
  }

  test('the first start makes the installation key, closed to others, and says so once', async () => {
    await withDatabase(async ({ databaseUrl }) => {
      const dataDir = newFolder()
      const made: string[] = []
      for (let i = 0; i < 2; i++) {
        const storage = await openStorage({ databaseUrl, dataDir, onKeyMade: (file) => made.push(file) })
        await storage.close()
      }
      assert.deepEqual(made, [join(dataDir, 'installation.key')])
      assert.equal(statSync(join(dataDir, 'installation.key')).mode & 0o777, 0o600)
    })
  })

  test('several first starts at once migrate once and all work', async () => {
    await withDatabase(async ({ databaseUrl, admin }) => {
      const dataDir = newFolder()
      const opened = await Promise.all([1, 2, 3].map(() => openStorage({ databaseUrl, dataDir })))
      const [first] = opened
      assert.ok(first)
      await addAgency(first, 'test', agency)
      for (const storage of opened) assert.equal((await findAgencyByCode(storage, 'a'))?.name, '甲局')
      for (const storage of opened) await storage.close()
      const { rows } = await admin.query('select count(*) = count(distinct name) as once from kysely_migration')
      assert.equal(rows[0].once, true)
    })
  })

  test('a database is opened with its own installation key only', async () => {
    const { databaseUrl, dataDir } = current()
    const stranger = newFolder()
    await refuses({ databaseUrl, dataDir: stranger }, 'installation-key-missing')
    await withDatabase(async (other) => {
      await (await openStorage({ databaseUrl: other.databaseUrl, dataDir: stranger })).close()
      await refuses({ databaseUrl, dataDir: stranger }, 'installation-key-other')
    })
    copyFileSync(join(dataDir, 'installation.key'), join(stranger, 'installation.key'))
    await (await openStorage({ databaseUrl, dataDir: stranger })).close()
    const text = readFileSync(join(stranger, 'installation.key'), 'utf8')
    writeFileSync(join(stranger, 'installation.key'), text.slice(0, 40))
    await refuses({ databaseUrl, dataDir: stranger }, 'installation-key-damaged')
  })

  test('a schema made by a newer program is refused', async () => {
    await withDatabase(async ({ databaseUrl, admin }) => {
      const dataDir = newFolder()
      await (await openStorage({ databaseUrl, dataDir })).close()
      await admin.query(`insert into kysely_migration values ('9999-future', now()::text)`)
      await refuses({ databaseUrl, dataDir }, 'schema-newer')
    })
  })

  test('a database whose ctype is C is refused before anything is made in it', async () => {
    await withDatabase(async ({ databaseUrl, admin }) => {
      await refuses({ databaseUrl, dataDir: newFolder() }, 'database-ctype')
      const { rows } = await admin.query(
        `select count(*)::integer as n from pg_class where relnamespace = 'public'::regnamespace`,
      )
      assert.equal(rows[0].n, 0)
    }, "locale_provider libc locale 'C'")
  })

  test('a wrong password, a missing database and a silent address are told apart', async () => {
    const change = (alter: (url: URL) => void) => {
      const url = new URL(current().databaseUrl)
      alter(url)
      return { databaseUrl: url.href, dataDir: newFolder() }
    }
    await refuses(
      change((url) => (url.password = 'wrong')),
      'database-sign-in',
    )
    await refuses(
      change((url) => (url.pathname = '/no_such_database')),
      'database-missing',
    )
    await refuses(
      change((url) => (url.search = '?host=/nowhere')),
      'database-unreachable',
    )
  })

  test('an owner who may not make roles serves with a role an administrator made, and not without', async () => {
    await withDatabase(async ({ databaseUrl, admin }) => {
      const dataDir = newFolder()
      const owner = new URL(databaseUrl).username
      await admin.query(`alter role ${owner} nocreaterole`)
      await refuses({ databaseUrl, dataDir }, 'app-role-not-allowed')

      const role = `${owner}_served`
      await admin.query(`create role ${role} login password 'plain'`)
      const url = new URL(databaseUrl)
      url.username = role
      url.password = 'plain'
      const appDatabaseUrl = url.href
      await (await openStorage({ databaseUrl, appDatabaseUrl, dataDir })).close()

      const alone = await openStorage({ appDatabaseUrl, dataDir })
      await addAgency(alone, 'test', agency)
      assert.equal((await findAgencyByCode(alone, 'a'))?.level, 'county')
      await alone.close()
      await admin.query(`drop owned by ${role}; drop role ${role}`)
    })
  })

  test('the app role alone does not serve a database nobody migrated', async () => {
    await withDatabase(async ({ databaseUrl }) => {
      await refuses({ appDatabaseUrl: databaseUrl, dataDir: newFolder() }, 'schema-older')
    })
  })

  test('a role that row-level security does not bind is never served as', async () => {
    const { databaseUrl, dataDir, superuserUrl } = current()
    const superuser = new URL(databaseUrl)
    superuser.username = new URL(superuserUrl).username
    superuser.password = new URL(superuserUrl).password
    await refuses({ databaseUrl, appDatabaseUrl: superuser.href, dataDir }, 'app-role-unbound')
    await refuses({ databaseUrl, appDatabaseUrl: databaseUrl, dataDir }, 'app-role-unbound')
  })

  test('after the server cut every connection the next transactions simply work', async () => {
    const { storage, admin } = current()
    const many = () => Promise.all(Array.from({ length: 10 }, () => findAgencyByCode(storage, 'nobody')))
    await many()
    const { rowCount } = await admin.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where datname = current_database() and usename like 'gongkai\\_app\\_%'`,
    )
    assert.ok(rowCount && rowCount > 1)
    assert.deepEqual(new Set(await many()), new Set([null]))
  })

  test('a role left from before, with another password, is taken over', async () => {
    await withDatabase(async ({ databaseUrl, admin }) => {
      const dataDir = newFolder()
      await (await openStorage({ databaseUrl, dataDir })).close()
      const { rows } = await admin.query(`select grantee from information_schema.role_table_grants
        where table_name = 'agency' and grantee like 'gongkai\\_app\\_%' limit 1`)
      await admin.query(`alter role ${rows[0].grantee} password 'other'`)
      const storage = await openStorage({ databaseUrl, dataDir })
      assert.equal(await findAgencyByCode(storage, 'a'), null)
      await storage.close()
    })
  })
})
