import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { unzipSync } from 'fflate'
import type { Language } from '../refusals/refusal.ts'
import { Refusal } from '../refusals/refusal.ts'
import { day } from '../statute/day.ts'
import { agencyAdd } from './agency-add.ts'
import type { Command } from './context.ts'
import { filesAdd } from './files-add.ts'
import { filesGet } from './files-get.ts'
import { requireAct } from './requests-act.ts'
import { requestsLetter } from './requests-letter.ts'
import { requestsRegister } from './requests-register.ts'
import { requestsShow } from './requests-show.ts'

const data = realpathSync(mkdtempSync(join(tmpdir(), 'gongkai-letter-')))
after(() => rmSync(data, { recursive: true, force: true }))

async function run(command: Command, language: Language, ...args: string[]) {
  let [out, err] = ['', '']
  try {
    const code = await command([...args, '--data', join(data, 'data')], {
      out: (text) => (out += text),
      err: (text) => (err += text),
      env: {},
      account: 'clerk',
      today: day('2026-03-20'),
      language,
      colour: false,
    })
    return { code, out, err }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return { code: 2, out, err: error.words(language) }
  }
}

const file = join(data, 'letter.docx')
const settings = join(data, 'settings.json')
const letter = (kind: string, ...args: string[]) =>
  run(requestsLetter, 'zh-CN', '2026-0001', '--agency', 'A1', '--kind', kind, '--out', file, ...args)
const act = (name: string, ...args: string[]) => run(requireAct(name), 'zh-CN', '2026-0001', '--agency', 'A1', ...args)
const textOf = (path: string) =>
  new TextDecoder().decode(unzipSync(new Uint8Array(readFileSync(path)))['word/document.xml']).replace(/<[^>]+>/g, '')

before(async () => {
  const bureau = ['--code', 'A1', '--name', '清河县水务局', '--level', 'county', '--kind', 'department']
  await run(agencyAdd, 'zh-CN', ...bureau)
  const asked = [
    '--channel',
    'inPerson',
    '--applicant-kind',
    'naturalPerson',
    '--name',
    '甲某',
    '--content',
    '验收报告',
  ]
  await run(requestsRegister, 'zh-CN', '--agency', 'A1', ...asked, '--on', '2026-03-02')
  writeFileSync(settings, JSON.stringify({ contact: '综合科 0000-0000000', ownGovernment: '清河县人民政府' }))
})

test('a letter that lacks something is refused in both languages and says what', async () => {
  assert.match((await letter('receipt')).err, /没有生成：本机关联系方式。/)
  const english = await run(requestsLetter, 'en', '2026-0001', '--agency', 'A1', '--kind', 'receipt', '--out', file)
  assert.deepEqual(english, {
    code: 2,
    out: '',
    err: "The letter lacks what it must say and was not written: the agency's contact. Add it and try again.",
  })
})

test('a letter that the case has not come to is refused, and the possible ones are named', async () => {
  assert.match((await letter('fee-notice')).err, /收费通知书 \(fee-notice\).*现在可以生成：登记回执 \(receipt\)/)
  assert.match((await letter('postcard')).err, /receipt\|correction-notice/)
  assert.match((await run(requestsLetter, 'zh-CN', '9', '--agency', 'A1', '--kind', 'reply', '--out', file)).err, /“9”/)
  const odt = await run(requestsLetter, 'zh-CN', '2026-0001', '--agency', 'A1', '--kind', 'receipt', '--out', 'a.odt')
  assert.match(odt.err, /docx\|pdf/)
})

test('the receipt is written with the name that is sealed, which the audit chain keeps', async () => {
  const { code, out } = await letter('receipt', '--settings', settings, '--format', 'json')
  assert.equal(code, 0)
  const { kind, documentNumber, citations, doubts } = JSON.parse(out)
  assert.deepEqual([kind, documentNumber, doubts], ['receipt', null, []])
  assert.ok(citations.includes('条例31'))
  assert.match(textOf(file), /甲某：.*2026年3月2日收到.*验收报告.*2026年3月30日.*综合科 0000-0000000/)
})

test('a letter is kept as it went out, then its stamped scan; both are listed and can be had again', async () => {
  const known = ['--settings', settings]
  assert.match((await letter('receipt', ...known, '--on', '2026-03-02')).err, /--keep/)
  assert.match((await letter('receipt', ...known, '--keep', '--on', '2026-03-21')).err, /在今天之后/)
  assert.match(
    (await letter('receipt', ...known, '--keep', '--on', '2026-03-01')).err,
    /日期 2026-03-01 早于申请到达之日（2026-03-02）/,
  )
  const { code, out } = await letter('receipt', ...known, '--keep', '--on', '2026-03-03', '--format', 'json')
  assert.equal(code, 0)
  const { kept } = JSON.parse(out)
  assert.equal(createHash('sha256').update(readFileSync(file)).digest('hex'), kept)
  assert.match((await letter('receipt', ...known, '--keep')).err, /已经留存/)
  const scan = join(data, '盖章回执.png')
  writeFileSync(scan, new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1]))
  const stamped = (await run(filesAdd, 'zh-CN', scan, '--agency', 'A1')).out.trim()
  assert.equal((await act('keep-letter', '--kind', 'receipt', '--file', stamped, '--on', '2026-03-03')).code, 0)
  assert.match(
    (await act('keep-letter', '--kind', 'fee-notice', '--file', stamped)).err,
    /没有这种文书可以留存.*条例45/,
  )
  const shown = await run(requestsShow, 'zh-CN', '2026-0001', '--agency', 'A1')
  assert.match(shown.out, new RegExp(`2026-03-03\t登记回执\t系统生成\t${kept}\n.*登记回执\t盖章扫描件\t${stamped}`))
  const { letters } = JSON.parse((await run(requestsShow, 'en', '2026-0001', '--agency', 'A1', '--format', 'json')).out)
  assert.deepEqual(
    letters.map((one: { origin: string; file: string }) => [one.origin, one.file]),
    [
      ['composed', kept],
      ['scan', stamped],
    ],
  )
  const again = join(data, 'again.docx')
  await run(filesGet, 'zh-CN', kept, '--agency', 'A1', '--out', again)
  assert.deepEqual(readFileSync(again), readFileSync(file))
})

test('where the letter cannot be written nothing is kept', async () => {
  const wrong = join(data, 'settings.json', 'letter.pdf')
  const args = ['2026-0001', '--agency', 'A1', '--kind', 'receipt', '--settings', settings, '--keep', '--out', wrong]
  const before = (await run(requestsShow, 'zh-CN', '2026-0001', '--agency', 'A1')).out
  assert.equal((await run(requestsLetter, 'zh-CN', ...args)).code, 2)
  assert.equal((await run(requestsShow, 'zh-CN', '2026-0001', '--agency', 'A1')).out, before)
})

test('the reply is a draft until it is approved, and doubts go to the clerk, not into the letter', async () => {
  const parts = [{ part: '附件', ground: 'withheld.internalAffairs', reasons: '属于人事管理' }]
  const decision = {
    outcome: 'partlyGranted',
    provision: { how: 'supplied', description: '报告正文' },
    withheldParts: parts,
  }
  await act('decide', '--json', JSON.stringify({ decision }))
  const known = ['--settings', settings, '--court', '清河县人民法院']
  assert.match((await letter('reply', ...known)).err, /文号/)
  const draft = await letter('reply', ...known, '--draft')
  assert.equal(draft.code, 0)
  assert.match(draft.err, /部分公开是否属于复议前置/)
  assert.match(textOf(file), /送审稿.*应当先申请行政复议.*清河县人民法院/)
  assert.doesNotMatch(textOf(file), /认识不一致/)
  assert.match((await letter('reply', ...known, '--draft', '--keep')).err, /只能留存已经审批的答复书/)
  const scan = join(data, '审批件.png')
  writeFileSync(scan, new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]))
  const kept = await run(filesAdd, 'zh-CN', scan, '--agency', 'A1')
  const paper = { medium: 'onPaper', name: '丁某', scan: kept.out.trim() }
  await act('approve', '--json', JSON.stringify({ approval: paper, documentNumber: '清水公复〔2026〕1号' }))
  const whole = await letter('reply', ...known, '--format', 'json')
  const { documentNumber, numbers } = JSON.parse(whole.out)
  assert.equal(documentNumber, '清水公复〔2026〕1号')
  assert.deepEqual(numbers, [{ documentNumber, on: '2026-03-20', state: 'standing' }])
  assert.match(textOf(file), /清水公复〔2026〕1号.*2026年3月20日/)
})

test('a settings file that is no object, and one with a name we do not know, are refused', async () => {
  writeFileSync(join(data, 'bad.json'), '[]')
  assert.match((await letter('receipt', '--settings', join(data, 'bad.json'))).err, /--settings/)
  writeFileSync(join(data, 'bad.json'), '{"kontakt":"x"}')
  assert.match((await letter('receipt', '--settings', join(data, 'bad.json'))).err, /kontakt/)
  assert.match((await letter('receipt', '--settings', join(data, 'none.json'))).err, /none\.json/)
})
