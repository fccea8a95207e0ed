import assert from 'node:assert/strict'
import { createCipheriv, createSecretKey, randomBytes } from 'node:crypto'
import { test } from 'node:test'
import fc from 'fast-check'
import { unwrapKey, wrapKeys } from './key-wrap.ts'

test('a key is wrapped as RFC 3394, 4.6 shows it', () => {
  const wrapping = createSecretKey(
    Buffer.from('000102030405060708090A0B0C0D0E0F101112131415161718191A1B1C1D1E1F', 'hex'),
  )
  const key = Buffer.from('00112233445566778899AABBCCDDEEFF000102030405060708090A0B0C0D0E0F', 'hex')
  assert.deepEqual(
    wrapKeys(wrapping, key).map((one) => one.toString('hex').toUpperCase()),
    ['28C9F404C4B810F4CBCCB35CFB87F8263F5786E2D80ED326CBC7F0E71A99F43BFB988B9B7A02DD21'],
  )
})

test('many keys at once are wrapped as OpenSSL wraps each, and each unwraps', () => {
  fc.assert(
    fc.property(fc.nat({ max: 40 }), (count) => {
      const wrapping = createSecretKey(randomBytes(32))
      const keys = randomBytes(32 * count)
      const wrapped = wrapKeys(wrapping, keys)
      assert.equal(wrapped.length, count)
      wrapped.forEach((one, at) => {
        const key = keys.subarray(at * 32, at * 32 + 32)
        const cipher = createCipheriv('id-aes256-wrap', wrapping, Buffer.alloc(8, 0xa6))
        assert.deepEqual(one, Buffer.concat([cipher.update(key), cipher.final()]))
        assert.deepEqual(unwrapKey(wrapping, one), key)
      })
    }),
  )
})

test('a changed byte, a cut end, another key or no bytes at all do not unwrap', () => {
  const wrapping = createSecretKey(randomBytes(32))
  const [wrapped = Buffer.alloc(0)] = wrapKeys(wrapping, randomBytes(32))
  for (let at = 0; at < wrapped.length; at++) {
    const changed = Buffer.from(wrapped)
    changed.writeUInt8(changed.readUInt8(at) ^ 1, at)
    assert.throws(() => unwrapKey(wrapping, changed))
  }
  assert.throws(() => unwrapKey(createSecretKey(randomBytes(32)), wrapped))
  for (const part of [0, 8, 24, 32, 39]) assert.throws(() => unwrapKey(wrapping, wrapped.subarray(0, part)))
  assert.throws(() => unwrapKey(wrapping, Buffer.concat([wrapped, wrapped])))
  assert.throws(() => wrapKeys(wrapping, randomBytes(33)))
})
