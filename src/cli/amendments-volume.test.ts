import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { extractText, getDocumentProxy } from 'unpdf'
import { makePng } from '../../test/documents/make-scans.ts'
import { agencyAdd } from './agency-add.ts'
import { requireAmendmentAct } from './amendments-act.ts'
import { amendmentsLetter } from './amendments-letter.ts'
import { amendmentsRegister } from './amendments-register.ts'
import { amendmentsVolume } from './amendments-volume.ts'
import { auditVerify } from './audit-verify.ts'
import { filesAdd } from './files-add.ts'
import { remediesRegister } from './remedies-register.ts'
import { commandRunner } from './test-command.ts'

const data = realpathSync(mkdtempSync(join(tmpdir(), 'gongkai-amendment-volume-')))
const run = commandRunner(data, '2026-05-12')
after(() => rmSync(data, { recursive: true, force: true }))
const agency = ['--agency', 'A1']
const one = '更2026-0001'
const file = join(data, 'volume.pdf')
const settings = join(data, 'settings.json')

const add = async (name: string, bytes: Uint8Array | string) => {
  writeFileSync(join(data, name), bytes)
  return (await run(filesAdd, [join(data, name), ...agency])).out.trim()
}
const act = async (name: string, args: readonly string[], account = 'clerk') => {
  const { code, err } = await run(requireAmendmentAct(name), [one, ...agency, ...args], account)
  assert.equal(code, 0, err)
}
const volume = async (...args: string[]) => {
  const told = [one, ...agency, '--out', file, '--settings', settings, '--format', 'json', ...args]
  const { code, out, err } = await run(amendmentsVolume, told)
  assert.equal(code, 0, err)
  return JSON.parse(out)
}
const textOfPages = async () => {
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(readFileSync(file))))
  return text.map((page) => page.replace(/\s+/g, ''))
}

before(async () => {
  await run(agencyAdd, ['--code', 'A1', '--name', '清河县水务局', '--level', 'county', '--kind', 'department'])
  const names = { contact: '综合科', ownGovernment: '清河县人民政府', court: '清河县人民法院' }
  writeFileSync(settings, JSON.stringify(names))
  const evidence = await add('权证.png', makePng(60, 80))
  const asked = ['--channel', 'inPerson', '--applicant-kind', 'naturalPerson', '--name', '甲某', '--on', '2026-03-02']
  const texts = ['--record', '登记簿中的住址', '--claim', '应为河东街道12号', '--evidence', evidence]
  await run(amendmentsRegister, [...agency, ...asked, ...texts])
  await act('ask-evidence', ['--wanted', '户口簿', '--on', '2026-03-03'])
  const notice = ['--kind', 'evidence-notice', '--settings', settings, '--keep', '--on', '2026-03-03']
  await run(amendmentsLetter, [one, ...agency, ...notice, '--out', join(data, 'notice.pdf')])
  await act('receive-evidence', ['--evidence', await add('户口簿.txt', '户口簿'), '--on', '2026-03-05'])
  await act('dispatch', ['--unit', '水资源科', '--question', '请核对', '--on', '2026-03-06'])
  await act('answer-dispatch', ['--dispatch', '1', '--opinion', '属实', '--on', '2026-03-07'])
  const decision = { result: 'amended', says: '河东街道12号', since: '2026-03-10' }
  await act('decide', ['--json', JSON.stringify({ decision }), '--on', '2026-03-09'])
  const approval = ['--approval.medium', 'onScreen', '--document-number', '清水公更〔2026〕1号', '--on', '2026-03-10']
  await act('approve', approval, 'leader')
  await act('serve', ['--method', 'inPerson', '--on', '2026-03-12'])
  const filed = ['--kind', 'reconsideration', '--body', '清河县人民政府', '--filed-on', '2026-04-20']
  await run(remediesRegister, ['政复〔2026〕1号', ...agency, ...filed, '--request-number', one])
})

test('the catalogue tells the page on which each document begins, and the pages bear these numbers', async () => {
  const { documents, pages, gaps, as } = await volume()
  assert.deepEqual([gaps, as], [[], 'archive'])
  const text = await textOfPages()
  assert.match(text[0] ?? '', /清河县水务局政府信息更正申请案卷.*案卷号申请编号更2026-0001申请人甲某/)
  assert.match(text[1] ?? '', /卷内文件目录序号文号责任者题名日期页号备注.*申请人提供的证据材料：权证\.png/)
  for (const { title, from, to, source } of documents) {
    assert.ok((text[1 + to] ?? '').endsWith(String(to)), `${title}: ${text[1 + to]}`)
    if (source === 'record') assert.ok((text[1 + from] ?? '').includes(title.replace(/（.*/, '')), title)
  }
  assert.match(text[2 + pages] ?? '', /卷内电子文件数字摘要表.*户口簿\.txt/)
  assert.match(text.at(-1) ?? '', /卷内备考表本卷情况说明本卷共.*件.*立卷人检查人立卷时间$/)
  const remedy = documents.find(
    ({ documentNumber }: { documentNumber: string }) => documentNumber === '政复〔2026〕1号',
  )
  assert.equal(remedy.title, '行政复议、行政诉讼案件记录')
})

test('the kept letter stands as it was kept, and evidence that is no page is attached', async () => {
  const { documents } = await volume()
  const titled = (start: string) => documents.filter(({ title }: { title: string }) => title.startsWith(start))
  assert.deepEqual(
    titled('政府信息更正申请补充证据通知书').map(({ remark, file: kept }: { remark: string; file: { as: string } }) => [
      remark,
      kept.as,
    ]),
    [['发出件', 'pages']],
  )
  assert.deepEqual(
    titled('政府信息更正告知书').map(({ remark, source }: { remark: string; source: string }) => [remark, source]),
    [['未留存发出件，据案件记录生成', 'composed']],
  )
  assert.equal(titled('申请人提供的证据材料：户口簿.txt')[0].file.as, 'kind')
})

test('evidence names the case and what each document proves; the same case gives the same bytes', async () => {
  const { documents } = await volume('--as', 'evidence')
  const first = createHash('sha256').update(readFileSync(file)).digest('hex')
  await volume('--as', 'evidence')
  assert.equal(createHash('sha256').update(readFileSync(file)).digest('hex'), first)
  const titles = documents.map(({ title }: { title: string }) => title).join()
  assert.doesNotMatch(titles, /转办|审批|过程/)
  assert.match(
    (await textOfPages())[0] ?? '',
    /证据目录举证单位清河县水务局案号政复〔2026〕1号（清河县人民政府）.*证明内容/,
  )
  const all = await volume('--as', 'evidence', '--internal')
  assert.match(all.documents.map(({ title }: { title: string }) => title).join(), /转办.*审批/)
})

test('without identity nobody is named and files are told of only; what is read of people stays known', async () => {
  await volume('--without-identity')
  assert.doesNotMatch((await textOfPages()).join(''), /甲某/)
  await assert.rejects(run(amendmentsVolume, [one, ...agency, '--out', file, '--third-parties']), {
    id: 'option-unknown',
  })
  await assert.rejects(run(amendmentsVolume, ['更9', ...agency, '--out', file]), { id: 'amendment-unknown' })
  await assert.rejects(run(amendmentsVolume, [one, ...agency, '--out', 'v.docx']), { id: 'bad-option' })
  assert.equal((await run(auditVerify, [])).code, 0)
})
