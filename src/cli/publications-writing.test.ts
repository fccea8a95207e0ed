import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { bodyFromDocx } from '../documents/body/body-from-docx.ts'
import { drawing, onePixel, p, testDocx } from '../documents/body/test-docx.ts'
import { Zip } from '../documents/zip.ts'
import { type Language, Refusal } from '../refusals/refusal.ts'
import { agencyAdd } from './agency-add.ts'
import { agencySettings } from './agency-settings.ts'
import type { Command } from './context.ts'
import { requirePublicationAct } from './publications-act.ts'
import { publicationsElsewhere } from './publications-elsewhere.ts'
import { publicationsExport } from './publications-export.ts'
import { publicationsImport } from './publications-import.ts'
import { publicationsList } from './publications-list.ts'
import { publicationsPackage } from './publications-package.ts'
import { publicationsPropose } from './publications-propose.ts'
import { publicationsShow } from './publications-show.ts'
import { publicationsTemplate } from './publications-template.ts'
import { commandRunner, type Ran } from './test-command.ts'

const data = realpathSync(mkdtempSync(join(tmpdir(), 'gongkai-writing-')))
const running = commandRunner(join(data, 'data'), '2026-11-20')
after(() => rmSync(data, { recursive: true, force: true }))
const place = (name: string) => join(data, name)
const agency = ['--agency', 'A1']

async function run(
  command: Command,
  args: readonly string[],
  account = 'clerk',
  language: Language = 'zh-CN',
): Promise<Ran> {
  try {
    return await running(command, args, account, language)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return { code: 2, out: '', err: error.words(language) }
  }
}

const json = (ran: Ran) => {
  assert.equal(ran.err, '')
  return JSON.parse(ran.out)
}

/** Reviews a drafted item by a second person and publishes it. */
async function publish(number: string): Promise<void> {
  const act = (name: string, more: readonly string[] = [], account = 'clerk') =>
    run(requirePublicationAct(name), [number, ...agency, ...more], account)
  await act('submit')
  await act('review-secrecy', ['--basis', '不涉及', '--result', 'public'], 'leader')
  await act('pass-stage', [], 'leader')
  assert.match((await act('publish')).out, /已发布/)
}

const notice = (alt = '查阅点位置图') =>
  testDocx(p('关于设置查阅点的通知') + p('一、地点') + p('档案馆二楼。') + drawing('pic1', alt), {
    pictures: { 'image1.png': onePixel },
  })

const heads =
  '标题,发文机关,拟制科室,成文日期,形成日期,公开属性,正文文件,附件,条例第二十条,原发布平台,原发布日期,原网址'
const csv = (...rows: readonly string[]) => `\ufeff${[heads, ...rows].join('\n')}\n`

before(async () => {
  await run(agencyAdd, ['--code', 'A1', '--name', '清河县水务局', '--level', 'county', '--kind', 'department'])
  await run(agencyAdd, ['--code', 'B2', '--name', '清河县档案局', '--level', 'county', '--kind', 'department'])
  mkdirSync(place('files'))
  writeFileSync(place('files/通知.docx'), notice())
  writeFileSync(place('files/附件.csv'), '甲,乙\n1,2\n')
  writeFileSync(place('secret.txt'), '不该被读到的文件')
  symlinkSync(place('secret.txt'), place('files/link.txt'))
})

test('a Word file becomes the text; a picture without words is asked for by name', async () => {
  writeFileSync(place('silent.docx'), notice('IMG_1.png'))
  const told = ['--unit', '综合科', '--formed-on', '2026-11-18', '--made-on', '2026-11-18']
  const propose = (more: readonly string[]) =>
    run(publicationsPropose, [
      ...agency,
      ...told,
      '--title',
      '关于设置查阅点的通知',
      '--maker',
      '清河县水务局',
      '--format',
      'json',
      ...more,
    ])
  const silent = await propose(['--text', place('silent.docx')])
  assert.equal(silent.code, 2)
  assert.match(silent.err, /image1\.png.*--alt/)
  const { number } = json(await propose(['--text', place('silent.docx'), '--alt', 'image1.png=位置图']))
  const { body } = json(await run(publicationsShow, [number, ...agency, '--format', 'json']))
  assert.deepEqual(
    body.map((block: { type: string; alt?: string }) => block.alt ?? block.type),
    ['heading', 'paragraph', '位置图'],
  )
  writeFileSync(place('scan.pdf'), '%PDF-1.4 nothing')
  assert.match((await propose(['--text', place('scan.pdf')])).err, /docx/)
  await run(requirePublicationAct('drop'), [number, ...agency, '--reasons', '试拟'])
})

test('bad rows are all told with their place, and nothing is written', async () => {
  writeFileSync(
    place('bad.csv'),
    csv(
      '甲,清河县水务局,综合科,2026-02-30,2026-11-01,主动公开,通知.docx,,1,,,',
      '乙,清河县水务局,综合科,2026-11-01,2026-11-01,不公开,../secret.txt,,99,,,',
      '丙,清河县水务局,综合科,2026-11-01,2026-11-01,主动公开,link.txt,没有.pdf,1,,,',
      '丁,清河县水务局,综合科,2026-11-01,2026-11-01,主动公开,,,1,旧网站,,javascript:alert(1)',
    ),
  )
  const { code, err } = await run(publicationsImport, [place('bad.csv'), ...agency, '--folder', place('files')])
  assert.equal(code, 2)
  for (const told of [
    /2 行 D 列/,
    /3 行 F 列.*主动公开 \|/,
    /3 行 I 列/,
    /4 行 G 列.*link\.txt/,
    /4 行 H 列.*没有\.pdf/,
    /5 行 K 列/,
  ])
    assert.match(err, told)
  assert.doesNotMatch(err, /不该被读到/)
  assert.match((await run(publicationsList, agency)).out, /试拟|关于设置/)
})

test('a workbook of items with their files; a former publication is a fact and no publication of ours', async () => {
  const rows = [
    '关于设置查阅点的通知,清河县水务局,综合科,2024-03-01,2024-03-01,主动公开,通知.docx,附件.csv,1,旧网站,2024-03-05,https://old.example.gov.cn/1.html',
    '第二条,清河县水务局,综合科,2026-11-01,2026-11-02,主动公开,,附件.csv,1,,,',
  ]
  writeFileSync(place('good.csv'), csv(...rows))
  const args = [place('good.csv'), ...agency, '--folder', place('files'), '--format', 'json']
  assert.equal(json(await run(publicationsImport, [...args, '--dry-run'])).dryRun, true)
  const late = csv(...rows, '丙,清河县水务局,综合科,2026-11-03,2026-11-02,主动公开,,附件.csv,1,,,')
  writeFileSync(place('late.csv'), late)
  const refused = await run(publicationsImport, [place('late.csv'), ...agency, '--folder', place('files'), '--dry-run'])
  assert.match(refused.err, /4 行.*成文日期/)
  const { items } = json(await run(publicationsImport, args))
  assert.equal(items.length, 2)
  const shown = json(await run(publicationsShow, [items[0].number, ...agency, '--format', 'json']))
  assert.equal(shown.phase, 'drafting')
  assert.equal(shown.firstPublishedAt, null)
  assert.deepEqual(
    shown.elsewhere.map((one: { publishedOn: string }) => one.publishedOn),
    ['2024-03-05'],
  )
  assert.equal(shown.body[0].runs[0].text, '一、地点')
  await publish(items[0].number)
})

test('the template is read by the import: its example is passed over', async () => {
  await running((args, context) => publicationsTemplate(args.slice(0, -2), context), ['--out', place('t.xlsx')])
  assert.match((await run(publicationsImport, [place('t.xlsx'), ...agency])).err, /没有要导入的行/)
})

test('an item is packed for the shared platform, put there, recorded and checked', async () => {
  const { publications } = json(await run(publicationsList, [...agency, '--phase', 'published', '--format', 'json']))
  const { number } = publications[0]
  await run(publicationsPackage, [number, ...agency, '--out', place('p.zip')])
  const zip = new Zip(readFileSync(place('p.zip')))
  assert.deepEqual([...zip.names()].sort(), [
    'body.docx',
    'body.html',
    'files/image1.png',
    'files/附件.csv',
    'metadata.xlsx',
  ])
  await run(publicationsPackage, [number, ...agency, '--out', place('package')])
  const page = readFileSync(place('package/body.html'), 'utf8')
  assert.doesNotMatch(page, /class=|style=|<script/)
  assert.match(page, /<h2>一、地点<\/h2>/)
  const again = bodyFromDocx(readFileSync(place('package/body.docx')))
  assert.deepEqual(
    again.body.map(({ type }) => type),
    ['paragraph', 'heading', 'paragraph', 'figure'],
  )
  assert.equal(again.pictures[0]?.alt, '查阅点位置图')

  assert.match((await run(publicationsElsewhere, ['list', ...agency])).err, /--platform/)
  await run(agencySettings, ['--code', 'A1', '--shared-platform', '市集约化平台'])
  assert.match((await run(publicationsElsewhere, ['list', ...agency])).out, new RegExp(number))
  const record = [
    '--platform',
    '市集约化平台',
    '--address',
    'https://www.example.gov.cn/a/1.html',
    '--published-on',
    '2026-11-19',
  ]
  await run(requirePublicationAct('record-elsewhere'), [number, ...agency, ...record])
  assert.match((await run(publicationsElsewhere, ['list', ...agency])).out, /都已经在/)
  writeFileSync(
    place('list.csv'),
    '标题,网址\n别的标题,http://www.example.gov.cn/a/1.html/\n没登记的,https://www.example.gov.cn/a/2.html\n',
  )
  const checked = await run(publicationsElsewhere, ['check', place('list.csv'), ...agency, '--format', 'json'])
  assert.equal(checked.code, 1)
  assert.deepEqual(
    json(checked).differences.map(({ is }: { is: string }) => is),
    ['otherTitle', 'unknown'],
  )
})

test('an item not reviewed is not packed', async () => {
  const { publications } = json(await run(publicationsList, [...agency, '--phase', 'drafting', '--format', 'json']))
  assert.match((await run(publicationsPackage, [publications[0].number, ...agency, '--out', place('no')])).err, /审查/)
})

test('everything is exported, and read again as drafts of another agency; a changed file is refused', async () => {
  await run(publicationsExport, [...agency, '--out', place('out')])
  assert.match((await run(publicationsExport, [...agency, '--out', place('out')])).err, /不是空的/)
  // The instant of a publication is the database's own, which is later than the day of these tests.
  const later = commandRunner(join(data, 'data'), '2099-01-05')
  const { items } = json(await later(publicationsImport, [place('out'), '--agency', 'B2', '--format', 'json']))
  assert.equal(items.length, 2)
  const all = items.map(({ number }: { number: string }) =>
    run(publicationsShow, [number, '--agency', 'B2', '--format', 'json']),
  )
  const shown = (await Promise.all(all)).map(json)
  const notices = shown.find(({ metadata }) => metadata.title === '关于设置查阅点的通知')
  assert.equal(notices.phase, 'drafting')
  assert.equal(notices.body.at(-1).alt, '查阅点位置图')
  assert.equal(notices.elsewhere.at(-1).platform, '清河县水务局')
  const { folder } = JSON.parse(readFileSync(place('out/export.json'), 'utf8')).items[0]
  writeFileSync(place(`out/${folder}/item.json`), '{}')
  assert.match((await run(publicationsImport, [place('out'), '--agency', 'B2'])).err, /不完整或者被改动/)
})
