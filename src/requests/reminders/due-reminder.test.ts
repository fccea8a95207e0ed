import assert from 'node:assert/strict'
import { test } from 'node:test'
import { nationalCalendar } from '../../statute/calendar/national-calendar.ts'
import { day } from '../../statute/day.ts'
import { dueReminder, type ReminderSoFar, retryDelay } from './due-reminder.ts'
import { inAppByDefault, isHour, isMailAddress, maskTarget, type ReminderChannel } from './reminder-channel.ts'

const done = (finishedAt: string): ReminderSoFar => ({ finishedAt })
const trying: ReminderSoFar = { finishedAt: null }
const owed = (
  on: string,
  time: string,
  change: Partial<ReminderChannel> = {},
  digest: ReminderSoFar = null,
  urgent: ReminderSoFar = null,
) => dueReminder({ ...inAppByDefault, ...change }, nationalCalendar, { day: day(on), time }, { digest, urgent })

test('the digest is owed from its hour on, on working days of the calendar', () => {
  const wednesday = '2026-11-25'
  assert.equal(owed(wednesday, '08:29'), null)
  assert.equal(owed(wednesday, '08:30'), 'digest')
  // Down at the hour, up again before midnight.
  assert.equal(owed(wednesday, '23:59'), 'digest')
  assert.equal(owed('2026-11-28', '09:00'), null)
  assert.equal(owed('2026-11-28', '09:00', { workingDaysOnly: false }), 'digest')
  // 10 October 2026 is a Saturday that is worked; 1 October is a Thursday that is not.
  assert.equal(owed('2026-10-10', '09:00'), 'digest')
  assert.equal(owed('2026-10-01', '09:00'), null)
})

test('the urgent one comes at its own hour, once, after a digest of the morning', () => {
  const on = '2026-11-25'
  const examples: readonly (readonly [string, ReminderSoFar, ReminderSoFar, string | null])[] = [
    ['14:59', done('08:30'), null, null],
    ['15:00', done('08:30'), null, 'urgent'],
    ['16:00', done('08:30'), trying, 'urgent'],
    ['16:00', done('08:30'), done('15:00'), null],
    // The digest has not gone out: it comes first, and one after the hour has said it all.
    ['15:00', trying, null, 'digest'],
    ['16:00', null, null, 'digest'],
    ['16:00', done('15:20'), null, null],
  ]
  for (const [time, digest, urgent, expected] of examples)
    assert.equal(owed(on, time, {}, digest, urgent), expected, `${time} ${JSON.stringify([digest, urgent])}`)
  assert.equal(owed(on, '16:00', { urgentAt: null }, done('08:30')), null)
})

test('whatever the day and hour, a channel that has been told all is owed nothing', () => {
  for (let n = 1; n <= 28; n++)
    for (let hour = 0; hour < 24; hour++) {
      const on = `2026-02-${String(n).padStart(2, '0')}`
      const time = `${String(hour).padStart(2, '0')}:00`
      assert.equal(owed(on, time, {}, done('08:30'), done('15:00')), null)
      const first = owed(on, time)
      assert.ok(first === null || first === 'digest')
      assert.equal(owed(on, time, {}, done('08:30')) === 'digest', false)
    }
})

test('failures are tried again with growing delays, and then given up', () => {
  const delays = [1, 2, 3, 4, 5, 6, 7].map(retryDelay)
  assert.equal(delays.at(-1), null)
  const minutes = delays.filter((one) => one !== null)
  assert.deepEqual(
    minutes,
    [...minutes].sort((a, b) => a - b),
  )
})

test('one plain address passes, and nothing that a header or an envelope could read as more', () => {
  for (const good of ['office@example.gov.cn', 'a.b+c@xn--fiq228c.cn', '办公室@例子.cn', 'a@localhost'])
    assert.ok(isMailAddress(good), good)
  for (const bad of [
    ...[
      '',
      'a',
      '@b.cn',
      'a@',
      'a@b.cn,c@d.cn',
      'a@b.cn\r\nBcc: c@d.cn',
      'a@b.cn\n',
      'A <a@b.cn>',
      'a b@c.cn',
      '"a"@b.cn',
    ],
    ...[
      'a@b.cn> SIZE=1',
      'a@b\u0000.cn',
      'a@b\u2028.cn',
      'a@@b.cn',
      'a@.cn',
      'a@[127.0.0.1]',
      `${'a'.repeat(65)}@b.cn`,
    ],
  ])
    assert.equal(isMailAddress(bad), false, JSON.stringify(bad))
  assert.deepEqual(['08:30', '23:59', '24:00', '8:30', '08:60', '08:30x'].map(isHour), [
    true,
    true,
    false,
    false,
    false,
    false,
  ])
})

test('a target is shown without what gives access', () => {
  const masked = (kind: ReminderChannel['kind'], to: string) => maskTarget(kind, { to, secret: null })
  assert.equal(masked('email', 'zhang.san@example.gov.cn'), 'z…@example.gov.cn')
  assert.equal(
    masked('wecom', 'https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=abc'),
    'https://qyapi.weixin.qq.com/…',
  )
  assert.equal(masked('webhook', 'http://relay:8080?token=abc'), 'http://relay:8080/…')
})
