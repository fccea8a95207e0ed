import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setImmediate } from 'node:timers/promises'
import { InFlight } from './in-flight.ts'

test('no more pieces go on at once than allowed, and all are waited for', async () => {
  const pieces = new InFlight(2)
  let [going, most, done] = [0, 0, 0]
  for (let at = 0; at < 7; at++)
    await pieces.start(async () => {
      most = Math.max(most, ++going)
      await setImmediate()
      going--
      done++
    })
  await pieces.settled()
  pieces.throwFailure()
  assert.deepEqual([most, done], [2, 7])
})

test('a failure is told at the next start and at the end, and waiting never throws', async () => {
  const pieces = new InFlight(1)
  await pieces.start(() => Promise.reject(new Error('first')))
  await assert.rejects(
    pieces.start(() => Promise.resolve()),
    /first/,
  )
  await pieces.settled()
  assert.throws(() => pieces.throwFailure(), /first/)
})
