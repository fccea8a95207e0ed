import assert from 'node:assert/strict'
import { mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { Refusal } from '../refusals/refusal.ts'
import { agencyAdd } from './agency-add.ts'
import { auditVerify } from './audit-verify.ts'
import { requireAct } from './requests-act.ts'
import { requestsList } from './requests-list.ts'
import { requestsNumbers } from './requests-numbers.ts'
import { requestsRegister } from './requests-register.ts'
import { requestsShow } from './requests-show.ts'
import { requestsToday } from './requests-today.ts'
import { commandRunner } from './test-command.ts'

const data = realpathSync(mkdtempSync(join(tmpdir(), 'gongkai-requests-')))

const run = commandRunner(data, '2026-03-12')
after(() => rmSync(data, { recursive: true, force: true }))
const agency = ['--agency', 'A1']
const act = (name: string, number: string, args: readonly string[] = [], account = 'clerk') =>
  run(requireAct(name), [number, ...agency, ...args], account)

before(async () => {
  await run(agencyAdd, ['--code', 'A1', '--name', '甲局', '--level', 'county', '--kind', 'department'])
})

test('a request goes from its registration to its reply on the command line', async () => {
  const registered = await run(requestsRegister, [
    ...agency,
    ...['--channel', 'portal', '--applicant-kind', 'naturalPerson', '--name', '申请人甲', '--on', '2026-03-02'],
    ...['--content', '2025年度部门决算', '--wanted.form', 'paper', '--wanted.by', 'post'],
  ])
  assert.equal(registered.out, '2026-0001 办理中；答复期限 2026-03-30；本单位内部期限 2026-03-25\n')
  const extended = await act('extend', '2026-0001', [
    ...['--working-days', '10', '--reasons', '需要逐件审查', '--approved-by', '负责人', '--approved-on', '2026-03-04'],
    ...['--on', '2026-03-05'],
  ])
  assert.equal(extended.out, '2026-0001 办理中；答复期限 2026-04-14；本单位内部期限 2026-04-09\n')
  const given = ['--decision.provision.how', 'supplied', '--decision.provision.description', '决算表']
  await act('decide', '2026-0001', ['--on', '2026-03-09', '--decision.outcome', 'granted', ...given])
  const own = await act('approve', '2026-0001', [
    '--approval.medium',
    'onScreen',
    '--document-number',
    '甲公复〔2026〕1号',
  ])
  assert.equal(own.code, 2)
  assert.match(own.err, /不能审批自己拟定的答复.*（条例45）现在可以：/)
  const approve = ['--approval.medium', 'onScreen', '--document-number', '甲公复〔2026〕1号', '--on', '2026-03-10']
  assert.equal((await act('approve', '2026-0001', approve, 'leader')).code, 0)
  const served = await act('serve', '2026-0001', ['--method', 'portal', '--format', 'json'])
  assert.deepEqual(JSON.parse(served.out), { number: '2026-0001', version: 5, phase: 'closed' })
})

test('show tells course, clock and possible acts; who applies only when asked, and the chain keeps that', async () => {
  const plain = await run(requestsShow, ['2026-0001', ...agency])
  assert.match(plain.out, /2026-0001 已办结 予以公开/)
  assert.match(plain.out, /\n {2}2\t2026-03-05\t告知延长答复期限\tcli:clerk\n/)
  assert.match(plain.out, /经批准延长的10个工作日\t条例33¶2/)
  assert.match(
    plain.out,
    /现在可以: 登记送达凭证 \(prove-service\)、留存发出文书 \(keep-letter\)、重新办理 \(reopen\)、归档 \(archive\)/,
  )
  assert.doesNotMatch(plain.out, /申请人甲/)
  const asked = await run(requestsShow, ['2026-0001', ...agency, '--identity', '--format', 'json'])
  assert.deepEqual(JSON.parse(asked.out).applicants, [{ name: '申请人甲' }])
  assert.equal(JSON.parse(asked.out).agent, null)
  const verified = await run(auditVerify, ['--format', 'json'])
  // The agency, five events, the identity that was read.
  assert.equal(JSON.parse(verified.out).entries, 7)
})

test('e-mail waits for both sides to confirm', async () => {
  const registered = await run(requestsRegister, [
    ...agency,
    ...['--channel', 'email', '--applicant-kind', 'business', '--name', '乙公司', '--content', '补偿方案'],
  ])
  assert.match(registered.out, /^2026-0002 待确认收到；请当日与申请人确认收到/)
  const confirmed = await act('confirm-receipt', '2026-0002', ['--seen', '1'])
  assert.match(confirmed.out, /^2026-0002 办理中；答复期限 2026-04-10/)
  const stale = act('dispatch', '2026-0002', ['--unit', '规划科', '--question', '请提意见', '--seen', '1'])
  await assert.rejects(stale, (error) => error instanceof Refusal && error.id === 'request-changed')
})

test('lists show what is due, a page at a time', async () => {
  const due = await run(requestsList, [...agency, '--due-in', '30'])
  assert.match(
    due.out,
    /^编号\t收到日期\t答复期限\t状态\t申请人类型\t申请内容\n2026-0002\t2026-03-12\t2026-04-10\t办理中\t商业企业\t补偿方案\n$/,
  )
  assert.equal((await run(requestsList, [...agency, '--overdue'])).out, '没有符合条件的申请。\n')
  const first = await run(requestsList, [...agency, '--limit', '1', '--format', 'json'])
  const { requests, next } = JSON.parse(first.out)
  assert.equal(requests.length, 1)
  const rest = await run(requestsList, [...agency, '--after', next, '--format', 'json'])
  assert.deepEqual(
    JSON.parse(rest.out).requests.map((one: { number: string }) => one.number),
    ['2026-0001'],
  )
  const found = await run(requestsList, [...agency, '--search', '决算 2025', '--phase', 'closed'], 'clerk', 'en')
  assert.match(found.out, /2026-0001\t2026-03-02\t\tclosed\tnaturalPerson\t2025年度部门决算/)
})

test('today tells what wants somebody, without a name or a word of what is asked for', async () => {
  const { out } = await run(requestsToday, [...agency, '--days', '30'])
  assert.equal(out, '【甲局】依申请公开待办（2026-03-12）\n即将到期 1 件：\n  2026-0002 答复期限 2026-04-10，办理中\n')
  const { out: json } = await run(requestsToday, [...agency, '--format', 'json'])
  const nothing = { toDo: [], remedies: [], amendments: [], publications: [] }
  assert.deepEqual(JSON.parse(json), { agency: 'A1', today: '2026-03-12', ...nothing })
})

test('what is wrong with an option is said in the language of the user', async () => {
  const wrong: readonly (readonly [readonly string[], RegExp])[] = [
    [['--on', '2026-02-30'], /参数 --on .*YYYY-MM-DD/],
    [['--working-days', '21'], /参数 --working-days /],
    [['--json', '{'], /参数 --json .*JSON/],
    [['--json', '{"bogus":1}'], /参数 --json .*bogus/],
  ]
  const rest = ['--reasons', '理由', '--approved-by', '人', '--approved-on', '2026-03-12']
  for (const [args, expected] of wrong)
    await assert.rejects(act('extend', '2026-0002', ['--working-days', '5', ...rest, ...args]), (error) => {
      assert.ok(error instanceof Refusal)
      assert.match(error.words('zh-CN'), expected)
      return true
    })
  assert.throws(() => requireAct('fly'), { id: 'unknown-command' })
  await assert.rejects(act('extend', 'nowhere', ['--working-days', '5', ...rest]), { id: 'request-unknown' })
})

test('a letter takes the next number of its sign; a void one stays on the list and is not given again', async () => {
  const given = ['--decision.provision.how', 'supplied', '--decision.provision.description', '决算表']
  const decide = async (number: string) => await act('decide', number, ['--decision.outcome', 'granted', ...given])
  const approve = (number: string, args: readonly string[] = []) =>
    act('approve', number, ['--approval.medium', 'onScreen', ...args], 'leader')
  for (const content of ['一', '二'])
    await run(requestsRegister, [
      ...['--agency', 'A1', '--channel', 'inPerson', '--applicant-kind', 'naturalPerson', '--name', '某人'],
      ...['--number', content, '--content', content],
    ])
  await decide('一')
  await decide('二')
  await assert.rejects(approve('二', ['--document-number', '甲公复〔2026〕1号']), { id: 'document-number-taken' })
  // The sign is that of the number that was given last, by hand, in the test before.
  assert.equal((await approve('一')).code, 0)
  await act('return-decision', '一', ['--reasons', '有误'], 'leader')
  await decide('一')
  await approve('一')
  await approve('二', ['--sign', '甲公函'])
  const { out } = await run(requestsNumbers, agency)
  assert.equal(
    out,
    [
      '甲公复〔2026〕1号\t2026-0001\t2026-03-10\t有效',
      '甲公复〔2026〕2号\t一\t2026-03-12\t作废',
      '甲公复〔2026〕3号\t一\t2026-03-12\t有效',
      '甲公函〔2026〕1号\t二\t2026-03-12\t有效',
      '',
    ].join('\n'),
  )
  for (const number of ['一', '二']) await act('withdraw', number)
})

test('who acts for the applicant is told with the identity, and the kind of a document in words', async () => {
  const people = {
    applicants: [{ name: '丙某', document: { kind: 'identityCard', number: '110101199001011237' }, phone: '0000' }],
    agent: { identity: { name: '丁律师' } },
  }
  const registered = await run(requestsRegister, [
    ...[...agency, '--channel', 'portal', '--applicant-kind', 'naturalPerson', '--content', '名录'],
    ...['--json', JSON.stringify(people), '--format', 'json'],
  ])
  const { number } = JSON.parse(registered.out)
  const shown = await run(requestsShow, [number, ...agency, '--identity'])
  assert.match(shown.out, /\n {2}申请人\t丙某 居民身份证 110101199001011237 0000\n {2}代理人\t丁律师\n/)
})

test('show tells in words who was asked and whether they have answered, and the number of the reply', async () => {
  const args = ['--channel', 'portal', '--applicant-kind', 'business', '--name', '乙公司', '--content', '验收报告']
  const { out } = await run(requestsRegister, [...agency, ...args, '--on', '2026-03-02', '--number', 'ask'])
  assert.match(out, /^ask /)
  await act('dispatch', 'ask', [
    '--unit',
    '规划科',
    '--question',
    '有无此报告',
    '--due-on',
    '2026-03-09',
    '--on',
    '2026-03-03',
  ])
  await act('consult', 'ask', [
    ...['--with', 'otherAgency', '--party', '某区规划局', '--information', '验收报告', '--on', '2026-03-03'],
  ])
  const shown = async () => (await run(requestsShow, ['ask', ...agency])).out
  assert.match(await shown(), /规划科\t2026-03-09\t未答复\n {2}某区规划局\t2026-03-03\t未答复/)
  await act('record-answer', 'ask', ['--party', '某区规划局', '--answer', 'consents', '--on', '2026-03-05'])
  assert.match(await shown(), /某区规划局\t2026-03-03\t同意公开/)
  assert.match((await run(requestsShow, ['2026-0001', ...agency])).out, /文号\t/)
})

test('a due day that no holiday notice has settled is told as provisional by every act, in both languages', async () => {
  const late = commandRunner(data, '2026-12-28')
  const told = ['--channel', 'portal', '--applicant-kind', 'naturalPerson', '--name', '丁', '--content', '台账']
  const registered = await late(requestsRegister, [...agency, ...told, '--number', '暂'])
  assert.equal(registered.out, '暂 办理中；答复期限 2027-01-25（暂定）；本单位内部期限 2027-01-20（暂定）\n')
  const dispatched = ['--unit', '财务科', '--question', '有没有']
  const english = await late(requireAct('dispatch'), ['暂', ...agency, ...dispatched], 'clerk', 'en')
  assert.match(english.out, /due on 2027-01-25 \(provisional\); own deadline 2027-01-20 \(provisional\)/)
  const shown = await late(requestsShow, ['暂', ...agency])
  assert.match(shown.out, /答复期限 2027-01-25（暂定）\n {2}本单位内部期限 2027-01-20（暂定）\n/)
  const correction = ['--until', '2027-01-15', '--items', '写明年度']
  const asked = await late(requireAct('request-correction'), ['暂', ...agency, ...correction])
  assert.match(asked.out, /申请人最迟 2027-01-15 补正或缴费/)
})
