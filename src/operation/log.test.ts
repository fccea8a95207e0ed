import assert from 'node:assert/strict'
import { test } from 'node:test'
import { errorMark } from './error-mark.ts'
import { type LogEntry, logLine } from './log.ts'

const now = new Date('2026-11-25T01:02:03.004Z')

test('a request is the line it has always been, or one object', () => {
  const entry: LogEntry = {
    ...{ event: 'request', method: 'GET', route: '/items/*', kind: 'item', status: 503, ms: 7, id: 'ab12cd34' },
  }
  assert.equal(logLine('text', entry, now), '2026-11-25T01:02:03.004Z GET /items/* 503 7 ms')
  assert.deepEqual(JSON.parse(logLine('json', entry, now) ?? ''), {
    ...{ time: '2026-11-25T01:02:03.004Z', level: 'error' },
    ...entry,
  })
  assert.equal(logLine('json', { event: 'looked', job: 'files', due: 0 }, now), null)
})

test('a fault is told by what it is and where it arose, whatever its message holds', () => {
  const said = '张三 13800000000\n    at 张三 (/srv/zhang:1:1)\n    at zhangsan (/srv/zhangsan.ts:1:1)'
  const database = Object.assign(new Error(said), {
    ...{ code: '23505', table: 'request', detail: `Key (name)=(${said})`, constraint: '张三' },
  })
  const faults = [
    database,
    new TypeError(said, { cause: new RangeError(said) }),
    Object.assign(new Error('first'), { message: said }),
    said,
    (() => {
      try {
        return JSON.parse(`{"name": 张三 13800000000`)
      } catch (error) {
        return error
      }
    })(),
  ]
  for (const error of faults)
    for (const format of ['text', 'json'] as const) {
      const line = logLine(format, { event: 'error', id: 'ab12cd34', error }, now) ?? ''
      assert.doesNotMatch(line, /张三|zhang|1380|Key/)
      assert.equal(line.split('\n').length > 1 && format === 'json', false)
    }
  const mark = errorMark(database)
  assert.deepEqual([mark.name, mark.code, mark.of], ['Error', '23505', { table: 'request' }])
  assert.match(mark.at[0] ?? '', /log\.test\.ts:\d+:\d+/)
  assert.equal(errorMark(faults[1]).cause?.name, 'RangeError')
})
