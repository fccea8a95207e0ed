import { CompiledQuery } from 'kysely'
import { foldNumber } from '../../../publications/search/fold-public-text.ts'
import { markOf, titleWordGrams, wordGrams } from '../../../publications/search/public-grams.ts'
import type { DisclosureItemId } from '../../../statute/article-20.ts'
import type { Day } from '../../../statute/day.ts'
import type { GenreId } from '../../../statute/genres.ts'
import type { Validity } from '../../../statute/validity.ts'
import type { Trx } from '../../storage.ts'
import { groupsOfHalfYears, type HalfYear } from './half-years.ts'

/** What to look for among published items; all conditions hold together. Words are folded and have no blanks. */
export type PublicSearch = {
  readonly words: readonly string[]
  /** Where the words stand: anywhere, in the title, in the document or index number. */
  readonly field: 'all' | 'title' | 'number'
  readonly agencyId?: number
  readonly item?: DisclosureItemId
  /** The class of the theme, `2`. */
  readonly themeClass?: string
  readonly genre?: GenreId
  readonly validity?: Validity
  /** Part of a maker's name, folded. */
  readonly maker?: string
  /** First and last day of publication. */
  readonly from?: Day
  readonly to?: Day
}

/** A published item that was found. */
export type Hit = {
  readonly id: string
  /** Of its publication, to the microsecond. */
  readonly at: string
  /** 4: it is called exactly this; 3: its title begins so; 2: all words in the title; 1: some; 0: in its text. 0 for all where nobody asked. */
  readonly rank: number
}

/** The place of an item in the order of the newest. */
export type Place = Pick<Hit, 'at' | 'id'>

/** What found items are counted by. */
const facets = ['agencyId', 'item', 'themeClass', 'genre', 'validity', 'year'] as const
export type Facet = (typeof facets)[number]

export type Found = {
  /** How many have all that is asked for, as far as was looked. */
  readonly count: number
  /** How many of them have each value. */
  readonly counts: Readonly<Record<Facet, ReadonlyMap<string, number>>>
  /** The first of them in the order, as many as were asked for. */
  readonly hits: readonly Hit[]
  /** Set where time was over: what was published before has not been looked at. */
  readonly searchedTo: Place | null
}

export type Asked = {
  /** So many of the newest that have all that is asked for are looked at. */
  readonly wanted: number
  /** Only what comes after this place in the order of the newest. */
  readonly after: Place | null
  /** Milliseconds after which no further part is begun. */
  readonly budget: number
  /** The first of those looked at are told. All of them, newest first, without it. */
  readonly told?: {
    readonly most: number
    readonly order: 'newest' | 'best'
    /** Only what comes after this one in that order. */
    readonly after: Hit | null
  }
}

/** Items read along the list at first: where words are common they fill the page, and tell how common they are. */
const firstLook = 400
/** Items along the list in one statement. */
const atOnce = 5000
/** Half-years asked by the index in one statement, which ends early where it has enough. */
const firstHalfYears = 12
/** Items of a half-year where there are very many; where there are fewer, the list is as good as the index. */
const inHalfYear = 80_000
/** What an item costs along the list, and one that the index finds. Their ratio counts. */
const costs = { along: 2, byIndex: 3 } as const

/** The newest items that have all that is asked for: half-year by half-year, until there are enough or time is over. */
export async function findNewest(trx: Trx, search: PublicSearch, asked: Asked): Promise<Found> {
  const { wanted, after, budget, told = { most: wanted, order: 'newest', after: null } } = asked
  const end = performance.now() + budget
  const statements = new Statements(trx, search, told)
  const found = new Gathered(told.most)
  let place = after
  for (let looked = 0; ; ) {
    if (found.count >= wanted) return found.end(null)
    if (performance.now() > end) return found.end(place)
    const missing = wanted - found.count
    const along = looked === 0 ? firstLook : Math.ceil((missing * looked * 1.2) / found.count)
    const byIndex = Math.max(missing, (found.count / looked) * inHalfYear)
    if (looked > 0 && statements.hasGrams && along * costs.along > byIndex * costs.byIndex) break
    const size = statements.hasGrams ? Math.min(along, atOnce) : atOnce
    const { last, ...met } = await statements.walk(place, size, missing)
    found.add(met)
    if (last === null) return found.end(null)
    looked += size
    place = last
  }
  for (const halfYears of groupsOfHalfYears(Date.now(), firstHalfYears)) {
    if (found.count >= wanted) break
    if (performance.now() > end) return found.end(place)
    found.add(await statements.byIndex(halfYears, place, wanted - found.count))
    const next = { at: halfYears.at(-1)?.start ?? '', id: firstId }
    if (place === null || next.at < place.at) place = next
  }
  return found.end(null)
}

/** Items of any age that are called exactly as was asked for, by title or number. */
export async function findExact(trx: Trx, search: PublicSearch, most: number): Promise<readonly Hit[]> {
  if (search.words.length === 0) return []
  const called = search.words.join(' ')
  const marks = [markOf('title', called), markOf('number', foldNumber(called))]
  return await new Statements(trx, search, { most, order: 'best', after: null }).exact(marks)
}

const firstId = '00000000-0000-0000-0000-000000000000'

/** What was found by one statement, and what is found by all of them. */
type Met = Pick<Found, 'count' | 'hits'> & {
  readonly counts: Readonly<Record<Facet, Readonly<Record<string, number>> | null>>
}

class Gathered {
  count = 0
  readonly #most: number
  readonly #counts = Object.fromEntries(facets.map((facet) => [facet, new Map<string, number>()])) as Record<
    Facet,
    Map<string, number>
  >
  #hits: readonly Hit[] = []

  constructor(most: number) {
    this.#most = most
  }

  add({ count, hits, counts }: Met): void {
    this.count += count
    for (const facet of facets) {
      const all = this.#counts[facet]
      for (const [value, more] of Object.entries(counts[facet] ?? {})) all.set(value, (all.get(value) ?? 0) + more)
    }
    this.#hits = [...this.#hits, ...hits].sort(byRank).slice(0, this.#most)
  }

  end(searchedTo: Place | null): Found {
    return { count: this.count, counts: this.#counts, hits: this.#hits, searchedTo }
  }
}

/** The better first, then the newer. */
export function byRank(a: Hit, b: Hit): number {
  return b.rank - a.rank || (a.at === b.at ? (a.id > b.id ? -1 : a.id === b.id ? 0 : 1) : a.at > b.at ? -1 : 1)
}

/**
 * The statements of one search. Their texts are few, so that a connection plans each of them once: planning for all half-years
 * takes longer than most searches.
 */
class Statements {
  readonly #trx: Trx
  readonly #search: PublicSearch
  readonly #told: NonNullable<Asked['told']>
  readonly #grams: readonly number[]

  constructor(trx: Trx, search: PublicSearch, told: NonNullable<Asked['told']>) {
    this.#trx = trx
    this.#search = search
    this.#told = told
    this.#grams = gramsOf(search)
  }

  get hasGrams(): boolean {
    return this.#grams.length > 0
  }

  /** The first matches among the next `size` items of the list, and the last item looked at; null at the end, or with enough. */
  async walk(after: Place | null, size: number, most: number): Promise<Met & { readonly last: Place | null }> {
    const given = new Given()
    const some = given.add(size, 'bigint')
    // The last item of the walk is told even where it does not match.
    const text = `with met as materialized (
        select * from (select *, ${conditionsOf(this.#search, given)} as hit, row_number() over () as place from (
          select ${columns}, text, maker from public_search where ${withinDays(this.#search, given)} and ${following(after, given)}
          order by published_at desc, id desc limit ${some}) newest) numbered
        where hit or place = ${some} limit ${given.add(most, 'bigint')})
      select ${this.#summary('met where hit', given)},
        (select json_build_object('at', ${at}, 'id', id) from met where place = ${some}) as "end"`
    const [row] = await this.#run<Met & { readonly end: Place | null }>(text, given)
    if (!row) throw new Error('a walk told nothing')
    return { ...row, last: row.count < most ? row.end : null }
  }

  /** Matches of some half-years by the index on pairs and marks; those of the older ones only if the newer have not enough. */
  async byIndex(halfYears: readonly HalfYear[], after: Place | null, most: number): Promise<Met> {
    const given = new Given()
    const [grams, limit] = [given.add(`{${this.#grams.join(',')}}`, 'integer[]'), given.add(most, 'bigint')]
    const conditions = conditionsOf(this.#search, given)
    const place = following(after, given)
    const days = withinDays(this.#search, given)
    const begin = given.add(beginOf(this.#search), 'timestamptz')
    const end = given.add(after?.at ?? 'infinity', 'timestamptz')
    // Each half-year apart from the order and from what the other index knows: the planner would hope for too much from either.
    const parts = halfYears.map(
      (half) => `(select * from (select ${columns} from public_search
          where published_at >= '${half.start}' and published_at < '${half.end}' and ${begin} < '${half.end}' and ${end} >= '${half.start}'
            and grams @> ${grams} and ${conditions} offset 0) unordered
        where ${days} and ${place} order by published_at desc, id desc limit ${limit})`,
    )
    const text = `with met as materialized (select * from (${parts.join(' union all ')}) newest limit ${limit})
      select ${this.#summary('met', given)}`
    const [row] = await this.#run<Met>(text, given)
    if (!row) throw new Error('the index told nothing')
    return row
  }

  async exact(marks: readonly number[]): Promise<readonly Hit[]> {
    const given = new Given()
    const text = `with met as materialized (select ${columns} from public_search
        where grams && ${given.add(`{${marks.join(',')}}`, 'integer[]')} and ${conditionsOf(this.#search, given)})
      select id, ${at} as at, rank from (select *, ${rankOf(this.#search, given)} as rank from met where ${withinDays(this.#search, given)}) ranked
      where rank = 4 order by published_at desc, id desc limit ${given.add(this.#told.most, 'bigint')}`
    return await this.#run<Hit>(text, given)
  }

  /** Counts and values of what was met, and the first of it in the order. */
  #summary(met: string, given: Given): string {
    const { most, order, after } = this.#told
    const counts = facets.map(
      (facet) => `'${facet}', (select json_object_agg(value, items) from
        (select ${counted[facet]} as value, count(*) as items from ${met} group by 1) by_value where value is not null)`,
    )
    const place = [
      given.add(after?.rank ?? 9, 'integer'),
      given.add(after?.at ?? 'infinity', 'timestamptz'),
      given.add(after?.id ?? lastId, 'uuid'),
    ]
    return `(select count(*)::integer from ${met}) as count,
      json_build_object(${counts.join(', ')}) as counts,
      (select coalesce(json_agg(json_build_object('id', id, 'at', ${at}, 'rank', rank)), '[]')
        from (select * from (select id, published_at, ${order === 'best' ? rankOf(this.#search, given) : '0'} as rank from ${met}) ranked
          where (rank, published_at, id) < (${place.join(', ')})
          order by rank desc, published_at desc, id desc limit ${given.add(most, 'bigint')}) first) as hits`
  }

  async #run<Row>(text: string, given: Given): Promise<readonly Row[]> {
    const { rows } = await this.#trx.executeQuery<Row>(CompiledQuery.raw(`/* prepared */ ${text}`, [...given.values]))
    return rows
  }
}

/** What a statement is given beside its text. */
class Given {
  readonly values: unknown[] = []

  /** Gives what stands for the value in the text. */
  add(value: unknown, type: string): string {
    this.values.push(value)
    return `$${this.values.length}::${type}`
  }
}

const lastId = 'ffffffff-ffff-ffff-ffff-ffffffffffff'

const columns = 'id, published_at, agency_id, item, theme_class, genre, validity, title, number'
const at = `to_char(published_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`

/** What is counted. */
const counted: Readonly<Record<Facet, string>> = {
  agencyId: 'agency_id',
  item: 'item',
  themeClass: 'theme_class',
  genre: 'genre',
  validity: 'validity',
  // Without the name of a time zone, which takes longer; the clocks of Beijing have stood still since 1991.
  year: `date_part('year', published_at at time zone interval '8 hours')`,
}

const beginOf = ({ from }: PublicSearch) => (from === undefined ? '-infinity' : `${from}T00:00:00+08:00`)

function withinDays(search: PublicSearch, given: Given): string {
  const end = given.add(search.to === undefined ? 'infinity' : `${search.to}T00:00:00+08:00`, 'timestamptz')
  return `published_at >= ${given.add(beginOf(search), 'timestamptz')} and published_at < ${end} + interval '1 day'`
}

function following(after: Place | null, given: Given): string {
  return `(published_at, id) < (${given.add(after?.at ?? 'infinity', 'timestamptz')}, ${given.add(after?.id ?? lastId, 'uuid')})`
}

/** What the texts have to say; of what the index finds they have the last word. */
function conditionsOf(search: PublicSearch, given: Given): string {
  const { words, field, agencyId, item, themeClass, genre, validity, maker } = search
  const same = (column: string, value: string | number | undefined, type: string) => {
    const asked = given.add(value ?? null, type)
    return `(${asked} is null or ${column} = ${asked})`
  }
  const makers = maker === undefined ? [] : [containing(maker)]
  return [
    same('agency_id', agencyId, 'integer'),
    same('item', item, 'text'),
    same('theme_class', themeClass, 'text'),
    same('genre', genre, 'text'),
    same('validity', validity, 'text'),
    `maker like all (${given.add(makers, 'text[]')})`,
    containsAll({ all: 'text', title: 'title', number: 'number' }[field], words, given),
  ].join(' and ')
}

/** The first word by the quicker of two ways; what is one text for any number of words can be prepared. */
function containsAll(column: string, [first = '', ...more]: readonly string[], given: Given): string {
  const others = `${column} like all (${given.add(more.map(containing), 'text[]')})`
  return `strpos(${column}, ${given.add(first, 'text')}) > 0 and ${others}`
}

const containing = (word: string) => `%${word.replace(/[\\%_]/g, '\\$&')}%`

function gramsOf({
  words,
  field,
  agencyId,
  item,
  themeClass,
  genre,
  validity,
  maker,
}: PublicSearch): readonly number[] {
  const grams = new Set(words.flatMap(field === 'title' ? titleWordGrams : wordGrams))
  for (const gram of maker === undefined ? [] : maker.split(' ').flatMap(wordGrams)) grams.add(gram)
  if (agencyId !== undefined) grams.add(markOf('agency', agencyId))
  if (item !== undefined) grams.add(markOf('item', item))
  if (themeClass !== undefined) grams.add(markOf('theme', themeClass))
  if (genre !== undefined) grams.add(markOf('genre', genre))
  // Nearly everything is in force: to ask for that takes longer than to look.
  if (validity !== undefined && validity !== 'inForce') grams.add(markOf('validity', validity))
  return [...grams]
}

function rankOf({ words }: PublicSearch, given: Given): string {
  const [first, ...more] = words
  if (first === undefined) return '0'
  const called = words.join(' ')
  const [name, number] = [given.add(called, 'text'), given.add(foldNumber(called), 'text')]
  const others = given.add(more.map(containing), 'text[]')
  // What most items are not is asked first.
  return `case when strpos(number, ${number}) > 0 and ${number} = any (string_to_array(number, E'\\n')) then 4
    when strpos(title, ${given.add(first, 'text')}) = 0 then case when title like any (${others}) then 1 else 0 end
    when title = ${name} then 4 when starts_with(title, ${name}) then 3
    when title like all (${others}) then 2 else 1 end`
}
