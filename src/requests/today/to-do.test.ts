import assert from 'node:assert/strict'
import { test } from 'node:test'
import { nationalCalendar } from '../../statute/calendar/national-calendar.ts'
import { addDays, day } from '../../statute/day.ts'
import type { Remedy } from '../remedies/remedy.ts'
import {
  type AmendmentToDo,
  type AmendmentToDoReason,
  amendmentReasonsToday,
  amendmentToDoReasons,
} from './amendment-to-do.ts'
import { awaitedReason } from './remedy-to-do.ts'
import { reasonsToday, type ToDoCase, type ToDoReason } from './to-do.ts'
import { toDoText } from './to-do-words.ts'
import { byReason } from './work-today.ts'

const today = day('2026-11-25')
const soon = day('2026-12-02')
const given = (change: Partial<Record<keyof ToDoCase, string | null>>) =>
  ({
    number: '1',
    phase: 'handling',
    arrivedOn: '2026-11-02',
    dueOn: null,
    ownDueOn: null,
    lapsesOn: null,
    ...change,
  }) as ToDoCase

const examples: readonly (readonly [Partial<Record<keyof ToDoCase, string | null>>, readonly ToDoReason[]])[] = [
  [{}, []],
  [{ dueOn: '2026-11-24', ownDueOn: '2026-11-19' }, ['overdue']],
  [{ dueOn: '2026-11-25', ownDueOn: '2026-11-20' }, ['dueToday']],
  [{ dueOn: '2026-11-30', ownDueOn: '2026-11-25' }, ['ownDue']],
  [{ dueOn: '2026-12-02', ownDueOn: '2026-11-27' }, ['dueSoon']],
  [{ dueOn: '2026-12-03', ownDueOn: '2026-11-30' }, []],
  [{ phase: 'unconfirmed' }, ['unconfirmed']],
  [{ phase: 'unconfirmed', arrivedOn: '2026-11-25' }, ['unconfirmed']],
  [{ phase: 'awaitingCorrection', lapsesOn: '2026-11-24' }, ['lapsed']],
  [{ phase: 'awaitingCorrection', lapsesOn: '2026-11-25' }, []],
  [{ phase: 'decided', dueOn: '2026-11-24' }, ['overdue', 'toApprove']],
  [{ phase: 'approved', dueOn: '2026-12-30' }, ['toServe']],
]

test('each case wants somebody for the reasons that hold today, the most pressing first', () => {
  for (const [change, reasons] of examples) assert.deepEqual(reasonsToday(given(change), today, soon), reasons)
})

test('the text to paste tells numbers and days, and says so where there is nothing', () => {
  const cases = [given({ number: '2026-0007', dueOn: '2026-11-24' })]
  assert.equal(
    toDoText('甲局', today, { toDo: [{ reason: 'overdue', cases }], remedies: [], amendments: [] }, 'zh-CN'),
    '【甲局】依申请公开待办（2026-11-25）\n已逾期 1 件：\n  2026-0007 答复期限 2026-11-24，办理中\n',
  )
  assert.equal(
    toDoText('甲局', today, { toDo: [], remedies: [], amendments: [] }, 'zh-CN'),
    '【甲局】依申请公开待办（2026-11-25）\n今天没有待办事项。\n',
  )
  assert.match(
    toDoText('A', today, { toDo: [{ reason: 'overdue', cases }], remedies: [], amendments: [] }, 'en'),
    /Overdue: 1\n {2}2026-0007 due on 2026-11-24, being handled/,
  )
})

test('an arrival whose day is over without a confirmation is told apart from one of today', () => {
  const cases = [
    given({ number: '1', phase: 'unconfirmed', arrivedOn: '2026-11-24' }),
    given({ number: '2', phase: 'unconfirmed', arrivedOn: '2026-11-25' }),
  ]
  const work = { toDo: [{ reason: 'unconfirmed' as const, cases }], remedies: [], amendments: [] }
  assert.match(toDoText('甲局', today, work, 'zh-CN'), /1 2026-11-24 到达，已过当日\n {2}2 2026-11-25 到达\n/)
  assert.match(
    toDoText('A', today, work, 'en'),
    /1 arrived on 2026-11-24, that day is over\n {2}2 arrived on 2026-11-25\n/,
  )
})

const remedy: Remedy = {
  ...{
    caseNumber: '政复1号',
    requestNumber: '2026-0001',
    kind: 'reconsideration',
    body: '某县人民政府',
    procedure: 'ordinary',
  },
  ...{ filedOn: day('2026-11-02'), copyReceivedOn: day('2026-11-11'), convertedOn: null, answeredOn: null },
  ...{ concludedOn: null, rawResult: null, result: null, coDefendant: null },
}

test('the own period of a remedy is told from a week before its last day on, by number and day only', () => {
  const reasonOn = (on: string) => awaitedReason(remedy, nationalCalendar, day(on), addDays(day(on), 7))?.reason
  // Ten working days after 11 November.
  assert.deepEqual(['2026-11-17', '2026-11-18', '2026-11-25', '2026-11-26'].map(reasonOn), [
    undefined,
    'dueSoon',
    'dueToday',
    'overdue',
  ])
  assert.equal(awaitedReason({ ...remedy, procedure: null }, nationalCalendar, today, soon), null)
  const found = awaitedReason(remedy, nationalCalendar, today, soon)
  assert.ok(found)
  const toReopen = { ...found.one, dueOn: null, concludedOn: day('2026-11-20') }
  const work = {
    toDo: [],
    amendments: [],
    remedies: [
      { reason: found.reason, cases: [found.one] },
      { reason: 'toReopen' as const, cases: [toReopen] },
    ],
  }
  assert.equal(
    toDoText('甲局', today, work, 'zh-CN'),
    '【甲局】依申请公开待办（2026-11-25）\n复议诉讼答复（答辩）今天到期 1 件：\n  政复1号 行政复议，期限 2026-11-25\n复议诉讼结果纠正，原申请待重新办理 1 件：\n  政复1号 行政复议，2026-11-20 审结，原申请 2026-0001\n',
  )
  assert.doesNotMatch(toDoText('A', today, work, 'en'), /某县/)
})

test('a record amendment wants somebody past its own day, for approval and service, and after a month without a day', () => {
  const one = (change: Partial<Record<keyof AmendmentToDo, string | null>>) =>
    ({ number: '更1', phase: 'handling', arrivedOn: '2026-11-02', targetOn: null, ...change }) as AmendmentToDo
  const cases: readonly (readonly [AmendmentToDo, readonly AmendmentToDoReason[]])[] = [
    [one({}), []],
    [one({ targetOn: '2026-11-25' }), []],
    [one({ targetOn: '2026-11-24' }), ['pastTarget']],
    [one({ targetOn: '2026-11-24', phase: 'decided' }), ['pastTarget', 'toApprove']],
    [one({ phase: 'approved' }), ['toServe']],
    [one({ phase: 'transferred' }), ['toServe']],
    // Thirty days ago it may still wait; a day more, and it may not, where nobody set a day.
    [one({ arrivedOn: '2026-10-26' }), []],
    [one({ arrivedOn: '2026-10-25' }), ['waitingLong']],
    [one({ arrivedOn: '2026-01-05', targetOn: '2026-12-31' }), []],
  ]
  for (const [given, reasons] of cases) assert.deepEqual(amendmentReasonsToday(given, today), reasons)
  const amendments = byReason(
    amendmentToDoReasons,
    [one({ targetOn: '2026-11-24' }), one({ number: '更2', arrivedOn: '2026-10-25' })],
    (each) => amendmentReasonsToday(each, today),
  )
  assert.equal(
    toDoText('甲局', today, { toDo: [], remedies: [], amendments }, 'zh-CN'),
    '【甲局】依申请公开待办（2026-11-25）\n更正申请已过内部期限（或者重新办理的期限） 1 件：\n  更1 期限 2026-11-24，办理中\n更正申请等待超过30天，没有设定内部期限 1 件：\n  更2 2026-10-25 收到，办理中\n',
  )
  assert.match(
    toDoText('A', today, { toDo: [], remedies: [], amendments }, 'en'),
    /target day: 1\n {2}更1 target day 2026-11-24, being handled/,
  )
})
