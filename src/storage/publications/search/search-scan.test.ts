import assert from 'node:assert/strict'
import { test } from 'node:test'
import { foldNumber } from '../../../publications/search/fold-public-text.ts'
import type { DisclosureItemId } from '../../../statute/article-20.ts'
import { day } from '../../../statute/day.ts'
import type { GenreId } from '../../../statute/genres.ts'
import type { Validity } from '../../../statute/validity.ts'
import { describeOnEachEngine } from '../../test-storage.ts'
import { type SearchRow, searchRowOf } from './public-search-row.ts'
import { searchAsPublic } from './read-found.ts'
import { byRank, findExact, findNewest, type Hit, type PublicSearch } from './search-public.ts'

type Row = SearchRow & {
  readonly id: string
  readonly at: string
  readonly agencyId: number
  readonly item: DisclosureItemId | null
  readonly genre: GenreId
  readonly validity: Validity
}

describeOnEachEngine((current) => {
  test('whatever is asked, search finds and counts what a scan does, in both orders, page by page', async () => {
    const draw = drawing(20_261_125)
    const rows = Array.from({ length: 1500 }, () => madeUp(draw))
    const { admin, storage } = current()
    for (const row of rows) {
      await admin.query('select add_search_half_year($1::timestamptz)', [row.at])
      await admin.query('insert into public_search values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)', [
        ...[row.at, row.id, row.agencyId, row.title, row.number, row.maker, row.item, row.themeClass, row.genre],
        ...[row.validity, [], row.text, row.grams],
      ])
    }
    for (let n = 0; n < 150; n++) {
      const search = asked(draw, rows)
      const all = scan(rows, search)
      const told = { most: 7, order: draw(2) ? 'best' : 'newest' } as const
      const wanted = [1, 20, 300, 2000][draw(4)] ?? 1
      const place = draw(2) && all.length > 0 ? (all[draw(all.length)] ?? null) : null
      const from = all.filter((hit) => place === null || byPlace(hit, place) > 0).slice(0, wanted)
      const ordered = (told.order === 'best' ? from : from.map((hit) => ({ ...hit, rank: 0 }))).toSorted(byRank)
      const after = draw(2) && ordered.length > 0 ? (ordered[draw(ordered.length)] ?? null) : null
      const label = JSON.stringify({ n, search, wanted, told, place, after })
      const found = await searchAsPublic(storage, (trx) =>
        findNewest(trx, search, { wanted, after: place, budget: 60_000, told: { ...told, after } }),
      )
      assert.equal(found.searchedTo, null, label)
      assert.equal(found.count, from.length, label)
      const expected = ordered.filter((hit) => after === null || byRank(hit, after) > 0).slice(0, told.most)
      assert.deepEqual(
        found.hits,
        expected.map(({ id, at, rank }) => ({ id, at, rank })),
        label,
      )
      assert.deepEqual(sorted(found.counts.genre), sorted(countBy(from, ({ row }) => row.genre)), label)
      assert.deepEqual(sorted(found.counts.item), sorted(countBy(from, ({ row }) => row.item)), label)
      assert.deepEqual(sorted(found.counts.year), sorted(countBy(from, ({ row }) => yearOf(row.at))), label)
      const exact = await searchAsPublic(storage, (trx) => findExact(trx, search, 9))
      assert.deepEqual(
        exact.map(({ id }) => id),
        all
          .filter(({ rank }) => rank === 4)
          .slice(0, 9)
          .map(({ id }) => id),
        label,
      )
    }
  })
})

type ScanHit = Hit & { readonly row: Row }

/** All that is asked for, newest first, without any index. */
function scan(rows: readonly Row[], search: PublicSearch): readonly ScanHit[] {
  const { words, field, agencyId, item, themeClass, genre, validity, maker, from, to } = search
  const called = words.join(' ')
  const rank = ({ title, number }: Row) => {
    if (words.length === 0) return 0
    if (title === called || number.split('\n').includes(foldNumber(called))) return 4
    const inTitle = words.filter((word) => title.includes(word)).length
    return title.startsWith(called) ? 3 : inTitle === words.length ? 2 : inTitle > 0 ? 1 : 0
  }
  return rows
    .filter((row) => words.every((word) => row[field === 'all' ? 'text' : field].includes(word)))
    .filter((row) => agencyId === undefined || row.agencyId === agencyId)
    .filter((row) => item === undefined || row.item === item)
    .filter((row) => themeClass === undefined || row.themeClass === themeClass)
    .filter((row) => genre === undefined || row.genre === genre)
    .filter((row) => validity === undefined || row.validity === validity)
    .filter((row) => maker === undefined || row.maker.includes(maker))
    .filter((row) => from === undefined || dayOf(row.at) >= from)
    .filter((row) => to === undefined || dayOf(row.at) <= to)
    .map((row) => ({ id: row.id, at: row.at, rank: rank(row), row }))
    .sort(byPlace)
}

function byPlace(a: Hit, b: Hit): number {
  return byRank({ ...a, rank: 0 }, { ...b, rank: 0 })
}

const dayOf = (at: string) => new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(0, 10)
const yearOf = (at: string) => dayOf(at).slice(0, 4)

function countBy(hits: readonly ScanHit[], of: (hit: ScanHit) => string | null): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const value of hits.map(of)) if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1)
  return counts
}

const sorted = (counts: ReadonlyMap<string, number>) => [...counts].sort(([a], [b]) => (a < b ? -1 : 1))

type Draw = (below: number) => number

function drawing(seed: number): Draw {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

/** Common and rare ones, some of two units, some where marks lie, some that mean something to patterns. */
const signs = [...'水水水水水水土土土土火火火木木金𠮷a%_\\\ue001\uf001']
/** In no item of the newest, so that the index is asked; in more of the older ones than a page holds. */
const oldWord = '旧闻'
const items = ['rules', 'budgets', null] as const
const genres = ['notice', 'decision'] as const
const validities = ['inForce', 'inForce', 'inForce', 'repealed'] as const
const days = ['2026-11-20', '2026-06-30', '2026-07-01', '2025-12-31', '2026-01-01', '2019-05-04'] as const

const word = (draw: Draw, longest: number) =>
  Array.from({ length: 1 + draw(longest) }, () => signs[draw(signs.length)]).join('')

function madeUp(draw: Draw): Row {
  const [agencyId, item] = [1 + draw(3), items[draw(3)] ?? null]
  const [genre, validity] = [genres[draw(2)] ?? 'notice', validities[draw(4)] ?? 'inForce']
  const on = days[draw(days.length)] ?? days[0]
  const old = on < '2026-02' && draw(3) === 0 ? oldWord : ''
  const text = old + Array.from({ length: 1 + draw(8) }, () => word(draw, 5)).join(draw(2) ? ' ' : '')
  const row = searchRowOf({
    ...{ agencyId, item, genre, validity, title: word(draw, 4), documentNumber: draw(2) ? word(draw, 3) : null },
    ...{ indexNumber: word(draw, 2), makers: [word(draw, 2)], summary: null, keywords: [], theme: `${1 + draw(2)}.1` },
    ...{ body: [{ type: 'paragraph', runs: [{ text }] }], attachmentText: '' },
  })
  const hex = () => draw(65_536).toString(16).padStart(4, '0')
  // Few instants, so that the order is often that of the ids.
  const clock = `T${String(draw(24)).padStart(2, '0')}:00:00.00000${draw(2)}Z`
  const id = `${hex()}${hex()}-${hex()}-${hex()}-${hex()}-${hex()}${hex()}${hex()}`
  return { ...row, id, at: `${on}${clock}`, agencyId, item, genre, validity }
}

function asked(draw: Draw, rows: readonly Row[]): PublicSearch {
  const some = () => rows[draw(rows.length)]
  const pieces = () => {
    if (draw(6) === 0) return oldWord
    const row = some()
    if (draw(6) === 0) return (draw(2) ? row?.title : row?.number.split('\n')[0]) ?? ''
    const text = row?.text ?? ''
    const start = draw(text.length)
    return draw(3) ? text.slice(start, start + 1 + draw(4)) : word(draw, 3)
  }
  const words = Array.from({ length: draw(8) === 0 ? 0 : 1 + draw(2) }, pieces)
    .flatMap((piece) => piece.toWellFormed().replaceAll('\ufffd', '').split(/\s/))
    .filter((piece) => piece !== '')
  const field = (['all', 'all', 'all', 'title', 'number'] as const)[draw(5)] ?? 'all'
  return {
    ...{ words: [...new Set(words)], field },
    ...(draw(5) === 0 && { agencyId: 1 + draw(3) }),
    ...(draw(5) === 0 && { item: 'rules' as const }),
    ...(draw(5) === 0 && { themeClass: '1' }),
    ...(draw(5) === 0 && { genre: 'notice' as const }),
    ...(draw(5) === 0 && { validity: validities[draw(4)] ?? 'inForce' }),
    ...(draw(6) === 0 && { maker: word(draw, 1) }),
    ...(draw(5) === 0 && { from: day(days[draw(days.length)] ?? '') }),
    ...(draw(5) === 0 && { to: day(days[draw(days.length)] ?? '') }),
  }
}
