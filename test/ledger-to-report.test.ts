import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, realpathSync, rmSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import ExcelJS from 'exceljs'
import fc from 'fast-check'
import { agencyAdd } from '../src/cli/agency-add.ts'
import type { Command } from '../src/cli/context.ts'
import { ledgerImport } from '../src/cli/ledger-import.ts'
import { reportBuild } from '../src/cli/report-build.ts'
import { reportCheck } from '../src/cli/report-check.ts'
import { reportDeclare } from '../src/cli/report-declare.ts'
import { ledgerSheets } from '../src/report/ledger/sheets.ts'
import type { Tables } from '../src/report/report.ts'
import { applicantKinds } from '../src/statute/applicant-kinds.ts'
import { addDays, day, yearOf } from '../src/statute/day.ts'
import { outcomes } from '../src/statute/outcomes.ts'
import { openStorage } from '../src/storage/open-storage.ts'
import { compareTables } from './layouts/compare-tables.ts'

const work = realpathSync(mkdtempSync(join(tmpdir(), 'gongkai-ledger-')))
const data = realpathSync(mkdtempSync(join(tmpdir(), 'gongkai-data-')))
// Held open, so that the server is started once and not by every command.
const held = await openStorage({ dataDir: data })
after(async () => {
  await held.close()
  for (const made of [work, data]) rmSync(made, { recursive: true, force: true })
})

async function run(command: Command, ...args: string[]): Promise<{ code: number; out: string }> {
  let [out, err] = ['', '']
  const code = await command(args, {
    out: (text) => (out += text),
    err: (text) => (err += text),
    env: { USER: 'clerk' },
    account: 'clerk',
    today: day('2025-01-10'),
    language: 'zh-CN',
    colour: false,
  })
  assert.ok(code === 0, `${err}${out}`)
  return { code, out }
}

/** One request as a clerk writes it: statutory words, days as text, open cases without an outcome. */
const request = fc
  .record({
    receivedOn: fc.nat({ max: 500 }).map((after) => addDays(day('2023-08-01'), after)),
    kind: fc.constantFrom(...applicantKinds),
    handled: fc.option(fc.record({ days: fc.nat({ max: 60 }), outcome: fc.constantFrom(...outcomes) })),
  })
  .map(({ receivedOn, kind, handled }) => {
    const repliedOn = handled && addDays(receivedOn, handled.days)
    const known = repliedOn && repliedOn <= '2025-01-10'
    return {
      channel: '网上平台',
      receivedOn,
      applicantKind: kind.ledgerLabel,
      applicantName: '某申请人',
      ...(known && { outcome: handled.outcome.words, repliedOn }),
    }
  })

const remedy = fc
  .record({
    kind: fc.constantFrom('行政复议', '未经复议直接起诉', '复议后起诉'),
    filedOn: fc.nat({ max: 400 }).map((after) => addDays(day('2023-12-01'), after)),
    result: fc.option(fc.constantFrom('结果维持', '结果纠正', '其他结果')),
  })
  .map(({ kind, filedOn, result }) => ({ kind, filedOn, ...(result && { result, concludedOn: filedOn }) }))

const madeDocument = fc
  .record({
    kind: fc.constantFrom('规章', '行政规范性文件', '其他'),
    madeOn: fc.nat({ max: 700 }).map((after) => addDays(day('2023-01-01'), after)),
    ended: fc.option(fc.constantFrom('废止', '失效')),
  })
  .map(({ kind, madeOn, ended }) => ({
    title: '某项管理办法',
    kind,
    madeOn,
    publishedOn: madeOn,
    ...(ended && { endedOn: madeOn, endedHow: ended }),
  }))

const counts = fc.record({
  'licences.decisions': fc.nat(99_999_999),
  'penalties.decisions': fc.nat(999_999),
  'coerciveMeasures.decisions': fc.nat(999),
  'fees.amount': fc
    .nat(99_999_999)
    .map((cents) => `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`),
})

const ledger = fc.record({
  requests: fc
    .array(request, { maxLength: 60 })
    .map((rows) => rows.map((row, at) => ({ number: `2024-${at + 1}`, ...row }))),
  remedies: fc
    .array(remedy, { maxLength: 15 })
    .map((rows) => rows.map((row, at) => ({ caseNumber: `清复${at + 1}号`, ...row }))),
  documents: fc
    .array(madeDocument, { maxLength: 15 })
    .map((rows) => rows.map((row, at) => ({ documentNumber: `清水发〔${yearOf(row.madeOn)}〕${at + 1}号`, ...row }))),
  counts: counts.map((row) => [{ year: 2024, ...row, suppliedBy: '综合科' }]),
})

async function writeWorkbook(rows: Record<string, readonly object[]>, file: string): Promise<void> {
  const workbook = new ExcelJS.Workbook()
  for (const { id, name, columns } of ledgerSheets) {
    const sheet = workbook.addWorksheet(name)
    sheet.addRow(columns.map(({ heading }) => heading))
    for (const row of rows[id] ?? []) {
      sheet.addRow(columns.map((column) => (row as Record<string, string | number>)[column.id] ?? null))
    }
  }
  await workbook.xlsx.writeFile(file)
}

test('a ledger filled in, imported, built in every format and checked again gives the same 200 cells and no finding', async () => {
  let agencies = 0
  await fc.assert(
    fc.asyncProperty(ledger, async (rows) => {
      const code = `L${++agencies}`
      const out = join(work, code)
      const identity = ['--name', '清河县水务局', '--level', 'county', '--kind', 'department']
      await run(agencyAdd, '--code', code, ...identity, '--data', data)
      const workbook = join(work, `${code}.xlsx`)
      await writeWorkbook(rows, workbook)
      await run(ledgerImport, workbook, '--agency', code, '--data', data)
      await run(reportBuild, '--agency', code, '--year', '2024', '--out', out, '--data', data)

      const files = readdirSync(out).map((name) => join(out, name))
      assert.equal(files.length, 5)
      const built: Tables = JSON.parse(
        await readFile(files.find((name) => name.endsWith('.json')) ?? '', 'utf8'),
      ).report
      const readable = files.filter((name) => !name.endsWith('.xlsx'))
      const checked = await run(
        reportCheck,
        ...readable,
        '--level',
        'county',
        '--kind',
        'department',
        '--format',
        'json',
      )
      for (const line of checked.out.trim().split('\n')) {
        const { file, refused, report, findings } = JSON.parse(line)
        assert.equal(refused, null, file)
        assert.deepEqual(compareTables(built, report), { cells: 200, read: 200, wrong: [], unread: [] }, file)
        assert.deepEqual([report.agency, report.year, report.form, findings], ['清河县水务局', 2024, '2021', []], file)
      }

      // The workbook is no input of the check; declared, it has to give the same figures.
      const other = `D${agencies}`
      await run(agencyAdd, '--code', other, ...identity, '--data', data)
      const xlsx = files.find((name) => name.endsWith('.xlsx')) ?? ''
      await run(reportDeclare, xlsx, '--agency', other, '--year', '2024', '--data', data)
      const again = join(work, other)
      await run(reportBuild, '--agency', other, '--year', '2024', '--out', again, '--formats', 'json', '--data', data)
      const declared: Tables = JSON.parse(await readFile(join(again, readdirSync(again)[0] ?? ''), 'utf8')).report
      assert.deepEqual(compareTables(built, declared), { cells: 200, read: 200, wrong: [], unread: [] })
    }),
    { numRuns: 5 },
  )
})
