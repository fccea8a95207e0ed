import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { openBrowser, openPage, sidewaysOverflow, violations } from './open-browser.ts'
import { type ServedSite, serveSite } from './serve-site.ts'

let browser: Browser
let site: ServedSite
let page: Page
let complaints: string[]
before(async () => {
  site = await serveSite()
  browser = await openBrowser()
  const opened = await openPage(browser, { viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce' })
  page = opened.page
  complaints = opened.complaints
})
after(async () => {
  await browser.close()
  await site.close()
})

/** Every kind of page; `STANDING` and the like stand for the ids of items. */
const kinds = [
  '',
  'content/',
  'content/themes/6/',
  'reports/',
  'agencies/QHSW/',
  'agencies/QHSW/guide/',
  'agencies/QHJY/guide/',
  'agencies/QHX/rules/',
  'agencies/QHSW/content/',
  'agencies/QHX/reports/',
  'agencies/QHX/reports/2025/',
  'agencies/QHX/reports/2025/figures/',
  'items/STANDING/',
  'items/REPEALED/',
  'items/GONE/',
  'nothing/',
]
const inEnglish = ['en/', 'en/agencies/QHSW/guide/', 'en/agencies/QHX/reports/2025/figures/', 'en/content/']
const plain = [
  'plain/',
  'plain/search/?q=水',
  'plain/agencies/QHSW/request/',
  'plain/items/REPEALED/',
  'plain/agencies/QHX/reports/2025/figures/',
  'en/plain/content/',
]

function addressOf(kind: string): string {
  const { standing, repealed, gone } = site.items
  return site.url + kind.replace('STANDING', standing).replace('REPEALED', repealed).replace('GONE', gone)
}

async function inspect(kind: string): Promise<void> {
  await page.goto(addressOf(kind))
  await page.evaluate(`for (const fold of document.querySelectorAll('details')) fold.open = true`)
  assert.deepEqual(await violations(page), [])
  await page.setViewportSize({ width: 390, height: 844 })
  const over = await sidewaysOverflow(page)
  await page.setViewportSize({ width: 1280, height: 900 })
  assert.equal(over, 0)
}

for (const kind of [...kinds, ...inEnglish, ...plain])
  test(`axe finds nothing, and nothing is wider than a phone: /${kind}`, () => inspect(kind))

test('in the dark, in both looks, every colour has contrast', async () => {
  await page.emulateMedia({ colorScheme: 'dark' })
  for (const kind of ['agencies/QHX/reports/2025/figures/', 'plain/items/REPEALED/']) await inspect(kind)
  await page.emulateMedia({ colorScheme: 'light' })
})

test('the keyboard alone goes from the skip links to the text, and through columns in the order they are read', async () => {
  await page.goto(addressOf('agencies/QHSW/guide/'))
  const focused = () => page.evaluate(`document.activeElement.textContent.trim()`)
  await page.keyboard.press('Tab')
  assert.equal(await focused(), '跳到正文')
  const shown = (await page.evaluate(`document.activeElement.getBoundingClientRect().top`)) as number
  assert.ok(shown >= 0, 'a skip link is seen when it has the focus')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  assert.equal(await focused(), '清河县水务局')
  for (const column of ['政府信息公开指南', '政府信息公开制度', '法定主动公开内容']) {
    await page.keyboard.press('Tab')
    assert.equal(await focused(), column)
    assert.notEqual(await page.evaluate(`getComputedStyle(document.activeElement).outlineStyle`), 'none')
  }
  await page.keyboard.press('Enter')
  await page.waitForURL(/content\/$/)
})

test('without script, a page changes its look and its language and comes back', async () => {
  await page.goto(addressOf('agencies/QHX/rules/'))
  await page.getByText('大字高对比').click()
  await page.waitForURL(/zfxxgk\/plain\/agencies\/QHX\/rules\/$/)
  await page.getByText('English').click()
  await page.waitForURL(/zfxxgk\/en\/plain\/agencies\/QHX\/rules\/$/)
  await page.getByText('Usual look').click()
  await page.waitForURL(/zfxxgk\/en\/agencies\/QHX\/rules\/$/)
})

test('nothing was blocked, loaded from elsewhere or complained about', () => {
  // Pages that are not there or were withdrawn answer with their own status, which the browser tells.
  assert.deepEqual(
    complaints.filter((complaint) => !/404|410/.test(complaint)),
    [],
  )
})
