import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { openBrowser, openPage, sidewaysOverflow, violations } from './open-browser.ts'
import { servePortal } from './serve-portal.ts'

let browser: Browser
let portal: Awaited<ReturnType<typeof servePortal>>
before(async () => {
  portal = await servePortal('/gongkai/')
  browser = await openBrowser()
})
after(async () => {
  await browser.close()
  await portal.close()
})

const desktop: BrowserContextOptions = { viewport: { width: 1280, height: 900 } }
const phone: BrowserContextOptions = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true }
const consulting =
  'received=2025-09-08&today=2025-10-14&event=consultationSent.thirdParty&on=2025-09-15&second=2025-09-19&days=&party=A'
const addresses = { empty: '', running: 'received=2026-02-10', consulting, wrong: 'received=2026-02-30' }

// One page for each kind of window; loading an address anew forgets the one before.
let windows: Promise<readonly Page[]> | null = null
const openWindows = () =>
  Promise.all(
    [desktop, { ...phone, colorScheme: 'dark' as const }].map(async (one) => (await openPage(browser, one)).page),
  )

for (const [name, query] of Object.entries(addresses)) {
  for (const language of ['zh-CN', 'en']) {
    test(`axe finds nothing on the due-date page, and nothing is wider than a phone: ${name}, ${language}`, async () => {
      const address = `${portal.url}deadline?lang=${language}&${query}`
      windows ??= openWindows()
      for (const page of await windows) {
        await page.goto(address)
        assert.deepEqual(await violations(page), [])
        assert.equal(await sidewaysOverflow(page), 0)
      }
    })
  }
}

test('without script: fill in, count, add an extension, count again, change the language', async () => {
  const { page } = await openPage(browser, { ...desktop, javaScriptEnabled: false })
  await page.goto(portal.url)
  await page.getByRole('link', { name: '答复期限计算' }).click()
  await page.getByLabel('收到渠道').selectOption('email')
  await page.getByLabel('收到日期').fill('2026-02-10')
  await page.getByRole('button', { name: '计算' }).click()
  assert.match((await page.locator('.deadline-due').textContent()) ?? '', /2026年3月16日/)
  await page.locator('#event-1').selectOption('extended')
  await page.locator('#on-1').fill('2026-03-02')
  await page.locator('#days-1').fill('10')
  await page.getByRole('button', { name: '计算' }).click()
  assert.match((await page.locator('.deadline-due').textContent()) ?? '', /2026年3月30日/)
  assert.equal(await page.locator('.event-row').count(), 3)
  await page.getByRole('link', { name: 'Switch to English' }).click()
  assert.match((await page.locator('.deadline-due').textContent()) ?? '', /2026-03-30/)
  await page.context().close()
})
