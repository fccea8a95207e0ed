import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { openBrowser, openPage, sidewaysOverflow, violations } from './open-browser.ts'
import { servePortal } from './serve-portal.ts'
import {
  blankReport,
  goodReport,
  notAReport,
  type SyntheticFile,
  syntheticFile,
  wrongReport,
} from './synthetic-files.ts'

let browser: Browser
let portal: Awaited<ReturnType<typeof servePortal>>
before(async () => {
  portal = await servePortal()
  browser = await openBrowser()
})
after(async () => {
  await browser.close()
  await portal.close()
})

const desktop = { viewport: { width: 1280, height: 900 } } satisfies BrowserContextOptions
const phone = {
  viewport: { width: 360, height: 740 },
  hasTouch: true,
  isMobile: true,
} satisfies BrowserContextOptions

const states: readonly { readonly name: string; readonly files: () => Promise<readonly SyntheticFile[]> }[] = [
  { name: 'empty', files: async () => [] },
  { name: 'a good report', files: async () => [await syntheticFile(goodReport, 'docx')] },
  { name: 'a wrong report', files: async () => [await syntheticFile(wrongReport, 'docx')] },
  { name: 'a blank report', files: async () => [await syntheticFile(blankReport, 'docx')] },
  { name: 'a refused file', files: async () => [notAReport] },
  { name: 'several files', files: async () => [await syntheticFile(wrongReport, 'html'), notAReport] },
]

async function openState(
  options: BrowserContextOptions,
  query: string,
  files: readonly SyntheticFile[],
): Promise<Page> {
  const { page } = await openPage(browser, { ...options, reducedMotion: 'reduce' })
  return await showState(page, query, files)
}

async function showState(page: Page, query: string, files: readonly SyntheticFile[]): Promise<Page> {
  await page.goto(`${portal.url}${query}`)
  await page.waitForSelector('html.scripted')
  if (files.length > 0) {
    await page.setInputFiles('#files', files)
    await page
      .locator('#result-places > [data-verdict]')
      .nth(files.length - 1)
      .waitFor()
  }
  await page.evaluate(`for (const fold of document.querySelectorAll('details')) fold.open = true`)
  return page
}

// Loading the page anew forgets all that was in it; a page of its own for every state would cost most of the time.
let reused: Promise<Page> | null = null

/** In English the same elements stand with other words, which may be longer: two states have nearly all of them. */
const alsoInEnglish = ['empty', 'a wrong report']

for (const { name, files } of states) {
  for (const query of alsoInEnglish.includes(name) ? ['', '?lang=en'] : ['']) {
    test(`axe finds nothing, and nothing is wider than a phone: ${name}, ${query === '' ? 'Chinese' : 'English'}`, async () => {
      reused ??= openPage(browser, { ...desktop, reducedMotion: 'reduce' }).then(({ page }) => page)
      const page = await reused
      await page.setViewportSize(desktop.viewport)
      await showState(page, query, await files())
      assert.deepEqual(await violations(page), [])
      await page.setViewportSize(phone.viewport)
      assert.equal(await sidewaysOverflow(page), 0)
    })
  }
}

test('on a phone, in the dark, every colour still has contrast and every mark its size', async () => {
  const page = await openState({ ...phone, colorScheme: 'dark' }, '', [await syntheticFile(wrongReport, 'docx')])
  assert.deepEqual(await violations(page), [])
  assert.equal(await sidewaysOverflow(page), 0)
})

test('the keyboard alone reaches the result: skip link, file button, settings, check, and the focus follows', async () => {
  const page = await openState(desktop, '', [])
  await page.keyboard.press('Tab')
  assert.equal(await page.evaluate('document.activeElement.className'), 'skip-link')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  assert.equal(await page.evaluate('document.activeElement.id'), 'files')
  await page.setInputFiles('#files', await syntheticFile(goodReport, 'html'))
  await page.locator('details.result[open]').waitFor()
  await page.locator('details.result > summary:focus').waitFor()
  await page.keyboard.press('Enter')
  assert.equal(await page.locator('details.result').getAttribute('open'), null)
})

test('the label column of the wide table stays in sight while the table scrolls', async () => {
  const page = await openState(phone, '', [await syntheticFile(wrongReport, 'docx')])
  const label = page.locator('.table-requests tbody th.row-label').first()
  const before = await label.boundingBox()
  await page.evaluate(`document.querySelector('.table-box:has(.table-requests)').scrollLeft = 200`)
  assert.equal((await label.boundingBox())?.x, before?.x)
})
