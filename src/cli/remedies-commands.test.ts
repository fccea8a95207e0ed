import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { strFromU8, unzipSync } from 'fflate'
import { Refusal } from '../refusals/refusal.ts'
import { agencyAdd } from './agency-add.ts'
import { requireAmendmentAct } from './amendments-act.ts'
import { amendmentsRegister } from './amendments-register.ts'
import { auditVerify } from './audit-verify.ts'
import { requireRemedyAct } from './remedies-act.ts'
import { remediesList } from './remedies-list.ts'
import { remediesRegister } from './remedies-register.ts'
import { remediesResults } from './remedies-results.ts'
import { remediesShow } from './remedies-show.ts'
import { requireAct } from './requests-act.ts'
import { requestsLetter } from './requests-letter.ts'
import { requestsRegister } from './requests-register.ts'
import { requestsShow } from './requests-show.ts'
import { requestsToday } from './requests-today.ts'
import { commandRunner } from './test-command.ts'

const data = realpathSync(mkdtempSync(join(tmpdir(), 'gongkai-remedies-')))

const run = commandRunner(data, '2026-05-12')
after(() => rmSync(data, { recursive: true, force: true }))
const agency = ['--agency', 'A1']
const act = (name: string, number: string, args: readonly string[] = [], language: 'en' | 'zh-CN' = 'zh-CN') =>
  run(requireRemedyAct(name), [number, ...agency, ...args], 'clerk', language)
const one = '政复〔2026〕1号'
const decision = '某县人民政府2026年5月12日作出的政复〔2026〕1号行政复议决定'
const two = '（2026）某01行初2号'

before(async () => {
  await run(agencyAdd, ['--code', 'A1', '--name', '甲局', '--level', 'county', '--kind', 'department'])
  await run(requestsRegister, [
    ...agency,
    ...['--channel', 'portal', '--applicant-kind', 'naturalPerson', '--name', '申请人甲', '--on', '2026-03-02'],
    ...['--content', '2025年度部门决算'],
  ])
  const step = (name: string, args: readonly string[], account = 'clerk') =>
    run(requireAct(name), ['2026-0001', ...agency, ...args], account)
  const given = ['--decision.provision.how', 'supplied', '--decision.provision.description', '决算表']
  await step('decide', ['--on', '2026-03-09', '--decision.outcome', 'granted', ...given])
  await step(
    'approve',
    ['--approval.medium', 'onScreen', '--document-number', '甲公复〔2026〕1号', '--on', '2026-03-10'],
    'leader',
  )
  await step('serve', ['--method', 'portal', '--on', '2026-03-10'])
})

test('a reconsideration goes from its filing to its end, and says that its request can be reopened', async () => {
  const registered = await run(remediesRegister, [
    ...[one, ...agency, '--kind', 'reconsideration', '--body', '某县人民政府', '--request-number', '2026-0001'],
    ...['--filed-on', '2026-04-20'],
  ])
  assert.equal(registered.out, `${one} 尚未收到副本\n`)
  const received = await act('receive-copy', one, ['--on', '2026-04-28', '--procedure', 'simple'])
  assert.equal(received.out, `${one} 待提交答复（答辩）；提交答复（答辩）期限 2026-05-08（逾期）\n`)
  const converted = await act('convert', one, ['--on', '2026-05-07'])
  assert.equal(converted.out, `${one} 待提交答复（答辩）；提交答复（答辩）期限 2026-05-14\n`)
  const answered = await act('answer', one, ['--on', '2026-05-11', '--format', 'json'])
  assert.deepEqual(JSON.parse(answered.out), {
    ...{ caseNumber: one, state: 'answered', dueOn: '2026-05-14', overdue: false, provisional: false },
    ...{ result: null, reopens: null, reopensProcedure: null },
  })
  const concluded = await act('conclude', one, ['--raw-result', 'annulled'], 'en')
  assert.match(
    concluded.out,
    /concluded overturned; to be answered by 2026-05-14\nOverturned: its request can be reopened/,
  )
  const named = `'${decision}'`
  assert.ok(concluded.out.includes(`gongkai requests reopen 2026-0001 --agency A1 --remedy ${named} --until DAY`))
})

test('today says that an overturned case waits for its request, and the request shows its remedies', async () => {
  const { out } = await run(requestsToday, agency)
  assert.match(out, /待重新办理 1 件：\n {2}政复〔2026〕1号 行政复议，2026-05-12 审结，原申请 2026-0001\n/)
  const { remedies } = JSON.parse((await run(requestsToday, [...agency, '--format', 'json'])).out)
  assert.deepEqual(remedies, [
    {
      reason: 'toReopen',
      cases: [
        {
          ...{ caseNumber: one, kind: 'reconsideration', requestNumber: '2026-0001' },
          ...{ dueOn: null, concludedOn: '2026-05-12' },
        },
      ],
    },
  ])
  const shown = await run(requestsShow, ['2026-0001', ...agency])
  assert.match(shown.out, /政复〔2026〕1号\t行政复议\t已审结\t答复（答辩）期限 2026-05-14\t结果纠正\n/)
  const json = JSON.parse((await run(requestsShow, ['2026-0001', ...agency, '--format', 'json'])).out)
  assert.deepEqual(json.remedies, [
    {
      ...{ caseNumber: one, kind: 'reconsideration', state: 'concluded', dueOn: '2026-05-14', overdue: false },
      ...{ provisional: false, result: 'overturned' },
    },
  ])
})

test('show tells what is on record and the steps to the last day', async () => {
  const shown = await run(remediesShow, [one, ...agency])
  assert.match(shown.out, /裁决结果\t撤销\n {2}计入\t结果纠正\n/)
  assert.match(shown.out, /2026-04-28\t2026-04-28\t0\t收到副本之日，当日不计\t行政复议法55\n/)
  assert.match(shown.out, /适用简易程序期间的4个工作日，转为普通程序后仍计入\t行政复议法54\n/)
  assert.match(shown.out, /第5至第10个工作日（5月9日调休上班，计入）\t行政复议法55\n/)
  assert.match(shown.out, /原申请可以重新办理/)
  const json = JSON.parse((await run(remediesShow, [one, ...agency, '--format', 'json'])).out)
  assert.deepEqual([json.reopens, json.reopensProcedure], ['2026-0001', 'request'])
  assert.equal(json.steps.length, 3)
})

test('once its request is reopened, nothing more is said of reopening', async () => {
  const reopening = ['--until', '2026-06-12', '--reasons', '复议决定责令重新答复', '--on', '2026-05-12']
  assert.equal((await run(requireAct('reopen'), ['2026-0001', ...agency, ...reopening])).code, 0)
  const { events } = JSON.parse((await run(requestsShow, ['2026-0001', ...agency, '--format', 'json'])).out)
  // Nobody was asked what the decision is called, and the letter names it.
  assert.equal(events.at(-1).remedy, decision)
  const given = ['--decision.provision.how', 'supplied', '--decision.provision.description', '决算表']
  await run(requireAct('decide'), ['2026-0001', ...agency, '--decision.outcome', 'granted', ...given])
  const out = join(data, 'anew.docx')
  const letter = [...agency, '--kind', 'reply', '--out', out, '--draft', '--contact', '办公室']
  const ways = ['--own-government', '某县人民政府', '--court', '某县人民法院', '--online-channel', '掌上复议']
  const made = await run(requestsLetter, ['2026-0001', ...letter, ...ways])
  assert.equal(made.code, 0, made.err)
  assert.ok(strFromU8(unzipSync(readFileSync(out))['word/document.xml'] as Uint8Array).includes(`根据${decision}`))
  assert.doesNotMatch((await run(remediesShow, [one, ...agency])).out, /重新办理/)
  assert.doesNotMatch((await run(requestsToday, agency)).out, /重新办理/)
})

test('the list shows what is due, and pages the rest', async () => {
  const litigation = ['--kind', 'litigationAfterReconsideration', '--body', '某市某区人民法院']
  const days = ['--filed-on', '2026-05-06', '--copy-received-on', '2026-05-11']
  const registered = await run(remediesRegister, [two, ...agency, ...litigation, ...days, '--co-defendant', 'yes'])
  assert.match(registered.out, /期限 2026-05-26；本机关为复议机关共同被告，不计入/)
  const due = await run(remediesList, [...agency, '--due-in', '14'])
  assert.equal(
    due.out,
    `案号\t类型\t申请编号\t立案日期\t答复（答辩）期限\t状态\t复议机关或法院\n${two}\t复议后起诉\t\t2026-05-06\t2026-05-26\t待提交答复（答辩）\t某市某区人民法院\n`,
  )
  assert.match(
    (await run(requestsToday, [...agency, '--days', '14'])).out,
    /即将到期 1 件：\n {2}（2026）某01行初2号 复议后起诉，期限 2026-05-26\n/,
  )
  assert.equal((await run(remediesList, [...agency, '--overdue'])).out, '没有符合条件的案件。\n')
  const first = JSON.parse((await run(remediesList, [...agency, '--limit', '1', '--format', 'json'])).out)
  assert.deepEqual(
    first.remedies.map((each: { caseNumber: string }) => each.caseNumber),
    [two],
  )
  const rest = JSON.parse((await run(remediesList, [...agency, '--after', first.next, '--format', 'json'])).out)
  assert.deepEqual([rest.remedies[0].caseNumber, rest.next], [one, null])
  assert.doesNotMatch((await run(remediesList, [...agency, '--pending'])).out, /政复/)
})

test('a case about a record amendment says by which command that is reopened, and only while it can be', async () => {
  const three = '政复〔2026〕3号'
  const asked = ['--channel', 'inPerson', '--applicant-kind', 'naturalPerson', '--name', '乙某', '--on', '2026-03-02']
  await run(amendmentsRegister, [...agency, ...asked, '--record', '住址', '--claim', '应为河东街道12号'])
  const number = '更2026-0001'
  const amend = (name: string, args: readonly string[]) => run(requireAmendmentAct(name), [number, ...agency, ...args])
  const elsewhere = ['--amending-agency', '乙局', '--contact', '0000', '--reasons', '由其登记', '--on', '2026-03-10']
  await amend('tell-elsewhere', elsewhere)
  const filed = [
    '--kind',
    'reconsideration',
    '--body',
    '某县人民政府',
    '--request-number',
    number,
    '--filed-on',
    '2026-04-20',
  ]
  await run(remediesRegister, [three, ...agency, ...filed])
  const { out } = await act('conclude', three, ['--raw-result', 'annulled', '--on', '2026-05-11'])
  assert.match(
    out,
    /结果纠正，原更正申请可以重新办理：\n {2}gongkai amendments reopen 更2026-0001 --agency A1 --remedy '某县人民政府2026年5月11日作出的政复〔2026〕3号行政复议决定'/,
  )
  const english = await run(remediesShow, [three, ...agency], 'clerk', 'en')
  assert.match(english.out, /its record amendment can be reopened:\n {2}gongkai amendments reopen/)
  const json = JSON.parse((await run(remediesShow, [three, ...agency, '--format', 'json'])).out)
  assert.deepEqual([json.reopens, json.reopensProcedure], [number, 'recordAmendment'])
  await amend('reopen', ['--remedy', three, '--until', '2026-06-12', '--reasons', '责令重新处理', '--on', '2026-05-12'])
  assert.doesNotMatch((await run(remediesShow, [three, ...agency])).out, /重新办理/)
  await amend('tell-elsewhere', [...elsewhere.slice(0, -1), '2026-05-12'])
  assert.doesNotMatch((await run(remediesShow, [three, ...agency])).out, /重新办理/)
})

test('the column of a result is a setting, for cases that end from then on', async () => {
  assert.match((await run(remediesResults, agency)).out, /requestRejected\t驳回复议请求\totherResult\t其他结果\n/)
  const set = await run(remediesResults, [...agency, '--raw-result', 'claimsRejected', '--result', 'otherResult'])
  assert.match(set.out, /claimsRejected\t驳回诉讼请求\totherResult\t其他结果\n/)
  const concluded = await act('conclude', two, ['--on', '2026-05-12', '--raw-result', 'claimsRejected'])
  assert.match(concluded.out, /已审结 其他结果/)
  const amended = await act('amend', two, ['--result', 'upheld', '--reason', '统计口径更正'])
  assert.match(amended.out, /已审结 结果维持/)
})

test('what cannot be is turned down, in the language of the user', async () => {
  const three = ['三号', ...agency, '--body', '某县人民政府', '--filed-on', '2026-04-20']
  const register = (args: readonly string[]) => () => run(remediesRegister, [...three, ...args])
  const wrong: readonly (readonly [() => Promise<unknown>, string])[] = [
    [register(['--kind', 'reconsideration', '--request-number', '2026-0099']), 'request-unknown'],
    [register(['--kind', 'reconsideration', '--copy-received-on', '2026-04-21']), 'remedy-procedure-missing'],
    [register(['--kind', 'litigationDirect', '--procedure', 'simple']), 'remedy-procedure-of-court'],
    [register(['--kind', 'litigationDirect', '--co-defendant', 'yes']), 'remedy-co-defendant-kind'],
    [register(['--kind', 'litigationDirect', '--copy-received-on', '2026-04-19']), 'remedy-days-disordered'],
    [register(['--kind', 'litigationDirect', '--copy-received-on', '2026-05-13']), 'remedy-day-in-future'],
    [register(['--kind', 'petition']), 'option-not-accepted'],
    [register([]), 'field-missing'],
    [
      () =>
        run(remediesRegister, [
          one,
          ...agency,
          '--kind',
          'reconsideration',
          '--body',
          '某',
          '--filed-on',
          '2026-04-20',
        ]),
      'remedy-number-taken',
    ],
    [() => act('answer', one, ['--on', '2026-05-10']), 'remedy-told-already'],
    [() => act('amend', one, ['--body', '某县人民政府', '--reason', '更正']), 'remedy-nothing-amended'],
    [() => act('answer', '四号'), 'remedy-unknown'],
    [() => act('convert', two), 'remedy-procedure-of-court'],
    [() => act('amend', two, ['--raw-result', 'affirmed', '--reason', '更正']), 'remedy-result-of-other-kind'],
    [() => act('amend', one, ['--procedure', 'ordinary', '--reason', '更正']), 'remedy-not-simple'],
    [() => act('amend', one, ['--json', '{"reason":"更正","copyReceivedOn":null}']), 'remedy-copy-missing'],
    [() => act('amend', one, ['--json', '{"reason":"更正","result":null}']), 'remedy-result-missing'],
    [() => run(remediesList, [...agency, '--after', 'bogus']), 'mark-unknown'],
  ]
  for (const [attempt, id] of wrong)
    await assert.rejects(attempt, (error) => {
      assert.ok(error instanceof Refusal)
      assert.equal(error.id, id)
      assert.ok(error.words('en') && error.words('zh-CN'))
      return true
    })
  assert.throws(() => requireRemedyAct('fly'), { id: 'unknown-command' })
})

test('a mistake is mended with a reason, and the chain keeps both', async () => {
  const mended = await act('amend', one, [
    '--json',
    '{"reason":"误填","convertedOn":null,"answeredOn":"2026-05-08","procedure":"ordinary"}',
  ])
  assert.equal(mended.code, 0)
  const verified = JSON.parse((await run(auditVerify, ['--format', 'json'])).out)
  assert.equal(verified.intact, true)
})
