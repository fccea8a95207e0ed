import assert from 'node:assert/strict'
import { test } from 'node:test'
import { day } from '../../statute/day.ts'
import { makeView } from '../view.ts'
import { deadlineWordsIn } from '../words/words.ts'
import { deadlinePage } from './deadline-page.ts'
import { readDeadlineQuery } from './read-deadline-query.ts'

type Row = Partial<Record<'event' | 'on' | 'second' | 'days' | 'party', string>>

function pageFor(fields: Record<string, string>, rows: readonly Row[] = [], language: 'zh-CN' | 'en' = 'zh-CN') {
  const query = new URLSearchParams(fields)
  for (const row of rows)
    for (const name of ['event', 'on', 'second', 'days', 'party'] as const) query.append(name, row[name] ?? '')
  const words = deadlineWordsIn(language)
  const read = readDeadlineQuery(query, day('2026-03-02'), words)
  return { ...read, text: String(deadlinePage(makeView(language, 'page'), words, read, '/deadline')) }
}

test('an address without a request shows the form alone', () => {
  const { clockCase, complaint, text } = pageFor({})
  assert.equal(clockCase, null)
  assert.equal(complaint, null)
  assert.doesNotMatch(text, /deadline-answer/)
  assert.match(text, /name="today" value="2026-03-02"/)
})

test('the due date, what is left, the steps and the calendar answer a request', () => {
  const { text } = pageFor({ channel: 'inPerson', received: '2026-02-10' })
  assert.match(text, /2026年3月16日（星期一）/)
  assert.match(text, /还剩 10 个工作日/)
  assert.match(text, /条例31\(1\)/)
  assert.match(text, /第 20 个工作日/)
})

test('an open consultation tells what silence gives, in the address’s own words made harmless', () => {
  const { text } = pageFor({ channel: 'fax', received: '2025-09-08', today: '2025-10-14' }, [
    { event: 'consultationSent.thirdParty', on: '2025-09-15', second: '2025-09-19', party: '<b>甲</b>' },
  ])
  assert.match(text, /暂不能确定/)
  assert.match(text, /如对方一直不答复，答复期限为 2025年11月6日/)
  assert.doesNotMatch(text, /<b>甲/)
})

test('what the law does not allow is told with its row', () => {
  const { text } = pageFor({ received: '2026-02-10' }, [{ event: 'extended', on: '2026-02-27', days: '21' }])
  assert.match(text, /第 1 行：延长的期限最长不得超过20个工作日/)
  assert.match(text, /2026年3月16日/)
})

test('what is missing or wrong is named by row and field, and what was filled in stays', () => {
  const cases: readonly (readonly [Record<string, string>, readonly Row[], RegExp])[] = [
    [{ received: '' }, [], /请填写收到日期/],
    [{ received: '2026-02-30' }, [], /收到日期填写有误/],
    [{ received: '2019-05-14' }, [], /2019-05-15/],
    [{ received: '2026-02-10', channel: 'pigeon' }, [], /收到渠道填写有误/],
    [{ received: '2026-02-10' }, [{ event: 'extended', on: '2026-02-27' }], /第 1 行“告知延长答复期限”的工作日数/],
    [{ received: '2026-02-10' }, [{ event: 'correctionRequested', on: '2026-02-11' }], /补正截止日/],
    [{ received: '2026-02-10' }, [{ on: '2026-02-11' }], /第 1 行的事项/],
  ]
  for (const [fields, rows, words] of cases) {
    const { complaint, clockCase } = pageFor(fields, rows)
    assert.match(complaint ?? '', words)
    assert.equal(clockCase, null)
  }
  const { text } = pageFor({ received: '2026-02-10' }, [{ event: 'extended', on: '2026-02-27', days: 'x' }])
  assert.match(text, /value="2026-02-27"/)
  assert.match(text, /<option value="extended" selected>/)
})

test('the English page has no Chinese but the articles', () => {
  const { text } = pageFor({ received: '2026-12-01' }, [{ event: 'extended', on: '2026-12-02', days: '30' }], 'en')
  const plain = text.replace(/<[^>]+lang="zh-CN"[^>]*>[^<]*/g, '')
  assert.doesNotMatch(plain, /\p{Script=Han}/u)
  assert.match(plain, /not settled by a holiday notice/)
})
