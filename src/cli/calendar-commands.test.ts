import assert from 'node:assert/strict'
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { agencyAdd } from './agency-add.ts'
import { auditVerify } from './audit-verify.ts'
import { calendarImport } from './calendar-import.ts'
import { calendarUse } from './calendar-use.ts'
import { clock } from './clock.ts'
import type { Command } from './context.ts'
import { requireAct } from './requests-act.ts'
import { requestsList } from './requests-list.ts'
import { requestsRegister } from './requests-register.ts'
import { commandRunner } from './test-command.ts'

const folder = realpathSync(mkdtempSync(join(tmpdir(), 'gongkai-calendar-')))
const data = join(folder, 'data')

const runner = commandRunner(data, '2026-12-20')
after(() => rmSync(folder, { recursive: true, force: true }))
const run = (command: Command, ...args: string[]) => runner(command, args)
const file = (name: string, text: string) => {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}
const dueOf = async (agency: string, number: string) => {
  const { out } = await run(requestsList, '--agency', agency, '--format', 'json')
  const { requests } = JSON.parse(out) as { requests: { number: string; dueOn: string; provisional: boolean }[] }
  const found = requests.find((one) => one.number === number)
  return [found?.dueOn, found?.provisional]
}

before(async () => {
  for (const code of ['A1', 'A2']) {
    await run(agencyAdd, '--code', code, '--name', `${code}局`, '--level', 'county', '--kind', 'department')
    for (const content of ['甲', '乙'])
      await run(
        requestsRegister,
        ...['--agency', code, '--channel', 'portal', '--applicant-kind', 'naturalPerson', '--name', '某人'],
        ...['--content', content, '--on', '2026-12-14'],
      )
  }
  await run(requireAct('withdraw'), '2026-0002', '--agency', 'A1')
})

const notice = JSON.stringify({
  year: 2027,
  source: '国务院办公厅通知',
  off: ['2027-01-01', '2027-01-02', '2027-01-03', '2027-01-04', '2027-05-01', '2027-10-01', '2027-10-02', '2027-10-03'],
  work: ['2027-01-09'],
})

test('a trial says what would move and records nothing', async () => {
  assert.deepEqual(await dueOf('A1', '2026-0001'), ['2027-01-11', true])
  const trial = await run(calendarImport, file('2027.json', notice), '--dry-run')
  assert.match(trial.out, /^全国2027年节假日安排：休息 8 天，上班 1 天。试算，没有记录。3 件在办申请的期限变动：\n/)
  assert.deepEqual(await dueOf('A1', '2026-0001'), ['2027-01-11', true])
})

test('a notice settles its year: open cases move, closed ones do not, and each says by which days', async () => {
  const { out } = await run(calendarImport, file('2027.json', notice), '--format', 'json')
  const told = JSON.parse(out)
  assert.equal(told.kept, true)
  assert.deepEqual(told.agencies[0], {
    agency: 'A1',
    moved: [
      {
        ...{ number: '2026-0001', receivedOn: '2026-12-14', before: '2027-01-11', after: '2027-01-12' },
        because: {
          off: ['2027-01-01', '2027-01-02', '2027-01-03', '2027-01-04'],
          work: ['2027-01-09'],
        },
      },
    ],
  })
  assert.deepEqual(await dueOf('A1', '2026-0001'), ['2027-01-12', false])
})

test('a region has days of its own, for the agencies that go by it', async () => {
  const region = file('region.csv', '日期,类型\n2026-12-22,节日放假\n')
  assert.match((await run(calendarImport, region, '--layer', '自治州')).out, /^“自治州”的休息日：休息 1 天/)
  await assert.rejects(run(calendarUse, '--agency', 'A2', '--layer', '别处'), { id: 'clock-calendar-unknown' })
  await run(calendarUse, '--agency', 'A2', '--layer', '自治州')
  assert.deepEqual(await dueOf('A2', '2026-0001'), ['2027-01-13', false])
  assert.deepEqual(await dueOf('A1', '2026-0001'), ['2027-01-12', false])
  const more = await run(calendarImport, file('more.csv', '2026-12-23,放假\n'), '--layer', '自治州')
  assert.match(more.out, /A2\t2026-0001\t2027-01-13 → 2027-01-14\t2026-12-23 休息\n/)
  await run(calendarUse, '--agency', 'A2', '--layer', 'national')
  assert.deepEqual(await dueOf('A2', '2026-0001'), ['2027-01-12', false])
})

test('the clock of the command line knows imported calendars by their names', async () => {
  const receipt = { channel: 'portal', on: '2026-12-14' }
  const cases = file(
    'cases.jsonl',
    ['national', '自治州', '别处']
      .map((calendar) => JSON.stringify({ today: '2026-12-20', calendar, receipt }))
      .join('\n'),
  )
  const { code, out } = await run(clock, cases)
  const [national, region, unknown] = out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  assert.deepEqual([national.dueOn, region.dueOn, code], ['2027-01-12', '2027-01-14', 2])
  assert.match(unknown.error, /别处/)
})

test('the audit chain of all that holds', async () => {
  assert.equal((await run(auditVerify)).code, 0)
})
