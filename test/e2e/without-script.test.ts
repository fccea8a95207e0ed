import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser } from 'playwright-core'
import { openBrowser, openPage, textOf } from './open-browser.ts'
import { servePortal } from './serve-portal.ts'
import { goodReport, notAReport, syntheticFile, wrongReport } from './synthetic-files.ts'

let browser: Browser
let portal: Awaited<ReturnType<typeof servePortal>>
before(async () => {
  ;[browser, portal] = await Promise.all([openBrowser(), servePortal('/bureau/')])
})
after(async () => {
  await browser.close()
  await portal.close()
})

/** The first screen in a browser that runs no script, under a base path. */
async function plainPage() {
  const { page } = await openPage(browser, { javaScriptEnabled: false })
  await page.goto(portal.url)
  return page
}

test('without script a chosen file is checked by the plain form, below the base path', async () => {
  const page = await plainPage()
  await page.setInputFiles('#files', await syntheticFile(wrongReport, 'docx'))
  await page.getByRole('button', { name: '开始检查' }).click()
  await page.waitForURL('**/bureau/check?lang=zh-CN')
  assert.equal(await page.locator('details.result').getAttribute('open'), '')
  assert.equal(await page.locator('th[data-where="requests[][naturalPerson]"]').getAttribute('data-look'), 'error')
})

test('without script several files are checked in one post, refused ones among them', async () => {
  const page = await plainPage()
  const files = [await syntheticFile(goodReport, 'docx', '甲.docx'), notAReport]
  await page.setInputFiles('#files', files)
  await page.getByRole('button', { name: '开始检查' }).click()
  assert.equal(await textOf(page.locator('#progress')), '共 2 个文件')
  assert.equal(await textOf(page.locator('.result-refused h3')), notAReport.name)
})

test('without script pasted text is checked', async () => {
  const page = await plainPage()
  await page.fill(
    '#pasted',
    '青禾县水务局2024年政府信息公开工作年度报告\n一、总体情况\n截止2024年12月31日，公开信息3条。\n六、其他需要报告的事项\n无。',
  )
  await page.getByRole('button', { name: '开始检查' }).click()
  await page.locator('mark.range', { hasText: '截止' }).waitFor()
})

test('without script a form without a file is answered by a sentence on the page', async () => {
  const page = await plainPage()
  await page.getByRole('button', { name: '开始检查' }).click()
  assert.match(await textOf(page.getByRole('alert')), /还没有选择文件/)
})

test('without script the corrected copy is downloaded, in the language of the page', async () => {
  const page = await plainPage()
  await page.getByRole('link', { name: 'Switch to English' }).click()
  await page.setInputFiles('#files', await syntheticFile(wrongReport, 'docx'))
  await page.getByRole('button', { name: 'Check', exact: true }).click()
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Excel (xlsx)' }).click(),
  ])
  assert.equal(file.suggestedFilename(), '青禾县水务局2024年度报告 (corrected).xlsx')
})
