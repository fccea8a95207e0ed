import assert from 'node:assert/strict'
import { test } from 'node:test'
import { day } from '../../statute/day.ts'
import type { WorkToday } from '../today/work-today.ts'
import { problemInWords, wordsOfOthers } from './delivery-problem.ts'
import { noticeInWords } from './present-notice.ts'
import { countWork, messageHtml, messageText, reminderMessage, testMessage, urgentWork } from './reminder-message.ts'

const today = day('2026-11-25')
const one = (number: string) => ({
  ...{ number, phase: 'handling' as const, arrivedOn: day('2026-11-02'), dueOn: day('2026-11-24') },
  ...{ ownDueOn: null, lapsesOn: null },
})
const work: WorkToday = {
  toDo: [
    { reason: 'overdue', cases: [one('2026-0007')] },
    { reason: 'dueSoon', cases: [one('2026-0008'), one('2026-0009')] },
    { reason: 'toApprove', cases: [one('2026-0010')] },
  ],
  remedies: [
    {
      reason: 'dueToday',
      cases: [{ caseNumber: '政复1号', kind: 'reconsideration', requestNumber: null, dueOn: today, concludedOn: null }],
    },
  ],
  amendments: [
    {
      reason: 'pastTarget',
      cases: [{ number: '更2026-0001', phase: 'handling', arrivedOn: day('2026-11-02'), targetOn: day('2026-11-20') }],
    },
  ],
}
const nothing: WorkToday = { toDo: [], remedies: [], amendments: [] }

test('the subject says the most pressing, the text all of it', () => {
  const message = reminderMessage('甲局', today, 'digest', work, 'zh-CN')
  assert.equal(message.subject, '【甲局】依申请公开待办：已逾期 1 件，复议诉讼答复（答辩）今天到期 1 件等')
  assert.equal(
    messageText(message, 'zh-CN'),
    [
      '【甲局】依申请公开待办（2026-11-25）',
      '已逾期 1 件：',
      '  2026-0007 答复期限 2026-11-24，办理中',
      '复议诉讼答复（答辩）今天到期 1 件：',
      '  政复1号 行政复议，期限 2026-11-25',
      '即将到期 2 件：',
      '  2026-0008 答复期限 2026-11-24，办理中',
      '  2026-0009 答复期限 2026-11-24，办理中',
      '待审批 1 件：',
      '  2026-0010 答复期限 2026-11-24，办理中',
      '更正申请已过内部期限（或者重新办理的期限） 1 件：',
      '  更2026-0001 期限 2026-11-20，办理中',
      '系统自动发送，只含编号和日期，办理请登录系统。\n',
    ].join('\n'),
  )
  const english = reminderMessage('A', today, 'digest', nothing, 'en')
  assert.equal(english.subject, 'A: disclosure requests to do – Nothing to do today.')
  assert.match(messageText(english, 'en'), /\nNothing to do today\.\nSent by the system/)
})

test('the urgent one tells only what cannot wait', () => {
  const urgent = urgentWork(work)
  assert.equal(countWork(urgent), 2)
  const message = reminderMessage('甲局', today, 'urgent', urgent, 'zh-CN')
  assert.match(message.subject, /依申请公开催办：已逾期 1 件，复议诉讼答复（答辩）今天到期 1 件$/)
  assert.doesNotMatch(messageText(message, 'zh-CN'), /2026-0008|2026-0010/)
})

test('a text that is too long loses its least pressing lines, and says how many', () => {
  const many = Array.from({ length: 300 }, (_, n) => one(`2026-${1000 + n}`))
  const message = reminderMessage(
    '甲局',
    today,
    'digest',
    { toDo: [{ reason: 'overdue', cases: many }], remedies: [], amendments: [] },
    'zh-CN',
  )
  const text = messageText(message, 'zh-CN', 2048)
  assert.ok(Buffer.byteLength(text) <= 2048)
  const told = text.match(/ {2}2026-1/g)?.length ?? 0
  assert.ok(told > 20)
  assert.match(text, new RegExp(`……另有 ${300 - told} 件未列出。\n系统自动发送`))
  assert.ok(text.startsWith('【甲局】依申请公开待办（2026-11-25）\n已逾期 300 件：\n  2026-1000 '))
  const named = reminderMessage('局'.repeat(2000), today, 'digest', work, 'zh-CN')
  assert.ok(Buffer.byteLength(messageText(named, 'zh-CN', 2048)) <= 2048)
})

test('a name that was typed wrongly stays one line of text and no markup', () => {
  const message = reminderMessage('甲局\r\nBcc: x@y.cn <script>&"', today, 'digest', work, 'zh-CN')
  assert.doesNotMatch(message.subject, /[\r\n]/)
  const page = messageHtml(message, 'zh-CN')
  assert.doesNotMatch(page, /<script>/)
  assert.match(page, /&lt;script&gt;&amp;&quot;/)
  assert.doesNotMatch(page, /https?:|src=|url\(/)
  assert.match(messageHtml(testMessage('甲局', today, 'en'), 'en'), /This is a test/)
})

test('the words of the other side come on one short line without secrets', () => {
  const url = 'https://oapi.dingtalk.com/robot/send?access_token=0123456789abcdef'
  assert.equal(wordsOfOthers(`token 0123456789abcdef\r\nis bad`, [url, '0123456789abcdef']), 'token … is bad')
  assert.equal(wordsOfOthers('很'.repeat(500), []).length, 121)
  // Half a character is no text that a database takes.
  assert.ok(wordsOfOthers(`x${'𠮷'.repeat(200)}`, []).isWellFormed())
})

test('a reminder that was given up says why and what to do', () => {
  const content = { channelName: '群', reminder: 'digest' as const, problem: { is: 'timedOut' as const } }
  const { subject, text } = noticeInWords('甲局', today, { kind: 'givenUp', content }, 'zh-CN')
  assert.equal(subject, '2026-11-25 的提醒没有通过“群”发出')
  assert.match(text, /对方服务器没有及时应答。.*gongkai reminders test.*gongkai reminders send/)
  assert.match(noticeInWords('A', today, { kind: 'givenUp', content }, 'en').text, /did not answer in time/)
  for (const language of ['zh-CN', 'en'] as const)
    for (const problem of [
      ...(['smtpNotSet', 'timedOut', 'certificate', 'tlsMissing', 'signInRefused', 'interrupted'] as const).map(
        (is) => ({ is }),
      ),
      ...(['stopped', 'answerUnreadable', 'targetSealed'] as const).map((is) => ({ is })),
      ...(['unreachable', 'failed'] as const).map((is) => ({ is, code: 'ECONNREFUSED' })),
      ...(['recipientRefused', 'mailRefused'] as const).map((is) => ({ is, status: 550, said: 'no' })),
      ...(['status', 'redirected'] as const).map((is) => ({ is, status: 302 })),
      { is: 'robotRefused' as const, code: 93000, said: 'no' },
    ])
      assert.ok(problemInWords(problem, language).length > 5)
})
