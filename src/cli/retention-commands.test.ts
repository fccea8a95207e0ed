import assert from 'node:assert/strict'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { closeReaders } from '../documents/read-in-worker.ts'
import { agencyAdd } from './agency-add.ts'
import { agencySettings } from './agency-settings.ts'
import { filesAdd } from './files-add.ts'
import { requirePublicationAct } from './publications-act.ts'
import { publicationsPropose } from './publications-propose.ts'
import { publicationsShow } from './publications-show.ts'
import { requireAct } from './requests-act.ts'
import { requestsList } from './requests-list.ts'
import { requestsRegister } from './requests-register.ts'
import { requestsShow } from './requests-show.ts'
import { retentionDestroy } from './retention-destroy.ts'
import { retentionDrawUp } from './retention-draw-up.ts'
import { retentionDue } from './retention-due.ts'
import { retentionLists } from './retention-lists.ts'
import { retentionWithdraw } from './retention-withdraw.ts'
import { commandRunner } from './test-command.ts'

const data = mkdtempSync(join(tmpdir(), 'gongkai-test-'))
const then = commandRunner(data, '2021-12-01')
const now = commandRunner(data, '2032-01-05')
const of = ['--agency', 'B']
const json = [...of, '--format', 'json']

before(async () => {
  await then(agencyAdd, ['--code', 'B', '--name', '甲区某局', '--level', 'county', '--kind', 'department'])
})
after(async () => {
  await closeReaders()
  rmSync(data, { recursive: true })
})

const register = (on: string) =>
  then(requestsRegister, [
    ...[...of, '--channel', 'portal', '--applicant-kind', 'business', '--name', '乙公司', '--content', '2020年度决算'],
    ...['--on', on],
  ])

test('an office sets how many working days it leaves itself, and open cases follow', async () => {
  await register('2021-11-01')
  const own = async () => JSON.parse((await then(requestsList, json)).out).requests[0].ownDueOn
  assert.equal(await own(), '2021-11-24')
  const set = await then(agencySettings, ['--code', 'B', '--own-margin', '5', '--format', 'json'])
  const publications = { reviewStages: ['审批'], indexPattern: '{code}/{year}-{serial:5}', reassessMonths: 12 }
  const office = { agency: 'B', ownMargin: 5, retention: null, sharedPlatform: null, sharedSince: null }
  assert.deepEqual(JSON.parse(set.out), {
    ...{ ...office, ...publications, applicantsToPropose: 2, withdrawnKept: 10, draftsKept: 2 },
  })
  assert.equal(await own(), '2021-11-22')
  assert.match((await then(agencySettings, ['--code', 'B'])).out, /提前 5 个工作日\n案卷保管期限：未确定/)
  await assert.rejects(then(agencySettings, ['--code', 'B', '--own-margin', '16']), { id: 'bad-option' })
  await assert.rejects(then(agencySettings, ['--code', 'B', '--retention', '5']), { id: 'bad-option' })
})

test('volumes past their period are listed, signed and destroyed, and nothing before', async () => {
  await register('2021-03-01')
  const withdraw = await requireAct('withdraw')
  const archive = await requireAct('archive')
  await then(withdraw, ['2021-0002', ...of, '--on', '2021-03-02'])
  await then(archive, ['2021-0002', ...of, '--on', '2021-04-01', '--volume', '2021-公开-1'])
  await assert.rejects(now(retentionDue, of), { id: 'retention-unset' })
  await then(agencySettings, ['--code', 'B', '--retention', '10'])
  assert.equal((await then(retentionDue, of)).out, '没有保管期满的案卷和信息。\n')
  assert.match((await now(retentionDue, of)).out, /2021-0002\t2021-公开-1\t2021-03-01\t2021-04-01\t2031-12-31/)

  const out = join(data, 'list.pdf')
  assert.deepEqual(JSON.parse((await now(retentionDrawUp, [...json, '--out', out])).out), {
    ...{ agency: 'B', list: 1, cases: 1, file: out },
  })
  assert.equal(readFileSync(out).subarray(0, 5).toString(), '%PDF-')
  await now(retentionWithdraw, [...of, '--list', '1'])
  await now(retentionDrawUp, [...of, '--out', out])
  const drawnAgain = join(data, 'again.pdf')
  await now(retentionDrawUp, [...of, '--out', drawnAgain, '--list', '2'])
  assert.deepEqual(readFileSync(drawnAgain), readFileSync(out))

  const signed = join(data, 'signed.txt')
  writeFileSync(signed, '已签字的清册')
  const { digest } = JSON.parse((await now(filesAdd, [signed, ...json])).out)
  const destroy = [
    ...['--list', '2', '--cases', '1', '--scan', digest, '--approved-by', '局长', '--approved-on', '2032-01-05'],
    ...['--witness', '甲'],
  ]
  await assert.rejects(now(retentionDestroy, [...of, ...destroy]), { id: 'destruction-witnesses' })
  const done = await now(retentionDestroy, [...of, ...destroy, '--witness', '乙'])
  assert.match(done.out, /第 2 号销毁清册已执行：销毁案卷 1 件、文件 0 个/)
  await assert.rejects(now(requestsShow, ['2021-0002', ...of]), { id: 'request-destroyed' })
  assert.deepEqual(
    (await now(retentionLists, json)).out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line).state),
    ['carriedOut', 'withdrawn'],
  )
  assert.ok(existsSync(join(data, 'files')) && readdirSync(join(data, 'files')).length > 0)
})

test('a draft that was given up goes by the same lists after the years that the agency says', async () => {
  const made = ['--formed-on', '2021-05-06', '--made-on', '2021-05-06', '--on', '2021-05-06']
  const draft = [...of, '--unit', '综合科', '--title', '放弃的草稿', '--maker', '甲区某局', ...made]
  const { number } = JSON.parse((await then(publicationsPropose, [...draft, '--format', 'json'])).out)
  await then(requirePublicationAct('drop'), [number, ...of, '--on', '2021-05-07', '--reasons', '不再需要'])
  assert.match((await now(retentionDue, of)).out, /公2021-0001\t\t\t2021-05-07\t2023-12-31/)
  await then(agencySettings, ['--code', 'B', '--drafts-kept', 'permanent'])
  assert.doesNotMatch((await now(retentionDue, of)).out, /公2021-0001/)
  assert.match((await then(agencySettings, ['--code', 'B', '--drafts-kept', '1'])).out, /放弃的）：1 年/)
  const { list } = JSON.parse((await now(retentionDrawUp, [...json, '--out', join(data, 'items.pdf')])).out)
  const scan = join(data, 'signed-items.txt')
  writeFileSync(scan, '已签字的清册二')
  const { digest } = JSON.parse((await now(filesAdd, [scan, ...json])).out)
  const signed = [
    '--list',
    String(list),
    '--cases',
    '1',
    '--scan',
    digest,
    '--approved-by',
    '局长',
    '--approved-on',
    '2032-01-05',
  ]
  await now(retentionDestroy, [...of, ...signed, '--witness', '甲', '--witness', '乙'])
  await assert.rejects(now(publicationsShow, [number, ...of]), { id: 'publication-destroyed' })
})
