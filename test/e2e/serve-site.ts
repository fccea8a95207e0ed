import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { renderReport } from '../../src/documents/write/render-report.ts'
import { showFaults } from '../../src/operation/test-log.ts'
import { listen } from '../../src/portal/listen.ts'
import { makePortal } from '../../src/portal/portal.ts'
import { noSettings, type SiteSettings } from '../../src/portal/site/settings/site-settings.ts'
import { numberCell } from '../../src/report/report.ts'
import { day } from '../../src/statute/day.ts'
import { addAgency } from '../../src/storage/agencies.ts'
import { openStorage, type Storage } from '../../src/storage/open-storage.ts'
import { changeGuide } from '../../src/storage/publications/agency-guides.ts'
import { publishReport } from '../../src/storage/publications/public-reports.ts'
import { actAs, publishItem, testAgency } from '../../src/storage/publications/test-publications.ts'
import { makeReport } from '../make-report.ts'

/** What 47号 wants at the foot of a page, and a head of the site around, all made up. */
const sampleSettings: SiteSettings = {
  ...noSettings,
  address: 'https://www.qinghe.example',
  siteIdCode: '1234567890',
  sponsor: '清河县人民政府办公室',
  phone: '0100-1234567',
  icp: { text: '示备 12345678 号', href: null },
  badges: [
    { kind: 'partyGovernment', href: 'https://badge.example/a', picture: 'badge-partyGovernment.svg', file: null },
    { kind: 'findErrors', href: 'https://badge.example/b', picture: 'badge-findErrors.svg', file: null },
  ],
  header:
    '<div><nav aria-label="网站导航"><ul><li><a href="/">首页</a></li><li><a href="/zwdt/">政务动态</a></li></ul></nav></div>',
  footer: '<p>清河县人民政府网站</p>',
}

export type ServedSite = {
  readonly url: string
  /** Ids of items: one in force, one repealed, one withdrawn. */
  readonly items: { readonly standing: string; readonly repealed: string; readonly gone: string }
  readonly storage: Storage
  readonly close: () => Promise<void>
}

/** A county with two bureaus and what they published, served with a database of its own. */
export async function serveSite(settings: SiteSettings = sampleSettings): Promise<ServedSite> {
  const dataDir = mkdtempSync(join(tmpdir(), 'gongkai-site-'))
  const storage = await openStorage({ dataDir })
  const items = await publishSamples(storage)
  const app = await makePortal({
    check: async () => ({ kind: 'refused', reason: '' }),
    mend: async () => new Uint8Array(),
    basePath: '/zfxxgk/',
    healthy: async () => true,
    today: () => day('2026-11-20'),
    storage,
    settings,
    log: showFaults,
  })
  const server = await listen(app, '127.0.0.1', 0)
  return {
    url: `http://127.0.0.1:${server.port}/zfxxgk/`,
    items,
    storage,
    async close() {
      await server.close()
      await storage.close()
      rmSync(dataDir, { recursive: true })
    },
  }
}

async function publishSamples(storage: Storage): Promise<ServedSite['items']> {
  const county = await testAgency(storage, 'QHX', { name: '清河县人民政府', kind: 'government' })
  const water = await addAgency(storage, 'test', {
    ...({ code: 'QHSW', name: '清河县水务局', level: 'county', kind: 'department', parentCode: 'QHX' } as const),
  })
  await addAgency(storage, 'test', {
    ...({ code: 'QHJY', name: '清河县教育局', level: 'county', kind: 'department', parentCode: 'QHX' } as const),
  })
  const standing = await publishItem(storage, county, {
    metadata: { title: '清河县政府信息公开审查办法', column: 'rules', maker: '清河县人民政府' },
    body: [
      { type: 'heading', level: 1, runs: [{ text: '一、总则' }] },
      { type: 'paragraph', runs: [{ text: '公开前应当审查。'.repeat(20) }] },
      {
        type: 'table',
        caption: '查阅点',
        rows: [
          [
            { runs: [{ text: '名称' }], head: true },
            { runs: [{ text: '地址' }], head: true },
          ],
          [{ runs: [{ text: '县档案馆' }] }, { runs: [{ text: '文昌路1号' }] }],
        ],
      },
    ],
  })
  for (const [title, item, theme] of [
    ['清河县2026年水利工程建设规划', 'plans', '6.3'],
    ['清河县水务局2026年部门预算', 'budgets', '4.1'],
    ['清河县农村饮水安全检查情况的通报', 'inspections', '13.1'],
  ] as const)
    await publishItem(storage, water, {
      metadata: { title, item, theme: theme as never, maker: '清河县水务局', documentNumber: null, kind: 'other' },
    })
  const repealed = await publishItem(storage, county, {
    metadata: { title: '清河县政府信息公开工作考核细则（试行）', documentNumber: '清河政办发〔2020〕8号' },
  })
  const on = day('2026-11-19')
  const basis = '清河政办发〔2026〕3号'
  const validity = { type: 'changeValidity', on, validity: 'repealed', since: on, basis } as const
  await actAs(storage, county, 'clerk', repealed.number, validity)
  const gone = await publishItem(storage, water, { metadata: { title: '发错的通知', documentNumber: null } })
  await actAs(storage, water, 'clerk', gone.number, { type: 'takeDown', on, reasons: '内容有误' })
  for (const agency of [county, water])
    await storage.transact({ agencies: [agency.id], actor: 'clerk' }, async (trx) => {
      await changeGuide(trx, agency, {
        classification: '机构职能、规划计划、财政资金、行政许可、行政处罚等十五类。',
        arrangement: '按条例第二十条和主题编排，每条信息有索引号、名称、内容概述和生成日期。',
        access: '在本网站检索、查阅、下载。\n到查阅场所查阅。',
        channels: ['本网站', '《清河县人民政府公报》'],
        readingPlaces: ['清河县档案馆，文昌路1号，工作日9:00—17:00', '清河县图书馆，文昌路3号'],
        howToRequest: '当面、邮寄或者通过本网站提出。',
        fees: '依申请提供政府信息不收取费用；数量、频次明显超过合理范围的，收取信息处理费。',
        officeName: `${agency.name}办公室`,
        address: '清河县人民路12号',
        hours: '工作日8:30—12:00，14:00—17:30',
        phone: '0100-1234567',
        internet: 'xxgk@qinghe.example',
      })
      for (const [year, version] of [
        [2024, 1],
        [2025, 1],
        [2025, 2],
      ] as const)
        await publishReport(trx, agency, await sampleReport(agency.name, year, version))
    })
  return { standing: standing.id, repealed: repealed.id, gone: gone.id }
}

/** A report with figures that are not all alike. */
async function sampleReport(agency: string, year: number, version: number) {
  const title = `${agency}${year}年政府信息公开工作年度报告`
  const text = `${title}\n现公布本机关${year}年政府信息公开工作年度报告。`
  const report = makeReport({ agency, year, preamble: { title, text } }, (address) => {
    if (address.table === 'requests') return numberCell((address.row.length * address.column.length * version) % 37)
    return numberCell(address.table === 'proactive' ? address.cell.length : address.column.length % 4)
  })
  const rendered = await renderReport(report, ['docx', 'json'])
  const files = [...rendered].map(([format, content]) => ({
    ...({ format, content, name: `${title}.${format}`, mediaType: 'application/octet-stream' } as const),
  }))
  return { year, files, note: version === 1 ? null : '更正了结转数', despite: null }
}
