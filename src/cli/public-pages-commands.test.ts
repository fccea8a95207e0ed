import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { makeReport } from '../../test/make-report.ts'
import { agencyAdd } from './agency-add.ts'
import { agencyGuide } from './agency-guide.ts'
import { reportDeclare } from './report-declare.ts'
import { reportPublish } from './report-publish.ts'
import { commandRunner } from './test-command.ts'

const folder = mkdtempSync(join(tmpdir(), 'gongkai-pages-'))
const run = commandRunner(join(folder, 'data'), '2026-11-20')
after(() => rmSync(folder, { recursive: true, force: true }))

test('a guide is set by options and by a file, and what 条例12 wants besides is named', async () => {
  const add = ['--code', 'A', '--name', '清河县水务局', '--level', 'county', '--kind', 'department']
  assert.equal((await run(agencyAdd, add)).code, 0)
  const none = await run(agencyGuide, ['--code', 'A'])
  assert.match(none.err, /还没有公开指南/)
  const set = await run(agencyGuide, ['--code', 'A', '--phone', '0100-1', '--channels', '网站', '--channels', '公报'])
  assert.match(set.out, /联系电话\t0100-1/)
  assert.match(set.err, /第十二条.*传真号码/)
  const file = join(folder, 'guide.json')
  writeFileSync(file, JSON.stringify({ fax: '0100-2', phone: '', hours: '一\n二' }))
  const read = await run(agencyGuide, ['--code', 'A', '--json', file, '--format', 'json'])
  const { guide, missing } = JSON.parse(read.out)
  assert.deepEqual([guide.fax, guide.phone, guide.channels], ['0100-2', null, ['网站', '公报']])
  assert.ok(missing.includes('phone') && !missing.includes('fax'))
  await assert.rejects(run(agencyGuide, ['--code', 'A', '--json', '{"telephone":"1"}']), /telephone/)
  await assert.rejects(run(agencyGuide, ['--code', 'A', '--json', '{"phone":"\\u0007"}']), /phone/)
  await assert.rejects(run(agencyGuide, ['--code', 'A', '--json', join(folder, 'nothing.json')]), /nothing\.json/)
})

test('a report with blanks, errors or of a year that runs is not published; one that is right is, once', async () => {
  const publish = (...more: readonly string[]) => run(reportPublish, ['--agency', 'A', '--year', '2024', ...more])
  await assert.rejects(publish(), /没有数/)
  await assert.rejects(run(reportPublish, ['--agency', 'A', '--year', '2026']), /还没有结束/)
  const declare = async (change: Readonly<Record<string, number>>) => {
    const report = makeReport()
    const requests = { ...report.requests, received: { ...report.requests.received, ...change } }
    const file = join(folder, 'report.json')
    writeFileSync(file, JSON.stringify({ report: { ...report, requests } }))
    assert.equal((await run(reportDeclare, [file, '--agency', 'A', '--year', '2024'])).code, 0)
  }
  await declare({ total: 3 })
  await assert.rejects(publish(), /K1|K3/)
  await declare({})
  const done = await publish('--despite', '样例', '--format', 'json')
  assert.equal(done.code, 0)
  const { version, files, note } = JSON.parse(done.out)
  assert.deepEqual(
    [version, note, files.map(({ format }: { format: string }) => format).toSorted()],
    [1, null, ['docx', 'html', 'json', 'pdf', 'xlsx']],
  )
  await assert.rejects(publish('--despite', '样例'), /--note/)
  await assert.rejects(publish('--despite', '样例', '--note', '再发'), /不必再公开/)
})
