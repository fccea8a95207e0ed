import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser } from 'playwright-core'
import { makeApi } from '../../src/api/make-api.ts'
import { listen } from '../../src/portal/listen.ts'
import { makeChecker } from '../../src/portal/make-checker.ts'
import { mender } from '../../src/portal/mender.ts'
import { makePortal } from '../../src/portal/portal.ts'
import { day } from '../../src/statute/day.ts'
import type { Storage } from '../../src/storage/storage.ts'
import { openBrowser, openPage, sidewaysOverflow, violations } from './open-browser.ts'

/** The page asks no database. */
const noStorage: Storage = {
  transact: () => Promise.reject(new Error('the page asked the database')),
  listen: () => ({ stop: async () => {} }),
  transactTogether: () => Promise.reject(new Error('the page asked the database')),
  connections: () => ({ total: 0, idle: 0, waiting: 0, most: 0 }),
  close: async () => {},
}

let browser: Browser
let server: Awaited<ReturnType<typeof listen>>
before(async () => {
  const shared = { basePath: '/', today: () => day('2026-03-02'), log: () => {} }
  const nothingRead = () => Promise.reject(new Error('the page reads no report'))
  const api = await makeApi({ ...shared, storage: noStorage })
  const portal = await makePortal({
    ...shared,
    check: makeChecker(nothingRead),
    mend: mender,
    healthy: async () => true,
  })
  const fetch = (request: Request) => (new URL(request.url).pathname.startsWith('/api') ? api : portal).fetch(request)
  server = await listen({ fetch }, '127.0.0.1', 0)
  browser = await openBrowser()
})
after(async () => {
  await browser.close()
  await server.close()
})

for (const query of ['', '?lang=en']) {
  test(`the page of the interface: axe finds nothing, and with every route open a phone need not scroll sideways (${query || 'Chinese'})`, async () => {
    const { page } = await openPage(browser, { viewport: { width: 1280, height: 900 } })
    await page.goto(`http://127.0.0.1:${server.port}/api/${query}`)
    const open = (routes: number) =>
      page.evaluate(
        `[...document.querySelectorAll('details')].slice(0, ${routes}).forEach((one) => { one.open = true })`,
      )
    // Routes are all made alike: a dozen of them have every kind of part, and all of them cost a minute.
    await open(12)
    // In English the same elements stand with other words.
    if (query === '') assert.deepEqual(await violations(page), [])
    await open(Number.MAX_SAFE_INTEGER)
    await page.setViewportSize({ width: 360, height: 740 })
    assert.equal(await sidewaysOverflow(page), 0)
    const language = await page.evaluate('document.documentElement.lang')
    assert.equal(language, query === '' ? 'zh-CN' : 'en')
  })
}
