import assert from 'node:assert/strict'
import { test } from 'node:test'
import { formatNumber, type NumberFormat, numberFormat } from './format-number.ts'

const examples: readonly (readonly [NumberFormat, number, string])[] = [
  ['chineseCounting', 1, '一'],
  ['chineseCounting', 10, '十'],
  ['chineseCounting', 11, '十一'],
  ['chineseCounting', 20, '二十'],
  ['chineseCounting', 105, '一百零五'],
  ['chineseCounting', 110, '一百一十'],
  ['chineseCounting', 1001, '一千零一'],
  ['chineseCounting', 10_010, '一万零一十'],
  ['chineseCounting', 0, '0'],
  ['chineseLegalSimplified', 12, '壹拾贰'],
  ['ideographDigital', 20, '二〇'],
  ['ideographTraditional', 1, '甲'],
  ['ideographTraditional', 11, '11'],
  ['ideographZodiac', 12, '亥'],
  ['decimalFullWidth', 12, '１２'],
  ['decimalEnclosedCircle', 3, '③'],
  ['decimalEnclosedCircle', 21, '21'],
  ['decimalEnclosedParen', 1, '⑴'],
  ['decimalEnclosedFullstop', 1, '⒈'],
  ['decimalZero', 3, '03'],
  ['lowerLetter', 27, 'aa'],
  ['upperLetter', 2, 'B'],
  ['lowerRoman', 14, 'xiv'],
  ['upperRoman', 9, 'IX'],
  ['none', 5, ''],
]

for (const [format, value, text] of examples)
  test(`${value} in ${format} is “${text}”`, () => assert.equal(formatNumber(value, format), text))

test('a format that we do not know counts in digits', () => {
  assert.equal(numberFormat('hebrew1'), 'decimal')
  assert.equal(numberFormat('toString'), 'decimal')
  assert.equal(numberFormat('japaneseCounting'), 'chineseCounting')
})
