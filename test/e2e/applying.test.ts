import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { readLetterFacts } from '../../src/api/letters/letter-facts.ts'
import { letterSettingsSchema } from '../../src/api/letters/letter-settings.ts'
import { listen } from '../../src/portal/listen.ts'
import { makePortal } from '../../src/portal/portal.ts'
import { day } from '../../src/statute/day.ts'
import { publishItem, testAgency } from '../../src/storage/publications/test-publications.ts'
import { describeOnEachEngine } from '../../src/storage/test-storage.ts'
import { openBrowser, openPage, sidewaysOverflow, textOf } from './open-browser.ts'

/** Late in the evening of a Friday: received all the same. */
const late = new Date('2026-09-18T15:59:30Z')
const phone: BrowserContextOptions = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true }

describeOnEachEngine((current) => {
  let browser: Browser
  let portal: { url: string; close: () => Promise<void> }
  let agency: Awaited<ReturnType<typeof testAgency>>
  let card: Buffer
  const logged: string[] = []

  before(async () => {
    browser = await openBrowser()
    const { storage } = current()
    agency = await testAgency(storage, 'QHX', { name: '清河县水务局' })
    await publishItem(storage, agency, { metadata: { title: '清河县水库除险加固工程验收报告' } })
    const app = await makePortal({
      check: async () => ({ kind: 'refused', reason: '' }),
      mend: async () => new Uint8Array(),
      basePath: '/zfxxgk/',
      healthy: async () => true,
      today: () => day('2026-09-18'),
      storage,
      applying: {
        now: () => late,
        trustedProxies: [],
        letterFacts: (trx, one, loaded, kind, today) =>
          readLetterFacts(
            trx,
            one,
            loaded,
            letterSettingsSchema.parse({}),
            { kind, consulted: null, draft: false },
            today,
          ),
      },
      log: (line) => {
        logged.push(line)
        if (/error|not kept/.test(line)) console.error(line)
      },
    })
    const server = await listen(app, '127.0.0.1', 0)
    portal = { url: `http://127.0.0.1:${server.port}/zfxxgk/`, close: server.close }
    const { page } = await openPage(browser)
    await page.setContent('<p style="font-size:60px">居民身份证 申请人甲</p>')
    card = await page.screenshot({ type: 'png' })
    await page.context().close()
  })
  after(async () => {
    await browser.close()
    await portal.close()
  })

  const next = async (page: Page, address: string) => {
    await page.locator('button[name=do][value=next]:not(.default-button)').click()
    await page.waitForURL(`**/${address}/`)
  }

  test('without script the same is done with a question, in English, and going back harms nothing', async () => {
    const { page } = await openPage(browser, { ...phone, javaScriptEnabled: false })
    await page.goto(`${portal.url}en/agencies/QHX/request/apply/`)
    await page.check('#kind-business')
    await page.check('#consent')
    await page.getByRole('button', { name: 'Agree and begin' }).click()
    await page.fill('#p1-name', '某公司')
    await page.fill('#p1-documentNumber', '91350100M000100Y43')
    await page.fill('#p1-legalRepresentative', '乙某')
    await page.fill('#p1-email', 'someone@example.com')
    await page.setInputFiles('#identity', { name: 'x.png', mimeType: 'image/png', buffer: card })
    await next(page, 'apply/what')
    await page.fill('#content', '机密★ 某文件')
    await page.locator('button[value=next]:not(.default-button)').click()
    assert.match(await textOf(page.locator('.problem-summary')), /marking of a state secret/)
    await page.fill('#content', '取水许可台账')
    await next(page, 'apply/how')
    await page.check('#form')
    await page.check('#by-email')
    await next(page, 'apply/check')
    assert.equal(await sidewaysOverflow(page), 0)
    const [, left, right] = /(\d+) plus (\d+)/.exec(await textOf(page.locator('#robot-question'))) ?? []
    await page.fill('#answer', '1')
    await page.getByRole('button', { name: 'Send the request' }).click()
    assert.match(await textOf(page.locator('.problem-summary')), /security check failed/)
    assert.ok(left && right)
    const [, a, b] = /(\d+) plus (\d+)/.exec(await textOf(page.locator('#robot-question'))) ?? []
    await page.fill('#answer', String(Number(a) + Number(b)))
    await page.getByRole('button', { name: 'Send the request' }).click()
    await page.getByRole('heading', { name: 'The agency has received your request' }).waitFor()
    const [number] = await page.locator('.apply-codes dd').allTextContents()
    await page.goBack()
    await page.goto(`${portal.url}en/agencies/QHX/request/apply/check/`)
    await page.getByText('No request is being filled in').waitFor()
    await page.goto(`${portal.url}en/agencies/QHX/request/follow/case/`)
    await page.getByRole('heading', { name: `Request ${number}` }).waitFor()
    assert.equal(await sidewaysOverflow(page), 0)
    await page.context().close()
  })
})
