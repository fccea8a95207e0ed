import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { readDocument } from '../src/documents/read-document.ts'
import { checkReport } from '../src/report/check/check-report.ts'
import { mendReport } from '../src/report/check/mend-report.ts'
import { readReport } from '../src/report/read/read-report.ts'
import type { Finding } from '../src/statute/finding.ts'

const root = fileURLToPath(new URL('../', import.meta.url))
const samples = process.env.GONGKAI_SAMPLES ?? join(root, '../shared/samples')

async function read(file: string) {
  const document = await readDocument(readFileSync(join(samples, file)), file)
  return { document, report: readReport(document) }
}

const told = ({ rule, where, evidence }: Finding) =>
  [rule, where.replace(/@.*/, ''), evidence?.found ?? ''].join(' ').trim()

if (!existsSync(join(samples, 'seed.txt'))) {
  test('the samples are absent: the checks against real reports did not run', () => {})
} else {
  test('the seed report shows all its known defects and nothing else', async () => {
    const { document, report } = await read('seed.txt')
    const findings = checkReport(report, { documentText: document.text })
    assert.deepEqual(findings.map(told).sort(), [
      'blank-cells proactive',
      'blank-cells remedies',
      'blank-cells requests',
      'fee-statement text[6] 无其他需要报告事项。',
      'heading-number text[3] 3、',
      'heading-number text[4] 4、',
      'repetition text[5] 政府信息公开的信息公开',
      'residue text[0] [bookmark: _GoBack]',
      'title text[0] 2024年二道江区机关事务管理局信息公开工作年度报告',
      'usage text[1] 截止',
      'wrong-level text[1] 组织推动全省政府信息公开工作',
    ])
  })

  test('the seed report mended keeps only what a person must decide', async () => {
    const { report } = await read('seed.txt')
    const mended = mendReport(report, checkReport(report, {}))
    assert.deepEqual(
      checkReport(mended, {}).map(({ rule }) => rule),
      ['fee-statement', 'wrong-level', 'blank-cells', 'blank-cells', 'blank-cells'],
    )
  })

  test('figures of real reports that add up are not faulted, and those that do not are', async () => {
    const failing = async (file: string) =>
      checkReport((await read(file)).report, {})
        .filter(({ rule, state }) => /^K\d/.test(rule) && state === 'fails')
        .map(({ rule, where }) => `${rule} ${where}`)
    for (const file of readdirSync(join(samples, 'reports')).filter((name) =>
      /^(004|007|008|013|014|096|102)\./.test(name),
    )) {
      if (!file.endsWith('.json')) assert.deepEqual(await failing(`reports/${file}`), [], file)
    }
    assert.deepEqual(await failing('reports/001.txt'), [
      'K5 remedies[reconsideration]',
      'K5 remedies[litigationAfterReconsideration]',
    ])
  })
}
