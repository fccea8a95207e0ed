import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { day } from '../../statute/day.ts'
import { openStorage, type Storage } from '../../storage/open-storage.ts'
import { hearPublic } from '../../storage/public-changes.ts'
import { actAs, publishItem, testAgency } from '../../storage/publications/test-publications.ts'
import { describeOnEachEngine } from '../../storage/test-storage.ts'
import { listen } from '../listen.ts'
import { PageCache } from '../page-cache.ts'
import { makePortal } from '../portal.ts'

/** A server with a cache of its own, as `gongkai serve` makes it. */
async function startServer(storage: Storage) {
  const cache = new PageCache(10_000_000)
  let told = () => {}
  const hears = new Promise<void>((resolve) => {
    told = resolve
  })
  const hearing = hearPublic(storage, {
    changed: (tags) => cache.drop(tags),
    begun() {
      cache.hearAgain()
      told()
    },
    lost: () => cache.goDeaf(),
  })
  const portal = await makePortal({
    check: async () => ({ kind: 'refused', reason: '' }),
    mend: async () => new Uint8Array(),
    basePath: '/',
    healthy: async () => true,
    today: () => day('2026-11-20'),
    log: () => {},
    ...{ storage, cache },
  })
  const server = await listen(portal, '127.0.0.1', 0, (request, response) => cache.answer(request, response))
  await hears
  const get = async (path: string) => await (await fetch(`http://127.0.0.1:${server.port}${path}`)).text()
  return { cache, get, stop: async () => void (await Promise.all([server.close(), hearing.stop()])) }
}

async function until(what: () => Promise<boolean>): Promise<number> {
  const start = performance.now()
  while (!(await what())) {
    assert.ok(performance.now() - start < 20_000, 'it never became so')
    await wait(5)
  }
  return performance.now() - start
}

describeOnEachEngine((current) => {
  test('what is published is seen on every server at once, and pages it is not on stay kept', async () => {
    const { storage, databaseUrl, dataDir } = current()
    const second = await openStorage({ databaseUrl, dataDir })
    const servers = await Promise.all([startServer(storage), startServer(second)])
    try {
      const own = await testAgency(storage, 'A1')
      await testAgency(storage, 'B1')
      const paths = ['/', '/agencies/A1/', '/agencies/A1/content/themes/2/', '/agencies/B1/', '/agencies/A1/guide/']
      for (const { get, cache } of servers) {
        await until(async () => {
          for (const path of paths) await get(path)
          return cache.size === paths.length
        })
      }
      const { id, number } = await publishItem(storage, own)
      for (const { get, cache } of servers) {
        await until(async () => (await get('/agencies/A1/')).includes(id))
        // The page of the other agency and the guide were never dropped; the two others are made when asked for.
        assert.equal(cache.size, 3)
        for (const path of paths.slice(0, 3)) assert.ok((await get(path)).includes(id), path)
      }
      // A change of validity drops what tells of the item, feeds and what programs read as well.
      const telling = [...paths.slice(0, 3), `/items/${id}/`, '/agencies/A1/atom.xml', '/data/items.json']
      for (const { get } of servers) for (const path of telling) await get(path)
      const on = day('2026-11-19')
      await actAs(storage, own, 'clerk', number, {
        ...({ type: 'changeValidity', on, validity: 'repealed', since: on, basis: '甲发〔2026〕9号' } as const),
      })
      for (const { get } of servers)
        for (const path of telling) await until(async () => /repealed/.test(await get(path)))
    } finally {
      await Promise.all(servers.map(({ stop }) => stop()))
      await second.close()
    }
  })

  test('after the connection was lost everything is made anew, and changes are heard again', async () => {
    const { storage, admin } = current()
    const server = await startServer(storage)
    try {
      const own = await testAgency(storage, 'C1')
      await until(async () => (await server.get('/agencies/C1/')) !== '' && server.cache.size > 0)
      await admin.query(`select pg_terminate_backend(pid) from pg_stat_activity
        where query like 'listen %' and datname = current_database()`)
      await until(async () => server.cache.size === 0)
      const { id } = await publishItem(storage, own)
      await until(async () => (await server.get('/agencies/C1/')).includes(id))
    } finally {
      await server.stop()
    }
  })
})
