import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'

const src = fileURLToPath(new URL('../src/', import.meta.url))

/** folder → the folders of ours it may import, besides itself. Arrows point inward only. */
const arrows: Readonly<Record<string, readonly string[]>> = {
  statute: [],
  refusals: [],
  quality: ['statute', 'refusals'],
  report: ['statute', 'quality', 'refusals'],
  documents: ['statute', 'quality', 'report', 'refusals'],
  storage: ['statute', 'quality', 'report', 'refusals'],
  portal: ['statute', 'quality', 'report', 'refusals', 'documents', 'storage'],
  cli: ['statute', 'quality', 'report', 'refusals', 'documents', 'storage', 'portal'],
  'app.ts': ['statute', 'quality', 'report', 'refusals', 'documents', 'storage', 'portal', 'cli'],
}

/** The pure ring: no package, no Node, no clock. */
const pure = ['statute', 'refusals', 'quality', 'report']

const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.(ts|tsx)$/.test(file) && !file.endsWith('.test.ts'))
  .map((file) => ({ file, folder: file.split('/')[0] ?? file, text: readFileSync(join(src, file), 'utf8') }))

const importsOf = (text: string) =>
  [...text.matchAll(/(?:\bfrom|\bimport)\s*\(?\s*'([^']+)'/g)].map((match) => match[1] ?? '')

test('every folder of src is on the map', () => {
  assert.ok(files.length > 0)
  for (const { file, folder } of files) assert.ok(folder in arrows, `${file}: add ${folder} to the arrows`)
})

test('imports follow the arrows', () => {
  for (const { file, folder, text } of files) {
    for (const specifier of importsOf(text).filter((name) => name.startsWith('.'))) {
      const target = relative(src, join(dirname(join(src, file)), specifier)).split('/')[0] ?? ''
      assert.ok(
        target === folder || arrows[folder]?.includes(target),
        `${file} imports ${specifier}: ${folder} must not know ${target}`,
      )
    }
  }
})

test('the pure ring imports no package, and asks neither clock nor chance', () => {
  for (const { file, folder, text } of files.filter((one) => pure.includes(one.folder))) {
    const outside = importsOf(text).filter((name) => !name.startsWith('.'))
    assert.deepEqual(outside, [], `${file} (${folder}) imports ${outside}`)
    assert.doesNotMatch(text, /new Date\(\)|Date\.now\(|Math\.random\(|\bIntl\./, file)
  }
})
