import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { compareTables } from '../../../test/layouts/compare-tables.ts'
import { layouts } from '../../../test/layouts/layouts.ts'
import { randomTables } from '../../../test/layouts/random-tables.ts'
import { toDocument } from '../../../test/layouts/text-document.ts'
import { Refusal } from '../../refusals/refusal.ts'
import { cellAddresses, cellAt } from '../report.ts'
import { readReport } from './read-report.ts'

const refusal = (id: string) => (error: unknown) => error instanceof Refusal && error.id === id
const lines = (...text: string[]) => toDocument([{ lines: text }])
const [first, second] = fc.sample(randomTables('full'), { numRuns: 2, seed: 7 })
const write = (name: string) => layouts.find((one) => one.name === name)?.write ?? assert.fail(name)

test('agency, year, sections and lead are told apart from the tables', () => {
  assert.ok(first)
  const report = readReport(write('pipes, merged cells dropped')(first))
  assert.deepEqual([report.agency, report.year, report.form], ['青禾县农业农村局', 2025, '2021'])
  assert.deepEqual(
    report.sections.map(({ number }) => number),
    [1, 2, 3, 4, 5, 6],
  )
  assert.deepEqual(
    report.sections.slice(1, 4).map(({ text }) => text),
    ['', '', ''],
  )
  assert.equal(report.sections[5]?.text, '本年度未收取信息处理费。')
})

test('a report without tables is read, its cells missing', () => {
  const report = readReport(
    lines(
      '一、总体情况',
      '略。',
      '二、主动公开政府信息情况',
      '三、收到和处理政府信息公开申请情况',
      '六、其他需要报告的事项',
      '无。',
    ),
  )
  assert.ok(cellAddresses.every((address) => cellAt(report, address).kind === 'missing'))
})

test('what is no report is refused', () => {
  assert.throws(
    () => readReport(lines('青禾县农业农村局办公用品采购公告', '采购打印纸20箱。')),
    refusal('not-a-report'),
  )
  assert.throws(() => readReport(lines()), refusal('not-a-report'))
})

test('a notice that encloses the blank form is no report, a report without figures is one', () => {
  const form = (...before: string[]) =>
    lines(
      ...before,
      '一、总体情况',
      '略。',
      '二、主动公开政府信息情况',
      '信息内容\t本年制发件数\t本年废止件数\t现行有效件数',
      '规章\t\t\t',
      '行政规范性文件\t\t\t',
      '三、收到和处理政府信息公开申请情况',
    )
  const notice = '关于印发政府信息公开工作年度报告格式的通知'
  assert.throws(() => readReport(form(notice, '附件：政府信息公开工作年度报告格式')), refusal('not-a-report'))
  assert.throws(() => readReport(form(notice, '各镇人民政府：')), refusal('not-a-report'))
  const title = '青禾县财政局2024年政府信息公开工作年度报告'
  for (const before of [[title], [`关于印发《${title}》的通知`, title], ['政府信息公开工作年度报告']])
    assert.equal(readReport(form(...before)).proactive['regulations.issued'].kind, 'blank')
})

test('two reports in one file are refused, one after the other or side by side', () => {
  assert.ok(first && second)
  for (const name of ['tables with merged cells', 'pipes, merged cells dropped', 'single spaces', 'a cell a line']) {
    const [one, other] = [write(name)(first), write(name)(second)]
    const shift = one.text.length
    const both = {
      ...one,
      text: one.text + other.text,
      blocks: [
        ...one.blocks,
        ...other.blocks.map((block) => ({ ...block, start: block.start + shift, end: block.end + shift })),
      ],
    }
    assert.throws(() => readReport(both), refusal('two-reports'), name)
  }
  const [left, right] = [write('single spaces')(first), write('single spaces')(second)]
  const beside = left.blocks.map((block, index) => {
    const other = right.blocks[index]
    return block.kind === 'paragraph' && other?.kind === 'paragraph' ? `${block.text}     ${other.text}` : ''
  })
  assert.throws(() => readReport(lines(...beside)), refusal('two-reports'))
})

test('numbers torn from their labels are matched where order and number leave one way', () => {
  const zeros = '| 0 | 0 | 0 | 0 | 0 | 0 | 0 |'
  const report = readReport(
    lines(
      '三、收到和处理政府信息公开申请情况',
      '| 一、本年新收政府信息公开申请数量 | 4 | 0 | 0 | 0 | 0 | 0 | 4 |',
      '| 6.属于四类过程性信息 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |',
      '8.属于行政查',
      '| 3 | 0 | 0 | 0 | 0 | 0 | 3 |',
      '询事项',
      zeros,
      '| 1.本机关不掌握相关政府信息 | 1 | 0 | 0 | 0 | 0 | 0 | 1 |',
      '5.要求行政机关确认或',
      '| 9 | 0 | 0 | 0 | 0 | 0 | 9 |',
      '| （七）总计 | 4 | 0 | 0 | 0 | 0 | 0 | 4 |',
    ),
  )
  assert.equal(report.requests['withheld.enforcementFile'].total.value, 3)
  assert.equal(report.requests['withheld.administrativeInquiry'].total.value, 0)
  // One row of figures and eight rows it could belong to.
  assert.notEqual(report.requests['rejected.reissue'].total.kind, 'number')
})

test('a row that lacks a figure is unreadable and does not shift', () => {
  const report = readReport(
    lines(
      '三、收到和处理政府信息公开申请情况',
      '一、本年新收政府信息公开申请数量 4 0 0 0 0 0 4',
      '二、上年结转政府信息公开申请数量 4 0 0 0 0 4',
    ),
  )
  assert.equal(report.requests.received.total.value, 4)
  assert.deepEqual(
    Object.values(report.requests.carriedIn).map(({ kind }) => kind),
    new Array(7).fill('unreadable'),
  )
})

test('counts torn out of table one go back where their remark names the column', () => {
  const report = readReport(
    lines(
      '二、主动公开政府信息情况',
      '第二十条第（一）项',
      '8',
      '（其中修订 2 件）',
      '5',
      '（含自然失效 1 件）',
      '| 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |',
      '| 规章 | 3 | 40 |',
      '| 行政规范性文件 | 6 | 70 |',
      '三、收到和处理政府信息公开申请情况',
    ),
  )
  assert.deepEqual(
    Object.values(report.proactive)
      .slice(0, 6)
      .map(({ value }) => value),
    [3, 8, 40, 6, 5, 70],
  )
})

test('the form of 2019 gives what it shares with that of 2021, and money in 元 is not taken for 万元', () => {
  const report = readReport(
    lines(
      '二、主动公开政府信息情况',
      '第二十条第（一）项 |',
      '信息内容 | 本年新制作数量 | 本年新公开数量 | 对外公开总数量 |',
      '规章 | 1 | 2 | 3 |',
      '第二十条第（五）项 |',
      '信息内容 | 上一年项目数量 | 本年增/减 | 处理决定数量 |',
      '行政许可 | 37 | 减3 | 1125 |',
      '第二十条第（八）项 |',
      '信息内容 | 上一年项目数量 | 本年增/减 |',
      '行政事业性收费 | 0 | 0 |',
    ),
  )
  assert.equal(report.form, '2019')
  assert.equal(report.proactive['licences.decisions'].value, 1125)
  assert.deepEqual(
    [report.proactive['regulations.issued'].kind, report.proactive['fees.amount'].kind],
    ['missing', 'missing'],
  )
  const yuan = readReport(lines('第二十条第（八）项', '信息内容 本年收费金额（单位：元）', '行政事业性收费 1035000'))
  assert.equal(yuan.proactive['fees.amount'].kind, 'unreadable')
})

test('hostile input is read or refused within a second or two', () => {
  const head = [
    '一、总体情况',
    '三、收到和处理政府信息公开申请情况',
    '（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）',
  ]
  const hostile: string[][] = [
    [...head, `一、本年新收政府信息公开申请数量${'1234567890'.repeat(100_000)}`],
    [...head, ...new Array(100_000).fill('0')],
    [...head, '|'.repeat(1_000_000)],
    [...head, '(其中'.repeat(300_000)],
    [...head, ...new Array(20_000).fill('属于国象秘密 0 0 0 0 0 0 0')],
    ['四、政府信息公开行政复议、行政诉讼情况', '行政复议 行政诉讼', '1'.repeat(60)],
  ]
  for (const text of hostile) {
    // Processor time: other tests run beside this one.
    const start = process.cpuUsage()
    try {
      readReport(lines(...text))
    } catch (error) {
      assert.ok(error instanceof Refusal)
    }
    const { user, system } = process.cpuUsage(start)
    assert.ok(user + system < 6_000_000, text.at(-1)?.slice(0, 20))
  }
})

test('every layout that loses nothing gives back the same report', () => {
  assert.ok(first)
  const readings = layouts.filter(({ reads }) => reads === 'all').map(({ write: as }) => readReport(as(first)))
  for (const reading of readings) assert.deepEqual(compareTables(first, reading).unread, [])
})

test('table one may have lost its heads, as long as its six rows are whole', () => {
  const rows = ['规章 1 0 7', '行政规范性文件 4 2 31', '行政许可 85', '行政处罚 19', '行政强制 6', '行政事业性收费 3.5']
  const read = (...table: string[]) =>
    Object.values(
      readReport(
        lines(
          '一、总体情况',
          '略。',
          '二、主动公开政府信息情况',
          ...table,
          '三、收到和处理政府信息公开申请情况',
          '略。',
        ),
      ).proactive,
    ).map(({ kind, value }) => value ?? kind)
  const figures = [1, 0, 7, 4, 2, 31, 85, 19, 6, 3.5]
  assert.deepEqual(read(...rows), figures)
  assert.deepEqual(read(...rows.map((row) => row.replaceAll(' ', '\t'))), figures)
  assert.deepEqual(read(...rows.flatMap((row) => row.split(' '))), figures)
  for (const fewer of [rows.slice(1), rows.with(1, '行政规范性文件 4 31'), rows.with(3, '行政检查 19')])
    assert.deepEqual(new Set(read(...fewer)), new Set(['missing']))
})

test('a last cell with words for its figure still belongs to table one', () => {
  const heads = ['二、主动公开政府信息情况', '第二十条第（八）项', '信息内容\t本年收费金额（单位：万元）']
  const after = ['三、收到和处理政府信息公开申请情况', '略。']
  for (const row of [['行政事业性收费\t35000元'], ['行政事业性收费', '约3.5'], ['行政事业性收费 35000元']])
    assert.equal(readReport(lines(...heads, ...row, ...after)).proactive['fees.amount'].kind, 'unreadable')
})
