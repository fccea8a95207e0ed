import assert from 'node:assert/strict'
import { test } from 'node:test'
import { misplaced, showBlocks } from '../../../test/documents/show-blocks.ts'
import { readJson, readText } from './read-text.ts'

test('one paragraph a line, blank lines and columns kept, any line end', () => {
  const document = readText('项目   数\r\n\r\n规章\t3\f四\u2028五\r六\n')
  assert.deepEqual(showBlocks(document), ['项目   数', '', '规章\t3', '四', '五', '六'])
  assert.deepEqual(misplaced(document), [])
})

test('characters without width are gone, and offsets count what is left', () => {
  const document = readText('\ufeff公\u200b开\u00ad12\u2060件')
  assert.equal(document.text, '公开12件\n')
  assert.deepEqual(misplaced(document), [])
})

test('radicals that fonts give for characters become the characters', () => {
  assert.deepEqual(showBlocks(readText('⼀、⺠⽣⻚')), ['一、民生页'])
})

test('JSON is text without blocks', () => {
  assert.deepEqual(readJson('{"a":1}'), { format: 'json', text: '{"a":1}', blocks: [] })
})
