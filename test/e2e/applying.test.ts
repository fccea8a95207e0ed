import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { after, before, test } from 'node:test'
import { unzipSync } from 'fflate'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { readLetterFacts } from '../../src/api/letters/letter-facts.ts'
import { letterSettingsSchema } from '../../src/api/letters/letter-settings.ts'
import { officeRoles } from '../../src/office/role.ts'
import { logInto, showFaults } from '../../src/operation/test-log.ts'
import { listen } from '../../src/portal/listen.ts'
import { makePortal } from '../../src/portal/portal.ts'
import { day } from '../../src/statute/day.ts'
import { agencyCalendar } from '../../src/storage/calendars.ts'
import { publishItem, testAgency } from '../../src/storage/publications/test-publications.ts'
import { actOnRequest, type RequestAct } from '../../src/storage/requests/act-on-request.ts'
import { describeOnEmbedded } from '../../src/storage/test-storage.ts'
import { openBrowser, openPage, sidewaysOverflow, textOf, violations } from './open-browser.ts'

/** Late in the evening of a Friday: received all the same. */
const late = new Date('2026-09-18T15:59:30Z')
const phone: BrowserContextOptions = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true }

describeOnEmbedded((current) => {
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
        behind: () => {},
        sendMail: null,
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
      log: (entry) => {
        logInto(logged)(entry)
        showFaults(entry)
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

  const act = async (number: string, command: RequestAct['command']) => {
    const { storage } = current()
    await storage.transact({ agencies: [agency.id], actor: 'clerk' }, async (trx) => {
      const acting = { today: day('2026-09-18'), calendar: await agencyCalendar(trx, agency.id), roles: officeRoles }
      await actOnRequest(trx, agency.id, { number, command, seen: null }, acting)
    })
  }

  const fitsPhone = async (page: Page, where: string) => {
    assert.equal(await sidewaysOverflow(page), 0, where)
    assert.deepEqual(await violations(page), [], where)
  }

  const fillWho = async (page: Page) => {
    await page.fill('#p1-name', '申请人甲')
    await page.selectOption('#p1-documentKind', 'identityCard')
    await page.fill('#p1-documentNumber', '11010519491231002X')
    await page.fill('#p1-phone', '010-00000000')
    await page.setInputFiles('#identity', { name: 'IMG_申请人甲.png', mimeType: 'image/png', buffer: card })
  }

  const next = async (page: Page, address: string) => {
    await page.locator('button[name=do][value=next]:not(.default-button)').click()
    await page.waitForURL(`**/${address}/`)
  }

  test('on a phone a request is filled in, left, continued, sent, followed, corrected, and its letters are had', async () => {
    const { page, complaints } = await openPage(browser, phone)
    await page.goto(`${portal.url}agencies/QHX/request/`)
    await fitsPhone(page, 'request')
    await page.getByRole('link', { name: '在线申请' }).click()
    await fitsPhone(page, 'begin')
    await page.getByRole('button', { name: '同意并开始填写' }).click()
    assert.match(await textOf(page.locator('.problem-summary')), /请先阅读个人信息处理告知/)
    await page.check('#consent')
    await page.getByRole('button', { name: '同意并开始填写' }).click()
    await page.waitForURL('**/apply/who/')
    await page.locator('button[value=next]:not(.default-button)').click()
    await page.locator('.problem-summary a', { hasText: '请填写姓名' }).click()
    assert.equal(await page.evaluate('document.activeElement.id'), 'p1-name')
    await fitsPhone(page, 'who, with problems')
    await fillWho(page)
    await next(page, 'apply/what')
    await fitsPhone(page, 'what')
    await page.fill('#content', '水库除险加固工程的验收报告')
    await page.getByRole('link', { name: '清河县水库除险加固工程验收报告' }).waitFor()
    // Left here, and taken up again later from the first page.
    await next(page, 'apply/how')
    await page.goto(`${portal.url}agencies/QHX/request/apply/`)
    await page.getByRole('link', { name: '继续填写' }).click()
    assert.equal(await page.inputValue('#p1-name'), '申请人甲')
    await page.goto(`${portal.url}agencies/QHX/request/apply/how/`)
    await page.check('#form')
    await page.check('#by')
    await fitsPhone(page, 'how')
    await next(page, 'apply/check')
    await page.locator('#robot-state', { hasText: '已完成' }).waitFor({ timeout: 60_000 })
    await fitsPhone(page, 'check')
    await page.getByRole('button', { name: '提交申请' }).click()
    await page.getByRole('heading', { name: '本机关已经收到您的申请' }).waitFor()
    await fitsPhone(page, 'sent')
    const [number = '', code = ''] = await page.locator('.apply-codes dd').allTextContents()
    assert.match(number, /^2026-\d{4}$/)
    assert.match(code, /^[2-9A-Z]{4}(?:-[2-9A-Z]{4}){2}$/)
    assert.match(await textOf(page.locator('.apply-summary')), /2026-09-18 23:59:30.*2026-09-18/s)
    const [receipt] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '下载登记回执（pdf）' }).click(),
    ])
    assert.match(receipt.suggestedFilename(), /登记回执\.pdf$/)

    await act(number, {
      type: 'requestCorrection',
      on: day('2026-09-18'),
      until: day('2026-10-15'),
      items: ['请写明是哪一年的报告'],
    })
    await page.goto(`${portal.url}agencies/QHX/request/follow/`)
    await fitsPhone(page, 'follow')
    await page.fill('#number', number)
    await page.fill('#code', 'AAAA-AAAA-AAAA')
    await page.getByRole('button', { name: '查询', exact: true }).click()
    assert.match(await textOf(page.locator('.problem-summary')), /登记编号或者查询码不对/)
    await page.fill('#code', code.toLowerCase().replaceAll('-', ''))
    await page.getByRole('button', { name: '查询', exact: true }).click()
    await page.waitForURL('**/follow/case/')
    await page.getByText('请写明是哪一年的报告').waitFor()
    await fitsPhone(page, 'case')
    await page.fill('#content', '2024年水库除险加固工程的验收报告')
    await page.getByRole('button', { name: '提交补正' }).click()
    await page.getByText('补正已经收到').waitFor()
    assert.match(await textOf(page.locator('.apply-standing')), /正在办理/)
    assert.match(await textOf(page.locator('main')), /中秋节.*国庆节/s)
    const [pack] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '下载证据包' }).click(),
    ])
    const files = unzipSync(new Uint8Array(readFileSync(await pack.path())))
    const manifest = JSON.parse(new TextDecoder().decode(files['manifest.json']))
    assert.equal(manifest.submittedAt, '2026-09-18T23:59:30+08:00')
    for (const { name, sha256 } of manifest.files)
      assert.equal(
        createHash('sha256')
          .update(files[name] ?? '')
          .digest('hex'),
        sha256,
        name,
      )
    await page.goBack()
    const [dates] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '把日期加入日历' }).click(),
    ])
    assert.match(readFileSync(await dates.path(), 'utf8'), /BEGIN:VEVENT[\s\S]*DTSTART;VALUE=DATE:20261[01]\d\d/)
    assert.deepEqual(
      complaints.filter((one) => !/422/.test(one)),
      [],
    )
    assert.doesNotMatch(logged.join('\n'), /申请人甲|11010519491231002X|验收|2026-\d{4}|QHX/)
    await page.context().close()
  })

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
