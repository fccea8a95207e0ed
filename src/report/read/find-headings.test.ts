import assert from 'node:assert/strict'
import { test } from 'node:test'
import { toDocument } from '../../../test/layouts/text-document.ts'
import { findHeadings } from './find-headings.ts'
import { readLines } from './lines/read-lines.ts'

const headings = (...lines: string[]) =>
  findHeadings(readLines(toDocument([{ lines }]))).map(({ number, line, heading }) => `${number}@${line} ${heading}`)

test('headings are told by their words, whatever their numbers say', () => {
  assert.deepEqual(
    headings('一、总体情况', '3、 收到和处理政府信息公开申请情况', '五、存在问题及改进情况', '其他需要报告的事项'),
    [
      '1@0 一、总体情况',
      '3@1 3、 收到和处理政府信息公开申请情况',
      '5@2 五、存在问题及改进情况',
      '6@3 其他需要报告的事项',
    ],
  )
})

test('a heading over two lines, with a note behind it, or with words of its section', () => {
  assert.deepEqual(
    headings(
      '三、收到和处理',
      '政府信息公开申请情况',
      '四、政府信息公开行政复议、行政诉讼情况 (重复率: 93%)',
      '六、其他需要报告的事项：无。',
    ),
    [
      '3@0 三、收到和处理政府信息公开申请情况',
      '4@2 四、政府信息公开行政复议、行政诉讼情况 (重复率: 93%)',
      '6@3 六、其他需要报告的事项：',
    ],
  )
})

test('the lead that lists the sections, sub-headings and a table of contents are no headings', () => {
  assert.deepEqual(
    headings('全文包括总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况。', '（一）主动公开政府信息情况'),
    [],
  )
  const titles = [
    '一、总体情况',
    '二、主动公开政府信息情况',
    '三、收到和处理政府信息公开申请情况',
    '四、政府信息公开行政复议、行政诉讼情况',
  ]
  assert.deepEqual(
    headings(...titles, '目录完', '说明', '又说明', ...titles).map((told) => told.slice(0, 3)),
    ['1@7', '2@8', '3@9', '4@1'],
  )
})

test('headings may all be numbered in brackets, and 行政机关 may stand before their words', () => {
  assert.deepEqual(
    headings(
      '（一）总体情况',
      '（二）行政机关主动公开政府信息情况',
      '（三）行政机关收到和处理政府信息公开申请情况',
      '（六）其他需要报告的事项',
    ),
    [
      '1@0 （一）总体情况',
      '2@1 （二）行政机关主动公开政府信息情况',
      '3@2 （三）行政机关收到和处理政府信息公开申请情况',
      '6@3 （六）其他需要报告的事项',
    ],
  )
  assert.deepEqual(headings('一、概述'), ['1@0 一、概述'])
})
