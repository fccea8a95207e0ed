import assert from 'node:assert/strict'
import { test } from 'node:test'
import { outcomes } from './outcomes.ts'
import { resolveCitation } from './resolve-citation.ts'

test('there are 21 outcomes, and the statutory words of each are its own', () => {
  assert.equal(outcomes.length, 21)
  assert.equal(new Set(outcomes.map(({ id }) => id)).size, 21)
  assert.equal(new Set(outcomes.map(({ words }) => words)).size, 21)
})

test('every outcome rests on articles but two, which no article names', () => {
  const without = outcomes.filter(({ articles }) => articles.length === 0).map(({ id }) => id)
  assert.deepEqual(without, ['rejected.reissue', 'other.remaining'])
  for (const { articles } of outcomes) for (const one of articles) assert.ok(resolveCitation(one), one)
})

test('the words are the row without its number and its remark', () => {
  const words = (id: string) => outcomes.find((one) => one.id === id)?.words
  assert.equal(words('granted'), '予以公开')
  assert.equal(words('partlyGranted'), '部分公开')
  assert.equal(words('withheld.securityAndStability'), '危及“三安全一稳定”')
  assert.equal(words('other.remaining'), '其他')
})
