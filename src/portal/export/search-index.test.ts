import assert from 'node:assert/strict'
import { test } from 'node:test'
import { day } from '../../statute/day.ts'
import type { SearchedItem } from '../../storage/publications/public-items.ts'
import { SearchIndex } from './search-index.ts'

type FindPlaces = (query: string, files: number, pairsIn: (file: number) => Promise<unknown>) => Promise<number[]>
const module: { findPlaces: FindPlaces } = await import(new URL('../browser/site-search.js', import.meta.url).href)

function indexOf(texts: readonly string[]) {
  const index = new SearchIndex()
  for (const [at, text] of texts.entries()) {
    const item: SearchedItem = {
      ...{ id: `id-${at}`, agencyId: 1, title: `题${at}`, indexNumber: `X-${at}`, documentNumber: null, maker: '局' },
      ...{ madeOn: day('2026-01-02'), publishedAt: '2026-01-03T00:00:00+08:00' as SearchedItem['publishedAt'] },
      ...{ validity: 'inForce', keywords: [], body: [{ type: 'paragraph', runs: [{ text }] }] },
    }
    index.add(item, '甲局')
  }
  const files = new Map(index.files().map(({ name, text }) => [name, JSON.parse(text)]))
  const { pairs } = files.get('index.json')
  const find = (query: string) => module.findPlaces(query, pairs, async (file) => files.get(`pairs-${file}.json`))
  return { files, pairs, find }
}

test('a browser finds what the index has: words, several words, one character, any width and case', async () => {
  const { find } = indexOf(['房屋征收补偿', '房屋登记', '征收土地补偿 ABC', '其他'])
  assert.deepEqual(await find('房屋'), [0, 1])
  assert.deepEqual(await find('征收 补偿'), [0, 2])
  assert.deepEqual(await find('ａｂｃ'), [2])
  assert.deepEqual(await find('屋'), [0, 1])
  assert.deepEqual(await find('记'), [1])
  assert.deepEqual(await find('没有'), [])
  assert.deepEqual(await find('题3'), [3])
})

test('a large index is spread over files that hold the same', async () => {
  const texts = Array.from({ length: 600 }, (_, at) =>
    String.fromCharCode(...Array.from({ length: 40 }, (_, n) => 0x4e00 + ((at * 37 + n * n * 11) % 700))),
  )
  const { files, pairs, find } = indexOf(texts)
  assert.ok(pairs > 1)
  assert.equal(files.get('items-1.json').length, 100)
  const word = texts[432]?.slice(3, 8) ?? ''
  assert.ok((await find(word)).includes(432))
  for (const at of await find(word)) for (let n = 0; n < 4; n++) assert.ok(texts[at]?.includes(word.slice(n, n + 2)))
})
