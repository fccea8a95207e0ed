import assert from 'node:assert/strict'
import { test } from 'node:test'
import { day } from '../../statute/day.ts'
import { eraseExpiredDrafts } from '../../storage/apply/request-drafts.ts'
import { agencyCalendar } from '../../storage/calendars.ts'
import { findDueReminders } from '../../storage/reminders/due-reminders.ts'
import { listRequests } from '../../storage/requests/list-requests.ts'
import { workToday } from '../../storage/requests/work-today.ts'
import { describeOnEmbedded } from '../../storage/test-storage.ts'
import { applyingDay, codesIn, openApplying, solvedForm } from './test-applying.ts'

describeOnEmbedded((current) => {
  test('a request that is sent twice is one; a solved challenge serves one form; number and code open it', async () => {
    const { ask, fillIn, act, load, logged } = await openApplying(current().storage, 'S1')
    const form = await solvedForm(await fillIn())
    const first = await ask('apply/send/', form)
    assert.match(first.text, /本机关已经收到您的申请/)
    const [number, code] = codesIn(first.text)
    const second = await ask('apply/send/', form)
    assert.deepEqual(codesIn(second.text), [number, code])
    const replayed = { ...(await solvedForm(await fillIn(), false)), altcha: form.altcha }
    assert.match((await ask('apply/send/', replayed)).location ?? '', /again=robot/)
    const { admin } = current()
    const { events } = await load(number ?? '')
    const registered = events[0]
    assert.equal(registered?.actor, 'portal')
    assert.equal(registered?.event.on, '2026-09-18')
    assert.equal(registered?.event.type === 'registered' && registered.event.proofs?.length, 1)
    const { rows } = await admin.query('select count(*)::integer as n from portal_request')
    assert.equal(rows[0].n, 1)
    await ask('follow/leave/', {})
    const wrong = await ask('follow/', { number: number ?? '', code: 'AAAA-AAAA-AAAA' })
    const unknown = await ask('follow/', { number: '2026-9999', code: 'AAAA-AAAA-AAAA' })
    assert.equal(wrong.status, 422)
    assert.equal(wrong.text.replaceAll(number ?? '', '#'), unknown.text.replaceAll('2026-9999', '#'))
    assert.equal((await ask('follow/', { number: number ?? '', code: code ?? '' })).status, 303)
    const asked = {
      type: 'requestCorrection',
      on: applyingDay,
      until: day('2026-10-15'),
      items: ['哪一年'],
    } as const
    const { version } = await act(number ?? '', asked)
    assert.match((await ask('follow/case/')).text, /哪一年/)
    const correction = { content: '2024年验收报告', seen: String(version) }
    for (const _ of ['once', 'twice'])
      assert.match((await ask('follow/case/correct/', correction)).location ?? '', /done=corrected/)
    assert.match((await ask('follow/case/')).text, /正在办理/)
    assert.match((await ask('follow/case/dates/', {})).text, /BEGIN:VCALENDAR/)
    assert.equal((await ask('follow/case/evidence/', {})).text.slice(0, 2), 'PK')
    assert.doesNotMatch(logged.join('\n'), /申请人甲|11010519491231002X|验收|2026-\d{4}|S1/)
  })

  test('after six wrong tries looking is stopped, alike for numbers that exist and that do not', async () => {
    const { ask, send } = await openApplying(current().storage, 'S2')
    const { number, queryCode } = await send()
    await ask('follow/leave/', {})
    const tries = async (of: string) => {
      const answers = []
      for (let at = 0; at < 7; at++) answers.push(await ask('follow/', { number: of, code: 'AAAA-AAAA-AAAA' }))
      return answers.map(({ status, text }) => [status, text.replaceAll(of, '#')])
    }
    const known = await tries(number)
    assert.deepEqual(
      known.map(([status]) => status),
      [422, 422, 422, 422, 422, 422, 429],
    )
    assert.deepEqual(await tries('2026-9999'), known)
    // Locked is locked: the right code would tell that it is right.
    assert.equal((await ask('follow/', { number, code: queryCode })).status, 429)
    const elsewhere = await ask('follow/', { number, code: queryCode }, { from: '198.51.100.7' })
    assert.equal(elsewhere.status, 303)
  })

  test('who reads in large type goes on in large type, with the same draft', async () => {
    const { ask } = await openApplying(current().storage, 'S8')
    const edition = 'en/plain/'
    const begun = await ask('apply/', { kind: 'naturalPerson', consent: 'yes' }, { edition })
    assert.equal(begun.location, '/en/plain/agencies/S8/request/apply/who/')
    const who = (await ask('apply/who/', undefined, { edition })).text
    assert.match(who, /<html lang="en" class="plain">/)
    assert.match(who, /href="\/en\/agencies\/S8\/request\/apply\/who\/">Usual look/)
    assert.match((await ask('apply/who/')).text, /name="p1-name"/)
  })

  test('a draft is sealed, and gone when its time is over', async () => {
    const { ask, fillIn } = await openApplying(current().storage, 'S3')
    await fillIn()
    const { storage, admin } = current()
    const { rows } = await admin.query(
      'select sealed from request_draft union all select sealed from request_draft_file',
    )
    for (const { sealed } of rows) assert.doesNotMatch(sealed.toString('utf8'), /申请人甲|验收/)
    await admin.query("update request_draft set expires_at = now() - interval '1 second'")
    assert.match((await ask('apply/who/')).text, /没有找到正在填写的申请/)
    assert.ok((await eraseExpiredDrafts(storage)) > 0)
    const { rows: left } = await admin.query('select 1 from request_draft_file')
    assert.equal(left.length, 0)
  })

  test('the same form in two requests at once is one case with one number and code', async () => {
    const { ask, fillIn, agency } = await openApplying(current().storage, 'S4')
    const form = await solvedForm(await fillIn())
    const answers = await Promise.all(Array.from({ length: 6 }, () => ask('apply/send/', form)))
    for (const { status } of answers) assert.equal(status, 200)
    assert.equal(new Set(answers.map(({ text }) => codesIn(text).join())).size, 1)
    const { rows } = await current().admin.query('select count(*)::integer as n from request where agency_id = $1', [
      agency.id,
    ])
    assert.equal(rows[0].n, 1)
  })

  test('a draft lives for seven days from its beginning', async () => {
    const { fillIn } = await openApplying(current().storage, 'S5')
    await fillIn()
    const { storage, admin } = current()
    const left = async () => {
      await eraseExpiredDrafts(storage)
      return (await admin.query('select 1 from request_draft')).rows.length
    }
    const { rows } = await admin.query(
      'select extract(epoch from expires_at - now()) / 86400 as days from request_draft order by expires_at desc limit 1',
    )
    assert.ok(Number(rows[0].days) > 6.9 && Number(rows[0].days) <= 7, rows[0].days)
    await admin.query("update request_draft set expires_at = expires_at - interval '6 days 23 hours'")
    assert.equal(await left(), 1)
    await admin.query("update request_draft set expires_at = expires_at - interval '1 hour'")
    assert.equal(await left(), 0)
  })

  test('a text with the marking of a secret is shown back and not stored, not even in a draft', async () => {
    const { ask, fillIn } = await openApplying(current().storage, 'S6')
    await fillIn()
    const stored = async () =>
      (await current().admin.query("select string_agg(encode(sealed, 'hex'), ',') as all from request_draft")).rows[0]
        .all
    const before = await stored()
    const content = await ask('apply/what/', { content: '机密 ★10年 某方案', do: 'next' })
    assert.equal(content.status, 422)
    assert.match(content.text, /国家秘密标志.*机密 ★10年 某方案<\/textarea>/s)
    const who = { count: '1', kind: 'naturalPerson', 'p1-name': '绝密★', 'p1-address': '某路1号', byAgent: 'no' }
    const person = await ask('apply/who/', { ...who, do: 'save' })
    assert.equal(person.status, 422)
    assert.match(person.text, /value="某路1号"/)
    assert.equal(await stored(), before)
    assert.match((await ask('apply/what/')).text, />\s*验收报告<\/textarea>/)
  })

  test('the office finds what came on the portal in its list, its search, its day and its reminders', async () => {
    const { send, agency } = await openApplying(current().storage, 'S7')
    const { number } = await send()
    const { storage } = current()
    await storage.transact({ agencies: [agency.id], actor: 'clerk' }, async (trx) => {
      const page = { after: null, limit: 10 }
      for (const order of ['newest', 'due'] as const) {
        const { requests } = await listRequests(trx, agency.id, { words: ['验收报告'] }, order, page)
        assert.deepEqual(
          requests.map((one) => [one.number, one.channel, one.phase, one.dueOn]),
          [[number, 'portal', 'handling', '2026-10-22']],
        )
      }
      const calendar = await agencyCalendar(trx, agency.id)
      const { toDo } = await workToday(trx, agency.id, calendar, day('2026-10-22'), 3)
      assert.match(JSON.stringify(toDo), new RegExp(`"dueToday".*${number}`))
    })
    const moment = { day: day('2026-10-22'), time: '23:00' }
    const owed = (await findDueReminders(storage, moment)).filter((one) => one.agencyId === agency.id)
    assert.equal(owed.length, 1)
  })
})
