import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { test } from 'node:test'
import { repositoryFiles, repositoryRoot } from './repository.ts'

const all = repositoryFiles()
const code = all.filter(({ path }) => /^(src|test|bench|scripts|bin)\/.*\.(ts|tsx|js)$/.test(path))
const logic = code.filter(({ path }) => path.startsWith('src/') && !path.endsWith('.test.ts'))

test('code files have names in kebab-case that say what is in them', () => {
  for (const { path } of code) {
    assert.match(basename(path), /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z]+)*\.(ts|tsx|js)$/, path)
    assert.doesNotMatch(path, /\b(utils?|helpers?|common|managers?|misc)\b/, path)
  }
})

test('no logic file is over 400 lines', () => {
  const long = logic.filter(({ path }) => !/^src\/statute\/|\/migrations\/|\.generated\./.test(path))
  for (const { path, text } of long) assert.ok(text.split('\n').length <= 401, `${path} asks to be two files`)
})

test('exports have names', () => {
  for (const { path, text } of logic) assert.doesNotMatch(text, /^export default\b/m, path)
})

test('nothing is left half done', () => {
  for (const { path, text } of logic)
    assert.doesNotMatch(text, /\b(TO[D]O|FIX[M]E|XX[X]|HAC[K])\b|not implemented/, path)
})

test('no test is skipped or left alone', () => {
  for (const { path, text } of code.filter((one) => one.path.endsWith('.test.ts'))) {
    assert.doesNotMatch(text, /\b(test|it|describe)\.(only|skip|todo)\(/, path)
  }
})

test('relative imports name the file with its ending', () => {
  for (const { path, text } of code) {
    for (const [, specifier = ''] of text.matchAll(/(?:\bfrom\s+|\bimport\(\s*|^import\s+)'(\.[^']*)'/gm)) {
      assert.match(specifier, /\.(ts|tsx|js|json|css)$/, `${path}: ${specifier}`)
    }
  }
})

test('no file names a machine, a registry or a secret', () => {
  for (const { path, text } of all.filter((one) => one.path !== 'package-lock.json')) {
    assert.doesNotMatch(text, /(^|[^.\w])\/(wor[k]|roo[t]|hom[e]|Use[r]s)\//m, path)
    assert.doesNotMatch(text, /https?:\/\/[a-z.]*(registry|deb)[.]/, path)
    assert.doesNotMatch(text, /-----BEGIN [A-Z ]*PRIVATE KEY|\bAKIA[0-9A-Z]{16}\b|\bghp_\w{30}/, path)
  }
})

test('the two READMEs are short', () => {
  for (const name of ['README.md', 'README.zh-CN.md']) {
    const file = all.find(({ path }) => path === name)
    assert.ok(file && file.text.split('\n').length <= 100, name)
  }
})

test('every link of a document inside the project leads somewhere', () => {
  const links = all
    .filter(({ path }) => path.endsWith('.md'))
    .flatMap(({ path, text }) =>
      [...text.matchAll(/\]\(([^)#\s]+)[^)]*\)/g)].map((match) => ({ path, link: match[1] ?? '' })),
    )
  assert.ok(links.length > 10)
  for (const { path, link } of links.filter((one) => !/^[a-z]+:/.test(one.link))) {
    assert.ok(existsSync(join(repositoryRoot, dirname(path), link)), `${path} links to ${link}`)
  }
})
