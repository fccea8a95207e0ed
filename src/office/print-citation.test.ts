import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cite } from '../statute/citation.ts'
import { day } from '../statute/day.ts'
import { officialDay } from './official-day.ts'
import { chineseNumber, printCitation } from './print-citation.ts'

test('a letter names an article by its instrument, in Chinese numbers', () => {
  assert.equal(printCitation(cite('条例36(4)')), '《中华人民共和国政府信息公开条例》第三十六条第四项')
  assert.equal(printCitation(cite('条例16¶2')), '《中华人民共和国政府信息公开条例》第十六条第二款')
  assert.equal(printCitation(cite('行政复议法23¶1(4)')), '《中华人民共和国行政复议法》第二十三条第一款第四项')
  assert.equal(printCitation(cite('109号')), '《政府信息公开信息处理费管理办法》（国办函〔2020〕109号）')
  assert.throws(() => printCitation(cite('条例99')), RangeError)
})

test('Chinese numbers of one and two digits', () => {
  assert.deepEqual([1, 10, 11, 20, 21, 90].map(chineseNumber), ['一', '十', '十一', '二十', '二十一', '九十'])
  assert.throws(() => chineseNumber(100), RangeError)
})

test('days have no leading zeros', () => {
  assert.equal(officialDay(day('2026-03-02')), '2026年3月2日')
  assert.equal(officialDay(day('2026-12-31')), '2026年12月31日')
})
