import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readTitle } from './read-title.ts'

const told = (preamble: string[], section: string[] = []) => {
  const { title, agency, year } = readTitle(preamble, section, [...preamble, ...section])
  return [title, agency, year]
}

test('agency and year stand in the title, which may take two lines', () => {
  assert.deepEqual(told(['青禾县农业农村局2025年政府信息公开工作年度报告']), [
    '青禾县农业农村局2025年政府信息公开工作年度报告',
    '青禾县农业农村局',
    2025,
  ])
  assert.deepEqual(told(['青禾县人民政府', '2025 年政府信息公开工作年度报告'])[1], '青禾县人民政府')
  assert.deepEqual(told(['2025年青禾县财政局', '信息公开工作年度报告']).slice(1), ['青禾县财政局', 2025])
})

test('brackets in the name of an agency stay as they are printed', () => {
  for (const agency of ['青禾市水务局（青禾市节水办公室）', '青禾市水务局(节水办公室)'])
    for (const title of [`${agency}2024年政府信息公开工作年度报告`, `２０２４年 ${agency}\n政府信息公开工作年度报告`])
      assert.deepEqual(told(title.split('\n')).slice(1), [agency, 2024])
})

test('a long name may be cut into lines anywhere, with the names that the agency also bears', () => {
  const report = '2024年政府信息公开工作年度报告'
  const cuts = [
    ['青禾县文化广电和旅游局（县文物局）'],
    ['中国（示例）自由贸易试验区', '青禾片区管理委员会'],
    ['青禾县经济开发区管理委员会', '安全生产和生态环境监督管理局'],
    ['青禾县', '农业农村和水利水电移民安置扶贫开发及乡', '村振兴工作领导小组办公室', '（县移民局、县扶贫办）'],
  ]
  for (const lines of cuts)
    assert.deepEqual(told([...lines, report]), [[...lines, report].join('\n'), lines.join(''), 2024])
})

test('what stands above a whole name is not of it', () => {
  const report = '2024年政府信息公开工作年度报告'
  for (const above of ['青禾县人民政府', '云州市青禾县', '首页', '附件2', '青禾县政府网'])
    assert.equal(told([above, '青禾县水务局', report])[1], '青禾县水务局', above)
})

test('the lead may name the region that the title leaves out', () => {
  const lead = '本报告由云州市青禾县人民政府办公室根据条例编制。'
  assert.equal(told(['青禾县人民政府2025年政府信息公开工作年度报告', lead])[1], '云州市青禾县人民政府')
})

test('without a title the period or the first words of section one tell the year', () => {
  assert.equal(told(['数据统计期限为2024年1月1日至2024年12月31日。'])[2], 2024)
  assert.equal(told([], ['2023年，我局认真落实条例。'])[2], 2023)
})

test('what is not stated is null', () => {
  assert.deepEqual(told(['根据条例，制定本报告：'], ['我局积极落实各项要求。']), ['', null, null])
})

test('written years, years in brackets and 关于 … 的年度报告 are understood', () => {
  assert.deepEqual(told(['青禾县财政局二〇二四年政府信息公开工作年度报告']).slice(1), ['青禾县财政局', 2024])
  assert.deepEqual(told(['青禾县财政局政府信息公开工作年度报告（2024年度）']).slice(1), ['青禾县财政局', 2024])
  assert.deepEqual(told(['青禾县财政局关于2024年度政府信息公开工作的年度报告']).slice(1), ['青禾县财政局', 2024])
})

test('the title nearest to the first section counts, whatever the site lists above it', () => {
  const menu = Array.from({ length: 200 }, (_, index) => ['首页', '县政府', '政策解读'][index % 3] ?? '')
  const other = '青禾县教育局2023年政府信息公开工作年度报告'
  const title = '青禾县财政局2024年政府信息公开工作年度报告'
  assert.deepEqual(told([...menu, other, title], ['全年公开信息3条。']), [title, '青禾县财政局', 2024])
  const notice = `青禾县财政局办公室关于印发《${title}》的通知`
  assert.deepEqual(told([notice, title], ['略。']), [title, '青禾县财政局', 2024])
})
