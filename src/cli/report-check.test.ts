import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { Refusal } from '../refusals/refusal.ts'
import { day } from '../statute/day.ts'
import { requestRows } from '../statute/form-2021.ts'
import type { CommandContext } from './context.ts'
import { reportCheck } from './report-check.ts'

let folder = ''
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gongkai-check-'))
  await writeFile(join(folder, 'good.txt'), reportText({ received: 3, year: 2024 }))
  await writeFile(join(folder, 'wrong.txt'), reportText({ received: 4, year: 2024 }))
  await writeFile(join(folder, 'before.txt'), reportText({ received: 3, year: 2023 }))
  await writeFile(join(folder, 'empty.txt'), '')
})
after(() => rm(folder, { recursive: true, force: true }))

/** A report with three requests granted; a `received` of 4 breaks the first identity. */
function reportText({ received, year }: { received: number; year: number }): string {
  const figures: Readonly<Record<string, number>> = { received, granted: 3, total: 3 }
  const rows = requestRows.map(({ id, label, group }) => {
    const count = figures[id] ?? 0
    return `| ${group ?? label} | ${group ? label : ''} | ${count} | 0 | 0 | 0 | 0 | 0 | ${count} |`
  })
  return `清河县水务局${year}年政府信息公开工作年度报告
本报告数据统计期限为${year}年1月1日至12月31日。
一、总体情况
（一）主动公开。全年主动公开政府信息36条。
（二）依申请公开。全年收到政府信息公开申请${received}件。
（三）政府信息管理。严格审核把关。
（四）政府信息公开平台建设。维护门户网站专栏。
（五）监督保障。开展业务培训。
二、主动公开政府信息情况
| 第二十条第（一）项 |
| 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |
| 规章 | 0 | 0 | 0 |
| 行政规范性文件 | 0 | 0 | 0 |
| 第二十条第（五）项 |
| 信息内容 | 本年处理决定数量 |
| 行政许可 | 0 |
| 第二十条第（六）项 |
| 信息内容 | 本年处理决定数量 |
| 行政处罚 | 0 |
| 行政强制 | 0 |
| 第二十条第（八）项 |
| 信息内容 | 本年收费金额（单位：万元） |
| 行政事业性收费 | 0 |
三、收到和处理政府信息公开申请情况
| （本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和） | | 申请人情况 | | | | | | |
| | | 自然人 | 法人或其他组织 | | | | | 总计 |
| | | | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | |
${rows.join('\n')}
四、政府信息公开行政复议、行政诉讼情况
| 行政复议 | | | | | 行政诉讼 | | | | | | | | | |
| 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 未经复议直接起诉 | | | | | 复议后起诉 | | | | |
| | | | | | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |
| 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |
五、存在的主要问题及改进情况
解读形式较为单一。下一步将丰富解读形式。
六、其他需要报告的事项
全年未发出收费通知，未收取信息处理费。
`
}

async function run(...args: readonly string[]) {
  const printed = { out: '', err: '' }
  const context: CommandContext = {
    out: (text) => {
      printed.out += text
    },
    err: (text) => {
      printed.err += text
    },
    env: {},
    account: 'clerk',
    today: day('2025-02-01'),
    language: 'zh-CN',
    colour: false,
  }
  const exitCode = await reportCheck(args, context)
  const answers = printed.out.startsWith('{')
    ? printed.out
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line))
    : []
  return { exitCode, answers, ...printed }
}
const path = (name: string) => join(folder, name)
const refusedWith = (id: string) => (error: unknown) => error instanceof Refusal && error.id === id

test('a report without errors ends with 0 and no finding', async () => {
  const { exitCode, answers } = await run(path('good.txt'), '--format', 'json')
  assert.deepEqual(answers[0].findings, [])
  assert.deepEqual(
    [exitCode, answers[0].refused, answers[0].report.agency, answers[0].report.year],
    [0, null, '清河县水务局', 2024],
  )
  assert.deepEqual(answers[0].report.requests.granted.total, { value: 3, kind: 'number', text: '3' })
})

test('a failing identity ends with 1, with both sides, formula and words', async () => {
  const { exitCode, answers } = await run(path('wrong.txt'), '--format', 'json')
  const [finding] = answers[0].findings
  assert.equal(exitCode, 1)
  assert.deepEqual(
    [finding.rule, finding.where, finding.left, finding.right],
    ['K1', 'requests[][naturalPerson]', 4, 3],
  )
  assert.match(finding.message, /自然人.*第一项＋第二项＝第三项总计＋第四项/)
})

test('answers come in the order of the inputs, and a refused file wins with 2', async () => {
  const { exitCode, answers } = await run(
    path('wrong.txt'),
    path('empty.txt'),
    path('good.txt'),
    path('none.txt'),
    '--format',
    'json',
  )
  assert.equal(exitCode, 2)
  assert.deepEqual(
    answers.map(({ file }) => file),
    ['wrong.txt', 'empty.txt', 'good.txt', 'none.txt'].map(path),
  )
  assert.deepEqual(
    answers.map(({ refused }) => refused === null),
    [true, false, true, false],
  )
  assert.deepEqual([answers[1].report, answers[1].findings], [null, []])
})

test('a folder stands for the reports in it', async () => {
  const { answers } = await run(folder, '--format', 'json')
  assert.deepEqual(
    answers.map(({ file }) => file),
    ['before.txt', 'empty.txt', 'good.txt', 'wrong.txt'].map(path),
  )
})

test('the report of the year before is held against this one', async () => {
  const { answers } = await run(path('good.txt'), '--previous', path('before.txt'), '--format', 'json')
  assert.deepEqual(answers[0].findings, [])
  await assert.rejects(run(path('before.txt'), '--previous', path('good.txt')), refusedWith('previous-of-other-year'))
  await assert.rejects(run(path('good.txt'), '--previous', path('empty.txt')), refusedWith('previous-refused'))
  await assert.rejects(
    run(path('good.txt'), path('wrong.txt'), '--previous', path('before.txt')),
    refusedWith('previous-needs-one-file'),
  )
})

test('published late is an error for a department', async () => {
  assert.equal((await run(path('good.txt'), '--published-on', '2025-01-31')).exitCode, 0)
  assert.equal((await run(path('good.txt'), '--published-on', '2025-02-01')).exitCode, 1)
  assert.equal((await run(path('good.txt'), '--published-on', '2025-02-01', '--kind', 'government')).exitCode, 0)
})

test('several files end with how many have errors and how many could not be checked; one file does not', async () => {
  const several = await run(path('good.txt'), path('wrong.txt'), path('missing.txt'))
  assert.match(several.out, /共 3 份：有错误 1 份，没有错误 1 份，未能检查 1 份\n$/)
  assert.doesNotMatch((await run(path('wrong.txt'))).out, /共 1 份/)
})

test('a report whose tables were not found is never told as one without problems', async () => {
  const file = path('narrative.txt')
  const prose = reportText({ received: 3, year: 2024 })
    .split('\n')
    .filter((line) => !line.startsWith('|'))
  await writeFile(file, prose.join('\n'))
  const told = await run(file, '--lang', 'zh-CN')
  assert.match(told.out, /表格没有读到，数字未核对/)
  assert.doesNotMatch(told.out, /没有发现问题/)
  const { out } = await run(file, '--format', 'json')
  assert.deepEqual(JSON.parse(out).lostTables, ['proactive', 'requests', 'remedies'])
  const several = await run(file, path('good.txt'))
  assert.match(several.out, /没有错误 1 份，表格没有读到 1 份/)
})

test('wrong options and no file are refused', async () => {
  await assert.rejects(run(), refusedWith('missing-argument'))
  await assert.rejects(
    run(),
    (error) =>
      error instanceof Refusal &&
      /^缺少参数 文件。用法：gongkai report check 文件… \[--previous 文件\].*日期\]/.test(error.words('zh-CN')) &&
      /FILE.*DAY/.test(error.words('en')),
  )
  for (const options of [
    ['--level', 'village'],
    ['--format', 'xml'],
  ]) {
    await assert.rejects(run(path('good.txt'), ...options), refusedWith('bad-option'))
  }
  await assert.rejects(run(path('good.txt'), '--published-on', '2025-02-30'), refusedWith('option-no-day'))
  await assert.rejects(run(path('good.txt'), '--what'), refusedWith('option-unknown'))
  await assert.rejects(run(path('good.txt'), '--level'), refusedWith('option-without-value'))
})

test('the text for people names file, agency, place, both sides and the mending', async () => {
  const { out } = await run(path('wrong.txt'))
  assert.match(out, /wrong\.txt\n {2}清河县水务局 · 2024 年度 · 2021 年格式 {2}错误/)
  assert.match(out, /错误 勾稽 K1 “自然人”一列不平：新收＋上年结转 4，办理总计＋结转下年 3/)
  assert.match(out, /→ 请对照办件台账/)
})
