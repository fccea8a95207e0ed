import assert from 'node:assert/strict'
import { test } from 'node:test'
import { instruments } from '../src/statute/instruments.ts'
import { resolveCitation } from '../src/statute/resolve-citation.ts'
import { repositoryFiles } from './repository.ts'

const sources = repositoryFiles('src').filter(({ path }) => /\.tsx?$/.test(path) && !path.endsWith('.test.ts'))

/** Longest first, so that 行政诉讼法解释 is not taken for 行政诉讼法. */
const names = instruments
  .flatMap(({ citedAs }) => citedAs)
  .sort((a, b) => b.length - a.length)
  .join('|')
const PLACE = new RegExp(`(?<![\\p{Script=Han}\\d〕])(?:${names})\\d+(?:¶\\d+)?(?:\\(\\d+\\))?`, 'gu')
const DOCUMENT_NUMBER = /国[\p{Script=Han}]+〔\d{4}〕\d+号|法释〔\d{4}〕\d+号/gu
const CITE = /\bcite\(\s*'([^']*)'\s*\)/g

test('every cite() in the code resolves to a place in the law', () => {
  const cited = sources.flatMap(({ path, text }) => [...text.matchAll(CITE)].map((match) => ({ path, text: match[1] })))
  assert.ok(cited.length > 10, 'the search finds no citations any more')
  for (const { path, text } of cited) assert.ok(resolveCitation(text ?? ''), `${path}: ${text}`)
})

test('every article named in a comment or in data resolves', () => {
  const named = sources.flatMap(({ path, text }) => [...text.matchAll(PLACE)].map(([found]) => ({ path, found })))
  assert.ok(named.length > 40, 'the search finds no articles any more')
  for (const { path, found } of named) assert.ok(resolveCitation(found), `${path}: ${found}`)
})

test('every document number that the code names is a known instrument', () => {
  for (const { path, text } of sources) {
    for (const [found] of text.matchAll(DOCUMENT_NUMBER)) assert.ok(resolveCitation(found), `${path}: ${found}`)
  }
})
