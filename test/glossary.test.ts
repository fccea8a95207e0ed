import assert from 'node:assert/strict'
import { test } from 'node:test'
import { agencyKinds, agencyLevels } from '../src/statute/agency-rank.ts'
import { applicantKinds } from '../src/statute/applicant-kinds.ts'
import { proactiveCells, remedyColumns, remedyGroups, requestColumns, requestRows } from '../src/statute/form-2021.ts'
import { outcomes } from '../src/statute/outcomes.ts'
import { repositoryFiles } from './repository.ts'

const page = repositoryFiles('docs').find(({ path }) => path === 'docs/glossary.md')?.text ?? ''
const [terms = '', banned = ''] = page.split('## Words we do not use')

type Row = { readonly left: string; readonly identifiers: readonly string[]; readonly all: readonly string[] }
const ticked = (text: string) => [...text.matchAll(/`([A-Za-z]\w*)`/g)].map((match) => match[1] ?? '')
const rowsOf = (part: string): readonly Row[] =>
  part
    .split('\n')
    .filter((line) => line.startsWith('|') && line.includes('`'))
    .map((line) => line.split('|').map((cell) => cell.trim()))
    .map((cells) => ({
      left: cells[1] ?? '',
      identifiers: ticked(cells[2] ?? ''),
      all: ticked(cells.slice(2).join(' ')),
    }))

/** A phrase of a name in camelCase, alone, at its start or further on. Names with underscores belong to others (PostgreSQL). */
const spoken = (word: string) => {
  const capital = word.charAt(0).toUpperCase() + word.slice(1)
  return new RegExp(`\\b${word}s?(?![a-z_])|(?<=[a-z0-9])${capital}s?(?![a-z_])|\\b${capital}s?(?![a-z_])`)
}

/** Names only: no comments, no strings, no regular expressions of one line. */
const namesIn = (text: string) =>
  text
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/(^|\s)\/\/.*$/gm, '')
    .replace(/'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\.)*`/g, "''")
    .replace(/(?<=[=(,:]\s*)\/(?:[^/\\\n]|\\.)+\/[a-z]*/g, '')

test('no identifier stands for two terms', () => {
  const seen = new Map<string, string>()
  for (const { left, identifiers } of rowsOf(terms)) {
    for (const identifier of identifiers) {
      assert.equal(seen.get(identifier), undefined, `${identifier}: ${seen.get(identifier)} and ${left}`)
      seen.set(identifier, left)
    }
  }
  assert.ok(seen.size > 80)
})

test('every identifier of the form stands in the glossary', () => {
  const known = new Set(rowsOf(terms).flatMap(({ all }) => all))
  const used = [
    ...applicantKinds.map(({ id }) => id),
    ...outcomes.map(({ id }) => id),
    ...requestRows.map(({ id }) => id),
    ...requestColumns.map(({ id }) => id),
    ...remedyGroups.map(({ id }) => id),
    ...remedyColumns.map(({ id }) => id),
    ...proactiveCells,
    ...agencyLevels,
    ...agencyKinds,
  ]
  for (const part of used.flatMap((id) => id.split('.'))) assert.ok(known.has(part), part)
})

test('a term of the form has its own words in the glossary', () => {
  const rows = rowsOf(terms)
  for (const { id, words } of outcomes.filter((one) => one.group === null)) {
    assert.ok(
      rows.some(({ left, identifiers }) => left.includes(words) && identifiers.includes(id)),
      `${id}: ${words}`,
    )
  }
  for (const { id, label } of [...remedyGroups, ...remedyColumns, ...applicantKinds]) {
    assert.ok(
      rows.some(({ left, identifiers }) => left.includes(label) && identifiers.includes(id)),
      `${id}: ${label}`,
    )
  }
})

test('names in the code use no word that the glossary gives another word for', () => {
  const words = rowsOf(banned).flatMap(({ left }) => ticked(left))
  assert.ok(words.length > 40)
  const files = repositoryFiles('src').filter(
    ({ path }) => /\.tsx?$/.test(path) && !/\.(test|examples)\.ts$/.test(path),
  )
  for (const { path, text } of files) {
    const names = namesIn(text)
    for (const word of words) {
      const found = spoken(word).exec(names)
      assert.ok(!found, `${path}: ${found?.input.slice(found.index).split(/\W/)[0]} (see docs/glossary.md)`)
    }
  }
})

test('the search for words we do not use finds them in names and leaves strings and comments alone', () => {
  for (const name of ['const application = 1', 'newApplication()', 'type ApplicationForm = 1', 'applications.map']) {
    assert.match(namesIn(name), spoken('application'), name)
  }
  for (const name of ["'application/json'", '// an application', '/** application */', 'const applicational = 1']) {
    assert.doesNotMatch(namesIn(name), spoken('application'), name)
  }
})
