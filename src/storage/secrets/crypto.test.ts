import assert from 'node:assert/strict'
import { createSecretKey, randomBytes } from 'node:crypto'
import { test } from 'node:test'
import fc from 'fast-check'
import { cipherOf, currentCipher, lookupDigest } from './crypto.ts'

const cipher = cipherOf(currentCipher)
const makeKey = () => createSecretKey(randomBytes(32))
const bytes = fc.uint8Array({ maxLength: 200 }).map((array) => Buffer.from(array))

test('what was sealed opens with its key and context, and never seals to the same bytes twice', () => {
  fc.assert(
    fc.property(bytes, fc.string(), (plain, context) => {
      const key = makeKey()
      const sealed = cipher.seal(key, plain, context)
      assert.deepEqual(cipher.open(key, sealed, context), plain)
      assert.notDeepEqual(cipher.seal(key, plain, context), sealed)
    }),
  )
})

test('another key, another context, one changed byte or a cut end do not open', () => {
  fc.assert(
    fc.property(bytes, fc.nat(), (plain, place) => {
      const key = makeKey()
      const sealed = cipher.seal(key, plain, 'here')
      const changed = Buffer.from(sealed)
      const at = place % changed.length
      changed.writeUInt8((changed.readUInt8(at) + 1) % 256, at)
      assert.throws(() => cipher.open(makeKey(), sealed, 'here'))
      assert.throws(() => cipher.open(key, sealed, 'there'))
      assert.throws(() => cipher.open(key, changed, 'here'))
      assert.throws(() => cipher.open(key, sealed.subarray(0, -1), 'here'))
    }),
  )
})

test('a cipher this program does not know is an error, not another cipher', () => {
  for (const name of ['SM4-GCM', 'toString', '']) assert.throws(() => cipherOf(name))
})

test('a look-up digest depends on the text and on the key', () => {
  const [one, two] = [makeKey(), makeKey()]
  assert.deepEqual(lookupDigest(one, '张三'), lookupDigest(one, '张三'))
  assert.notDeepEqual(lookupDigest(one, '张三'), lookupDigest(one, '张四'))
  assert.notDeepEqual(lookupDigest(one, '张三'), lookupDigest(two, '张三'))
})
