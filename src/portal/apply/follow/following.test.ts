import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sampleDecision } from '../../../requests/decide/sample-commands.ts'
import { day } from '../../../statute/day.ts'
import { storeFile } from '../../../storage/files/stored-files.ts'
import { describeOnEmbedded } from '../../../storage/test-storage.ts'
import { applyingDay as on, openApplying } from '../test-applying.ts'

describeOnEmbedded((current) => {
  const open = async (code: string, proxies?: readonly string[]) => {
    const opened = await openApplying(current().storage, code, proxies)
    const keepLetter = async (number: string, kind: 'reply' | 'feeNotice', documentNumber: string | null) => {
      const { agency, act } = opened
      const content = new TextEncoder().encode(`%PDF-1.7 ${kind} ${number}`)
      const { digest: file } = await current().storage.transact({ agencies: [agency.id], actor: 'clerk' }, (trx) =>
        storeFile(trx, agency.id, { name: `${kind}.pdf`, mediaType: 'application/pdf', content }),
      )
      await act(number, { type: 'keepLetter', on, kind, party: null, documentNumber, file, origin: 'scan' })
      return file
    }
    return { ...opened, keepLetter }
  }

  test('opening a reply that was served here proves its service, once, and the last days follow from it', async () => {
    const { ask, send, act, load, keepLetter } = await open('F1')
    const { number } = await send()
    await act(number, { type: 'decide', on, decision: sampleDecision })
    const documentNumber = '清水公复〔2026〕1号'
    await act(number, { type: 'approve', on, approval: { medium: 'onScreen' }, documentNumber }, 'head')
    const file = await keepLetter(number, 'reply', documentNumber)
    // Approved, and not served: nothing of it is shown or handed out.
    assert.doesNotMatch((await ask('follow/case/')).text, /清水公复|打开并签收/)
    assert.match((await ask('follow/case/open/', { file })).location ?? '', /case/)
    await act(number, { type: 'serve', on, method: 'portal', tracking: null })
    const served = await ask('follow/case/')
    assert.match(served.text, /答复已经发到这里.*打开并签收/s)
    assert.doesNotMatch(served.text, /行政复议的最后一天/)
    // To pack what was not opened would be to open it.
    assert.doesNotMatch((await ask('follow/case/evidence/', {})).text, /reply\.pdf/)
    assert.equal((await load(number)).events.at(-1)?.event.type, 'served')
    for (const _ of ['first', 'again'])
      assert.match((await ask('follow/case/open/', { file })).text, new RegExp(`reply ${number}`))
    const { events } = await load(number)
    const proofs = events.filter(({ event }) => event.type === 'serviceProved')
    assert.deepEqual(
      proofs.map(({ event, actor }) => [event.on, actor]),
      [[on, 'portal']],
    )
    // Sixty days and six months from 18 September, the first of which ends on a working day.
    const { text } = await ask('follow/case/')
    assert.match(text, /申请行政复议的最后一天：2026-11-17/)
    assert.match(text, /直接提起行政诉讼的最后一天：2027-03-18/)
    assert.match((await ask('follow/case/dates/', {})).text, /DTSTART;VALUE=DATE:20261117/)
    assert.match((await ask('follow/case/evidence/', {})).text, /reply\.pdf/)
    assert.doesNotMatch(text, /撤回申请/)
  })

  test('opening a fee notice is receiving it, and its last day is shown', async () => {
    const { ask, send, act, load, keepLetter } = await open('F2')
    const { number } = await send()
    await act(number, { type: 'notifyFee', on, charged: { by: 'pages', count: 50 }, receivedOn: null })
    const file = await keepLetter(number, 'feeNotice', null)
    assert.match((await ask('follow/case/')).text, /200\.00 元.*请先打开收费通知书/s)
    for (const _ of ['first', 'again']) await ask('follow/case/open/', { file })
    const { events } = await load(number)
    assert.equal(events.filter(({ event }) => event.type === 'feeNoticeReceived').length, 1)
    assert.match((await ask('follow/case/')).text, /请在 2026-10-22 前按收费通知书/)
  })

  test('a request is withdrawn once it is confirmed, and only once', async () => {
    const { ask, send, load } = await open('F3')
    const { number } = await send()
    const seen = /name="seen" value="(\d+)"/.exec((await ask('follow/case/')).text)?.[1] ?? ''
    assert.match((await ask('follow/case/withdraw/', { seen })).text, /请先勾选确认/)
    for (const _ of ['first', 'again'])
      assert.match((await ask('follow/case/withdraw/', { seen, sure: 'yes' })).location ?? '', /done=withdrawn/)
    assert.match((await ask('follow/case/?done=withdrawn')).text, /申请已经撤回.*您已撤回申请/s)
    const { events } = await load(number)
    assert.equal(events.filter(({ event }) => event.type === 'withdrawn').length, 1)
  })

  test('what was typed into a correction stands there again when it is turned down', async () => {
    const { ask, send, act, load } = await open('F4')
    const { number } = await send()
    const { version } = await act(number, {
      type: 'requestCorrection',
      on,
      until: day('2026-10-15'),
      items: ['哪一年'],
    })
    const seen = String(version)
    const correct = (content: string, proof?: File) =>
      ask('follow/case/correct/', { content, seen, ...(proof && { proof }) })
    const secret = await correct('机密★ 某文件')
    assert.equal(secret.status, 422)
    assert.match(secret.text, /国家秘密标志.*>\s*机密★ 某文件<\/textarea>/s)
    const long = await correct('长'.repeat(10_050))
    assert.match(long.text, /10000 字以内/)
    assert.equal(/长{10050}<\/textarea>/.test(long.text), true)
    const broken = await correct('2024年验收报告', new File(['no picture'], 'x.png'))
    assert.equal(broken.status, 422)
    assert.match(broken.text, />\s*2024年验收报告<\/textarea>/)
    const stale = await ask('follow/case/correct/', { content: '2024年', seen: '1' })
    assert.match(stale.text, /刚刚有变化.*>\s*2024年<\/textarea>/s)
    const { events } = await load(number)
    assert.ok(events.every(({ event }) => event.type !== 'corrected'))
    const { rows } = await current().admin.query(
      "select content from request where number = $1 and content like '%机密%'",
      [number],
    )
    assert.equal(rows.length, 0)
  })

  test('tries are counted for who asks: an address that a named proxy tells, and no word of anybody else', async () => {
    const { ask } = await open('F5', ['10.0.0.1'])
    const look = async (from: string, told: string) => {
      const headers = { 'x-forwarded-for': told, 'x-forwarded-proto': 'https' }
      return await ask('follow/', { number: '2026-0001', code: 'x' }, { from, headers })
    }
    const statuses: number[] = []
    for (let at = 0; at < 7; at++) statuses.push((await look('10.0.0.1', `203.0.${at}.7`)).status)
    assert.deepEqual(statuses, [422, 422, 422, 422, 422, 422, 422], 'each neighbourhood for itself')
    statuses.length = 0
    for (let at = 0; at < 7; at++) statuses.push((await look('198.51.100.9', `203.1.${at}.7`)).status)
    assert.deepEqual(statuses, [422, 422, 422, 422, 422, 422, 429], 'a stranger is who is connected')
    // Only a named proxy says that the way to the browser is a safe one.
    const begin = async (from: string) =>
      await ask('follow/leave/', {}, { from, headers: { 'x-forwarded-proto': 'https' } })
    assert.match((await begin('10.0.0.1')).cookies.join(), /Secure/)
    assert.doesNotMatch((await begin('198.51.100.9')).cookies.join(), /Secure/)
  })
})
