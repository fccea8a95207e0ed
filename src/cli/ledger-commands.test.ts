import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { nationalCalendar } from '../statute/calendar/national-calendar.ts'
import { day } from '../statute/day.ts'
import { requireAgency } from '../storage/agencies.ts'
import { openStorage } from '../storage/open-storage.ts'
import { agencyAdd } from './agency-add.ts'
import type { Command } from './context.ts'
import { importLedgerFile } from './import-ledger-file.ts'
import { ledgerImport } from './ledger-import.ts'
import { ledgerTemplate } from './ledger-template.ts'
import { reportBuild } from './report-build.ts'
import { reportCell } from './report-cell.ts'
import { reportDeclare } from './report-declare.ts'

const folder = realpathSync(mkdtempSync(join(tmpdir(), 'gongkai-cli-')))
// A folder of its own: the database stays inside it, also for root.
const data = realpathSync(mkdtempSync(join(tmpdir(), 'gongkai-data-')))
// Held open, so that the server is started once and not by every command.
let held: Awaited<ReturnType<typeof openStorage>>
after(async () => {
  await held.close()
  for (const made of [folder, data]) rmSync(made, { recursive: true, force: true })
})

async function run(
  command: Command,
  ...args: string[]
): Promise<{ code: number; out: string; err: string; progress: string[] }> {
  let [out, err] = ['', '']
  const progress: string[] = []
  const code = await command(args, {
    out: (text) => (out += text),
    err: (text) => (err += text),
    env: { USER: 'clerk' },
    account: 'clerk',
    today: day('2026-03-02'),
    language: 'zh-CN',
    colour: false,
    progress: (words) => progress.push(words),
  })
  return { code, out, err, progress }
}

const withData = (command: Command, ...args: string[]) => run(command, ...args, '--data', data)
let files = 0
const file = (content: string, name = `f${++files}.csv`) => {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}
const headings = '编号,收到渠道,收到日期,申请人类型,申请人,办理结果,答复日期,重新处理日期\n'
const importing = (agency: string, content: string, ...options: string[]) =>
  withData(
    ledgerImport,
    file(headings + content),
    '--sheet',
    'requests',
    '--agency',
    agency,
    '--format',
    'json',
    ...options,
  )
const cell = async (agency: string, year: number, where: string) =>
  JSON.parse((await withData(reportCell, where, '--agency', agency, '--year', String(year), '--format', 'json')).out)

let agencies = 0
async function newAgency(): Promise<string> {
  const code = `A${++agencies}`
  const { code: exit } = await withData(
    agencyAdd,
    '--code',
    code,
    '--name',
    `甲区第${agencies}局`,
    '--level',
    'county',
    '--kind',
    'department',
  )
  assert.equal(exit, 0)
  return code
}

before(async () => {
  held = await openStorage({ dataDir: data })
  await newAgency()
})

test('the template imports as it is, with nothing in it, and says so', async () => {
  const agency = await newAgency()
  const path = join(folder, 'template.xlsx')
  assert.equal((await run(ledgerTemplate, '--out', path)).code, 0)
  const { code, err } = await withData(ledgerImport, path, '--agency', agency)
  assert.equal(code, 0)
  assert.match(err, /什么也没有导入/)
  assert.equal((await cell(agency, 2025, 'requests[received][total]')).cell.kind, 'blank')
  await withData(ledgerImport, path, '--agency', agency, '--confirm-empty')
  assert.deepEqual((await cell(agency, 2025, 'requests[received][total]')).cell, {
    value: 0,
    kind: 'number',
    text: '0',
  })
})

test('a large file tells on a terminal how many rows were read, and takes the line away', async () => {
  const agency = await newAgency()
  const rows = Array.from({ length: 2100 }, (_, at) => `${at},当面,2025-03-03,自然人,,,,\n`).join('')
  const path = file(headings + rows, 'large.csv')
  const importing = (...options: string[]) =>
    withData(ledgerImport, path, '--sheet', 'requests', '--agency', agency, ...options)
  const text = await importing()
  assert.deepEqual(text.progress, ['正在读入 依申请公开：1000 行', '正在读入 依申请公开：2000 行', ''])
  assert.equal(text.err, '')
  const json = await importing('--format', 'json')
  assert.deepEqual([json.progress, json.err], [[], ''])
})

test('one bad row keeps all rows out, all files of the call too', async () => {
  const agency = await newAgency()
  const good = file(`${headings}1,当面,2025-03-03,自然人,,,,\n`, 'requests.csv')
  const bad = file(`${headings}2,当面,2025-03-03,自然人,,,,\n3,当面,2025-13-03,自然人,,,,\n`)
  const { code, out } = await withData(
    ledgerImport,
    good,
    bad,
    '--sheet',
    'requests',
    '--agency',
    agency,
    '--format',
    'json',
  )
  assert.equal(code, 2)
  const [first, second] = out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  assert.deepEqual([first.imported, second.imported, second.problemCount], [false, false, 1])
  assert.deepEqual([second.problems[0].row, second.problems[0].letter, second.problems[0].problem], [3, 'C', 'notADay'])
  assert.equal((await cell(agency, 2025, 'requests[received][total]')).cell.kind, 'blank')
})

test('--skip-bad takes the good rows and ends with 1; --dry-run takes none', async () => {
  const agency = await newAgency()
  const content = '1,当面,2025-03-03,自然人,,,,\n2,飞鸽,2025-03-03,自然人,,,,\n'
  assert.equal((await importing(agency, content, '--skip-bad', '--dry-run')).code, 1)
  assert.equal((await cell(agency, 2025, 'requests[received][total]')).cell.kind, 'blank')
  assert.equal((await importing(agency, content, '--skip-bad')).code, 1)
  assert.equal((await cell(agency, 2025, 'requests[received][total]')).cell.value, 1)
})

test('the same row is unchanged; another content is refused, and recorded as a change with --update', async () => {
  const agency = await newAgency()
  const first = '1,当面,2025-03-03,自然人,王小明,,,\n'
  assert.equal((await importing(agency, first)).code, 0)
  assert.equal(JSON.parse((await importing(agency, first)).out).sheets[0].unchanged, 1)
  const closed = '1,当面,2025-03-03,自然人,王小明,予以公开,2025-03-20,\n'
  const refused = await importing(agency, closed)
  assert.equal(refused.code, 2)
  assert.equal(JSON.parse(refused.out).problems[0].problem, 'differsFromStored')
  assert.equal(JSON.parse((await importing(agency, closed, '--update')).out).sheets[0].changed, 1)
  assert.equal((await cell(agency, 2025, 'requests[granted][naturalPerson]')).rows[0].number, '1')
  const renamed = await importing(agency, closed.replace('王小明', '王大明'))
  assert.equal(renamed.code, 2)
})

test('a recorded reply is not moved to a later year: reopening keeps it and is counted once', async () => {
  const agency = await newAgency()
  await importing(agency, '1,当面,2024-03-03,自然人,,重复申请,2024-03-20,\n')
  const moved = await importing(agency, '1,当面,2024-03-03,自然人,,予以公开,2025-06-01,\n', '--update')
  assert.equal(JSON.parse(moved.out).problems[0].problem, 'replyMovedToLaterYear')
  assert.equal(
    (await importing(agency, '1,当面,2024-03-03,自然人,,重复申请,2024-03-20,2025-05-01\n', '--update')).code,
    0,
  )
  assert.equal((await cell(agency, 2024, 'requests[rejected.repeat][total]')).cell.value, 1)
  assert.equal((await cell(agency, 2025, 'requests[total][total]')).cell.value, 0)
  assert.equal((await cell(agency, 2025, 'requests[carriedIn][total]')).cell.value, 0)
})

test('the name of an applicant stands in no message, listing or audit entry', async () => {
  const agency = await newAgency()
  const name = '欧阳不言'
  const bad = await importing(agency, `1,当面,2025-13-03,自然人,${name},,,\n`)
  await importing(agency, `1,当面,2025-03-03,自然人,${name},,,\n`)
  const changed = await importing(agency, `1,邮寄,2025-03-03,自然人,${name}二,,,\n`, '--update')
  const listed = await withData(reportCell, 'requests[received][total]', '--agency', agency, '--year', '2025')
  const storage = await openStorage({ dataDir: data })
  try {
    const { id } = await requireAgency(storage, agency)
    const rows = await storage.transact({ agencies: [id], actor: 'test' }, async (trx) => [
      await trx.selectFrom('audit_entry').selectAll().execute(),
      await trx.selectFrom('request').selectAll().execute(),
    ])
    assert.equal(rows[1]?.length, 1)
    const everything = JSON.stringify([bad, changed, listed, rows])
    assert.ok(everything.includes('request.changed'))
    assert.ok(!everything.includes(name))
  } finally {
    await storage.close()
  }
})

test('the allowed words of a column are told once, and a sheet kept out counts what could be imported', async () => {
  const rows = '1,飞鸽,2025-03-03,自然人,,,,\n2,信鸽,2025-03-03,自然人,,,,\n3,当面,2025-03-03,自然人,,,,\n'
  const { code, out, err } = await withData(
    ledgerImport,
    file(headings + rows),
    '--sheet',
    'requests',
    '--agency',
    await newAgency(),
  )
  assert.equal(code, 2)
  assert.match(out, /可导入 1 行，有问题 2 行/)
  assert.match(err, /第 2 行 B2：.*飞鸽.*当面 \| 邮寄/)
  assert.match(err, /第 3 行 B3：.*信鸽.*见上面第 2 行/)
})

test('the rows behind a cell are told in the words of the ledger', async () => {
  const agency = await newAgency()
  await importing(agency, '1,当面,2025-03-03,自然人,,予以公开,2025-03-05,\n')
  const { out } = await withData(reportCell, 'requests[granted][total]', '--agency', agency, '--year', '2025')
  assert.match(out, /予以公开 × 总计”（requests\[granted\]\[total\]）＝ 1/)
  assert.match(out, /^编号\t收到日期\t申请人类型\t办理结果\t答复日期\n1\t2025-03-03\t自然人\t予以公开\t2025-03-05$/m)
})

test('an import that is told to stop leaves nothing behind', async () => {
  const code = await newAgency()
  const storage = await openStorage({ dataDir: data })
  const agency = await requireAgency(storage, code)
  const options = {
    sheet: 'requests',
    changes: 'refused',
    emptySheets: 'ignored',
    today: day('2026-03-02'),
    calendar: nationalCalendar,
    stopped: AbortSignal.abort(),
    onRead: () => {},
  } as const
  const rows = file(`${headings}1,当面,2025-03-03,自然人,,,,\n`)
  await assert.rejects(
    storage.transact({ agencies: [agency.id], actor: 'clerk' }, (trx) => importLedgerFile(trx, agency, rows, options)),
    { name: 'AbortError' },
  )
  await storage.close()
  assert.equal((await cell(code, 2025, 'requests[received][total]')).cell.kind, 'blank')
})

test('a formula in any cell is refused by its place', async () => {
  const agency = await newAgency()
  const { code, out } = await importing(agency, '1,当面,2025-03-03,自然人,=1+1,,,\n')
  assert.equal(code, 2)
  assert.equal(JSON.parse(out).problems[0].problem, 'formula')
})

test('declared figures stand in the place of the ledger until they are withdrawn, and blanks stay blank', async () => {
  const agency = await newAgency()
  await importing(agency, '1,当面,2025-03-03,自然人,,,,\n')
  const path = file(
    JSON.stringify({ year: 2025, requests: { received: { total: 7, naturalPerson: null } } }),
    'declared.json',
  )
  const declare = (...options: string[]) => withData(reportDeclare, '--agency', agency, '--year', '2025', ...options)
  assert.equal((await declare(path, '--by', '李主任')).code, 0)
  const declared = await cell(agency, 2025, 'requests[received][total]')
  assert.deepEqual([declared.source, declared.cell.value, declared.rows], ['declared', 7, []])
  assert.equal((await cell(agency, 2025, 'requests[received][naturalPerson]')).cell.kind, 'blank')
  assert.equal((await declare('--withdraw')).code, 0)
  assert.equal((await cell(agency, 2025, 'requests[received][total]')).cell.value, 1)
  await assert.rejects(withData(reportDeclare, path, '--agency', agency, '--year', '2024'), {
    id: 'declared-other-year',
  })
})

test('the form of 200 blank cells is declared as 200 blanks', async () => {
  const agency = await newAgency()
  const path = join(folder, 'form.xlsx')
  assert.equal((await run(reportDeclare, '--template', path)).code, 0)
  const { code, out } = await withData(reportDeclare, path, '--agency', agency, '--year', '2025', '--format', 'json')
  assert.equal(code, 0)
  assert.equal(JSON.parse(out).blanks, 200)
})

test('the workbook of another agency is refused by its title, and so is a file that declares nothing', async () => {
  const [one, other] = [await newAgency(), await newAgency()]
  const out = join(folder, one)
  const built = await withData(reportBuild, '--agency', one, '--year', '2025', '--out', out, '--formats', 'xlsx')
  assert.equal(built.code, 0)
  assert.match(built.err, /200 格空白/)
  const path = join(out, readdirSync(out)[0] ?? '')
  const declare = (agency: string, year: string, from = path) =>
    withData(reportDeclare, from, '--agency', agency, '--year', year)
  await assert.rejects(declare(other, '2025'), { id: 'declared-other-agency' })
  await assert.rejects(declare(one, '2024'), { id: 'declared-other-year' })
  await assert.rejects(declare(one, '2025', 'report.docx'), { id: 'declared-other-kind' })
  assert.equal((await declare(one, '2025')).code, 0)
})

test('an untouched form cannot stand in for a ledger', async () => {
  const agency = await newAgency()
  const [ledger, form] = [join(folder, 'none.xlsx'), join(folder, 'untouched.xlsx')]
  await run(ledgerTemplate, '--out', ledger)
  await withData(ledgerImport, ledger, '--agency', agency, '--confirm-empty')
  await run(reportDeclare, '--template', form)
  await assert.rejects(withData(reportDeclare, form, '--agency', agency, '--year', '2025'), { id: 'declared-blank' })
})

test('a year that began after the last import is blank, not none', async () => {
  const agency = await newAgency()
  const ledger = join(folder, 'once.xlsx')
  await run(ledgerTemplate, '--out', ledger)
  await withData(ledgerImport, ledger, '--agency', agency, '--confirm-empty')
  const cell = async (year: number) => {
    const question = ['requests[received][total]', '--agency', agency, '--year', String(year)]
    const asOf = ['--as-of', `${year}-12-31`, '--format', 'json']
    return JSON.parse((await withData(reportCell, ...question, ...asOf)).out).cell.kind
  }
  assert.equal(await cell(2025), 'number')
  assert.equal(await cell(2058), 'blank')
})

test('a cell that the form has not is refused', async () => {
  await assert.rejects(withData(reportCell, 'requests[granted][nobody]', '--agency', 'A1', '--year', '2025'), {
    id: 'cell-unknown',
  })
})
