import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { agencyAdd } from './agency-add.ts'
import { requirePublicationAct } from './publications-act.ts'
import { publicationsProposals } from './publications-proposals.ts'
import { publicationsPropose } from './publications-propose.ts'
import { publicationsReviewSheet } from './publications-review-sheet.ts'
import { publicationsShow } from './publications-show.ts'
import { publicationsTransferList } from './publications-transfer-list.ts'
import { requireAct } from './requests-act.ts'
import { requestsRegister } from './requests-register.ts'
import { commandRunner } from './test-command.ts'

const folder = mkdtempSync(join(tmpdir(), 'gongkai-publications-'))
const run = commandRunner(join(folder, 'data'), '2026-11-20')
after(() => rmSync(folder, { recursive: true, force: true }))
const agency = ['--agency', 'A']

before(async () => {
  await run(agencyAdd, ['--code', 'A', '--name', '清河县水务局', '--level', 'county', '--kind', 'department'])
})

/** A request of somebody, granted. */
async function granted(number: string, name: string, content: string): Promise<void> {
  const act = async (name: string, args: readonly string[], account = 'clerk') => {
    const { code, err } = await run(requireAct(name), [number, ...agency, ...args], account)
    assert.equal(code, 0, err)
  }
  const person = ['--channel', 'portal', '--applicant-kind', 'naturalPerson', '--name', name]
  await run(requestsRegister, [...agency, ...person, '--content', content, '--on', '2026-10-09', '--number', number])
  const given = ['--decision.provision.how', 'supplied', '--decision.provision.description', '合同']
  await act('decide', ['--on', '2026-10-12', '--decision.outcome', 'granted', ...given])
  const onScreen = ['--approval.medium', 'onScreen', '--document-number', `清水复〔2026〕${number}号`]
  await act('approve', [...onScreen, '--on', '2026-10-13'], 'leader')
  await act('serve', ['--method', 'portal', '--on', '2026-10-13'])
}

test('what several asked for is proposed, listed, and drafted without a word of them', async () => {
  const proposals = (...args: readonly string[]) => run(publicationsProposals, [...args, ...agency])
  const asked = '申请公开城东片区供水管网改造工程的施工合同和验收报告'
  assert.equal((await proposals('find')).out, '没有主动公开建议。\n')
  await granted('1', '甲某', asked)
  await granted('2', '甲某', asked)
  assert.equal((await proposals('find')).out, '没有主动公开建议。\n')
  await granted('3', '乙某', `${asked}。谢谢`)
  const line = '建2026-0001\t2026-11-20\t待处理\t2 人申请同一信息\t1 2 3\n'
  assert.deepEqual([(await proposals('find')).out, (await proposals('list')).out], [line, line])
  await assert.rejects(proposals('accept', '建2026-0001'), /--reason/)
  await assert.rejects(proposals('accept', '建2026-0001', '--reason', '两人申请'), /--subject/)
  await assert.rejects(proposals('accept', '建2026-0001', '--reason', '两人申请', '--subject', '机密★管网图'), /密级/)
  const title = ['--subject', '城东片区供水管网改造合同和验收情况']
  const accepted = await proposals('accept', '建2026-0001', '--reason', '两人申请', ...title, '--format', 'json')
  const [{ publication, state }] = JSON.parse(accepted.out).proposals
  assert.equal(state, 'accepted')
  const shown = await run(publicationsShow, [publication, ...agency])
  assert.match(shown.out, /公2026-0001 拟稿中 {2}城东片区供水管网改造合同和验收情况/)
  assert.match(shown.out, /revise（修改）/)
  assert.doesNotMatch(shown.out, /甲某|乙某/)
})

test('a suggestion of an applicant needs an answer, and unknown words are told', async () => {
  const proposals = (...args: readonly string[]) => run(publicationsProposals, [...args, ...agency])
  const made = await proposals('suggest', '--request', '1', '--subject', '月度水质公报', '--format', 'json')
  const [{ number }] = JSON.parse(made.out).proposals
  await assert.rejects(proposals('dismiss', number, '--reason', '已在公开'), /--answer/)
  const answer = ['--answer', '水质公报每月在网站公开']
  assert.match((await proposals('dismiss', number, '--reason', '已在公开', ...answer)).out, /不采纳\t申请人建议/)
  await assert.rejects(proposals('dismiss', number, '--reason', '已在公开', ...answer), /已经处理/)
  await assert.rejects(proposals('suggest', '--request', '9', '--subject', '月度'), /9/)
  await assert.rejects(proposals('frob'), /list\|find/)
})

test('the review of an item is a paper to be signed; a quarter that is over has a list for the archive', async () => {
  const text = join(folder, 'text.txt')
  writeFileSync(text, '第一段')
  const made = ['--maker', '清河县水务局', '--made-on', '2026-11-02', '--formed-on', '2026-11-02', '--unit', '办公室']
  const proposed = await run(publicationsPropose, [...agency, ...made, '--title', '通告', '--text', text])
  assert.equal(proposed.code, 0, proposed.err)
  const number = proposed.out.split(' ')[0] ?? ''
  const submitted = await run(requirePublicationAct('submit'), [number, ...agency])
  assert.equal(submitted.code, 0, submitted.err)
  const out = join(folder, 'papers', '呈批单.docx')
  assert.equal((await run(publicationsReviewSheet, [number, ...agency, '--out', out])).code, 0)
  assert.equal(readFileSync(out).subarray(0, 2).toString(), 'PK')
  await assert.rejects(run(publicationsReviewSheet, ['公1', ...agency, '--out', out]), /公1/)
  await assert.rejects(run(publicationsReviewSheet, [number, ...agency, '--out', 'a.xlsx']), /docx\|pdf/)
  const list = (...args: readonly string[]) => run(publicationsTransferList, [...agency, ...args])
  assert.equal((await list('--list')).out, '还没有编制过移送明细表。\n')
  const to = ['--to', '清河县档案馆', '--out', join(folder, 'a.xlsx')]
  await assert.rejects(list('--quarter', '2026Q4', ...to), /2026-12-31/)
  await assert.rejects(list('--quarter', '2026Q3', ...to), /不需要移送/)
  await assert.rejects(list('--quarter', '第三季度', ...to), /2026Q3/)
  await assert.rejects(list('--quarter', '2026Q3', ...to, '--on', '2026-12-01'), /--on/)
})
