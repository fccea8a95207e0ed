import assert from 'node:assert/strict'
import { test } from 'node:test'
import { toDocument } from '../../../../test/layouts/text-document.ts'
import { readLines } from '../lines/read-lines.ts'
import { readProactive } from './read-proactive.ts'

const reading = (lines: readonly string[], uncounted = false, cut = false) =>
  readProactive(readLines(toDocument([{ lines }])), uncounted, cut)
/** With words behind the table, so that the file does not break off within its last figure. */
const read = (...lines: string[]) => {
  const { cells } = reading([...lines, '（以上为全年数）'])
  return (id: keyof typeof cells) => cells[id].value ?? cells[id].kind
}
const documents = '信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |'
const decisions = '信息内容 | 本年处理决定数量 |'

test('the column of another year is not that of the report', () => {
  const told = read(
    '信息内容 | 上年现行有效件数 | 本年制发件数 | 本年废止件数 | 现行有效件数 |',
    '规章 | 77 | 1 | 2 | 3 |',
    '第二十条第（五）项',
    '信息内容 上年处理决定数量 本年处理决定数量',
    '行政许可 991 64',
  )
  assert.deepEqual([told('regulations.issued'), told('regulations.inForce'), told('licences.decisions')], [1, 3, 64])
  const years = read('信息内容 | 2023年处理决定数量 | 2024年处理决定数量 |', '行政处罚 | 992 | 58 |')
  assert.equal(years('penalties.decisions'), 'unreadable')
})

test('columns added behind those of the form are passed over', () => {
  const told = read('信息内容 | 本年处理决定数量 | 同比增减 | 备注 |', '行政许可 | 64 | 3 | 1 |')
  assert.equal(told('licences.decisions'), 64)
})

test('a row that only ends like one of the form is another row', () => {
  const told = read(
    decisions,
    '不予行政许可 | 7 |',
    '其中：行政处罚 | 8 |',
    '1.行政强制 | 9 |',
    '其中：',
    '行政处罚 | 4 |',
  )
  assert.deepEqual(
    [told('licences.decisions'), told('penalties.decisions'), told('coerciveMeasures.decisions')],
    ['missing', 'missing', 9],
  )
  const more = read(documents, '行政规范性文件 | 1 | 2 | 3 |', '其他规范性文件 | 7 | 8 | 9 |')
  assert.equal(more('normativeDocuments.inForce'), 3)
})

test('money in another unit than 万元 is not told, unless it is none', () => {
  const fee = (head: readonly string[], figure: string) => read(...head, `行政事业性收费 | ${figure} |`)('fees.amount')
  for (const unit of ['万元', '人民币万元']) assert.equal(fee([`信息内容 | 本年收费金额（单位：${unit}） |`], '3'), 3)
  for (const unit of ['元', '人民币元', '亿元', '百万元', '美元'])
    assert.equal(fee([`信息内容 | 本年收费金额（单位：${unit}） |`], '3'), 'unreadable', unit)
  assert.equal(fee(['信息内容 | 本年收费金额（元） |'], '125000'), 'unreadable')
  assert.equal(fee(['信息内容', '本年收费金额', '（单位：元）'], '125000'), 'unreadable')
  assert.equal(fee(['信息内容 | 本年收费金额（单位：元） |'], '0'), 0)
})

test('digits glued together are counted off only where there is one way and nothing speaks against it', () => {
  const end = '（以上为全年数）'
  assert.deepEqual(reading([documents, '规章304', '行政规范性文件012', end]).cells['regulations.inForce'].value, 4)
  assert.equal(reading([documents, '规章304', end], true).cells['regulations.inForce'].kind, 'unreadable')
  assert.equal(reading([documents, '规章1234', end]).cells['regulations.inForce'].kind, 'unreadable')
  assert.equal(reading([documents, '规章304', '行政规范性文件12', end]).cells['regulations.inForce'].kind, 'unreadable')
})

test('figures that come before their labels belong to no label above them', () => {
  const told = read('信息内容', '本年处理决定数量', '5', '行政处罚', '6', '行政强制', '第二十条第（八）项')
  assert.deepEqual([told('penalties.decisions'), told('coerciveMeasures.decisions')], ['unreadable', 'unreadable'])
})

test('the last label of a file that breaks off is missing, not blank', () => {
  assert.equal(reading([decisions, '行政许可']).cells['licences.decisions'].kind, 'blank')
  assert.equal(reading([decisions, '行政许可'], false, true).cells['licences.decisions'].kind, 'missing')
})

test('a row told twice with other figures is in doubt, and one that is plain comes before one that is not', () => {
  const twice = reading([decisions, '行政许可 | 7 |', '行政许可 | 8 |'])
  assert.deepEqual([twice.doubled, twice.cells['licences.decisions'].kind], [1, 'unreadable'])
  assert.equal(read(decisions, '行政许可 | 7件8 |', '行政许可 | 8 |')('licences.decisions'), 8)
})

test('words in the place of a figure hold that place', () => {
  const told = read(documents, '规章 | 1 | 见附件 | 3 |')
  assert.deepEqual(
    [told('regulations.issued'), told('regulations.repealed'), told('regulations.inForce')],
    [1, 'unreadable', 3],
  )
})

test('figures before their labels in two blocks show that they stand so everywhere', () => {
  const block = ['信息内容', '本年处理决定数量']
  const told = read(
    ...block,
    '5',
    '行政许可',
    '第二十条第（六）项',
    ...block,
    '6',
    '行政处罚',
    '第二十条第（八）项',
    '信息内容',
    '本年收费金额',
    '行政事业性收费',
    '7',
  )
  assert.equal(told('fees.amount'), 'unreadable')
})
