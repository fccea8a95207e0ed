import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Part, toDocument } from '../../../../test/layouts/text-document.ts'
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

const ROWS = [
  ['第二十条第（一）项'],
  ['信息内容', '本年制发件数', '本年废止件数', '现行有效件数'],
  ['规章', '1', '0', '7'],
  ['行政规范性文件', '4', '2', '31'],
  ['第二十条第（五）项'],
  ['信息内容', '本年处理决定数量'],
  ['行政许可', '85'],
  ['第二十条第（六）项'],
  ['信息内容', '本年处理决定数量'],
  ['行政处罚', '19'],
  ['行政强制', '6'],
  ['第二十条第（八）项'],
  ['信息内容', '本年收费金额（单位：万元）'],
  ['行政事业性收费', '3.5'],
]
const TRUE = [1, 0, 7, 4, 2, 31, 85, 19, 6, 3.5]

/** A table of four columns, in which the last cell of a shorter row spans the rest. */
const grid = (rows: readonly string[][]): Part => ({
  grid: rows.map((row) =>
    row.map((text, column) => ({
      text,
      column,
      columnSpan: column === row.length - 1 ? Math.max(1, 4 - column) : 1,
      rowSpan: 1,
      isValue: false,
    })),
  ),
})
const WAYS: readonly (readonly [string, (rows: readonly string[][]) => Part])[] = [
  ['spaces', (rows) => ({ lines: rows.map((row) => row.join(' ')) })],
  ['tabs', (rows) => ({ lines: rows.map((row) => row.join('\t')) })],
  ['pipes', (rows) => ({ lines: rows.map((row) => `| ${row.join(' | ')} |`) })],
  ['a cell a line', (rows) => ({ lines: rows.flat() })],
  ['grid', grid],
]

/** What each way of writing reads; `change` gives a row other rows in its place. */
const readings = (change: (row: readonly string[]) => readonly (readonly string[])[]) =>
  WAYS.map(([name, write]) => {
    const rows = ROWS.flatMap((row) => change(row)).map((row) => [...row])
    // The file goes on, so that nothing was cut off at the table's end.
    const lines = readLines(toDocument([write(rows), { lines: ['三、收到和处理政府信息公开申请情况'] }])).slice(0, -1)
    const { cells, doubled } = readProactive(lines, false, false)
    return { name, doubled, told: Object.values(cells).map(({ kind, value }) => value ?? kind) }
  })
const isRow = (row: readonly string[], label: string) => row[0] === label
const withFee = (fee: unknown) => [...TRUE.slice(0, 9), fee]

test('the rows of the form are read in every way of writing', () => {
  for (const { name, told } of readings((row) => [row])) assert.deepEqual(told, TRUE, name)
})

test('rows that somebody put beside those of the form are passed over', () => {
  const extra: Readonly<Record<string, string[][]>> = {
    规章: [['其中：部门规章', '9', '9', '9']],
    行政规范性文件: [
      ['其他规范性文件', '8', '8', '8'],
      ['党内规范性文件', '5', '5', '5'],
    ],
    行政许可: [
      ['其中：不予行政许可', '77'],
      ['撤销行政许可', '78'],
    ],
    行政处罚: [['其中：简易程序行政处罚', '79']],
    行政强制: [['非行政强制', '80']],
  }
  for (const { name, told, doubled } of readings((row) => [row, ...(extra[row[0] ?? ''] ?? [])])) {
    assert.deepEqual(told, TRUE, name)
    assert.equal(doubled, 0)
  }
})

test('a label that ends in words of the form but says another thing is not its row', () => {
  for (const label of ['不予行政许可', '其中：行政许可', '其中： 行政许可', '非行政许可'])
    for (const { name, told } of readings((row) => [isRow(row, '行政许可') ? [label, '77'] : row]))
      assert.deepEqual(told, TRUE.with(6, 'missing' as never), `${label}, ${name}`)
})

test('a label may have its number or its unit', () => {
  const labels: Readonly<Record<string, string>> = {
    规章: '1.规章',
    行政规范性文件: '（二）行政规范性文件',
    行政许可: '行政许可（件）',
  }
  for (const { name, told } of readings(([label = '', ...rest]) => [[labels[label] ?? label, ...rest]]))
    assert.deepEqual(told, TRUE, name)
})

test('columns of other years stand beside those of the report', () => {
  const heads = (past: string, own: (head: string) => string) =>
    readings((row) => {
      const [label = '', ...cells] = row
      if (row.length < 2 || cells.some((cell) => /金额|3\.5/.test(cell))) return [row]
      const added = cells.map((cell) => (label === '信息内容' ? `${past}${cell.replace('本年', '')}` : '99'))
      return [[label, ...added, ...(label === '信息内容' ? cells.map(own) : cells)]]
    })
  for (const { name, told } of [
    ...heads('上年', (head) => head),
    ...heads('2023年', (head) => `2024年${head.replace('本年', '')}`),
    ...heads('2023年', (head) => head),
    ...heads('累计', (head) => head),
  ])
    assert.deepEqual(told, TRUE, name)
})

test('columns of two years that no head tells apart are unreadable', () => {
  const change = (heads: readonly string[][]) =>
    readings((row) => {
      if (row[0] === '行政许可') return [[...row, '99']]
      return row[1] === '本年处理决定数量' ? heads : [row]
    })
  for (const { name, told } of [
    ...change([
      ['信息内容', '处理决定数量'],
      ['上年', '本年'],
    ]),
    ...change([['信息内容', '处理决定数量', '处理决定数量']]),
    ...change([['信息内容', '处理决定数量', '2024年处理决定数量']]),
  ])
    assert.equal(told[6], 'unreadable', name)
  for (const { name, told } of change([['信息内容', '处理决定数量（本年）', '处理决定数量（上年）']]))
    assert.equal(told[6], 85, name)
})

test('columns of the last year alone give no figure of this year', () => {
  for (const { name, told } of readings((row) => [row.map((cell) => cell.replace('本年处理决定', '上年处理决定'))]))
    assert.deepEqual(told.slice(6, 9), new Array(3).fill('missing'), name)
})

test('a fee told in anything but 万元 is unreadable unless it is nothing', () => {
  const heads = [
    '（元）',
    '（单位：元）',
    '（单位：人民币元）',
    '（千元）',
    '（百万元）',
    '（单位：亿元）',
    '（美元）',
    '（万美元）',
    '（人民币）',
    '（单位：亿）',
    '（十万元）',
  ]
  const fee = (head: readonly string[][], value: string) =>
    readings((row) => {
      if (row[1] === '本年收费金额（单位：万元）') return head
      return [isRow(row, '行政事业性收费') ? [row[0] ?? '', value] : row]
    })
  for (const unit of heads) {
    for (const { name, told } of fee([['信息内容', `本年收费金额${unit}`]], '35000'))
      assert.deepEqual(told, withFee('unreadable'), `${unit}, ${name}`)
    for (const { name, told } of fee([['信息内容', `本年收费金额${unit}`]], '0'))
      assert.deepEqual(told, withFee(0), `${unit}, ${name}`)
  }
  for (const { name, told } of fee([['信息内容', '本年收费金额'], ['（单位：元）']], '35000'))
    assert.deepEqual(told, withFee('unreadable'), name)
  for (const unit of ['', '（万元）', '（单位：人民币万元）', '（单位：万）'])
    for (const { name, told } of fee([['信息内容', `本年收费金额${unit}`]], '3.5'))
      assert.deepEqual(told, TRUE, `${unit}, ${name}`)
})

test('a figure with a foreign unit or sign is unreadable, not missing', () => {
  const cell = (label: string, value: string) => readings((row) => [isRow(row, label) ? [label, value] : row])
  for (const value of ['35000元', '0.35亿元', '约3.5', '¥3.5', '(3.5)', '3.5/0', '3.5余万元', '3.5 亿', '35000 元'])
    for (const { name, told } of cell('行政事业性收费', value))
      assert.deepEqual(told, withFee('unreadable'), `${value}, ${name}`)
  for (const value of ['约85', '0.0085万', '8.5千件', '85*', '85余件', 'O'])
    for (const { name, told } of cell('行政许可', value))
      assert.deepEqual(told, TRUE.with(6, 'unreadable' as never), `${value}, ${name}`)
  for (const { name, told } of cell('行政事业性收费', '排水费3.5').filter(({ name }) => /tabs|pipes|grid/.test(name)))
    assert.deepEqual(told, withFee('unreadable'), name)
  for (const value of ['3.5万', '¥3.5万元', '3.5万元', '人民币3.5万元'])
    for (const { name, told } of cell('行政事业性收费', value)) assert.deepEqual(told, TRUE, `${value}, ${name}`)
  for (const value of ['0元', '0.00元'])
    for (const { name, told } of cell('行政事业性收费', value)) assert.deepEqual(told, withFee(0), `${value}, ${name}`)
})

test('a letter for a figure leaves the other cells of its row', () => {
  for (const { name, told } of readings((row) => [isRow(row, '规章') ? ['规章', 'O', '0', '7'] : row]))
    assert.deepEqual(told, TRUE.with(0, 'unreadable' as never), name)
})

test('one table may have all columns, blank where a row has none', () => {
  const heads = ['信息内容', ...(ROWS[1] ?? []).slice(1), '本年处理决定数量', '本年收费金额（万元）']
  const lines = ROWS.filter((row) => row.length > 1 && row[0] !== '信息内容').map(([label = '', ...cells]) => {
    const before = cells.length === 3 ? 0 : label.endsWith('收费') ? 4 : 3
    return [label, ...new Array(before).fill(''), ...cells, ...new Array(5 - before - cells.length).fill('')]
  })
  const told = (write: (row: readonly string[]) => string) => {
    const text = [...[heads, ...lines].map(write), '三、收到和处理政府信息公开申请情况']
    const { cells } = readProactive(readLines(toDocument([{ lines: text }])).slice(0, -1), false, false)
    return Object.values(cells).map(({ kind, value }) => value ?? kind)
  }
  assert.deepEqual(
    told((row) => row.join('\t')),
    TRUE,
  )
  assert.deepEqual(
    told((row) => row.join('|')),
    TRUE,
  )
  assert.deepEqual(
    told((row) => `| ${row.join(' | ')} |`),
    TRUE,
  )
})

test('a column without a name of the form is one, also where a blank left no trace', () => {
  for (const { name, told } of readings((row) => {
    if (row[1] === '本年处理决定数量') return [[...row, '其他事项']]
    return [isRow(row, '行政许可') ? ['行政许可', '99'] : row]
  }).filter(({ name }) => name !== 'a cell a line'))
    assert.equal(told[6], 'unreadable', name)
})

test('a word for a figure costs its own cell where the row is whole', () => {
  for (const { name, told } of readings((row) => [isRow(row, '规章') ? ['规章', '五', '0', '7'] : row]))
    if (/tabs|pipes|grid/.test(name)) assert.deepEqual(told, TRUE.with(0, 'unreadable' as never), name)
})

test('figures and words glued to their label are unreadable', () => {
  const glued = (label: string, value: string) => readings((row) => [isRow(row, label) ? [`${label}${value}`] : row])
  for (const { name, told } of glued('行政事业性收费', '：35000元')) assert.deepEqual(told, withFee('unreadable'), name)
  for (const { name, told } of glued('行政许可', '约85件'))
    assert.deepEqual(told, TRUE.with(6, 'unreadable' as never), name)
})

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
  assert.equal(years('penalties.decisions'), 58)
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
