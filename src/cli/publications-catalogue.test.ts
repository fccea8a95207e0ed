import assert from 'node:assert/strict'
import { test } from 'node:test'
import ExcelJS from 'exceljs'
import { entryStanding, renewalDays } from '../publications/catalogue.ts'
import { Refusal } from '../refusals/refusal.ts'
import { day } from '../statute/day.ts'
import { catalogueCoverage, linkToCatalogue, replaceCatalogue } from '../storage/publications/catalogue.ts'
import { publishItem, testAgency } from '../storage/publications/test-publications.ts'
import { describeOnEachEngine } from '../storage/test-storage.ts'
import { readCatalogue } from './read-catalogue.ts'

/** A table as places publish it: a title, a head of two rows, first columns merged downwards. */
async function published(): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook()
  const sheet = book.addWorksheet('目录')
  for (const row of [
    ['清河县供水领域基层政务公开标准目录'],
    [
      '序号',
      '公开事项',
      '',
      '公开内容（要素）',
      '公开依据',
      '公开时限',
      '公开主体',
      '公开渠道和载体',
      '公开对象',
      '',
      '公开方式',
      '',
      '公开层级',
      '',
    ],
    ['', '一级事项', '二级事项', '', '', '', '', '', '全社会', '特定群体', '主动', '依申请', '县级', '乡级'],
    [
      1,
      '供水服务',
      '水价',
      '价格标准',
      '《条例》',
      '每年更新',
      '水务局',
      '■政府网站 □政府公报 ■公开查阅点',
      '√',
      '',
      '√',
      '',
      '√',
      '',
    ],
    [2, '', '', '调整公告', '', '自形成之日起20个工作日内', '', '', '√', '', '√', '', '√', '√'],
    [3, '', '停水', '停水公告', '', '每月更新', '', '', '', '用水单位', '√', '', '', '√'],
  ])
    sheet.addRow(row.map((value) => (value === '' ? null : value)))
  return new Uint8Array(await book.xlsx.writeBuffer())
}

test('a published table is read through its merged head and columns', async () => {
  const entries = readCatalogue(await published(), 'a.xlsx')
  assert.deepEqual(
    entries.map(({ path }) => path),
    ['供水服务/水价/价格标准', '供水服务/水价/调整公告', '供水服务/停水/停水公告'],
  )
  assert.deepEqual(entries[0]?.channels, ['政府网站', '公开查阅点'])
  assert.deepEqual(entries[1]?.levels, ['县级', '乡级'])
  assert.deepEqual(entries[2]?.objects, ['特定群体：用水单位'])
  assert.equal(entries[1]?.basis, '《条例》')
})

test('a table that is no catalogue is refused in words', () => {
  const csv = new TextEncoder().encode('甲,乙\n1,2\n')
  assert.throws(
    () => readCatalogue(csv, 'a.csv'),
    (error) => error instanceof Refusal && error.id === 'catalogue-no-heads',
  )
})

test('an entry is stale only where the catalogue names a rhythm, and late where a draft is due', () => {
  const one = { items: 1, published: 1, lastOn: day('2025-01-10'), dueOn: null }
  assert.equal(entryStanding('每年更新', one, day('2026-11-20')), 'stale')
  assert.equal(entryStanding('及时公开', one, day('2026-11-20')), 'covered')
  assert.equal(entryStanding('每年更新', { ...one, published: 0, lastOn: null }, day('2026-11-20')), 'empty')
  assert.equal(entryStanding('及时公开', { ...one, dueOn: day('2026-11-19') }, day('2026-11-20')), 'late')
  assert.equal(renewalDays('自信息形成之日起20个工作日内'), null)
})

describeOnEachEngine((current) => {
  test('items are linked to entries, a later edition keeps them, another agency sees none', async () => {
    const { storage } = current()
    const agency = await testAgency(storage, 'C1')
    const other = await testAgency(storage, 'C2')
    const { number } = await publishItem(storage, agency)
    const entries = readCatalogue(await published(), 'a.xlsx')
    const as = <T>(work: Parameters<typeof storage.transact<T>>[1], id = agency.id) =>
      storage.transact({ agencies: [id], actor: 'clerk' }, work)
    await as((trx) => replaceCatalogue(trx, agency.id, entries))
    await as((trx) => linkToCatalogue(trx, agency.id, '2', number))
    assert.deepEqual(await as((trx) => replaceCatalogue(trx, agency.id, entries.slice(1))), { entries: 2, retired: 1 })
    const coverage = await as((trx) => catalogueCoverage(trx, agency.id))
    assert.deepEqual(
      coverage.map(({ place, published: shown, numbers }) => ({ place, shown, numbers })),
      [
        { place: 1, shown: 1, numbers: [number] },
        { place: 2, shown: 0, numbers: [] },
      ],
    )
    assert.deepEqual(await as((trx) => catalogueCoverage(trx, agency.id), other.id), [])
    await assert.rejects(
      as((trx) => linkToCatalogue(trx, agency.id, '9', number)),
      { id: 'catalogue-entry-unknown' },
    )
  })
})
