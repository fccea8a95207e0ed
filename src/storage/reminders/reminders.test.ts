import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { inAppByDefault, type ReminderChannel } from '../../requests/reminders/reminder-channel.ts'
import { day } from '../../statute/day.ts'
import { type Agency, addAgency } from '../agencies.ts'
import type { Trx } from '../storage.ts'
import { describeOnEachEngine } from '../test-storage.ts'
import { verifyAudit } from '../verify-audit.ts'
import { claimReminder, failReminder, finishReminder, giveUpStale, type ReminderRef } from './claim-reminder.ts'
import { findDueReminders } from './due-reminders.ts'
import { listNotices, markRead } from './inbox.ts'
import {
  addReminderChannel,
  listReminderChannels,
  removeReminderChannel,
  requireReminderChannel,
} from './reminder-channels.ts'

const today = day('2026-11-25')
const url = 'https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=0123456789abcdef'

describeOnEachEngine((current) => {
  let own: Agency
  let other: Agency
  before(async () => {
    const rank = { level: 'county', kind: 'department', parentCode: null } as const
    own = await addAgency(current().storage, 'test', { ...rank, code: 'A', name: '甲局' })
    other = await addAgency(current().storage, 'test', { ...rank, code: 'B', name: '乙局' })
  })
  const as = <T>(agency: Agency, work: (trx: Trx) => Promise<T>) =>
    current().storage.transact({ agencies: [agency.id], actor: 'test' }, work)
  const channel = (name: string, change: Partial<ReminderChannel> = {}): ReminderChannel => ({
    ...inAppByDefault,
    ...{ name, kind: 'wecom', ...change },
  })
  const ref = (channelName: string, on = today): ReminderRef => ({
    agencyId: own.id,
    channelName,
    day: on,
    kind: 'digest',
  })
  const wait = (name: string) =>
    current().admin.query("update reminder set next_at = now() - interval '1 second' where channel_name = $1", [name])

  test('a channel is kept sealed, shown masked, and belongs to its agency', async () => {
    await as(own, (trx) => addReminderChannel(trx, own.id, channel('群'), { to: url, secret: null }))
    const listed = await as(own, (trx) => listReminderChannels(trx, own.id))
    assert.deepEqual(
      listed.map(({ name, to, last }) => [name, to, last]),
      [
        ['inApp', null, null],
        ['群', 'https://qyapi.weixin.qq.com/…', null],
      ],
    )
    assert.equal((await as(own, (trx) => requireReminderChannel(trx, own.id, '群'))).target?.to, url)
    const { rows } = await current().admin.query(
      "select c::text as row from reminder_channel c union all select coalesce(before::text, '') || coalesce(after::text, '') from audit_entry",
    )
    assert.doesNotMatch(JSON.stringify(rows), /0123456789abcdef|qyapi/)
    assert.deepEqual((await as(other, (trx) => listReminderChannels(trx, own.id))).length, 0)
    await assert.rejects(
      as(other, (trx) => removeReminderChannel(trx, own.id, '群')),
      { id: 'reminder-unknown' },
    )
    // The sealed bytes of one channel do not open as another's.
    await as(own, (trx) => addReminderChannel(trx, own.id, channel('乙'), { to: 'http://relay/', secret: null }))
    await current().admin.query(
      "update reminder_channel set sealed = (select sealed from reminder_channel where name = '群') where name = '乙'",
    )
    assert.equal((await as(own, (trx) => requireReminderChannel(trx, own.id, '乙'))).target, null)
    await current().admin.query("delete from reminder_channel where name = '乙'")
  })

  test('a name is taken once, and an agency has one inbox', async () => {
    const add = (one: ReminderChannel) =>
      as(own, (trx) => addReminderChannel(trx, own.id, one, one.kind === 'inApp' ? null : { to: url, secret: null }))
    await assert.rejects(add(channel('群')), { id: 'reminder-name-taken' })
    await add(channel('站内', { kind: 'inApp', at: '09:00' }))
    await assert.rejects(add(channel('again', { kind: 'inApp' })), { id: 'reminder-in-app-taken' })
    const names = async () => (await as(own, (trx) => listReminderChannels(trx, own.id))).map(({ name }) => name)
    assert.deepEqual((await names()).sort(), ['站内', '群'].sort())
    await as(own, (trx) => removeReminderChannel(trx, own.id, '站内'))
    assert.deepEqual((await names()).sort(), ['inApp', '群'].sort())
  })

  test('what is owed is found for every agency, and not again once it is done', async () => {
    const owed = async (time: string) =>
      (await findDueReminders(current().storage, { day: today, time })).map(
        ({ agency, channelName, kind, target }) => `${agency.code} ${channelName} ${kind} ${target?.to ?? ''}`,
      )
    assert.deepEqual(await owed('08:00'), [])
    assert.deepEqual((await owed('08:30')).sort(), ['A inApp digest ', `A 群 digest ${url}`, 'B inApp digest '].sort())
    await as(own, async (trx) => {
      assert.equal(await claimReminder(trx, ref('群'), 'due'), 1)
      assert.equal(await claimReminder(trx, ref('inApp'), 'due'), 1)
      await finishReminder(trx, ref('inApp'), 'nothing', 0)
    })
    assert.deepEqual(await owed('08:30'), ['B inApp digest '])
    // Its process died: after a while another may take it.
    await wait('群')
    assert.deepEqual((await owed('08:30')).sort(), [`A 群 digest ${url}`, 'B inApp digest '].sort())
    await current().admin.query("update reminder set finished_at = '2026-11-25T08:31+08' where channel_name = 'inApp'")
    assert.ok((await owed('15:00')).includes('A inApp urgent '))
    const saturday = { day: day('2026-11-28'), time: '09:00' }
    assert.deepEqual(await findDueReminders(current().storage, saturday), [])
    await current().admin.query('delete from reminder; delete from inbox_notice')
  })

  test('of many that claim at the same time one has it', async () => {
    const claim = () => as(own, (trx) => claimReminder(trx, ref('群'), 'due'))
    const first = await Promise.all(Array.from({ length: 8 }, claim))
    assert.deepEqual(
      first.filter((one) => one !== null),
      [1],
    )
    await wait('群')
    const second = await Promise.all(Array.from({ length: 8 }, claim))
    assert.deepEqual(
      second.filter((one) => one !== null),
      [2],
    )
    // Under way elsewhere: not even whoever asks for it gets it.
    assert.equal(await as(own, (trx) => claimReminder(trx, ref('群'), 'asked')), null)
  })

  test('a failure waits longer each time and is given up with a notice; whoever asks may try again', async () => {
    const fail = (attempts: number) => as(own, (trx) => failReminder(trx, ref('群'), attempts, { is: 'timedOut' }))
    assert.equal(await fail(1), 'waiting')
    const { rows } = await current().admin.query(
      "select extract(epoch from next_at - now())::integer as seconds from reminder where channel_name = '群'",
    )
    assert.ok(rows[0].seconds > 30 && rows[0].seconds <= 60)
    assert.equal(await as(own, (trx) => claimReminder(trx, ref('群'), 'due')), null)
    assert.equal(await fail(7), 'givenUp')
    const [listed] = (await as(own, (trx) => listReminderChannels(trx, own.id))).filter(({ name }) => name === '群')
    assert.deepEqual([listed?.last?.state, listed?.last?.problem], ['givenUp', { is: 'timedOut' }])
    const { notices } = await as(own, (trx) => listNotices(trx, own.id, { unread: true }, { after: null, limit: 10 }))
    assert.deepEqual(
      notices.map(({ kind, content }) => [kind, content]),
      [['givenUp', { channelName: '群', reminder: 'digest', problem: { is: 'timedOut' } }]],
    )
    assert.equal(await as(own, (trx) => claimReminder(trx, ref('群'), 'asked')), 1)
    await as(own, (trx) => finishReminder(trx, ref('群'), 'sent', 3))
    assert.equal(await as(own, (trx) => claimReminder(trx, ref('群'), 'asked')), null)
  })

  test('what is left of yesterday is given up, but not what is under way', async () => {
    const yesterday = day('2026-11-24')
    await as(own, async (trx) => {
      await claimReminder(trx, ref('群', yesterday), 'due')
      assert.equal(await giveUpStale(trx, today), 0)
    })
    await current().admin.query("update reminder set next_at = now() - interval '1 second' where day = '2026-11-24'")
    assert.equal(await as(own, (trx) => giveUpStale(trx, today)), 1)
    const { notices } = await as(own, (trx) => listNotices(trx, own.id, { unread: false }, { after: null, limit: 1 }))
    assert.deepEqual(notices[0]?.content, { channelName: '群', reminder: 'digest', problem: { is: 'interrupted' } })
  })

  test('notices come by pages, are marked as read, and nobody else sees them', async () => {
    const list = (after: string | null) =>
      as(own, (trx) => listNotices(trx, own.id, { unread: true }, { after, limit: 1 }))
    const first = await list(null)
    assert.equal(first.notices.length, 1)
    const second = await list(first.next)
    assert.deepEqual([second.notices.length, second.next], [1, null])
    const id = first.notices[0]?.id ?? ''
    await assert.rejects(
      as(other, (trx) => markRead(trx, own.id, id)),
      { id: 'notice-unknown' },
    )
    await assert.rejects(
      as(own, (trx) => markRead(trx, own.id, 'x')),
      { id: 'notice-unknown' },
    )
    await assert.rejects(list('x'), { id: 'mark-unknown' })
    assert.equal(await as(own, (trx) => markRead(trx, own.id, id)), 1)
    assert.equal(await as(own, (trx) => markRead(trx, own.id, id)), 0)
    assert.equal((await list(null)).notices[0]?.id, second.notices[0]?.id)
    assert.equal(await as(own, (trx) => markRead(trx, own.id, 'all')), 1)
  })

  test('the chain keeps channels and what went out, and holds', async () => {
    const { rows } = await current().admin.query(
      "select action, subject, after from audit_entry where action like 'reminder%' order by seq",
    )
    assert.deepEqual(
      rows.map(({ action }) => action),
      [
        ...['reminderChannel.added', 'reminderChannel.added', 'reminderChannel.added', 'reminderChannel.removed'],
        // On the Saturday, after failures, and of yesterday.
        ...['reminder.givenUp', 'reminder.givenUp', 'reminder.sent', 'reminder.givenUp'],
      ],
    )
    assert.deepEqual(rows[6].after, { day: '2026-11-25', kind: 'digest', cases: 3 })
    assert.deepEqual((await verifyAudit(current().storage)).broken, [])
  })
})
