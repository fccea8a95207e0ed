import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { decodeText } from './decode-text.ts'

const sentence = '本年度共收到政府信息公开申请12件，其中自然人10件，均在法定期限内答复。\n二、主动公开政府信息情况'

/** The same sentence in GBK and its traditional form in Big5, as bytes; Node writes neither. */
const gbk = encodeBy('gbk', sentence)
const traditional = '本年度共收到政府信息公開申請12件，其中自然人10件，均在法定期限內答覆。二、主動公開政府信息情況'
const big5 = encodeBy('big5', traditional)

/** Encodes by trying every pair of bytes in the decoder once. */
function encodeBy(encoding: string, text: string): Uint8Array {
  const decoder = new TextDecoder(encoding)
  const pairs = new Map<string, number[]>()
  for (let high = 0x81; high < 0xff; high++)
    for (let low = 0x40; low < 0xff; low++) {
      const char = decoder.decode(new Uint8Array([high, low]))
      if (char.length === 1 && !pairs.has(char)) pairs.set(char, [high, low])
    }
  return new Uint8Array([...text].flatMap((char) => pairs.get(char) ?? [char.charCodeAt(0)]))
}

const utf16 = (text: string, order: 'le' | 'be') => {
  const bytes = new Uint8Array(Buffer.from(text, 'utf16le'))
  return order === 'le' ? bytes : new Uint8Array(Buffer.from(bytes).swap16())
}

test('UTF-8 with and without mark', () => {
  assert.equal(decodeText(new TextEncoder().encode(sentence)), sentence)
  assert.equal(decodeText(new TextEncoder().encode(`\ufeff${sentence}`)), sentence)
})

test('UTF-16 in both orders, with and without mark', () => {
  for (const order of ['le', 'be'] as const)
    for (const mark of ['', '\ufeff']) assert.equal(decodeText(utf16(mark + sentence, order)), sentence)
})

test('UTF-16 of nothing but Chinese characters has no zero byte and is told all the same', () => {
  const text = '政府信息公开工作年度报告主动公开情况'
  for (const order of ['le', 'be'] as const) assert.equal(decodeText(utf16(text, order)), text)
})

test('GBK, also when the page says it is UTF-8', () => {
  assert.equal(decodeText(gbk), sentence)
  const head = new TextEncoder().encode('<meta charset="utf-8"><p>')
  assert.equal(decodeText(new Uint8Array([...head, ...gbk])), `<meta charset="utf-8"><p>${sentence}`)
})

test('UTF-8, also when the page says it is GBK', () => {
  const page = `<meta charset="gb2312"><p>${sentence}`
  assert.equal(decodeText(new TextEncoder().encode(page)), page)
})

test('Big5 is not taken for GBK', () => {
  assert.equal(decodeText(big5), traditional)
})

test('a file cut in the middle of a character keeps the rest', () => {
  const bytes = new TextEncoder().encode('共收到申请12件政')
  assert.equal(decodeText(bytes.subarray(0, bytes.length - 1)), '共收到申请12件')
})

test('a few bad bytes in a good file leave their marks and nothing more', () => {
  const utf8 = new TextEncoder().encode(sentence.repeat(4))
  const marked = (text: string) => text.replace(/\ufffd+/g, '?')
  const with3 = (...stray: number[]) => decodeText(new Uint8Array([...utf8, 0x33, ...stray, 0x31, ...utf8]))
  for (const stray of [[0xed, 0xa0, 0x80], [0xff], [0xe4, 0xb8], [0x00]])
    assert.equal(marked(with3(...stray)), `${sentence.repeat(4)}3?1${sentence.repeat(4)}`, String(stray))
  assert.ok(decodeText(new Uint8Array([...utf8, ...gbk.subarray(0, 14)])).startsWith(sentence.repeat(4)))
})

test('binary files are refused whatever they are named', () => {
  const noise = Uint8Array.from({ length: 4000 }, (_, i) => (i * 7919 + ((i * i) >> 3)) & 0xff)
  assert.throws(() => decodeText(noise), { id: 'file-binary' })
  assert.throws(() => decodeText(noise.filter((byte) => byte !== 0)), { id: 'file-binary' })
  assert.throws(() => decodeText(new TextEncoder().encode(`${sentence}${'\u0000'.repeat(9)}`)), { id: 'file-binary' })
})

test('any text comes back from UTF-8, and no bytes make it crash', () => {
  const printable = fc.string({ unit: 'grapheme' }).map((text) => text.replace(/[\p{Cc}\ufeff\ufffd]/gu, ''))
  fc.assert(fc.property(printable, (text) => assert.equal(decodeText(new TextEncoder().encode(text)), text)))
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 1 }), (bytes) => {
      try {
        assert.equal(typeof decodeText(bytes), 'string')
      } catch (error) {
        assert.equal((error as { id?: string }).id, 'file-binary')
      }
    }),
  )
})
