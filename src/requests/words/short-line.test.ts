import assert from 'node:assert/strict'
import { test } from 'node:test'
import { shortLine } from './short-line.ts'

test('a text comes on one line, and what is too long ends in a mark and in a whole character', () => {
  assert.equal(shortLine(' 甲\r\n\t乙\u0000\u202e丙 ', 5), '甲 乙 丙')
  assert.equal(shortLine('甲乙丙', 3), '甲乙丙')
  assert.equal(shortLine('甲𠮷丙', 2), '甲𠮷…')
  assert.equal(shortLine('\ud842甲', 5), '甲')
})
