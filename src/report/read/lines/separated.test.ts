import assert from 'node:assert/strict'
import { test } from 'node:test'
import { separateCells } from './separated.ts'

const rows = (mark: string) => Array.from({ length: 8 }, (_, row) => [`${row}.申请`, 4, 0, 0, 0, 1, 0, 5].join(mark))

test('rows whose cells a mark sets apart are cut at it', () => {
  for (const mark of [',', ';', '、']) {
    const separate = separateCells(rows(mark))
    assert.equal(separate(['规章', 2, '', 11].join(mark)), '规章\t2\t\t11')
  }
})

test('quoted thousands keep their commas, and every character becomes one', () => {
  const separate = separateCells(rows(','))
  assert.equal(separate('行政许可,"1,234",'), '行政许可\t 1,234 \t')
})

test('prose is left alone, and so are files that set cells apart otherwise', () => {
  assert.equal(separateCells(rows(','))('全年收到申请12件,答复12'.concat('。')), '全年收到申请12件,答复12。')
  const thousands = Array.from({ length: 9 }, () => '行政许可 1,234 2,345 1,111 3,333 1,234 0 9,257')
  assert.equal(separateCells(thousands)('行政许可 1,234'), '行政许可 1,234')
})
