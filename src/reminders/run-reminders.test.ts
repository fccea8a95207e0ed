import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { after, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { mailServer, rudeServer } from '../../test/reminders/mail-server.ts'
import { webhookServer } from '../../test/reminders/webhook-server.ts'
import { logInto } from '../operation/test-log.ts'
import type { Moment } from '../requests/reminders/due-reminder.ts'
import { inAppByDefault, type ReminderChannel } from '../requests/reminders/reminder-channel.ts'
import { day } from '../statute/day.ts'
import { type Agency, addAgency } from '../storage/agencies.ts'
import { agencyCalendar } from '../storage/calendars.ts'
import { claimSeconds } from '../storage/reminders/claim-reminder.ts'
import { listNotices } from '../storage/reminders/inbox.ts'
import { addReminderChannel, listReminderChannels } from '../storage/reminders/reminder-channels.ts'
import { registerRequest } from '../storage/requests/register-request.ts'
import type { Trx } from '../storage/storage.ts'
import { describeOnEmbedded } from '../storage/test-storage.ts'
import { verifyAudit } from '../storage/verify-audit.ts'
import { patienceMs } from './patience.ts'
import { runReminders } from './run-reminders.ts'
import type { Smtp } from './smtp.ts'

const closing: (() => Promise<void>)[] = []
after(async () => {
  for (const close of closing) await close()
})
const started = async <T extends { readonly close: () => Promise<void> }>(starting: Promise<T>): Promise<T> => {
  const server = await starting
  closing.push(server.close)
  return server
}

async function until(holds: () => boolean | Promise<boolean>, seconds = 60): Promise<void> {
  for (let tries = 0; !(await holds()); tries++) {
    assert.ok(tries < seconds * 20, 'it never came about')
    await sleep(50)
  }
}

test('a claim outlasts any sending, so that nobody takes it from one who lives', () => {
  assert.ok(claimSeconds * 1000 > 4 * patienceMs)
})

const rank = { level: 'county', kind: 'department', parentCode: null } as const
const on = day('2026-11-25')

describeOnEmbedded((current) => {
  const as = <T>(agency: Agency, work: (trx: Trx) => Promise<T>) =>
    current().storage.transact({ agencies: [agency.id], actor: 'test' }, work)
  const add = async (agency: Agency, change: Partial<ReminderChannel>, to: string) =>
    await as(agency, (trx) =>
      addReminderChannel(
        trx,
        agency.id,
        { ...inAppByDefault, name: 'out', kind: 'webhook', urgentAt: null, whenNothing: true, ...change },
        { to, secret: null },
      ),
    )
  const run = (moment: Moment, smtp: Smtp | null, log: string[] = []) => {
    const { storage } = current()
    return runReminders({ storage, smtp, moment: () => moment, now: () => new Date(), log: logInto(log) })
  }
  const lastOf = async (agency: Agency, channel: string) =>
    (await as(agency, (trx) => listReminderChannels(trx, agency.id))).find(({ name }) => name === channel)?.last
  const lapse = () =>
    current().admin.query("update reminder set next_at = now() - interval '1 second' where state = 'waiting'")

  test('a morning and an afternoon of an office: digest, urgent, mail, robot, inbox; nothing of who applies', async () => {
    const { storage } = current()
    const agency = await addAgency(storage, 'test', { ...rank, code: 'DAY', name: '甲局' })
    await as(agency, async (trx) => {
      const acting = { today: on, calendar: await agencyCalendar(trx, agency.id), roles: ['clerk'] as const }
      const register = { applicantKind: 'naturalPerson', number: null, agent: null, wanted: null } as const
      const applicants = [{ name: '只此一人', phone: '13800000000' }]
      for (const [channel, arrived] of [
        ['email', '2026-11-24'],
        ['portal', '2026-11-02'],
      ] as const)
        await registerRequest(
          trx,
          agency.id,
          { ...register, on: day(arrived), channel, applicants, content: '机密的申请内容' },
          acting,
        )
    })
    const mails = await started(mailServer())
    const robot = await started(webhookServer())
    const smtp = {
      host: '127.0.0.1',
      port: mails.port,
      tls: 'offered',
      signIn: null,
      from: { name: '公开', address: 'a@b.cn' },
    } as const
    await add(agency, { name: 'mail', kind: 'email', urgentAt: '15:00' }, 'office@example.gov.cn')
    await add(agency, { name: 'robot', kind: 'wecom', urgentAt: '15:00' }, robot.url)
    const log: string[] = []
    for (const [time, sent] of [
      ['08:29', 0],
      ['08:30', 1],
      ['08:31', 1],
      ['15:00', 2],
      ['15:01', 2],
    ] as const) {
      const running = run({ day: on, time }, smtp, log)
      await until(() => mails.received.length >= sent && robot.posted.length >= sent)
      await running.stop()
      assert.deepEqual([mails.received.length, robot.posted.length], [sent, sent], time)
      const beijing = `2026-11-25 ${time}`
      await current().admin.query(
        "update reminder set finished_at = $1::timestamp at time zone interval '8 hours' where finished_at > now() - interval '1 minute'",
        [beijing],
      )
    }
    const texts = robot.posted.map(({ body }) => (body as { text: { content: string } }).text.content)
    assert.match(
      texts[0] ?? '',
      /依申请公开待办（2026-11-25）\n待与申请人确认收到（应当日确认） 1 件：\n {2}2026-0001 2026-11-24 到达，已过当日\n内部期限已到 1 件/,
    )
    assert.match(texts[1] ?? '', /依申请公开催办/)
    assert.doesNotMatch(texts[1] ?? '', /内部期限/)
    const { notices } = await as(agency, (trx) =>
      listNotices(trx, agency.id, { unread: true }, { after: null, limit: 9 }),
    )
    assert.deepEqual(
      notices.map(({ kind }) => kind),
      ['urgent', 'digest'],
    )
    const all = JSON.stringify([mails.received.map(({ raw }) => raw), texts, notices, log])
    assert.doesNotMatch(all, /只此一人|13800000000|机密/)
    assert.doesNotMatch(JSON.stringify(log), /127\.0\.0\.1|office@|2026-0001|甲局/)
    await current().admin.query('delete from reminder')
  })

  test('a server that hangs keeps neither the others nor the shutdown, and is tried again', async () => {
    const { storage } = current()
    const silent = await started(rudeServer(() => {}))
    const well = await started(webhookServer())
    const stuck = await addAgency(storage, 'test', { ...rank, code: 'STUCK', name: '乙局' })
    for (let n = 0; n < 20; n++) await add(stuck, { name: `stuck${n}` }, `http://127.0.0.1:${silent.port}/`)
    await add(stuck, { name: 'well' }, well.url)
    const running = run({ day: on, time: '09:00' }, null)
    await until(() => well.posted.length === 1 && silent.connections() === 4)
    const start = performance.now()
    await running.stop()
    assert.ok(performance.now() - start < 10_000)
    assert.equal((await lastOf(stuck, 'well'))?.state, 'sent')
    const { rows } = await current().admin.query(
      "select problem->>'is' as is, count(*)::integer from reminder where channel_name like 'stuck%' group by 1",
    )
    assert.deepEqual(rows, [{ is: 'stopped', count: 4 }])
    await current().admin.query("delete from reminder; delete from reminder_channel where name like 'stuck%'")
  })

  test('what fails again and again is given up with a notice that says why', async () => {
    const { storage } = current()
    const no = await started(
      webhookServer((response) => void response.end('{"errcode":300001,"errmsg":"token is not exist"}')),
    )
    const agency = await addAgency(storage, 'test', { ...rank, code: 'NO', name: '丙局' })
    await add(agency, { name: '群', kind: 'dingtalk' }, no.url)
    for (let tries = 1; tries <= 7; tries++) {
      await lapse()
      const running = run({ day: on, time: '09:00' }, null)
      await until(() => no.posted.length === tries)
      await running.stop()
    }
    const last = await lastOf(agency, '群')
    assert.deepEqual(
      [last?.state, last?.attempts, last?.problem],
      ['givenUp', 7, { is: 'robotRefused', code: 300001, said: 'token is not exist' }],
    )
    await lapse()
    const running = run({ day: on, time: '10:00' }, null)
    await running.stop()
    assert.equal(no.posted.length, 7)
    const { notices } = await as(agency, (trx) =>
      listNotices(trx, agency.id, { unread: true }, { after: null, limit: 9 }),
    )
    assert.equal(notices.filter(({ kind }) => kind === 'givenUp').length, 1)
    await current().admin.query('delete from reminder; delete from reminder_channel')
  })

  /** A real `gongkai serve` over this database. */
  const serve = async (): Promise<ChildProcess> => {
    const program = fileURLToPath(new URL('../../bin/gongkai.js', import.meta.url))
    const env = { ...process.env, DATABASE_URL: current().databaseUrl }
    const child = spawn(process.execPath, [program, 'serve', '--data', current().dataDir, '--port', '0'], {
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    child.stderr.resume()
    await once(child.stdout, 'data')
    return child
  }
  const end = async (child: ChildProcess, signal: 'SIGKILL' | 'SIGTERM') => {
    child.kill(signal)
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
  }
  const many = async (prefix: string, url: string) => {
    const agencies: Agency[] = []
    for (let n = 0; n < 24; n++) {
      const agency = await addAgency(current().storage, 'test', {
        ...rank,
        code: `${prefix}${n}`,
        name: `${prefix}${n}局`,
      })
      await add(agency, { at: '00:00', workingDaysOnly: false }, `${url}&agency=${prefix}${n}`)
      agencies.push(agency)
    }
    return agencies
  }
  const unsent = async (prefix: string) => {
    const { rows } = await current().admin.query(
      `select count(*)::integer from reminder_channel c join agency a on a.id = c.agency_id where a.code like $1 || '%'
        and not exists (select 1 from reminder r where r.agency_id = c.agency_id and r.channel_name = c.name and r.state = 'sent')`,
      [prefix],
    )
    return rows[0].count as number
  }

  test('two servers on one database send each reminder once', async () => {
    const slow = await started(webhookServer((response) => void setTimeout(() => response.end('{}'), 20)))
    await many('TWO', slow.url)
    const both = await Promise.all([serve(), serve()])
    await until(async () => (await unsent('TWO')) === 0)
    await Promise.all(both.map((child) => end(child, 'SIGTERM')))
    const paths = slow.posted.map(({ path }) => path)
    assert.equal(new Set(paths).size, 24)
    assert.equal(paths.length, 24)
  })

  test('killed again and again: none is lost, and one that was on its way is repeated once a kill at most', async () => {
    let wantsKill = () => {}
    const slow = await started(
      webhookServer((response) => {
        wantsKill()
        setTimeout(() => response.end('{}'), 30)
      }),
    )
    await many('KILL', slow.url)
    let kills = 0
    for (; kills < 4; kills++) {
      const killed = Promise.withResolvers<void>()
      let posts = 0
      wantsKill = () => {
        posts += 1
        if (posts === 5) killed.resolve()
      }
      await lapse()
      const child = await serve()
      await killed.promise
      await end(child, 'SIGKILL')
    }
    wantsKill = () => {}
    await lapse()
    const last = await serve()
    await until(async () => (await unsent('KILL')) === 0)
    await end(last, 'SIGTERM')
    const paths = slow.posted.map(({ path }) => path)
    assert.equal(new Set(paths).size, 24)
    // Four go to one server at a time: no more can be on their way at a kill.
    assert.ok(paths.length <= 24 + 4 * kills, String(paths.length))
    assert.deepEqual((await verifyAudit(current().storage)).broken, [])
  })
})
