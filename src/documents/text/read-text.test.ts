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

test('tables in tags between lines of text are tables, with what converters wrap them in', () => {
  const table = '<table border="1"><tr><td>项<td colspan="2">数<tr><td>规章<td>3<sup>1</sup><td><b>5</b>&nbsp;</table>'
  const grid = [
    ['项', '数→2'],
    ['规章', '3¹', '5'],
  ]
  const document = readText(`一、标题\n\n<html><body>${table}</body></html>\n\n后 文\n${table}`)
  assert.deepEqual(showBlocks(document), ['一、标题', '', grid, '', '', '后 文', grid])
  assert.deepEqual(misplaced(document), [])
  assert.deepEqual(showBlocks(readText(`前<div align="center">\n${table.slice(0, -8)}`)), ['前', grid])
})

test('a table in tags may hold another; a tag that is only told of is text', () => {
  const nested = '<table><tr><td>甲<td><table><tr><td>1<td>2</table></table>'
  assert.deepEqual(showBlocks(readText(`前\n${nested}后`)), ['前', '甲', [['1', '2']], '后'])
  assert.deepEqual(showBlocks(readText('标签 <table> 和 </table> 是文字')), ['标签 <table> 和 </table> 是文字'])
})

test('JSON is text without blocks', () => {
  assert.deepEqual(readJson('{"a":1}'), { format: 'json', text: '{"a":1}', blocks: [] })
})
