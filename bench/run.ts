// `npm run bench [name…]`: runs each bench/<name>.bench.ts in a process of its own and writes docs/performance.md.
// A bench file exports `run(): Promise<BenchRow[]>`.
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import type { BenchRow } from './bench.ts'

const folder = new URL('./', import.meta.url)
const target = new URL('../docs/performance.md', import.meta.url)
const asked = process.argv.slice(2)
const names = readdirSync(folder)
  .filter((file) => file.endsWith('.bench.ts'))
  .map((file) => file.replace('.bench.ts', ''))
  .filter((name) => asked.length === 0 || asked.includes(name))

for (const name of names) {
  const script = `import { run } from ${JSON.stringify(new URL(`${name}.bench.ts`, folder).href)}
    process.stdout.write('\\n@@' + JSON.stringify(await run()) + '\\n')`
  const child = spawnSync(process.execPath, ['--expose-gc', '--input-type=module', '-e', script], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
    maxBuffer: 64 * 1024 * 1024,
  })
  const line = child.stdout.split('\n').find((text) => text.startsWith('@@'))
  if (child.status !== 0 || !line) {
    console.error(`bench ${name} failed with exit code ${child.status}`)
    process.exitCode = 1
    continue
  }
  replaceSection(name, JSON.parse(line.slice(2)) as BenchRow[])
}

/** Puts the rows of one bench between its two markers, leaving the hand-written rest of the page alone. */
function replaceSection(name: string, rows: readonly BenchRow[]): void {
  const page = existsSync(target) ? readFileSync(target, 'utf8') : '# Performance\n'
  const [open, close] = [`<!-- bench:${name} -->`, `<!-- /bench:${name} -->`]
  const day = new Date().toISOString().slice(0, 10)
  const table = [
    open,
    `Measured ${day}, ${cpus().length} cores (${cpus()[0]?.model.trim()}), Node ${process.version}: \`npm run bench ${name}\``,
    '',
    '| figure | value | bar | held | baseline | remarks |',
    '| --- | --- | --- | --- | --- | --- |',
    ...rows.map(
      (row) =>
        `| ${row.figure} | ${row.value} | ${row.bar} | ${row.held ? 'yes' : '**no**'} | ${row.baseline} | ${row.remarks} |`,
    ),
    close,
  ].join('\n')
  const start = page.indexOf(open)
  const end = page.indexOf(close)
  const next =
    start >= 0 && end > start
      ? page.slice(0, start) + table + page.slice(end + close.length)
      : `${page.trimEnd()}\n\n## ${name}\n\n${table}\n`
  writeFileSync(target, next)
  console.log(table)
}
