import assert from 'node:assert/strict'
import { mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { webhookServer } from '../../test/reminders/webhook-server.ts'
import { Refusal } from '../refusals/refusal.ts'
import { agencyAdd } from './agency-add.ts'
import { auditVerify } from './audit-verify.ts'
import { remindersAdd } from './reminders-add.ts'
import { remindersInbox } from './reminders-inbox.ts'
import { remindersList } from './reminders-list.ts'
import { remindersRemove } from './reminders-remove.ts'
import { remindersSend } from './reminders-send.ts'
import { remindersTest } from './reminders-test.ts'
import { requestsRegister } from './requests-register.ts'
import { commandRunner } from './test-command.ts'

const data = realpathSync(mkdtempSync(join(tmpdir(), 'gongkai-reminders-')))
let robot: Awaited<ReturnType<typeof webhookServer>>
let answer = '{"errcode":0}'
const run = commandRunner(data, '2026-03-12')
const agency = ['--agency', 'A1']

before(async () => {
  robot = await webhookServer((response) => void response.end(answer))
  await run(agencyAdd, ['--code', 'A1', '--name', '甲局', '--level', 'county', '--kind', 'department'])
  await run(requestsRegister, [
    ...agency,
    ...['--channel', 'portal', '--applicant-kind', 'naturalPerson', '--name', '申请人甲', '--on', '2026-02-10'],
    ...['--content', '2025年度部门决算'],
  ])
})
after(async () => {
  await robot.close()
  rmSync(data, { recursive: true, force: true })
})

test('a robot is added, tried, sent to once, and removed; its key is never shown', async () => {
  const added = await run(remindersAdd, ['群', ...agency, '--kind', 'wecom', '--to', robot.url, '--urgent-at', 'never'])
  assert.match(added.out, /^已添加提醒方式“群”/)
  const tried = await run(remindersTest, ['群', ...agency], 'clerk', 'en')
  assert.deepEqual([tried.code, tried.out], [0, 'The test message went out; see whether it came.\n'])
  answer = '{"errcode":93000,"errmsg":"invalid key 0123456789abcdef"}'
  const failed = await run(remindersTest, ['群', ...agency])
  assert.deepEqual([failed.code, failed.err], [2, '测试消息没有发出：群机器人拒绝（93000）：invalid key …。\n'])
  const waiting = await run(remindersSend, ['群', ...agency])
  assert.deepEqual([waiting.code, waiting.err], [2, '群\t未发出，将重试：群机器人拒绝（93000）：invalid key …\n'])
  answer = '{"errcode":0}'
  const sent = await run(remindersSend, agency)
  assert.deepEqual([sent.code, sent.out], [0, 'inApp\t已发出\n群\t已发出\n'])
  const before = robot.posted.length
  assert.equal((await run(remindersSend, ['群', ...agency])).out, '群\t已经发出，或者正在发送\n')
  assert.equal((await run(remindersSend, ['群', ...agency, '--kind', 'urgent'])).out, '群\t没有待办\n')
  assert.equal(robot.posted.length, before)
  const listed = await run(remindersList, agency)
  assert.match(listed.out, /群\t企业微信\thttp:\/\/127\.0\.0\.1:\d+\/…\t08:30\t不发\t工作日\t.*待办 已发出/)
  const { channels } = JSON.parse((await run(remindersList, [...agency, '--format', 'json'])).out)
  assert.deepEqual(
    channels.map(({ name, kind, to, last }: Record<string, never>) => [name, kind, typeof to, last !== null]),
    [
      ['inApp', 'inApp', 'object', true],
      ['群', 'wecom', 'string', true],
    ],
  )
  assert.doesNotMatch(JSON.stringify([channels, listed, failed, waiting]), /0123456789abcdef/)
  assert.equal((await run(remindersSend, ['群', ...agency, '--day', '2026-03-11'])).out, '群\t已发出\n')
  assert.equal((await run(remindersRemove, ['群', ...agency])).code, 0)
})

test('the inbox is read on the command line', async () => {
  const { out } = await run(remindersInbox, agency)
  assert.match(out, /未读\n {2}【甲局】依申请公开待办（2026-03-12）\n {2}内部期限已到 1 件：\n {4}2026-0001 /)
  assert.doesNotMatch(out, /申请人甲|决算/)
  const { notices } = JSON.parse((await run(remindersInbox, [...agency, '--format', 'json'], 'clerk', 'en')).out)
  assert.match(notices[0].text, /disclosure requests to do \(2026-03-12\)/)
  assert.equal((await run(remindersInbox, [...agency, '--read', notices[0].id])).out, '已将 1 条通知标为已读\n')
  assert.equal((await run(remindersInbox, [...agency, '--unread'])).out, '没有通知。\n')
  assert.match((await run(remindersInbox, agency)).out, /^[0-9a-f-]{36}\t[\d-]{10} \d\d:\d\d\n/)
})

test('what makes no sense is refused in the language of the user', async () => {
  const add =
    (...args: readonly string[]) =>
    () =>
      run(remindersAdd, [...agency, ...args])
  const email = ['n', '--kind', 'email', '--to']
  const wrong: readonly (readonly [() => Promise<unknown>, string])[] = [
    [add(...email, 'a@b.cn\r\nBcc: x@y.cn'), 'reminder-target-wrong'],
    [add(...email, 'a@b.cn', '--secret', 's'), 'bad-option'],
    [add('n', '--kind', 'wecom', '--to', 'file:///etc/passwd'), 'reminder-target-wrong'],
    [add('n', '--kind', 'wecom', '--to', 'http://user:pass@host/'), 'reminder-target-wrong'],
    [add('n', '--kind', 'wecom'), 'missing-argument'],
    [add('n', '--kind', 'fax', '--to', 'a'), 'bad-option'],
    [add('n', '--kind', 'inApp', '--to', 'a'), 'bad-option'],
    [add('n\nx', '--kind', 'inApp'), 'bad-option'],
    [add('n', '--kind', 'inApp', '--at', '25:00'), 'reminder-hours-wrong'],
    [add('n', '--kind', 'inApp', '--at', '16:00', '--urgent-at', '15:00'), 'reminder-hours-wrong'],
    [add('n', '--kind', 'inApp', '--days', 'x'), 'bad-option'],
    [add('--kind', 'inApp'), 'missing-argument'],
    [() => run(remindersTest, ['n', ...agency]), 'reminder-unknown'],
    [() => run(remindersSend, ['n', ...agency]), 'reminder-unknown'],
    [() => run(remindersSend, [...agency, '--day', '2026-03-13']), 'reminder-day-in-future'],
    [() => run(remindersRemove, ['inApp', ...agency]), 'reminder-unknown'],
    [() => run(remindersInbox, [...agency, '--read', 'x']), 'notice-unknown'],
  ]
  for (const [attempt, id] of wrong)
    await assert.rejects(attempt, (error) => {
      assert.ok(error instanceof Refusal)
      assert.equal(error.id, id)
      assert.ok(error.words('en') && error.words('zh-CN'))
      return true
    })
})

test('a digest of the afternoon needs no urgent one, and the chain of all that holds', async () => {
  const added = await run(remindersAdd, [
    '站内',
    ...agency,
    '--kind',
    'inApp',
    '--at',
    '16:00',
    '--every-day',
    '--when-nothing',
  ])
  assert.equal(added.code, 0)
  assert.match((await run(remindersList, agency)).out, /站内\t站内\t\t16:00\t不发\t每天\t还没有发过\n/)
  assert.equal(JSON.parse((await run(auditVerify, ['--format', 'json'])).out).intact, true)
})
