import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { after, before, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { readDocument } from '../../src/documents/read-document.ts'
import { readReport } from '../../src/report/read/read-report.ts'
import { openBrowser, openPage, textOf } from './open-browser.ts'
import { servePortal } from './serve-portal.ts'
import { blankReport, goodReport, notAReport, syntheticFile, wrongReport } from './synthetic-files.ts'

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

async function firstScreen(query = ''): Promise<{ page: Page; complaints: string[] }> {
  const opened = await openPage(browser)
  await opened.page.goto(`${portal.url}${query}`)
  await opened.page.waitForSelector('html.scripted')
  return opened
}

test('the page opens in Chinese and changes to English and back', async () => {
  const { page, complaints } = await firstScreen()
  assert.equal(await textOf(page.locator('h1')), '检查政府信息公开年度报告')
  await page.getByRole('link', { name: 'Switch to English' }).click()
  await page.getByRole('heading', { name: 'Check a disclosure annual report' }).waitFor()
  assert.equal(await page.locator('html').getAttribute('lang'), 'en')
  await page.getByRole('link', { name: '切换到中文' }).click()
  await page.getByRole('heading', { name: '检查政府信息公开年度报告' }).waitFor()
  assert.deepEqual(complaints, [])
})

test('a wrong report shows its wrong column marked, with the words beside it and links both ways', async () => {
  const { page, complaints } = await firstScreen()
  await page.setInputFiles('#files', await syntheticFile(wrongReport, 'docx'))
  const result = page.locator('details.result')
  await result.waitFor()
  assert.equal(await result.getAttribute('open'), '')
  assert.equal(await textOf(result.locator('h3')), '青禾县水务局')

  const head = result.locator('th[data-where="requests[][naturalPerson]"]')
  assert.equal(await head.getAttribute('data-look'), 'error')
  const received = result.locator('td[data-where="requests[received][naturalPerson]"]')
  assert.match((await received.getAttribute('class')) ?? '', /cell-involved/)

  const mark = head.locator('a.mark').first()
  const finding = page.locator(`[id="${(await mark.getAttribute('href'))?.slice(1)}"]`)
  assert.match(await textOf(finding), /错误[\s\S]*K1[\s\S]*12[\s\S]*11/)
  await mark.click()
  assert.match(page.url(), /#f1-n\d+$/)
  await finding.getByRole('link', { name: '查看位置' }).click()
  assert.match(page.url(), /#f1-at\d+$/)
  assert.deepEqual(complaints, [])
})

test('a wrong word is marked in the text of its section', async () => {
  const { page } = await firstScreen()
  await page.setInputFiles('#files', await syntheticFile(wrongReport, 'docx'))
  await page.locator('mark.range', { hasText: /^截止$/ }).waitFor()
})

test('several files appear one by one, each with its own result, and the end is announced', async () => {
  const { page, complaints } = await firstScreen()
  const files = await Promise.all([
    syntheticFile(goodReport, 'docx', '甲.docx'),
    syntheticFile(wrongReport, 'html', '乙.html'),
    syntheticFile(blankReport, 'docx', '丙.docx'),
  ])
  await page.setInputFiles('#files', [...files, notAReport])
  assert.equal(await page.locator('#result-places > *').count(), 4)
  await page.locator('#announcer', { hasText: '4 个文件已全部检查完毕' }).waitFor({ state: 'attached' })
  assert.equal(await textOf(page.locator('#progress')), '已检查 4 / 4 · 有错误 1 · 未能检查 1')
  assert.equal(await page.locator('details.result').count(), 3)
  assert.equal(await page.locator('details.result[open]').count(), 0)
  const names = await page.locator('#result-places .file-name, .result-refused h3').allInnerTexts()
  assert.deepEqual(names, ['甲.docx', '乙.html', '丙.docx', '会议通知.txt'])
  assert.match(await textOf(page.locator('#f1 .badges')), /未发现问题/)
  assert.deepEqual(complaints, [])
})

test('sixty files leave the page usable: heads only, in order, nothing lost', async () => {
  const { page } = await firstScreen()
  const { buffer, mimeType } = await syntheticFile(goodReport, 'html')
  const names = Array.from({ length: 60 }, (_, index) => `第${index + 1}个单位.html`)
  await page.setInputFiles(
    '#files',
    names.map((name) => ({ name, mimeType, buffer })),
  )
  await page.locator('#announcer', { hasText: '60 个文件' }).waitFor({ state: 'attached', timeout: 30_000 })
  assert.deepEqual(await page.locator('.file-name').allTextContents(), names)
  await page.locator('#f60 summary').first().click()
  await page.locator('#f60 table.table-requests').waitFor()
})

test('a file that is no report gets one plain sentence', async () => {
  const { page } = await firstScreen()
  await page.setInputFiles('#files', notAReport)
  const sentence = await textOf(page.locator('.result-refused .refusal'))
  assert.match(sentence, /^[^\n]{8,120}。$/)
  assert.doesNotMatch(sentence, /[a-z]{4,}Error|undefined|null/)
})

test('tables pasted from Word or WPS are checked at once', async () => {
  const { page } = await firstScreen()
  const { buffer } = await syntheticFile(wrongReport, 'html')
  await page.focus('#pasted')
  await page.evaluate(
    `{ const data = new DataTransfer(); data.setData('text/html', ${JSON.stringify(buffer.toString())}); data.setData('text/plain', 'x');
       document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true })) }`,
  )
  const result = page.locator('details.result')
  await result.waitFor()
  assert.match(await textOf(result.locator('.file-name')), /^粘贴的内容 1\.html$/)
  assert.match(await textOf(result.locator('summary .badges').first()), /错误/)
})

test('a file dropped anywhere on the page is checked', async () => {
  const { page } = await firstScreen()
  const { buffer } = await syntheticFile(goodReport, 'html')
  await page.evaluate(
    `{ const data = new DataTransfer(); data.items.add(new File([${JSON.stringify(buffer.toString())}], '拖入.html', { type: 'text/html' }));
       document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true })) }`,
  )
  await page.locator('.file-name', { hasText: '拖入.html' }).waitFor()
})

test('the corrected docx opens again with the words mended, the figures as they were, and 0 only where confirmed', async () => {
  const { page } = await firstScreen()
  const mended = await download(page, wrongReport, [])
  assert.match(mended.sections[0]?.text ?? '', /截至2024年12月31日/)
  assert.equal(mended.requests.received.naturalPerson.value, 12)
  assert.equal(mended.requests.total.naturalPerson.value, 11)

  const kept = await download((await firstScreen()).page, blankReport, [])
  assert.equal(kept.remedies.reconsideration.total.kind, 'blank')
  const filled = await download((await firstScreen()).page, blankReport, ['remedies'])
  assert.equal(filled.remedies.reconsideration.total.value, 0)
  assert.equal(filled.requests.received.total.kind, 'blank')
})

async function download(page: Page, given: typeof wrongReport, confirmed: readonly string[]) {
  await page.setInputFiles('#files', await syntheticFile(given, 'docx'))
  await page.locator('details.result[open]').waitFor()
  for (const table of confirmed) await page.locator(`input[name=zeroIn][value=${table}]`).check()
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Word（docx）' }).click(),
  ])
  assert.equal(file.suggestedFilename(), '青禾县水务局2024年度报告（修正稿）.docx')
  return readReport(await readDocument(new Uint8Array(await readFile(await file.path())), 'mended.docx'))
}

test('clearing takes the results away and gives the page back', async () => {
  const { page } = await firstScreen()
  await page.setInputFiles('#files', await syntheticFile(goodReport, 'html'))
  await page.locator('details.result').waitFor()
  await page.getByRole('button', { name: '清空结果' }).click()
  assert.equal(await page.locator('#results').isVisible(), false)
  assert.equal(await page.locator('#what').isVisible(), true)
})

test('“check again” checks the same files with the settings as they are now', async () => {
  const { page } = await firstScreen()
  await page.setInputFiles('#files', await syntheticFile(goodReport, 'html'))
  await page.locator('#f1 .badge-passed').waitFor()
  await page.getByText('补充说明（可不填）').click()
  await page.getByLabel('机关类别').selectOption('department')
  await page.getByLabel('公布日期').fill('2025-03-01')
  await page.getByRole('button', { name: '重新检查' }).click()
  await page.locator('#f2 .badge-error').first().waitFor()
  assert.equal(await page.locator('details.result').count(), 1)
})

test('a server that is gone is told in words, not in silence', async () => {
  const { page } = await firstScreen()
  await page.route('**/check?**', (route) => route.abort())
  await page.setInputFiles('#files', await syntheticFile(goodReport, 'html'))
  assert.match(await textOf(page.locator('.refusal')), /连接中断/)
})
