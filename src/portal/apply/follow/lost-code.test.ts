import assert from 'node:assert/strict'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { requestsQueryCode } from '../../../cli/requests-query-code.ts'
import { Refusal } from '../../../refusals/refusal.ts'
import { changeGuide } from '../../../storage/publications/agency-guides.ts'
import { describeOnEmbedded } from '../../../storage/test-storage.ts'
import { verifyAudit } from '../../../storage/verify-audit.ts'
import { applyingDay, codesIn, openApplying, solvedForm } from '../test-applying.ts'

const document = '11010519491231002X'
const codeForm = /[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}/

describeOnEmbedded((current) => {
  type Opened = Awaited<ReturnType<typeof openApplying>>
  const lose = async ({ ask, settle }: Opened, fields: Readonly<Record<string, string>>, from?: string) => {
    const answer = await ask(
      'follow/lost/',
      { number: '', document, contact: '010-00000000', ...fields },
      from ? { from } : {},
    )
    await settle()
    return { status: answer.status, location: answer.location, text: answer.text }
  }
  const opens = async ({ ask }: Opened, number: string, code: string) =>
    (await ask('follow/', { number, code })).status === 303
  const audited = async ({ agency }: Opened, action: string) => {
    const { rows } = await current().admin.query(
      `select actor, subject, after from audit_entry where agency_id = ${agency.id} and action = '${action}'`,
    )
    return rows
  }

  test('whoever knows number, document and telephone has a new code sent to the address in the request, and the old one ends', async () => {
    const opened = await openApplying(current().storage, 'L1')
    const { ask, send, mails } = opened
    const { number, queryCode } = await send('Jia@example.cn')
    assert.match((await ask('follow/case/')).text, new RegExp(number))
    assert.match((await ask('follow/')).text, /href="\/agencies\/L1\/request\/follow\/lost\/"/)
    const asked = await lose(opened, { number, document: ' １１0105 19491231002x', contact: '+86 010 0000 0000' })
    assert.equal(asked.location, '/agencies/L1/request/follow/lost/?done=1')
    const [mail] = mails.sent
    assert.equal(mail?.to, 'Jia@example.cn')
    const code = codeForm.exec(mail?.text ?? '')?.[0] ?? ''
    assert.ok(mail?.html.includes(code))
    assert.doesNotMatch(JSON.stringify(mail), new RegExp(`${number}|申请人甲|${document}`))
    // The visit that was begun with the old one is over as well.
    assert.match((await ask('follow/case/')).text, /请重新输入/)
    assert.equal(await opens(opened, number, queryCode), false)
    assert.equal(await opens(opened, number, code), true)
    const again = await lose(opened, { number, contact: 'JIA@EXAMPLE.CN' })
    assert.equal(again.location, asked.location)
    const newest = codeForm.exec(mails.sent[1]?.text ?? '')?.[0] ?? ''
    assert.deepEqual([await opens(opened, number, code), await opens(opened, number, newest)], [false, true])
    const issued = await audited(opened, 'request.queryCodeIssued')
    assert.deepEqual(
      issued,
      [1, 2].map(() => ({ actor: 'portal', subject: number, after: { by: 'mail' } })),
    )
    assert.deepEqual((await verifyAudit(current().storage)).broken, [])
  })

  test('the same form sent again does not show a code that was replaced', async () => {
    const opened = await openApplying(current().storage, 'L2')
    const { ask, fillIn, mails, settle } = opened
    const form = await solvedForm(await fillIn('jia@example.cn'))
    const [number = '', queryCode = ''] = codesIn((await ask('apply/send/', form)).text)
    assert.deepEqual(codesIn((await ask('apply/send/', form)).text), [number, queryCode])
    await lose(opened, { number })
    assert.equal(mails.sent.length, 1)
    const { text } = await ask('apply/send/', form)
    assert.match(text, /已经换成新的/)
    assert.doesNotMatch(text, codeForm)
    await settle()
  })

  test('the answer says nothing: not of a number, a document, a telephone or an address, right or wrong', async () => {
    const opened = await openApplying(current().storage, 'L3')
    const { ask, send, mails, logged } = opened
    const { number } = await send('jia@example.cn')
    const silent = (await send()).number
    const answers = new Set<string>()
    const say = async (fields: Readonly<Record<string, string>>, from: string) => {
      const answer = await lose(opened, fields, from)
      answers.add(JSON.stringify([answer, (await ask('follow/lost/?done=1')).text]))
    }
    const wrong = [
      { number: '2026-9999' },
      { number, document: '110105194912310021' },
      { number, contact: '010-00000001' },
      { number, contact: 'yi@example.cn' },
      { number: silent },
      { number: silent, contact: '@' },
      { number: "' or 1=1 --", document: '\u0000', contact: '%' },
    ]
    for (const [at, fields] of wrong.entries()) await say(fields, `10.0.${at}.1`)
    assert.deepEqual(mails.sent, [])
    // Whose document is another one: nobody was opened.
    assert.equal((await audited(opened, 'applicant.read')).filter(({ actor }) => actor === 'portal').length, 6)
    await say({ number }, '10.0.99.1')
    assert.equal(mails.sent.length, 1)
    assert.equal(answers.size, 1)
    for (const blank of [
      { number, contact: '' },
      { number: '2026-9999', contact: '' },
    ])
      assert.equal((await lose(opened, blank)).status, 422)
    assert.doesNotMatch(logged.join('\n'), /jia@|010-0000|11010519|2026-\d{4}/)
  })

  test('tries are counted whether there is such a number or not', async () => {
    const opened = await openApplying(current().storage, 'L4')
    const { number } = await opened.send('jia@example.cn')
    for (const [at, told] of [number, '2026-9999'].entries()) {
      const statuses: number[] = []
      for (let n = 0; n < 4; n++)
        statuses.push((await lose(opened, { number: told, document: 'X' }, `10.${at}.1.1`)).status)
      for (let n = 0; n < 4; n++)
        statuses.push((await lose(opened, { number: told, document: 'X' }, `10.${at}.2.1`)).status)
      assert.deepEqual(statuses, [303, 303, 303, 429, 303, 303, 429, 429])
    }
    const many: number[] = []
    for (let n = 0; n < 22; n++) many.push((await lose(opened, { number: `2026-8${n}` }, '10.9.9.9')).status)
    assert.deepEqual(many.slice(18), [303, 303, 429, 429])
  })

  test('where the mail does not go out the old code stays', async () => {
    const opened = await openApplying(current().storage, 'L5')
    const { number, queryCode } = await opened.send('jia@example.cn')
    opened.mails.failing = true
    assert.equal((await lose(opened, { number })).status, 303)
    assert.equal(await opens(opened, number, queryCode), true)
    assert.match(opened.logged.join('\n'), /query code Error/)
    assert.doesNotMatch(opened.logged.join('\n'), /jia@|mail server is down/)
  })

  test('whoever is stuck sees whom to call, on each page of applying and following', async () => {
    const opened = await openApplying(current().storage, 'L6')
    const { ask, agency, fillIn } = opened
    assert.doesNotMatch((await ask('apply/')).text, /apply-help/)
    await current().storage.transact({ agencies: [agency.id], actor: 'clerk' }, (trx) =>
      changeGuide(trx, agency, { phone: '010-1234 5678', hours: '工作日 9:00–17:00' }),
    )
    await fillIn()
    const pages = [
      'apply/',
      'apply/who/',
      'apply/what/',
      'apply/how/',
      'apply/check/',
      'follow/',
      'follow/lost/',
      'follow/case/',
    ]
    const line = /apply-help">[^<]*<a href="tel:010-12345678">010-1234 5678<\/a> <span[^>]*>（工作日 9:00–17:00）/
    for (const page of pages) assert.match((await ask(page)).text, line, page)
    assert.match((await ask('follow/', { number: 'x', code: 'y' })).text, line)
    assert.match((await ask('follow/', {}, { headers: { 'sec-fetch-site': 'cross-site' } })).text, line)
    await current().admin.query('alter table portal_use rename to portal_use_away')
    const failed = await ask('follow/', { number: 'x', code: 'y' })
    await current().admin.query('alter table portal_use_away rename to portal_use')
    assert.equal(failed.status, 500)
    assert.match(failed.text, line)
    const id = /编号 ([0-9a-f]{8})/.exec(failed.text)?.[1] ?? assert.fail(failed.text)
    assert.match(opened.logged.join('\n'), new RegExp(`error ${id} .*42P01`))
    // A guide that says its numbers at length is not one short line.
    await current().storage.transact({ agencies: [agency.id], actor: 'clerk' }, (trx) =>
      changeGuide(trx, agency, { phone: '010-1\n010-2' }),
    )
    assert.doesNotMatch((await ask('apply/who/')).text, /apply-help/)
  })

  test('a clerk gives out a new code on paper, to whoever showed a document, and for requests of the portal alone', async () => {
    const { databaseUrl, dataDir } = current()
    const opened = await openApplying(current().storage, 'L7')
    const { number, queryCode } = await opened.send()
    const folder = await mkdtemp(join(tmpdir(), 'gongkai-slip-'))
    const printed = { out: '', err: '' }
    const run = (...args: readonly string[]) =>
      requestsQueryCode([...args, '--agency', 'L7', '--data', dataDir], {
        out: (text) => {
          printed.out += text
        },
        err: (text) => {
          printed.err += text
        },
        env: { DATABASE_URL: databaseUrl },
        ...{ account: 'clerk', today: applyingDay, language: 'zh-CN', colour: false },
      })
    try {
      assert.equal(await run(number, '--shown', 'identityCard', '--format', 'json'), 0)
      const { code } = JSON.parse(printed.out) as { code: string }
      assert.deepEqual([await opens(opened, number, queryCode), await opens(opened, number, code)], [false, true])
      printed.out = ''
      const out = join(folder, '查询码.pdf')
      assert.equal(await run(number, '--shown', 'passport', '--out', out), 0)
      assert.equal((await readFile(out)).subarray(0, 5).toString(), '%PDF-')
      assert.doesNotMatch(printed.out + printed.err, codeForm)
      assert.equal(await opens(opened, number, code), false)
      assert.deepEqual(
        (await audited(opened, 'request.queryCodeIssued')).map(({ actor, after }) => [actor, after]),
        ['identityCard', 'passport'].map((shown) => ['cli:clerk', { by: 'paper', shown }]),
      )
      const refused = (id: string) => (error: unknown) => error instanceof Refusal && error.id === id
      await assert.rejects(run('2026-9999', '--shown', 'passport'), refused('request-not-on-portal'))
      await assert.rejects(run(number, '--shown', 'face'), refused('bad-option'))
      await assert.rejects(run(number, '--shown', 'passport', '--out', join(folder, 'a.txt')), refused('bad-option'))
      await assert.rejects(run(number), refused('missing-argument'))
    } finally {
      await rm(folder, { recursive: true })
    }
  })
})
