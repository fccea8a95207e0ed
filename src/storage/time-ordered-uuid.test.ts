import assert from 'node:assert/strict'
import { test } from 'node:test'
import { timeOrderedUuid, uuidBytes } from './time-ordered-uuid.ts'

test('a UUID is of version 7, begins with its time and never comes twice', () => {
  const before = Date.now()
  const uuids = Array.from({ length: 2000 }, timeOrderedUuid)
  const after = Date.now()
  for (const uuid of uuids) {
    assert.match(uuid, /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
    const time = Number.parseInt(uuid.replaceAll('-', '').slice(0, 12), 16)
    assert.ok(time >= before && time <= after)
  }
  assert.equal(new Set(uuids).size, uuids.length)
})

test('the bytes of each are its digits', () => {
  const uuids = [timeOrderedUuid(), timeOrderedUuid()]
  assert.deepEqual(
    uuidBytes(uuids).map((bytes) => bytes.toString('hex')),
    uuids.map((uuid) => uuid.replaceAll('-', '')),
  )
  assert.deepEqual(uuidBytes([]), [])
})
