import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { Refusal } from '../refusals/refusal.ts'
import { day } from '../statute/day.ts'
import { clock } from './clock.ts'
import type { Command } from './context.ts'
import { fee } from './fee.ts'

const folder = mkdtempSync(join(tmpdir(), 'gongkai-clock-'))
after(() => rmSync(folder, { recursive: true }))

async function run(command: Command, args: readonly string[], language: 'zh-CN' | 'en' = 'en') {
  let [out, err] = ['', '']
  const code = await command(args, {
    out: (text) => (out += text),
    err: (text) => (err += text),
    env: {},
    account: 'clerk',
    today: day('2026-03-02'),
    language,
    colour: false,
  })
  return {
    code,
    out,
    err,
    answers: out
      .split('\n')
      .filter((line) => line.startsWith('{'))
      .map((line) => JSON.parse(line)),
  }
}

function fileOf(text: string): string {
  const file = join(folder, 'cases.jsonl')
  writeFileSync(file, text)
  return file
}

const inPerson = (today: string, on: string, events: readonly object[] = []) =>
  JSON.stringify({ today, calendar: 'national', receipt: { channel: 'inPerson', on }, events })

test('a case answers with the object of the contract', async () => {
  const { code, answers } = await run(clock, [fileOf(inPerson('2026-03-02', '2026-02-10'))], 'zh-CN')
  assert.equal(code, 0)
  assert.deepEqual(answers, [
    {
      state: 'running',
      dueOn: '2026-03-16',
      dueOnIfSilent: null,
      provisional: false,
      workingDaysLeft: 10,
      overdue: false,
      correctionNoticeDueOn: '2026-02-26',
      consultations: [],
      paymentDueOn: null,
      lapsesOn: null,
      steps: [
        {
          from: '2026-02-10',
          to: '2026-02-10',
          counted: 0,
          why: '收到申请之日（当面），当日不计',
          article: '条例31(1)',
        },
        {
          from: '2026-02-11',
          to: '2026-03-16',
          counted: 20,
          why: '第1至第20个工作日（2月14日、2月28日调休上班，计入）',
          article: '条例33',
        },
      ],
      problems: [],
    },
  ])
})

test('answers come in the order of the lines; a problem is exit code 1, a bad line 2', async () => {
  const late = inPerson('2026-03-17', '2026-02-10', [{ type: 'extended', on: '2026-03-17', workingDays: 5 }])
  const good = inPerson('2026-03-02', '2026-02-10')
  const withProblem = await run(clock, [fileOf(`${good}\n\n${late}\n`)])
  assert.equal(withProblem.code, 1)
  assert.deepEqual(withProblem.answers[1].problems, [
    {
      rule: 'extended-late',
      message: 'The applicant has to be told of an extension before the period ends; this one came too late.',
      article: '条例33¶2',
      event: 0,
    },
  ])
  const withBad = await run(clock, [fileOf(`${late}\nnot json\n${good}\n`)])
  assert.equal(withBad.code, 2)
  assert.deepEqual(Object.keys(withBad.answers[1]), ['error'])
  assert.equal(withBad.answers[2].dueOn, '2026-03-16')
})

test('what is wrong with a case is named by its place', async () => {
  const cases = [
    ['[]', 'JSON'],
    ['{}', 'receipt'],
    [inPerson('2026-02-30', '2026-02-10'), 'today'],
    [inPerson('2026-03-02', '2026-02-10').replace('inPerson', 'pigeon'), 'receipt.channel'],
    [
      inPerson('2026-03-02', '2026-02-10', [{ type: 'extended', on: '2026-02-11', workingDays: 1.5 }]),
      'events[0].workingDays',
    ],
    [inPerson('2026-03-02', '2026-02-10', [{ type: 'corrected', on: '2026-02-11' }, { type: 'x' }]), 'events[1].type'],
    [inPerson('2026-03-02', '2026-02-10', [{ type: 'consultationSent', on: '9999-01-01' }]), 'events[0].on'],
  ] as const
  for (const [text, place] of cases) {
    const { code, answers } = await run(clock, [fileOf(text)])
    assert.equal(code, 2, text)
    assert.ok(answers[0].error.startsWith(`${place} `), answers[0].error)
  }
})

test('older law, unknown calendars and endless cases are refused', async () => {
  const cases = [
    [inPerson('2019-05-20', '2019-05-14'), /2019-05-15/],
    [inPerson('2026-03-02', '2026-02-10').replace('national', 'moon'), /moon/],
    [inPerson('2026-03-02', '2026-02-10', Array(1001).fill({ type: 'justified', on: '2026-02-11' })), /1000/],
  ] as const
  for (const [text, words] of cases) {
    const { code, answers } = await run(clock, [fileOf(text)])
    assert.equal(code, 2)
    assert.match(answers[0].error, words)
  }
})

test('one case may stand over several lines', async () => {
  const spread = JSON.stringify(JSON.parse(inPerson('2026-03-02', '2026-02-10')), null, 2)
  const { code, answers } = await run(clock, [fileOf(`\uFEFF${spread}\n`)])
  assert.equal(code, 0)
  assert.equal(answers[0].dueOn, '2026-03-16')
  const broken = await run(clock, [fileOf(`{\n${spread}\n`)])
  assert.equal(broken.code, 2)
})

test('cases come from standard input where no file is named', () => {
  const program = fileURLToPath(new URL('../../bin/gongkai.js', import.meta.url))
  const input = `${inPerson('2026-03-02', '2026-01-26')}\n`
  const { status, stdout } = spawnSync(process.execPath, [program, 'clock', '--lang', 'en'], {
    input,
    encoding: 'utf8',
  })
  assert.equal(status, 0)
  assert.equal(JSON.parse(stdout).dueOn, '2026-02-28')
})

test('for people the steps stand under one another with their articles', async () => {
  const { out } = await run(clock, ['--format', 'text', fileOf(inPerson('2026-03-02', '2026-02-10'))])
  assert.equal(
    out,
    '2026-02-10 running; due on 2026-03-16, 10 working days left\n' +
      '  2026-02-10\t0\tday of receipt (handed in), not counted\t条例31(1)\n' +
      '  2026-02-11 to 2026-03-16\t20\tworking days 1 to 20 (2026-02-14, 2026-02-28 worked in place of a holiday, counted)\t条例33\n\n',
  )
})

test('a file that is not there, and a second one, are refused', async () => {
  const refusal = (id: string) => (error: unknown) => error instanceof Refusal && error.id === id
  await assert.rejects(run(clock, [join(folder, 'none')]), refusal('file-missing'))
  await assert.rejects(run(clock, ['a', 'b']), refusal('argument-unexpected'))
})

test('fee tells yuan and bands, by item or by page', async () => {
  const byItem = await run(fee, ['--items', '3', '--already', '29'])
  assert.deepEqual(byItem.answers, [
    {
      yuan: 500,
      bands: [
        { from: 30, to: 30, count: 1, yuanEach: 100, yuan: 100 },
        { from: 31, to: 32, count: 2, yuanEach: 200, yuan: 400 },
      ],
    },
  ])
  const byPage = await run(fee, ['--pages', '31', '--format', 'text'], 'zh-CN')
  assert.equal(byPage.out, '10元\n  第1至第30页：30页 × 0元 = 0元\n  第31至第31页：1页 × 10元 = 10元\n')
})

test('a fee by both, of no number or of too many is refused', async () => {
  const refusals = [
    [['--items', '3', '--pages', '3'], 'fee-by-both'],
    [['--pages', '3', '--already', '3'], 'fee-already-of-pages'],
    [[], 'missing-argument'],
    [['--items', '-3'], 'option-without-value'],
    [['--items=-3'], 'bad-option'],
    [['--items', '1e3'], 'bad-option'],
    [['--items', '99999', '--already', '2'], 'bad-option'],
  ] as const
  for (const [args, id] of refusals)
    await assert.rejects(run(fee, args), (error) => error instanceof Refusal && error.id === id, args.join(' '))
})
