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
  office: ['statute', 'quality', 'refusals'],
  requests: ['statute', 'quality', 'office', 'refusals'],
  publications: ['statute', 'quality', 'office', 'refusals'],
  report: ['statute', 'quality', 'refusals'],
  documents: ['statute', 'quality', 'office', 'requests', 'publications', 'report', 'refusals'],
  storage: ['statute', 'quality', 'office', 'requests', 'publications', 'report', 'refusals'],
  operation: [],
  reminders: ['statute', 'office', 'requests', 'refusals', 'storage', 'operation'],
  portal: [
    'statute',
    'quality',
    'office',
    'requests',
    'publications',
    'report',
    'refusals',
    'documents',
    'storage',
    'operation',
  ],
  api: [
    'statute',
    'quality',
    'office',
    'requests',
    'publications',
    'refusals',
    'documents',
    'storage',
    'operation',
    'portal',
  ],
  console: ['statute', 'office', 'requests', 'publications', 'refusals', 'documents', 'storage', 'portal', 'api'],
  cli: [
    'statute',
    'quality',
    'office',
    'requests',
    'publications',
    'report',
    'refusals',
    'documents',
    'storage',
    'operation',
    'reminders',
    'portal',
    'api',
    'console',
  ],
  'app.ts': [
    'statute',
    'quality',
    'office',
    'requests',
    'publications',
    'report',
    'refusals',
    'documents',
    'storage',
    'portal',
    'api',
    'cli',
  ],
}

/** folder → the packages it may import. Formats stay in documents, SQL in storage, HTTP in portal. */
const packages: Readonly<Record<string, readonly string[]>> = {
  documents: [
    '@cantoo/pdf-lib',
    '@expo-google-fonts/noto-sans-sc',
    '@expo-google-fonts/noto-serif-sc',
    '@jsquash/jpeg',
    '@jsquash/png',
    '@myriaddreamin/typst-ts-node-compiler',
    'docxtemplater',
    'exceljs',
    'fflate',
    'parse5',
    'pizzip',
    'saxes',
    'unpdf',
  ],
  storage: ['kysely', 'pg'],
  reminders: ['nodemailer'],
  portal: ['@hono/node-server', 'altcha-lib', 'hono', 'qr', 'zod'],
  api: ['@hono/zod-openapi', 'hono', 'zod'],
  console: [
    'prosemirror-commands',
    'prosemirror-gapcursor',
    'prosemirror-history',
    'prosemirror-keymap',
    'prosemirror-model',
    'prosemirror-state',
    'prosemirror-tables',
    'prosemirror-view',
    'zod',
  ],
  cli: ['zod'],
}

/** The pure ring: no package, no Node, no clock. */
const pure = ['statute', 'refusals', 'quality', 'office', 'requests', 'publications', 'report']

const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
  // Tests, and what only they use, may know more.
  .filter((file) => /\.(ts|tsx)$/.test(file) && !/\.test\.ts$|(?:^|\/)test-[^/]+\.ts$/.test(file))
  .map((file) => ({ file, folder: file.split('/')[0] ?? file, text: readFileSync(join(src, file), 'utf8') }))

const importsOf = (text: string) =>
  [...text.matchAll(/(?:\bfrom\s+|\bimport\(\s*|^import\s+)'([^']+)'/gm)].map((match) => match[1] ?? '')

test('every folder of src is on the map', () => {
  assert.ok(files.length > 0)
  for (const { file, folder } of files) assert.ok(folder in arrows, `${file}: add ${folder} to the arrows`)
})

test('imports follow the arrows', () => {
  for (const { file, folder, text } of files) {
    for (const specifier of importsOf(text).filter((name) => name.startsWith('.') && !name.endsWith('/package.json'))) {
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
    assert.ok(!/Math\.random\(|\bIntl\.|\bcrypto\.|\bperformance\./.test(text), file)
    if (file !== 'statute/day.ts') assert.ok(!/\bnew Date\b|\bDate\./.test(text), `${file}: days are strings`)
  }
})

test('adapters are told what day it is', () => {
  for (const { file, text } of files.filter(({ folder }) => folder === 'documents' || folder === 'storage')) {
    assert.ok(!/\bnew Date\(\)/.test(text), `${file}: today is an argument`)
  }
})

test('each package is known to one ring of folders only', () => {
  for (const { file, folder, text } of files) {
    for (const specifier of importsOf(text).filter((name) => !name.startsWith('.') && !name.startsWith('node:'))) {
      const name = specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/')
      assert.ok(packages[folder]?.includes(name), `${file} imports ${name}, which ${folder} does not know`)
    }
  }
})
