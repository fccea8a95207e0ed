import assert from 'node:assert/strict'
import { test } from 'node:test'
import { withoutMarks } from './without-marks.ts'

test('marks around a figure and references to spaces are blotted out', () => {
  assert.equal(withoutMarks('| 规章 | $5$ | *0* | `12` | ***3*** |'), '| 规章 |  5  |  0  |  12  |    3    |')
  assert.equal(withoutMarks('规章  $ 1,147 $  __2__'), '规章    1,147      2  ')
  assert.equal(withoutMarks('| &nbsp; |&#160;|'), `| ${' '.repeat(6)} |${' '.repeat(6)}|`)
})

test('marks within words, sums and unclosed ones stay', () => {
  for (const text of ['2*3*4', '5* 注', '* 5', '$5', 'a_1_b', '每件$5$元', '*5`', 'R&D 5'])
    assert.equal(withoutMarks(text), text)
})
