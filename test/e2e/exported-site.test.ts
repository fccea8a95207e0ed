import assert from 'node:assert/strict'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import { after, before, test } from 'node:test'
import type { Browser } from 'playwright-core'
import { exportSite } from '../../src/portal/export/export-site.ts'
import { openBrowser, openPage, sidewaysOverflow, textOf, violations } from './open-browser.ts'
import { type ServedSite, serveSite } from './serve-site.ts'

const base = '/zfxxgk/'
const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
}

let folder: string
let browser: Browser
let site: ServedSite
let server: Server
let root: string

before(async () => {
  site = await serveSite()
  folder = mkdtempSync(join(tmpdir(), 'gongkai-exported-'))
  const out = join(folder, 'site')
  const order = { storage: site.storage, options: { dataDir: '' }, base, compressed: false, out, server: null }
  const { failed, missing } = await exportSite(order)
  assert.deepEqual([failed, missing], [[], []])
  server = serveFiles(out)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  root = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}${base}`
  browser = await openBrowser()
})
after(async () => {
  await browser.close()
  server.close()
  await site.close()
  rmSync(folder, { recursive: true })
})

/** A web server that knows nothing but files. */
function serveFiles(out: string): Server {
  return createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname).slice(base.length)
    const wanted = join(out, path.endsWith('/') || path === '' ? `${path}index.html` : path)
    const found = existsSync(wanted)
    const file = found ? wanted : join(out, path.startsWith('en/') ? 'en/404.html' : '404.html')
    response.writeHead(found ? 200 : 404, { 'content-type': types[extname(file)] ?? 'application/octet-stream' })
    response.end(readFileSync(file))
  })
}

test('a visitor searches the files of an exported site, by words of any length, and opens what was found', async () => {
  const { page, complaints } = await openPage(browser, { viewport: { width: 390, height: 844 } })
  const found = async (words: string) => {
    await page.getByRole('searchbox').first().fill(words)
    await page.keyboard.press('Enter')
    await page.waitForURL((url) => url.searchParams.get('q') === words)
    await page.locator('#site-search-results [role="status"]:not(:empty)').waitFor()
    return await page.locator('#site-search-results li a').allTextContents()
  }
  await page.goto(root)
  assert.deepEqual(await found('水利工程建设'), ['清河县2026年水利工程建设规划'])
  assert.deepEqual(await violations(page), [])
  assert.equal(await sidewaysOverflow(page), 0)
  assert.equal((await found('饮水')).length, 1)
  assert.equal((await found('考核 试行')).length, 1)
  assert.match(await textOf(page.locator('#site-search-results')), /共找到 1 条.*废止/)
  assert.equal((await found('算')).length, 1)
  assert.deepEqual(await found('没有这样的词'), [])
  assert.match(await textOf(page.locator('#site-search-results')), /^没有找到/)
  assert.deepEqual(await found('发错的通知'), [])
  await found('饮水')
  await page.locator('#site-search-results li a').click()
  await page.getByRole('heading', { level: 1, name: '清河县农村饮水安全检查情况的通报' }).waitFor()
  assert.deepEqual(complaints, [])
})

test('in English the search speaks English, and what is not there says so in the language of its address', async () => {
  const { page } = await openPage(browser)
  await page.goto(`${root}en/search/?q=${encodeURIComponent('水')}`)
  await page.getByText('Found: 3').waitFor()
  assert.deepEqual(await violations(page), [])
  await page.goto(`${root}en/items/nothing/`)
  assert.equal(await page.getAttribute('html', 'lang'), 'en')
  await page.getByRole('link', { name: '中文' }).click()
  await page.waitForURL(/zfxxgk\/404\.html$/)
  assert.equal(await page.getAttribute('html', 'lang'), 'zh-CN')
})

test('without script all that is published is found by agency and year', async () => {
  const { page } = await openPage(browser, { javaScriptEnabled: false })
  await page.goto(`${root}search/?q=${encodeURIComponent('水')}`)
  assert.match(await textOf(page.locator('noscript')), /搜索需要浏览器启用 JavaScript/)
  await page.locator('#browse ~ ul a').first().click()
  await page.getByRole('link', { name: '清河县2026年水利工程建设规划' }).waitFor()
})
