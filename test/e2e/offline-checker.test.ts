import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import type { Browser, Page } from 'playwright-core'
import { readDocument } from '../../src/documents/read-document.ts'
import { readReport } from '../../src/report/read/read-report.ts'
import { openBrowser, openPage, textOf, violations } from './open-browser.ts'
import { goodReport, notAReport, syntheticFile, wrongReport } from './synthetic-files.ts'

let browser: Browser | undefined
let folder: string
let file: string
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gongkai-checker-'))
  file = join(folder, 'gongkai-check.html')
  const build = fileURLToPath(new URL('../../scripts/build-checker.js', import.meta.url))
  await promisify(execFile)(process.execPath, [build, file])
  browser = await openBrowser()
})
after(async () => {
  await browser?.close()
  await rm(folder, { recursive: true })
})

/** The one file opened from the disk, with every network request turned away and noted. */
async function offlinePage(query = ''): Promise<{ page: Page; complaints: string[]; requests: string[] }> {
  assert.ok(browser)
  const { page, complaints } = await openPage(browser, { offline: true })
  const requests: string[] = []
  page.on('request', (request) => {
    if (!request.url().startsWith('file:')) requests.push(request.url())
  })
  await page.goto(`${pathToFileURL(file)}${query}`)
  await page.waitForSelector('html.scripted')
  return { page, complaints, requests }
}

test('a docx is checked with the result that the server shows, and nothing goes over the network', async () => {
  const { page, complaints, requests } = await offlinePage()
  await page.setInputFiles('#files', await syntheticFile(wrongReport, 'docx'))
  await page.locator('details.result[open]').waitFor()
  assert.equal(await page.locator('th[data-where="requests[][naturalPerson]"]').getAttribute('data-look'), 'error')
  await page.locator('mark.range', { hasText: /^截止$/ }).waitFor()
  assert.deepEqual(requests, [])
  assert.deepEqual(complaints, [])
})

test('several files of all kinds are checked, and a refused one is told in its sentence', async () => {
  const { page, complaints } = await offlinePage()
  const files = await Promise.all([
    syntheticFile(goodReport, 'docx', '甲.docx'),
    syntheticFile(goodReport, 'html', '乙.html'),
    syntheticFile(goodReport, 'json', '丙.json'),
  ])
  await page.setInputFiles('#files', [...files, notAReport])
  await page.locator('#announcer', { hasText: '4 个文件' }).waitFor({ state: 'attached' })
  assert.equal(await page.locator('.badge-passed').count(), 3)
  assert.match(await textOf(page.locator('.refusal')), /。$/)
  assert.deepEqual(complaints, [])
})

test('the corrected docx is written in the page itself, with the words mended', async () => {
  const { page, complaints, requests } = await offlinePage()
  await page.setInputFiles('#files', await syntheticFile(wrongReport, 'html'))
  await page.locator('details.result[open]').waitFor()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Word（docx）' }).click(),
  ])
  assert.equal(download.suggestedFilename(), '青禾县水务局2024年度报告（修正稿）.docx')
  const bytes = await readFile(await download.path())
  const mended = readReport(await readDocument(new Uint8Array(bytes), 'mended.docx'))
  assert.match(mended.sections[0]?.text ?? '', /截至2024年12月31日/)
  assert.deepEqual(requests, [])
  assert.deepEqual(complaints, [])
})

test('pasted tables are checked', async () => {
  const { page } = await offlinePage()
  const { buffer } = await syntheticFile(wrongReport, 'html')
  await page.evaluate(
    `{ const data = new DataTransfer(); data.setData('text/html', ${JSON.stringify(buffer.toString())});
       document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true })) }`,
  )
  await page.locator('details.result .badge-error').first().waitFor()
})

test('it speaks English too, and axe finds nothing in either language', async () => {
  for (const query of ['', '?lang=en']) {
    const { page, complaints } = await offlinePage(query)
    assert.equal(await page.locator('html').getAttribute('lang'), query === '' ? 'zh-CN' : 'en')
    await page.setInputFiles('#files', await syntheticFile(wrongReport, 'html'))
    await page.locator('details.result[open]').waitFor()
    assert.deepEqual(await violations(page), [])
    assert.deepEqual(complaints, [])
  }
})

test('its own policy allows no address at all, and the file stays small enough to mail', async () => {
  const text = await readFile(file, 'utf8')
  const policy = /http-equiv="content-security-policy" content="([^"]+)"/.exec(text)?.[1] ?? assert.fail('no policy')
  assert.match(policy, /default-src &#39;none&#39;/)
  assert.doesNotMatch(policy, /unsafe|https?:|\*/)
  assert.ok((await stat(file)).size < 2 * 1024 * 1024)
})
