import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { extractText, getDocumentProxy } from 'unpdf'
import { makePng } from '../../test/documents/make-scans.ts'
import { Refusal } from '../refusals/refusal.ts'
import { day } from '../statute/day.ts'
import { agencyAdd } from './agency-add.ts'
import { auditVerify } from './audit-verify.ts'
import type { Command } from './context.ts'
import { filesAdd } from './files-add.ts'
import { requireAct } from './requests-act.ts'
import { requestsLetter } from './requests-letter.ts'
import { requestsRegister } from './requests-register.ts'
import { requestsVolume } from './requests-volume.ts'

const data = realpathSync(mkdtempSync(join(tmpdir(), 'gongkai-volume-')))
after(() => rmSync(data, { recursive: true, force: true }))
let today = day('2026-04-20')

async function run(command: Command, ...args: string[]) {
  let [out, err] = ['', '']
  try {
    const code = await command([...args, '--data', join(data, 'data')], {
      out: (text) => (out += text),
      err: (text) => (err += text),
      env: {},
      account: 'clerk',
      today,
      language: 'zh-CN',
      colour: false,
    })
    return { code, out, err }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return { code: 2, out, err: error.words('zh-CN') }
  }
}

const file = join(data, 'volume.pdf')
const settings = join(data, 'settings.json')
const of = ['2026-0001', '--agency', 'A1']
const act = async (name: string, ...args: string[]) => {
  const { code, err } = await run(requireAct(name), ...of, ...args)
  assert.equal(code, 0, err)
}
const add = async (name: string, bytes: Uint8Array | string) => {
  writeFileSync(join(data, name), bytes)
  return (await run(filesAdd, join(data, name), '--agency', 'A1')).out.trim()
}
const volume = async (...args: string[]) => {
  const { code, out, err } = await run(requestsVolume, ...of, '--out', file, '--format', 'json', ...args)
  assert.equal(code, 0, err)
  return { ...JSON.parse(out), err }
}
const textOfPages = async () => {
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(readFileSync(file))))
  return text.map((page) => page.replace(/\s+/g, ''))
}
const digestOf = () => createHash('sha256').update(readFileSync(file)).digest('hex')
let note = ''

before(async () => {
  await run(agencyAdd, '--code', 'A1', '--name', '清河县水务局', '--level', 'county', '--kind', 'department')
  const asked = { channel: 'inPerson', applicantKind: 'naturalPerson', content: '验收报告' }
  const applicants = [{ name: '甲某', phone: '0000-0000000' }]
  await run(
    requestsRegister,
    '--agency',
    'A1',
    '--on',
    '2026-03-02',
    '--json',
    JSON.stringify({ ...asked, applicants }),
  )
  writeFileSync(
    settings,
    JSON.stringify({ contact: '综合科', ownGovernment: '清河县人民政府', court: '清河县人民法院' }),
  )
  await act('dispatch', '--unit', '工程科', '--question', '请查找', '--on', '2026-03-03')
  note = await add('说明.txt', '检索说明')
  const opinion = ['--opinion', '建议公开', '--material', note]
  await act('answer-dispatch', '--dispatch', '1', ...opinion, '--on', '2026-03-04')
  const third = JSON.stringify({ person: { name: '乙公司' } })
  await act('consult', '--with', 'thirdParty', '--json', third, '--information', '附件', '--on', '2026-03-05')
  await act('record-answer', '--party', '第三方1', '--answer', 'consents', '--on', '2026-03-09')
  const decision = { outcome: 'granted', provision: { how: 'supplied', description: '报告' } }
  await act('decide', '--json', JSON.stringify({ decision }), '--on', '2026-03-10')
  const approval = { medium: 'onPaper', name: '丁某', scan: await add('审批.png', makePng(60, 80)) }
  await act(
    'approve',
    '--json',
    JSON.stringify({ approval, documentNumber: '清水公复〔2026〕1号' }),
    '--on',
    '2026-03-11',
  )
  await act('serve', '--method', 'inPerson', '--on', '2026-03-12')
  const kept = ['--kind', 'reply', '--settings', settings, '--keep', '--on', '2026-03-12', '--out', join(data, 'r.pdf')]
  assert.equal((await run(requestsLetter, ...of, ...kept)).code, 0)
  await act('prove-service', '--proof', await add('回证\u{1f600}.png', makePng(80, 60)), '--on', '2026-03-12')
  await act('archive', '--volume', '2026-永久-7', '--on', '2026-04-01')
})

test('the catalogue tells the page on which each document begins, and the pages bear these numbers', async () => {
  const { documents, pages, gaps } = await volume('--settings', settings)
  assert.deepEqual(gaps, [])
  const text = await textOfPages()
  assert.match(text[0] ?? '', /清河县水务局政府信息公开申请案卷.*2026-永久-7.*申请人甲某/)
  assert.match(text[1] ?? '', /卷内文件目录序号文号责任者题名日期页号备注/)
  for (const { title, from, to, source } of documents) {
    assert.ok((text[1 + to] ?? '').endsWith(String(to)), `${title}: ${text[1 + to]}`)
    if (source === 'record') assert.ok((text[1 + from] ?? '').includes(title.replace(/（.*/, '')), title)
  }
  // No face at hand shows every character that a file's name may have.
  assert.match(text[2 + pages] ?? '', /卷内电子文件数字摘要表.*回证\?\.png/)
  assert.match(text.at(-1) ?? '', /卷内备考表本卷情况说明本卷共.*件.*立卷人cli:clerk/)
  const reply = documents.find(({ title }: { title: string }) => title.endsWith('答复书'))
  assert.equal(reply.documentNumber, '清水公复〔2026〕1号')
  assert.match(text[1 + reply.from] ?? '', /甲某：.*答复书?|甲某：/)
})

test('what cannot become pages is in it as an attachment with a page that says so', async () => {
  const { documents } = await volume('--settings', settings)
  const material = documents.find(({ title }: { title: string }) => title === '科室所附材料：说明.txt')
  assert.deepEqual(material.file, { digest: note, as: 'kind' })
  const text = await textOfPages()
  assert.match(text[1 + material.from] ?? '', new RegExp(`说明.txt.*${note}.*见附件.*作为附件收入本册`))
})

test('the same case gives the same bytes on another day', async () => {
  await volume('--settings', settings)
  const first = digestOf()
  today = day('2027-01-04')
  await volume('--settings', settings)
  assert.equal(digestOf(), first)
})

test('evidence leaves out the office and the third party, and proposes what each document proves', async () => {
  const { documents, err } = await volume('--as', 'evidence', '--settings', settings)
  const all = (await textOfPages()).join('\n')
  assert.match(all, /证据目录.*举证单位清河县水务局.*证明内容来源页码/)
  assert.match(all, /20个工作日（《条例》第三十三条第二款）/)
  assert.doesNotMatch(all, /乙公司|建议公开|丁某|cli:clerk/)
  assert.ok(documents.length > 4)
  assert.equal(err, '')
  await volume('--as', 'evidence', '--settings', settings, '--internal', '--third-parties')
  assert.match((await textOfPages()).join('\n'), /建议公开[\s\S]*乙公司/)
})

test('without identity nobody is named, and files are listed and not taken in', async () => {
  const { documents } = await volume('--without-identity', '--settings', settings)
  const text = (await textOfPages()).join('\n')
  assert.doesNotMatch(text, /甲某|乙公司|说明\.txt/)
  assert.match(text, /未收入/)
  assert.ok(documents.every(({ source }: { source: string }) => source !== 'file'))
})

test('letters that lack something are told, and a page stands for them', async () => {
  const { gaps, err } = await volume()
  assert.equal(gaps.length, 1)
  assert.match(err, /没有留存发出件，也不能据案件记录生成，缺少：本机关联系方式/)
  assert.match((await textOfPages()).join('\n'), /也不能据案件记录生成/)
})

test('a file that the store has lost is named, and the volume is made all the same', async () => {
  const place = join(data, 'data', 'files', note.slice(0, 2), note.slice(2))
  const bytes = readFileSync(place)
  writeFileSync(place, 'changed')
  const { documents, err } = await volume('--settings', settings)
  writeFileSync(place, bytes)
  assert.match(err, new RegExp(`${note} 缺失或者损坏`))
  assert.ok(documents.some((one: { file: { as: string } | null }) => one.file?.as === 'lost'))
})

test('wrong options are refused, and the chain holds with the readings of identity in it', async () => {
  assert.match((await run(requestsVolume, ...of, '--out', 'a.docx')).err, /\.pdf/)
  assert.match((await run(requestsVolume, ...of, '--out', file, '--as', 'book')).err, /archive\|evidence/)
  assert.match((await run(requestsVolume, '9', '--agency', 'A1', '--out', file)).err, /“9”/)
  assert.equal((await run(auditVerify)).code, 0)
})

test('a character that no font shows stops no volume: a sign stands in its place, and the clerk is told', async () => {
  const applicant = { name: '丙\u{10FFFD}某', content: '名录\u{10FFFC}' }
  await run(
    requestsRegister,
    ...['--agency', 'A1', '--channel', 'portal', '--applicant-kind', 'business', '--number', 'rare'],
    ...['--name', applicant.name, '--content', applicant.content],
  )
  const { code, out, err } = await run(requestsVolume, ...['rare', '--agency', 'A1', '--out', file, '--format', 'json'])
  assert.equal(code, 0, err)
  assert.deepEqual(JSON.parse(out).unshown.sort(), ['\u{10FFFC}', '\u{10FFFD}'])
  assert.match(err, /以〓代替/)
  assert.match((await textOfPages()).join(''), /丙〓某/)
})
