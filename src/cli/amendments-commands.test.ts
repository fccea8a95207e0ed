import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { unzipSync } from 'fflate'
import { Refusal } from '../refusals/refusal.ts'
import { agencyAdd } from './agency-add.ts'
import { requireAmendmentAct } from './amendments-act.ts'
import { amendmentsLetter } from './amendments-letter.ts'
import { amendmentsList } from './amendments-list.ts'
import { amendmentsRegister } from './amendments-register.ts'
import { amendmentsShow } from './amendments-show.ts'
import { auditVerify } from './audit-verify.ts'
import { filesAdd } from './files-add.ts'
import { remediesRegister } from './remedies-register.ts'
import { requestsNumbers } from './requests-numbers.ts'
import { commandRunner } from './test-command.ts'

const data = realpathSync(mkdtempSync(join(tmpdir(), 'gongkai-amendments-')))

const run = commandRunner(data, '2026-05-12')
after(() => rmSync(data, { recursive: true, force: true }))
const agency = ['--agency', 'A1']
const one = '更2026-0001'
const settings = join(data, 'settings.json')
const file = join(data, 'letter.docx')
const register = (args: readonly string[], language: 'en' | 'zh-CN' = 'zh-CN') =>
  run(
    amendmentsRegister,
    [...agency, '--channel', 'inPerson', '--applicant-kind', 'naturalPerson', '--name', '张某', ...args],
    'clerk',
    language,
  )
const texts = ['--record', '登记簿中的住址', '--claim', '应为河东街道12号']
const act = (name: string, number: string, args: readonly string[] = [], account = 'clerk') =>
  run(requireAmendmentAct(name), [number, ...agency, ...args], account)
const letter = (number: string, kind: string, args: readonly string[] = []) =>
  run(amendmentsLetter, [number, ...agency, '--kind', kind, '--out', file, '--settings', settings, ...args])
const textOf = (path: string) =>
  new TextDecoder().decode(unzipSync(new Uint8Array(readFileSync(path)))['word/document.xml']).replace(/<[^>]+>/g, '')

before(async () => {
  await run(agencyAdd, ['--code', 'A1', '--name', '清河县水务局', '--level', 'county', '--kind', 'department'])
  const names = { contact: '综合科 0000-0000000', ownGovernment: '清河县人民政府', court: '清河县人民法院' }
  writeFileSync(settings, JSON.stringify(names))
})

test('a case goes from its registration to the letter that tells of the amendment', async () => {
  const evidence = join(data, 'evidence.txt')
  writeFileSync(evidence, '不动产权证书')
  const kept = await run(filesAdd, [evidence, ...agency, '--format', 'json'])
  const { digest } = JSON.parse(kept.out)
  const registered = await register([...texts, '--on', '2026-03-02', '--evidence', digest, '--target-on', '2026-03-31'])
  assert.equal(registered.out, `${one} 办理中；本单位内部期限 2026-03-31（法律没有规定期限）\n`)
  await act('dispatch', one, ['--unit', '登记科', '--question', '请核对', '--on', '2026-03-03'])
  await act('answer-dispatch', one, ['--dispatch', '1', '--opinion', '属实', '--on', '2026-03-05'])
  const decided = await act('decide', one, [
    ...['--decision.result', 'amended', '--decision.says', '河东街道12号', '--decision.since', '2026-03-10'],
    ...['--on', '2026-03-09'],
  ])
  assert.match(decided.out, /待审批/)
  const own = await act('approve', one, ['--approval.medium', 'onScreen', '--on', '2026-03-10', '--sign', '清水公更'])
  assert.deepEqual([own.code, own.out], [2, ''])
  assert.match(own.err, /不能审批自己拟定的决定.*（条例45）现在可以：/)
  await act('approve', one, ['--approval.medium', 'onScreen', '--on', '2026-03-10', '--sign', '清水公更'], 'leader')
  const served = await act('serve', one, ['--method', 'inPerson', '--on', '2026-03-12', '--format', 'json'])
  assert.deepEqual(JSON.parse(served.out), { number: one, version: 6, phase: 'closed', result: 'amended' })
  const written = await letter(one, 'decision-notice', ['--format', 'json'])
  const { documentNumber, draft, doubts } = JSON.parse(written.out)
  assert.deepEqual([documentNumber, draft, doubts], ['清水公更〔2026〕1号', false, []])
  assert.match(textOf(file), /张某：.*登记簿中的住址.*河东街道12号.*60日.*清河县人民法院.*2026年3月10日/)
  assert.match((await run(requestsNumbers, [...agency])).out, /清水公更〔2026〕1号\t更2026-0001\t2026-03-10\t有效/)
})

test('what went out is kept as it was composed and as it was stamped, and service is proved', async () => {
  const early = await letter(one, 'decision-notice', ['--keep', '--on', '2026-03-09'])
  assert.deepEqual([early.code, existsSync(file)], [2, true])
  rmSync(file)
  assert.match(early.err, /发出日期早于办理这一步的日期（2026-03-10）/)
  const { kept } = JSON.parse(
    (await letter(one, 'decision-notice', ['--keep', '--on', '2026-03-12', '--format', 'json'])).out,
  )
  assert.equal(createHash('sha256').update(readFileSync(file)).digest('hex'), kept)
  assert.match((await letter(one, 'decision-notice', ['--keep'])).err, /已经留存/)
  const scan = join(data, 'stamped.png')
  writeFileSync(scan, new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1]))
  const { digest } = JSON.parse((await run(filesAdd, [scan, ...agency, '--format', 'json'])).out)
  await act('keep-letter', one, ['--kind', 'decision-notice', '--file', digest, '--on', '2026-03-12'])
  await act('prove-service', one, ['--proof', digest, '--signed-by', '张某', '--on', '2026-03-12'])
  assert.match((await act('prove-service', one, ['--proof', digest, '--on', '2026-03-12'])).err, /送达凭证已经登记/)
  const shown = await run(amendmentsShow, [one, ...agency])
  const named = '2026-03-12\t更正（不予更正）告知书 清水公更〔2026〕1号'
  assert.ok(shown.out.includes(`${named}\t系统生成\t${kept}\n  ${named}\t盖章扫描件\t${digest}`), shown.out)
  const { letters, service } = JSON.parse((await run(amendmentsShow, [one, ...agency, '--format', 'json'])).out)
  assert.deepEqual([letters.length, service.proof], [2, digest])
  await assert.rejects(act('prove-service', one, ['--proof', 'b'.repeat(64)]), { id: 'stored-file-unknown' })
})

test('a case that another agency transferred here is transferred on, with its letters', async () => {
  const from = ['--transferred-from.agency', '清河县民政局', '--transferred-from.reference', '清民转〔2026〕3号']
  const { out } = await register([...texts, ...from, '--on', '2026-04-01', '--format', 'json'])
  const { number } = JSON.parse(out)
  const passed = ['--amending-agency', '清河县公安局', '--reasons', '由公安机关登记', '--on', '2026-04-07']
  assert.match((await act('transfer', number, passed)).out, /已转送，待告知申请人/)
  await letter(number, 'transfer-letter')
  assert.match(textOf(file), /清河县公安局：.*清河县民政局（清民转〔2026〕3号）转送的张某提出的/)
  await letter(number, 'transfer-notice')
  assert.match(textOf(file), /张某：.*本机关已经转送。.*清河县公安局.*2026年4月7日/)
  assert.match((await act('tell-transferred', number, ['--on', '2026-04-08'])).out, /已办结 已转送/)
})

test('what is unsure is told to the clerk, beside the letter and never in it', async () => {
  const { out } = await register([...texts, '--on', '2026-05-06', '--format', 'json'])
  const { number } = JSON.parse(out)
  const why = ['--decision.result', 'refused', '--decision.ground', 'noEvidence', '--decision.reasons', '没有材料']
  await act('decide', number, why)
  await assert.rejects(letter(number, 'decision-notice'), (error) => {
    assert.ok(error instanceof Refusal)
    return /文号（审批后编号；送审请用送审稿）/.test(error.words('zh-CN'))
  })
  const draft = await letter(number, 'decision-notice', ['--draft'])
  assert.match(draft.err, /复议前置，法律没有明确/)
  assert.match(textOf(file), /（送审稿）.*现有证据不能证明/)
  assert.doesNotMatch(textOf(file), /复议前置/)
})

test('what waits long is listed first, with the days that it waits', async () => {
  const open = await run(amendmentsList, [...agency, '--open'])
  assert.match(
    open.out,
    /^编号\t收到日期\t已等待\t内部期限\t状态\t认为记录不准确的政府信息\n更2026-0003\t2026-05-06\t6天\t\t待审批\t登记簿中的住址\n$/,
  )
  assert.equal((await run(amendmentsList, [...agency, '--waiting', '7'])).out, '没有符合条件的更正申请。\n')
  const all = JSON.parse((await run(amendmentsList, [...agency, '--format', 'json'])).out)
  assert.deepEqual(
    all.amendments.map(({ number, waitingDays }: { number: string; waitingDays: number | null }) => [
      number,
      waitingDays,
    ]),
    [
      ['更2026-0003', 6],
      ['更2026-0002', null],
      [one, null],
    ],
  )
  await assert.rejects(run(amendmentsList, [...agency, '--waiting', 'x']), { id: 'bad-option' })
})

test('show tells the course of a case, and who asks only where that is wanted', async () => {
  const shown = await run(amendmentsShow, [one, ...agency])
  assert.match(shown.out, /更2026-0001 已办结 予以更正\n.*自然人 · 当面 · 2026-03-02\n/)
  assert.match(shown.out, /证据材料 1 份[\s\S]*6\t2026-03-12\t送达\tcli:clerk/)
  assert.doesNotMatch(shown.out, /张某/)
  const known = await run(amendmentsShow, [one, ...agency, '--identity', '--format', 'json'], 'clerk', 'en')
  const json = JSON.parse(known.out)
  assert.deepEqual(
    [json.applicant, json.documentNumber, json.waitingDays],
    [{ name: '张某' }, '清水公更〔2026〕1号', null],
  )
  assert.match((await run(amendmentsShow, [one, ...agency], 'clerk', 'en')).out, /closed amended/)
})

test('what cannot be is refused with a sentence, and nothing is stored', async () => {
  const refused: readonly (readonly [() => Promise<unknown>, RegExp])[] = [
    [() => register(['--record', '登记簿', '--on', '2026-05-02']), /--claim/],
    [() => register([...texts, '--number', one]), /已经有更正申请使用/],
    [() => register(['--record', '机密★', '--claim', '改']), /密级标志/],
    [
      () => act('transfer', '更9999-0001', ['--amending-agency', '某局', '--reasons', '由']),
      /没有编号为“更9999-0001”的更正申请/,
    ],
    [() => letter(one, 'evidence-notice'), /补充证据通知书 \(evidence-notice\).*现在可以生成：更正/],
  ]
  for (const [work, words] of refused)
    await assert.rejects(work(), (error) => error instanceof Refusal && words.test(error.words('zh-CN')))
  assert.throws(() => requireAmendmentAct('fly'), { id: 'unknown-command' })
  const future = await register([...texts, '--on', '2026-05-13'], 'en')
  assert.deepEqual([future.code, future.out], [2, ''])
  assert.match(future.err, /2026-05-13 is after today.*\(条例41\) Possible now: register\./)
  const verified = await run(auditVerify, [])
  assert.equal(verified.code, 0)
})

test('what a case is before is told with it', async () => {
  const filed = ['--kind', 'reconsideration', '--body', '清河县人民政府', '--filed-on', '2026-04-01']
  await run(remediesRegister, ['清政复〔2026〕8号', ...agency, ...filed, '--request-number', one])
  assert.match((await run(amendmentsShow, [one, ...agency])).out, /\n {2}清政复〔2026〕8号\t行政复议\t/)
  const { remedies } = JSON.parse((await run(amendmentsShow, [one, ...agency, '--format', 'json'])).out)
  assert.deepEqual(
    remedies.map(({ caseNumber, state }: Record<string, string>) => [caseNumber, state]),
    [['清政复〔2026〕8号', 'filed']],
  )
})

test('what a remedy overturned is decided anew, and the draft is not kept as the decision that was', async () => {
  const order = ['--remedy', '清政复〔2026〕8号行政复议决定', '--until', '2026-06-30', '--reasons', '没有核实']
  const reopened = await act('reopen', one, [...order, '--on', '2026-05-11'])
  assert.equal(reopened.out, `${one} 办理中；根据清政复〔2026〕8号行政复议决定重新办理，期限 2026-06-30\n`)
  assert.match((await act('set-target', one, ['--target-on', '2026-07-01'])).err, /在 2026-06-30 前重新作出处理/)
  const why = ['--decision.result', 'refused', '--decision.ground', 'recordIsRight', '--decision.reasons', '核对一致']
  await act('decide', one, why)
  const draft = await letter(one, 'decision-notice', ['--draft', '--keep'])
  assert.match(draft.err, /只能留存已经审批的告知书/)
  await letter(one, 'decision-notice', ['--draft'])
  assert.match(textOf(file), /根据清政复〔2026〕8号行政复议决定，本机关对该申请重新作出处理。/)
  assert.match(
    (await run(requestsNumbers, [...agency])).out,
    /清水公更〔2026〕1号\t更2026-0001\t2026-03-10\t已重新办理/,
  )
  await act('return-decision', one, ['--reasons', '再核实'], 'leader')
  await act('withdraw', one)
})

test('an agent is named beside the applicant, and read from where both are sealed', async () => {
  const agent = JSON.stringify({ agent: { identity: { name: '乙某' } } })
  const { out } = await register([...texts, '--on', '2026-05-07', '--json', agent, '--format', 'json'])
  const { number } = JSON.parse(out)
  await act('ask-evidence', number, ['--wanted', '授权委托书'])
  await letter(number, 'evidence-notice')
  assert.match(textOf(file), /张某（委托代理人乙某）：/)
  assert.match((await run(amendmentsShow, [number, ...agency, '--identity'])).out, /申请人\t张某\n {2}代理人\t乙某\n/)
  const shown = JSON.parse((await run(amendmentsShow, [number, ...agency, '--identity', '--format', 'json'])).out)
  assert.deepEqual([shown.applicant, shown.agent], [{ name: '张某' }, { name: '乙某' }])
  assert.doesNotMatch((await run(amendmentsShow, [number, ...agency])).out, /乙某/)
  // Of an open case that is what is told, and not that no remedy is on record.
  const early = await act('reopen', number, ['--until', '2026-06-30', '--reasons', '复议决定'])
  assert.match(early.err, /案件现在的状态不能“重新办理”/)
  await act('withdraw', number)
})
