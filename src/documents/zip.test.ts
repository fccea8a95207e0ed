import assert from 'node:assert/strict'
import { test } from 'node:test'
import { strToU8, zipSync } from 'fflate'
import { Zip } from './zip.ts'

const unpack = (bytes: Uint8Array, name: string) => {
  const pieces: number[] = []
  new Zip(bytes).read(name, (piece) => pieces.push(...piece))
  return new TextDecoder().decode(new Uint8Array(pieces))
}
/** Where the n-th record with a signature begins. */
const recordAt = (bytes: Uint8Array, signature: readonly number[]) =>
  bytes.findIndex((_, i) => signature.every((byte, k) => bytes[i + k] === byte))
const central = [0x50, 0x4b, 0x01, 0x02]

test('stored and deflated entries are read, names without regard to case', () => {
  const bytes = zipSync({ 'Word/Document.xml': strToU8('正文'), 'b.xml': [strToU8('bb'), { level: 0 }] })
  assert.equal(unpack(bytes, 'word/document.xml'), '正文')
  assert.equal(unpack(bytes, 'b.xml'), 'bb')
  assert.equal(new Zip(bytes).has('c.xml'), false)
  assert.throws(() => unpack(bytes, 'c.xml'), { id: 'file-damaged' })
})

test('an entry that swells more than 200 times is refused while it is unpacked', () => {
  const bytes = zipSync({ 'a.xml': new Uint8Array(20 * 1024 * 1024) })
  let seen = 0
  assert.throws(() => new Zip(bytes).read('a.xml', (piece) => (seen += piece.length)), { id: 'zip-bomb' })
  assert.ok(seen < 20 * 1024 * 1024, `${seen} bytes were unpacked`)
})

test('a container that declares more than 500 MB is refused before anything is unpacked', () => {
  const bytes = zipSync({ 'a.xml': strToU8('a'), 'b.xml': strToU8('b') })
  new DataView(bytes.buffer).setUint32(recordAt(bytes, central) + 24, 501 * 1024 * 1024, true)
  assert.throws(() => new Zip(bytes), { id: 'zip-bomb' })
})

test('more than 10,000 entries are refused', () => {
  const names = Array.from({ length: 10_001 }, (_, i) => [`${i}`, new Uint8Array()] as const)
  assert.throws(() => new Zip(zipSync(Object.fromEntries(names), { level: 0 })), { id: 'zip-bomb' })
})

test('an encrypted entry is a password, cut and crooked containers are damage', () => {
  const bytes = zipSync({ 'a.xml': strToU8('abcabcabcabc') })
  const locked = bytes.slice()
  locked[recordAt(locked, central) + 8] = 1
  assert.throws(() => new Zip(locked), { id: 'password-protected' })
  assert.throws(() => new Zip(bytes.subarray(0, bytes.length - 30)), { id: 'file-damaged' })
  const crooked = bytes.slice()
  new DataView(crooked.buffer).setUint32(recordAt(crooked, central) + 42, 9999, true)
  assert.throws(() => unpack(crooked, 'a.xml'), { id: 'file-damaged' })
  const method = bytes.slice()
  method[recordAt(method, central) + 10] = 12
  assert.throws(() => unpack(method, 'a.xml'), { id: 'file-damaged' })
  const noise = bytes.slice()
  noise.fill(0xff, 40, 50)
  assert.throws(() => unpack(noise, 'a.xml'), { id: 'file-damaged' })
})
