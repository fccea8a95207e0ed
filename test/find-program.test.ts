import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, beforeEach, test } from 'node:test'
import { pathToFileURL } from 'node:url'

// Plain JavaScript without types: an old Node reads it.
const { findProgram, madeOfFile, markOf } = (await import(new URL('../bin/find-program.js', import.meta.url).href)) as {
  findProgram: (root: URL) => URL
  madeOfFile: string
  markOf: (file: string) => string | null
}

const folders: string[] = []
after(() => {
  for (const made of folders) rmSync(made, { recursive: true, force: true })
})

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gongkai-program-'))
  folders.push(folder)
  for (const name of ['src', 'dist']) mkdirSync(join(folder, name))
  for (const file of ['src/app.ts', 'src/other.ts', 'dist/app.js']) writeFileSync(join(folder, file), `// ${file}`)
  const marks = ['src/app.ts', 'src/other.ts'].map((file) => [file, markOf(join(folder, file))])
  writeFileSync(join(folder, 'dist', madeOfFile), JSON.stringify(Object.fromEntries(marks)))
})

const found = () => {
  const root = pathToFileURL(`${folder}/`)
  return findProgram(root).href.slice(root.href.length)
}

test('the packed program runs as long as it is made of these sources', () => {
  assert.equal(found(), 'dist/app.js')
})

test('an edited source wins over what was packed from it', () => {
  const other = join(folder, 'src/other.ts')
  writeFileSync(other, '// src/older.ts')
  utimesSync(other, 1e9, 1e9)
  assert.equal(found(), 'src/app.ts')
})

test('a source that is gone stops the packed program', () => {
  renameSync(join(folder, 'src/other.ts'), join(folder, 'src/another.ts'))
  assert.equal(found(), 'src/app.ts')
})

test('what was packed half-way, or never, is not run', () => {
  rmSync(join(folder, 'dist', madeOfFile))
  assert.equal(found(), 'src/app.ts')
  rmSync(join(folder, 'dist'), { recursive: true })
  assert.equal(found(), 'src/app.ts')
})

test('a published package has no sources and runs what was packed', () => {
  rmSync(join(folder, 'src'), { recursive: true })
  rmSync(join(folder, 'dist', madeOfFile))
  assert.equal(found(), 'dist/app.js')
})
