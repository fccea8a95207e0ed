import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { makeEditSession } from '../../src/console/edit-session.ts'
import { loadEditor } from '../../src/console/load-editor.ts'
import { onePixel } from '../../src/documents/body/test-docx.ts'
import { closeReaders } from '../../src/documents/read-in-worker.ts'
import { listen } from '../../src/portal/listen.ts'
import { makePortal } from '../../src/portal/portal.ts'
import { day } from '../../src/statute/day.ts'
import { loadPublication, loadText } from '../../src/storage/publications/load-publication.ts'
import { actAs, proposeItem, reviewAndPublish, testAgency } from '../../src/storage/publications/test-publications.ts'
import { describeOnEmbedded } from '../../src/storage/test-storage.ts'
import { openBrowser, openPage, violations } from './open-browser.ts'

let browser: Browser
let script: string
before(async () => {
  browser = await openBrowser()
  script = await loadEditor()
})
after(async () => {
  closeReaders()
  await browser.close()
})

/** Pastes a page from the clipboard as Word puts it there. */
async function paste(page: Page, markup: string): Promise<void> {
  await page.locator('.ProseMirror').evaluate((editor, given) => {
    type Clipboard = { setData: (type: string, text: string) => void }
    const { DataTransfer, ClipboardEvent } = globalThis as unknown as {
      DataTransfer: new () => Clipboard
      ClipboardEvent: new (type: string, init: object) => object
    }
    const data = new DataTransfer()
    data.setData('text/html', given)
    const event = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true })
    ;(editor as unknown as { dispatchEvent: (event: object) => void }).dispatchEvent(event)
  }, markup)
}

const word = `<html><body><p class=MsoNormal style='mso-x:1'>一、<b>范围</b><o:p></o:p></p><p class=MsoNormal onclick="alert(1)">见<a href="https://example.gov.cn/a">规定</a>和<a href="javascript:alert(1)">脚本</a></p>
<table class=MsoNormalTable><tr><td><b>名称</b></td><td><b>地址</b></td></tr><tr><td>档案馆</td><td>二楼</td></tr></table><script>alert(1)</script></body></html>`

describeOnEmbedded((current) => {
  const edit = async (code: string) => {
    const { storage } = current()
    const agency = await testAgency(storage, code)
    const { number, id } = await proposeItem(storage, agency, { metadata: { title: '关于查阅点的公告' } })
    const { secret, fetch } = makeEditSession({
      storage,
      agencyId: agency.id,
      actor: 'editor',
      number,
      today: () => day('2026-11-18'),
      language: 'zh-CN',
      script,
    })
    const server = await listen({ fetch }, '127.0.0.1', 0)
    const read = () =>
      storage.transact({ agencies: [agency.id], actor: 'test' }, async (trx) => {
        const { item, version } = await loadPublication(trx, agency.id, number, { for: 'reading' })
        return { version, body: await loadText(trx, agency.id, item.content.text) }
      })
    return { storage, agency, number, id, server, read, url: `http://127.0.0.1:${server.port}/`, secret }
  }

  test('a text is typed, pasted from Word, given a table and a figure, saved, previewed and published', async (t) => {
    const { storage, agency, number, id, server, read, url, secret } = await edit('E1')
    t.after(() => server.close())
    const { page, complaints } = await openPage(browser, { viewport: { width: 1280, height: 900 } })
    t.after(() => page.context().close())
    await page.goto(`${url}${secret}/`)
    const text = page.locator('.ProseMirror')
    await text.waitFor()
    await page.keyboard.press('Control+a')
    await page.keyboard.type('第一段文字')
    await page.keyboard.press('Enter')
    await page.keyboard.type('一、小标题')
    await page.getByRole('button', { name: '一级标题' }).click()
    await page.keyboard.press('Enter')
    await paste(page, word)
    await page.getByRole('status').filter({ hasText: '粘贴时略去了' }).waitFor()
    await page.getByRole('button', { name: '插入图片' }).click()
    await page
      .getByLabel('图片文件')
      .setInputFiles({ name: 'a.png', mimeType: 'image/png', buffer: Buffer.from(onePixel) })
    await page.getByLabel('替代文字').fill('查阅点位置图')
    await page.getByRole('button', { name: '确定' }).click()
    await text.locator('figure img').first().waitFor()
    // What a picture shows, and captions, can be mended later.
    const describe = page.getByRole('button', { name: '改图、表说明' })
    await text.locator('figure img').first().dblclick({ force: true })
    await page.getByLabel('替代文字').fill(' ')
    await page.getByRole('button', { name: '确定' }).click()
    await page.getByRole('alert').filter({ hasText: '请写明图片上是什么' }).waitFor()
    await page.getByLabel('替代文字').fill('查阅点的位置')
    await page.getByLabel('表题、图题').fill('图1')
    await page.getByRole('button', { name: '确定' }).click()
    await text.locator('figcaption').filter({ hasText: '图1' }).waitFor()
    await text.locator('td').first().click()
    await describe.click()
    assert.equal(await page.getByLabel('替代文字').count(), 0)
    await page.getByLabel('表题、图题').fill('表1')
    await page.getByRole('button', { name: '确定' }).click()
    await text.locator('table[data-caption="表1"]').waitFor()
    await text.locator('h2').first().click()
    assert.equal(await describe.getAttribute('aria-disabled'), 'true')
    // A heading that skips a level is marked and told, until it is mended.
    await page.getByRole('button', { name: '三级标题' }).click()
    const notes = page.getByRole('status').filter({ hasText: '“一、小标题”是第一个标题' })
    await notes.waitFor()
    assert.equal(await text.locator('.heading-skipped').count(), 1)
    // What the note says is what axe has against such a text, and nothing else.
    assert.match((await violations(page)).join('\n'), /^heading-order: [^\n]*\n?[^\n]*\n?[^\n]*$/)
    await page.getByRole('button', { name: '一级标题' }).click()
    await notes.waitFor({ state: 'detached' })
    await page.keyboard.press('Control+End')
    await page.keyboard.type('多余')
    await page.keyboard.press('Control+z')
    assert.deepEqual(await violations(page), [])
    await page.getByRole('button', { name: '保存' }).click()
    await page.getByRole('status').filter({ hasText: '已保存' }).waitFor()
    const { body } = await read()
    assert.deepEqual(
      body?.map((block) => (block.type === 'figure' ? { ...block, file: '' } : block)),
      [
        { type: 'paragraph', runs: [{ text: '第一段文字' }] },
        { type: 'heading', level: 1, runs: [{ text: '一、小标题' }] },
        { type: 'heading', level: 1, runs: [{ text: '一、范围' }] },
        {
          type: 'paragraph',
          runs: [{ text: '见' }, { text: '规定', href: 'https://example.gov.cn/a' }, { text: '和脚本' }],
        },
        {
          type: 'table',
          caption: '表1',
          rows: [
            [
              { runs: [{ text: '名称', bold: true }], head: true },
              { runs: [{ text: '地址', bold: true }], head: true },
            ],
            [{ runs: [{ text: '档案馆' }] }, { runs: [{ text: '二楼' }] }],
          ],
        },
        { type: 'figure', file: '', alt: '查阅点的位置', caption: '图1' },
      ],
    )
    await page.getByRole('button', { name: '预览' }).click()
    const preview = await page.locator('#preview').innerHTML()
    assert.match(preview, /<h2>一、范围<\/h2>/)
    assert.deepEqual(await violations(page), [])
    assert.deepEqual(complaints, [])
    await reviewAndPublish(storage, agency, number)
    const portal = await makePortal({
      check: async () => ({ kind: 'refused', reason: '' }),
      mend: async () => new Uint8Array(),
      basePath: '/',
      healthy: async () => true,
      today: () => day('2026-11-20'),
      storage,
      log: () => {},
    })
    const published = await (await portal.request(`/items/${id}/`)).text()
    // The preview is what the portal shows, but for the address of the picture.
    const plain = (markup: string) => markup.replace(/src="[^"]*"/g, '').replace(/\s+/g, ' ')
    const shown = /<h2>一、小标题[\s\S]*?<\/table>/
    assert.equal(
      plain(shown.exec(published)?.[0] ?? 'none'),
      plain(preview.replace('<tbody>', '').replace('</tbody>', '').match(shown)?.[0] ?? ''),
    )
    assert.equal((await fetch(`${url}${secret}/`)).status, 403)
    assert.equal((await fetch(`${url}draft`)).status, 403)
  })

  test('what somebody else saved meanwhile is shown, and nothing is lost', async (t) => {
    const { storage, agency, number, server, read, url, secret } = await edit('E2')
    t.after(() => server.close())
    const { page } = await openPage(browser, { viewport: { width: 1280, height: 900 } })
    t.after(() => page.context().close())
    await page.goto(`${url}${secret}/`)
    await page.locator('.ProseMirror').waitFor()
    await page.keyboard.press('Control+a')
    await page.keyboard.type('我写的')
    const { item } = await storage.transact({ agencies: [agency.id], actor: 'x' }, (trx) =>
      loadPublication(trx, agency.id, number, { for: 'reading' }),
    )
    const { text: _, ...content } = item.content
    await actAs(storage, agency, 'colleague', number, {
      type: 'revise',
      on: day('2026-11-18'),
      formedOn: item.formedOn,
      proposal: item.proposal,
      reasons: '改',
      content: { ...content, body: [{ type: 'paragraph', runs: [{ text: '同事写的' }] }] },
    })
    await page.getByRole('button', { name: '保存', exact: true }).click()
    await page.getByRole('alert').filter({ hasText: 'colleague' }).waitFor()
    assert.match((await page.locator('#conflict').textContent()) ?? '', /同事写的/)
    assert.equal((await page.locator('.ProseMirror').textContent())?.trim(), '我写的')
    assert.equal((await read()).version, 2)
    assert.deepEqual(await violations(page), [])
    await page.getByRole('button', { name: '以我的文字覆盖保存' }).click()
    await page.getByRole('status').filter({ hasText: '已保存' }).waitFor()
    assert.deepEqual((await read()).body, [{ type: 'paragraph', runs: [{ text: '我写的' }] }])
  })
})
