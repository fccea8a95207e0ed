import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { day } from '../../statute/day.ts'
import type { SearchedItem } from '../../storage/publications/public-items.ts'
import { SearchIndex } from './search-index.ts'

type FindPlaces = (query: string, files: number, pairsIn: (file: number) => Promise<unknown>) => Promise<number[]>
const module: { findPlaces: FindPlaces } = await import(new URL('../browser/site-search.js', import.meta.url).href)

function itemOf(text: string, at: number): SearchedItem {
  return {
    ...{ id: `id-${at}`, agencyId: 1, title: `题${at}`, indexNumber: `X-${at}`, documentNumber: null, maker: '局' },
    ...{ madeOn: day('2026-01-02'), publishedAt: '2026-01-03T00:00:00+08:00' as SearchedItem['publishedAt'] },
    ...{ validity: 'inForce', keywords: [], body: [{ type: 'paragraph', runs: [{ text }] }] },
  }
}

function filesOf(texts: readonly string[], held?: number): ReadonlyMap<string, string> {
  const folder = mkdtempSync(join(tmpdir(), 'gongkai-index-'))
  const files = new Map<string, string>()
  const write = (name: string, text: string) => void files.set(name, text)
  const index = new SearchIndex({ write, spill: join(folder, 'runs'), ...(held !== undefined && { held }) })
  for (const [at, text] of texts.entries()) index.add(itemOf(text, at), '甲局')
  index.end()
  index.close()
  assert.deepEqual(readdirSync(folder), [])
  rmdirSync(folder)
  return files
}

function indexOf(texts: readonly string[]) {
  const files = new Map([...filesOf(texts)].map(([name, text]) => [name, JSON.parse(text)]))
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

/** The n-th of some texts in characters of `kinds` kinds. */
function madeUp(n: number, characters: number, kinds: number): string {
  let state = n + 1
  return String.fromCharCode(
    ...Array.from({ length: characters }, () => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
      return 0x4e00 + Math.floor((state / 2 ** 32) * kinds)
    }),
  )
}

test('an index is the same, byte by byte, whether it fits into memory or not', () => {
  const texts = Array.from({ length: 1200 }, (_, n) => `${madeUp(n, 60, 300)} a ${n}`)
  const whole = filesOf(texts)
  assert.equal(JSON.parse(whole.get('index.json') ?? '').pairs, 32)
  for (const held of [100, 5000]) assert.deepEqual(filesOf(texts, held), whole)

  // As anybody would write it who has memory enough.
  const pairs = new Map<number, number[]>()
  for (const [place, text] of texts.entries()) {
    const all = [`题${place}`, '', `x-${place}`, '局', text].join('\n')
    const here = new Set(
      [...all]
        .map((first, at) => [first, all[at + 1] ?? ' '] as const)
        .filter(([first]) => first > ' ')
        .map(([first, second]) => first.charCodeAt(0) * 65_536 + (second > ' ' ? second.charCodeAt(0) : 0)),
    )
    for (const pair of here) pairs.set(pair, [...(pairs.get(pair) ?? []), place])
  }
  const sorted = [...pairs].sort(([a], [b]) => a - b)
  for (let file = 0; file < 32; file++) {
    const entries = sorted
      .filter(([pair]) => Math.floor(pair / 65_536) % 32 === file)
      .map(([pair, places]) => `"${pair.toString(36)}":[${places.map((place, n) => place - (places[n - 1] ?? 0))}]`)
    assert.equal(whole.get(`pairs-${file}.json`), `{${entries.join(',\n')}}\n`)
  }
})

test('20,000 texts whose pairs are nearly all different are indexed in little memory', () => {
  // Kept in memory, the two million pairs take most of a gigabyte.
  const script = `import { SearchIndex } from ${JSON.stringify(new URL('search-index.ts', import.meta.url).href)}
    const [itemOf, madeUp] = [${itemOf}, ${madeUp}], day = (text) => text
    let bytes = 0
    const index = new SearchIndex({ write: (_, text) => { bytes += text.length }, spill: process.argv[1] })
    for (let n = 0; n < 20_000; n++) index.add(itemOf(madeUp(n, 120, 6000), n), '甲局')
    index.end()
    index.close()
    console.log(JSON.stringify({ bytes, held: process.memoryUsage().arrayBuffers }))`
  const folder = mkdtempSync(join(tmpdir(), 'gongkai-index-'))
  const args = ['--max-old-space-size=48', '--input-type=module-typescript', '-e', script, join(folder, 'runs')]
  const { stdout, stderr, status } = spawnSync(process.execPath, args, { encoding: 'utf8' })
  rmdirSync(folder)
  assert.equal(status, 0, stderr.slice(0, 2000))
  const { bytes, held } = JSON.parse(stdout)
  assert.ok(bytes > 25_000_000, `${bytes}`)
  assert.ok(held < 32 * 1024 * 1024, `${held}`)
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
