import assert from 'node:assert/strict'
import { test } from 'node:test'
import { day } from '../../statute/day.ts'
import { reasonsToday, type ToDoCase, type ToDoReason } from './to-do.ts'
import { toDoText } from './to-do-words.ts'

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
    toDoText('甲局', today, [{ reason: 'overdue', cases }], 'zh-CN'),
    '【甲局】依申请公开待办（2026-11-25）\n已逾期 1 件：\n  2026-0007 答复期限 2026-11-24，办理中\n',
  )
  assert.equal(toDoText('甲局', today, [], 'zh-CN'), '【甲局】依申请公开待办（2026-11-25）\n今天没有待办事项。\n')
  assert.match(
    toDoText('A', today, [{ reason: 'overdue', cases }], 'en'),
    /Overdue: 1\n {2}2026-0007 due on 2026-11-24, being handled/,
  )
})
