import assert from 'node:assert/strict'
import { test } from 'node:test'
import { article20 } from './article-20.ts'
import { resolveCitation } from './resolve-citation.ts'

test('article 20 has fifteen items, of which the report counts four', () => {
  assert.equal(article20.length, 15)
  assert.deepEqual(
    article20.filter(({ countedInReport }) => countedInReport).map(({ item }) => item),
    [1, 5, 6, 8],
  )
  for (const { citation } of article20) assert.ok(resolveCitation(citation), citation)
})
