import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { p } from '../../test/documents/make-docx.ts'
import { makeTemplate } from '../../test/documents/make-template.ts'
import { readDocx } from '../documents/docx/read-docx.ts'
import { type Language, Refusal } from '../refusals/refusal.ts'
import { agencyAdd } from './agency-add.ts'
import { requireAmendmentAct } from './amendments-act.ts'
import { amendmentsLetter } from './amendments-letter.ts'
import { amendmentsRegister } from './amendments-register.ts'
import type { Command } from './context.ts'
import { requestsLetter } from './requests-letter.ts'
import { requestsLetterSettings } from './requests-letter-settings.ts'
import { requestsRegister } from './requests-register.ts'
import { templatesAdd } from './templates-add.ts'
import { templatesFields } from './templates-fields.ts'
import { templatesGet } from './templates-get.ts'
import { templatesLetters } from './templates-letters.ts'
import { templatesList } from './templates-list.ts'
import { templatesRemove } from './templates-remove.ts'
import { templatesStarter } from './templates-starter.ts'
import { commandRunner, type Ran } from './test-command.ts'

const data = realpathSync(mkdtempSync(join(tmpdir(), 'gongkai-templates-')))
const running = commandRunner(join(data, 'data'), '2026-03-20')
after(() => rmSync(data, { recursive: true, force: true }))

async function run(command: Command, args: readonly string[], language: Language = 'zh-CN'): Promise<Ran> {
  try {
    return await running(command, args, 'clerk', language)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return { code: 2, out: '', err: error.words(language) }
  }
}
/** Commands that need no database take no folder of data. */
const bare =
  (command: Command): Command =>
  (args, context) =>
    command(args.slice(0, -2), context)
const agency = ['--agency', 'A1']
const place = (name: string) => join(data, name)
const textOf = (name: string) => readDocx(new Uint8Array(readFileSync(place(name)))).text

before(async () => {
  const bureau = ['--code', 'A1', '--name', '清河县水务局', '--level', 'county', '--kind', 'department']
  await run(agencyAdd, bureau)
  const asked = ['--channel', 'inPerson', '--applicant-kind', 'naturalPerson', '--name', '甲某', '--content', '报告']
  await run(requestsRegister, [...agency, ...asked, '--on', '2026-03-02'])
})

test('settings of letters are shown, set for the agency and used; one that is unknown or of one letter is refused', async () => {
  assert.match((await run(requestsLetterSettings, agency)).out, /还没有设置/)
  const set = (settings: unknown) => {
    writeFileSync(place('s.json'), JSON.stringify(settings))
    return run(requestsLetterSettings, [...agency, '--settings', place('s.json'), '--format', 'json'])
  }
  assert.match((await set({ kontakt: 'x' })).err, /kontakt/)
  assert.match((await set({ documentNumber: 'x' })).err, /documentNumber/)
  assert.match((await set({ line: 'straight' })).err, /line/)
  assert.match((await set({ contact: '机密★ 办公室' })).err, /密级|秘密/)
  const { out } = await set({ contact: '综合科 1111', court: null, partsFirst: false })
  assert.deepEqual(JSON.parse(out), { contact: '综合科 1111', partsFirst: false })
  const receipt = ['2026-0001', ...agency, '--kind', 'receipt', '--out', place('r.docx')]
  assert.equal((await run(requestsLetter, receipt)).code, 0)
  assert.match(textOf('r.docx'), /综合科 1111/)
  await run(requestsLetter, [...receipt, '--contact', '另一科'])
  assert.match(textOf('r.docx'), /另一科/)
})

test('fields are listed with what is mandatory, by which article, and what a statement says', async () => {
  const { out } = await run(bare(templatesFields), ['--kind', 'correction-notice', '--format', 'json'])
  const { fields } = JSON.parse(out) as {
    fields: { field: string; mandatory: boolean; article: string; says: string }[]
  }
  const named = (name: string) => fields.find(({ field }) => field === name)
  assert.deepEqual(named('补正事项'), {
    ...{ field: '补正事项', inner: ['序号', '事项'], mandatory: true, article: '条例30', says: null },
  })
  assert.match(named('后果告知')?.says ?? '', /视为放弃申请/)
  assert.equal(named('称呼')?.mandatory, false)
  const english = await run(bare(templatesFields), ['--kind', 'receipt', '--lang', 'en'], 'en')
  assert.match(english.out, /\{收到日期\}\tmandatory \(条例31\)/)
  assert.match((await run(bare(templatesFields), ['--kind', 'receipt', '--outcome', 'granted'])).err, /不分办理结果/)
})

test('a template is added, used, told of, fetched and removed', async () => {
  const key = [...agency, '--kind', 'receipt']
  await run(bare(templatesStarter), ['--kind', 'receipt', '--out', place('t.docx')])
  const added = await run(templatesAdd, [place('t.docx'), ...key, '--format', 'json'])
  const { version, digest } = JSON.parse(added.out)
  assert.equal(version, 1)
  const own = [
    '{文号}',
    '{标题}（本局格式）',
    '{申请人}：',
    '{#正文}',
    '{段落}',
    '{/正文}',
    '{机关名称}',
    '{成文日期}',
    '{联系方式}',
  ]
  writeFileSync(place('own.docx'), makeTemplate({ body: own.map((line) => p(line)).join('') }))
  assert.match((await run(templatesAdd, [place('own.docx'), ...key])).out, /第 2 版/)
  const receipt = ['2026-0001', ...key, '--out', place('r.docx'), '--format', 'json']
  const made = await run(requestsLetter, receipt)
  assert.equal(JSON.parse(made.out).template.version, 2)
  assert.match(textOf('r.docx'), /政府信息公开申请登记回执（本局格式）\n甲某：\n您提出的/)
  assert.equal(JSON.parse((await run(requestsLetter, [...receipt, '--built-in'])).out).template, null)
  assert.doesNotMatch(textOf('r.docx'), /本局格式/)
  const { letters } = JSON.parse((await run(templatesLetters, ['2026-0001', ...agency, '--format', 'json'])).out)
  assert.deepEqual([letters.length, letters[0].version, letters[0].kind], [1, 2, 'receipt'])
  assert.equal((await run(templatesGet, [...key, '--version', '1', '--out', place('old.docx')])).code, 0)
  assert.deepEqual(readFileSync(place('old.docx')), readFileSync(place('t.docx')))
  assert.match((await run(templatesGet, [...key, '--version', '9', '--out', place('old.docx')])).err, /receipt 9/)
  assert.match((await run(templatesList, agency)).out, /^receipt\t-\t2\town\.docx\t[0-9a-f]{12}\n$/)
  assert.equal((await run(templatesRemove, key)).code, 0)
  assert.equal((await run(templatesList, agency)).out, '')
  const all = JSON.parse((await run(templatesList, [...agency, '--all', '--format', 'json'])).out).templates
  assert.deepEqual(
    all.map((one: { version: number; removedAt: string | null }) => [one.version, one.removedAt !== null]),
    [
      [2, true],
      [1, false],
    ],
  )
  assert.equal(all[1].digest, digest)
  assert.match((await run(templatesRemove, key)).err, /没有这个模板/)
  assert.equal(JSON.parse((await run(requestsLetter, receipt)).out).template, null)
})

test('letters of record amendments have templates, too: by decision, for all of them, or none', async () => {
  const asked = ['--channel', 'inPerson', '--applicant-kind', 'naturalPerson', '--name', '乙某', '--on', '2026-03-02']
  await run(amendmentsRegister, [...agency, ...asked, '--record', '住址', '--claim', '应为河东街道12号'])
  const one = '更2026-0001'
  const act = (name: string, args: readonly string[], account = 'clerk') =>
    running(requireAmendmentAct(name), [one, ...agency, '--on', '2026-03-10', ...args], account)
  const why = ['--decision.result', 'refused', '--decision.ground', 'noEvidence', '--decision.reasons', '没有材料']
  await act('decide', why)
  await act('approve', ['--approval.medium', 'onScreen', '--document-number', '清水公更〔2026〕1号'], 'leader')
  const key = [...agency, '--kind', 'decision-notice']
  const frame = (mark: string) => [
    '{文号}',
    `{标题}${mark}`,
    '{申请人}：',
    '{#正文}',
    '{段落}',
    '{/正文}',
    '{救济告知}',
  ]
  const add = (name: string, mark: string, args: readonly string[]) => {
    const lines = [...frame(mark), '{机关名称}', '{成文日期}', '{联系方式}']
    writeFileSync(place(name), makeTemplate({ body: lines.map((line) => p(line)).join('') }))
    return run(templatesAdd, [place(name), ...key, ...args])
  }
  assert.match((await add('all.docx', '（通用）', [])).out, /第 1 版/)
  assert.match((await add('no.docx', '（不予更正）', ['--outcome', 'refused.noEvidence'])).out, /第 1 版/)
  assert.match((await run(templatesAdd, [place('no.docx'), ...key, '--outcome', 'granted'])).err, /refused\.noEvidence/)
  const letter = [
    one,
    ...key,
    '--out',
    place('d.docx'),
    '--court',
    '清河县人民法院',
    '--own-government',
    '清河县人民政府',
  ]
  const made = await run(amendmentsLetter, [...letter, '--keep', '--format', 'json'])
  const { template, kept } = JSON.parse(made.out)
  assert.deepEqual([template.version, kept === null], [1, false])
  assert.match(textOf('d.docx'), /告知书（不予更正）\n乙某：\n[\s\S]*现有证据不能证明[\s\S]*清河县人民法院/)
  await run(templatesRemove, [...key, '--outcome', 'refused.noEvidence'])
  await run(amendmentsLetter, letter)
  assert.match(textOf('d.docx'), /告知书（通用）/)
  await run(amendmentsLetter, [...letter, '--built-in'])
  assert.doesNotMatch(textOf('d.docx'), /（通用）/)
  const { letters } = JSON.parse((await run(templatesLetters, [one, ...agency, '--format', 'json'])).out)
  assert.deepEqual(
    letters.map((each: { outcome: string | null }) => each.outcome),
    ['refused.noEvidence', null],
  )
  assert.equal(letters[0].letter, kept)
  assert.match((await run(templatesLetters, ['更9', ...agency])).err, /更9/)
  await run(templatesRemove, key)
})

test('a template that lacks something is refused with all of it, where and why, in both languages', async () => {
  writeFileSync(place('bad.docx'), makeTemplate({ body: p('{申请人}：{收费金额}') + p('{#正文}未完') }))
  const args = [place('bad.docx'), ...agency, '--kind', 'withdrawal-notice']
  const { code, err } = await run(templatesAdd, args)
  assert.equal(code, 2)
  assert.match(err, /5 处问题/)
  assert.match(
    err,
    /没有字段“\{收费金额\}”.*：\{申请人\}：\{收费金额\}\n“\{#正文\}”没有对应的“\{\/正文\}”：\{#正文\}未完/,
  )
  const english = await run(templatesAdd, [...args, '--format', 'json'], 'en')
  const { refused } = JSON.parse(english.out)
  assert.ok(refused.some(({ message }: { message: string }) => message === 'The mandatory field {联系方式} is missing'))
  assert.match((await run(templatesAdd, [place('s.json'), ...agency, '--kind', 'receipt'])).err, /\.docx/)
  assert.equal(
    (await run(templatesList, [...agency, '--all', '--format', 'json'])).out.includes('withdrawalNotice'),
    false,
  )
})
