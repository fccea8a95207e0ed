import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { renderReport } from '../src/documents/write/render-report.ts'
import { numberCell, type Report } from '../src/report/report.ts'
import { makeReport } from './make-report.ts'
import { repositoryRoot } from './repository.ts'

const folder = mkdtempSync(join(tmpdir(), 'gongkai-packed-'))
after(() => rmSync(folder, { recursive: true, force: true }))

const node = (...args: string[]) => execFileSync(process.execPath, args, { cwd: repositoryRoot, encoding: 'utf8' })
const { DATABASE_URL: _, ...env } = process.env
const packed = (...args: string[]) =>
  execFileSync(process.execPath, ['--input-type=module', '-e', program, ...args], {
    cwd: repositoryRoot,
    encoding: 'utf8',
    env,
    stdio: 'pipe',
  })
const program = `const { main } = await import('./dist/app.js'); process.exitCode = await main(process.argv.slice(1))`

before(() => node('scripts/build-program.js'))

test('the packed program reads a report in its own process', async () => {
  const report = makeReport({}, () => numberCell(0))
  const html = (await renderReport(report, ['html'])).get('html')
  assert.ok(html)
  const file = join(folder, 'report.html')
  writeFileSync(file, html)
  const said = JSON.parse(packed('report', 'check', file, '--format', 'json')) as { report: Report }
  assert.equal(said.report.agency, report.agency)
})

test('the packed program opens the database and sets a report in all formats', () => {
  const data = ['--data', join(folder, 'data')]
  packed(
    'agency',
    'add',
    '--code',
    'A1',
    '--name',
    '清河县水务局',
    '--level',
    'county',
    '--kind',
    'department',
    ...data,
  )
  packed('report', 'build', '--agency', 'A1', '--year', '2024', '--out', join(folder, 'out'), ...data)
  const endings = readdirSync(join(folder, 'out')).map((name) => name.split('.').at(-1))
  assert.deepEqual(endings.sort(), ['docx', 'html', 'json', 'pdf', 'xlsx'])
})

test('what the packed program holds of others comes with their terms, and what browsers ask for with it', () => {
  for (const name of ['licences.txt', 'browser/online.js'])
    assert.ok(existsSync(join(repositoryRoot, 'dist', name)), name)
})
