import { type RawBuilder, sql } from 'kysely'
import { foldNumber } from '../../../publications/search/fold-public-text.ts'
import { markOf, titleWordGrams, wordGrams } from '../../../publications/search/public-grams.ts'
import type { DisclosureItemId } from '../../../statute/article-20.ts'
import type { Day } from '../../../statute/day.ts'
import type { GenreId } from '../../../statute/genres.ts'
import type { Validity } from '../../../statute/validity.ts'
import type { Trx } from '../../storage.ts'

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

/** A published item that was found, with what it is counted by. */
export type Hit = {
  readonly id: string
  /** Of its publication, to the microsecond. */
  readonly at: string
  readonly agencyId: number
  readonly item: string | null
  readonly themeClass: string | null
  readonly genre: string | null
  readonly validity: Validity
  readonly year: string
  /** 4: it is called exactly this; 3: its title begins so; 2: all words in the title; 1: some; 0: in its text. */
  readonly rank: number
}

/** The place of an item in the order of the newest. */
export type Place = Pick<Hit, 'at' | 'id'>

export type Found = {
  /** Newest first. */
  readonly hits: readonly Hit[]
  /** Set where time was over: what was published before has not been looked at. */
  readonly searchedTo: Place | null
}

export type Asked = {
  readonly wanted: number
  /** Only what comes after this place in the order. */
  readonly after: Place | null
  /** Milliseconds after which no further part is begun. */
  readonly budget: number
}

/** Items read along the list at first: where words are common they fill the page, and tell how common they are. */
const firstLook = 400
/** So many items along the list take as long as a half-year by its index. */
const alongMost = 8000
/** Items along the list in one statement. */
const atOnce = 5000
/** A group of half-years that took longer than these milliseconds is not followed by a larger one. */
const longGroup = 40

/** The newest items that have all that is asked for: half-year by half-year, until there are enough or time is over. */
export async function findNewest(trx: Trx, search: PublicSearch, { wanted, after, budget }: Asked): Promise<Found> {
  const end = performance.now() + budget
  const parts = (await halfYears(trx, search)).filter(({ start }) => after === null || start < after.at)
  const query = new PartQuery(trx, search)
  const hits: Hit[] = []
  let place = after
  let looked = 0
  let [from, group] = [0, 1]
  while (from < parts.length && hits.length < wanted) {
    if (performance.now() > end) return { hits, searchedTo: place }
    const missing = wanted - hits.length
    const rate = hits.length / looked
    const along = looked === 0 ? firstLook : Math.ceil((missing / rate) * 1.2)
    if (!query.hasGrams || along <= alongMost) {
      const size = query.hasGrams ? Math.max(along, firstLook) : atOnce
      const { met, last } = await query.walk(rangeOf(parts.slice(from)), place, Math.min(size, atOnce))
      hits.push(...met)
      looked += Math.min(size, atOnce)
      if (last === null) break
      place = last
      from = parts.findIndex(({ start }) => start <= last.at)
      if (from < 0) break
      continue
    }
    const begun = performance.now()
    const some = parts.slice(from, from + group)
    const met = await query.byIndex(rangeOf(some), place, missing)
    hits.push(...met)
    looked += 80_000 * some.length
    from += some.length
    // What comes after all that lies in these half-years.
    place = { at: some.at(-1)?.start ?? '', id: firstId }
    group = performance.now() - begun > longGroup ? 1 : group * 2
  }
  return { hits: hits.slice(0, wanted), searchedTo: null }
}

/** Items of any age that are called exactly as was asked for, by title or number. */
export async function findExact(trx: Trx, search: PublicSearch, most: number): Promise<readonly Hit[]> {
  if (search.words.length === 0) return []
  const called = search.words.join(' ')
  const marks = [markOf('title', called), markOf('number', foldNumber(called))]
  return await new PartQuery(trx, search).exact(marks, most)
}

const firstId = '00000000-0000-0000-0000-000000000000'

type Range = { readonly start: string; readonly end: string }

const rangeOf = (parts: readonly Range[]): Range => ({ start: parts.at(-1)?.start ?? '', end: parts[0]?.end ?? '' })

/** The half-years that there are and that the days of the search touch, newest first. Instants in UTC, as `Hit.at`. */
async function halfYears(trx: Trx, { from, to }: PublicSearch): Promise<readonly Range[]> {
  const { rows } = await sql<{ name: string }>`select c.relname as name from pg_inherits i
      join pg_class c on c.oid = i.inhrelid
    where i.inhparent = 'public_search'::regclass order by c.relname collate "C" desc`.execute(trx)
  const midnight = (year: number, month: string) =>
    `${year - (month === '01' ? 1 : 0)}-${month === '01' ? '12-31' : '06-30'}T16:00:00.000000Z`
  return rows
    .map(({ name }) => {
      const [, year, half] = /_(\d{4})h([12])$/.exec(name) ?? []
      if (year === undefined) throw new Error(`a partition that is no half-year: ${name}`)
      return half === '1'
        ? { start: midnight(Number(year), '01'), end: midnight(Number(year), '07') }
        : { start: midnight(Number(year), '07'), end: midnight(Number(year) + 1, '01') }
    })
    .filter(({ start, end }) => (from === undefined || from <= end) && (to === undefined || `${to}T99` >= start))
}

/** The statements of one search over a part of the time. */
class PartQuery {
  readonly #trx: Trx
  readonly #conditions: RawBuilder<unknown>
  readonly #columns: RawBuilder<unknown>
  readonly #grams: string
  readonly hasGrams: boolean

  constructor(trx: Trx, search: PublicSearch) {
    this.#trx = trx
    this.#conditions = sql.join([...conditionsOf(search), sql`true`], sql` and `)
    this.#columns = sql`id, to_char(published_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at,
      agency_id as "agencyId", item, theme_class as "themeClass", genre, validity,
      to_char(published_at at time zone 'Asia/Shanghai', 'YYYY') as year, ${rankOf(search)} as rank`
    const grams = gramsOf(search)
    this.hasGrams = grams.length > 0
    this.#grams = `{${grams.join(',')}}`
  }

  /** Matches among the next `size` items of the list, and the last item that was looked at; null at the end of the range. */
  async walk(range: Range, after: Place | null, size: number) {
    const { rows } = await sql<Hit & { hit: boolean; place: number }>`
      with walked as materialized (select *, row_number() over () as place from (
          select * from (select published_at, id, agency_id, title, number, maker, item, theme_class, genre, validity, text
            from public_search where ${within(range, after)} order by published_at desc, id desc limit ${size}) newest) numbered),
        met as (select *, ${this.#conditions} as hit from walked)
      select ${this.#columns}, hit, place::integer as place from met where hit or place = ${size} order by place`.execute(
      this.#trx,
    )
    const end = rows.at(-1)
    const last = end?.place === size ? { at: end.at, id: end.id } : null
    return { met: rows.filter(({ hit }) => hit), last }
  }

  /** Matches of a range by the index on pairs and marks. */
  async byIndex(range: Range, after: Place | null, most: number): Promise<readonly Hit[]> {
    // Apart from the order, or the planner would hope to meet them early along the list.
    const { rows } = await sql<Hit>`with found as materialized (select * from public_search
        where ${within(range, after)} and grams @> ${this.#grams}::integer[] and ${this.#conditions})
      select ${this.#columns} from found order by published_at desc, id desc limit ${most}`.execute(this.#trx)
    return rows
  }

  async exact(marks: readonly number[], most: number): Promise<readonly Hit[]> {
    const { rows } = await sql<Hit>`with found as materialized (select * from public_search
        where grams && ${`{${marks.join(',')}}`}::integer[] and ${this.#conditions})
      select ${this.#columns} from found where ${sql`true`} order by rank desc, published_at desc, id desc limit ${most}`.execute(
      this.#trx,
    )
    return rows.filter(({ rank }) => rank === 4)
  }
}

function within({ start, end }: Range, after: Place | null): RawBuilder<unknown> {
  const range = sql`published_at >= ${start}::timestamptz and published_at < ${end}::timestamptz`
  return after === null ? range : sql`${range} and (published_at, id) < (${after.at}::timestamptz, ${after.id}::uuid)`
}

/** What the texts have to say; of what the index finds they have the last word. */
function conditionsOf(search: PublicSearch): readonly RawBuilder<unknown>[] {
  const { words, field, agencyId, item, themeClass, genre, validity, maker, from, to } = search
  const column = { all: sql`text`, title: sql`title`, number: sql`number` }[field]
  return [
    ...(agencyId === undefined ? [] : [sql`agency_id = ${agencyId}`]),
    ...(item === undefined ? [] : [sql`item = ${item}`]),
    ...(themeClass === undefined ? [] : [sql`theme_class = ${themeClass}`]),
    ...(genre === undefined ? [] : [sql`genre = ${genre}`]),
    ...(validity === undefined ? [] : [sql`validity = ${validity}`]),
    ...(from === undefined ? [] : [sql`published_at >= ${`${from}T00:00:00+08:00`}::timestamptz`]),
    ...(to === undefined ? [] : [sql`published_at < ${`${to}T00:00:00+08:00`}::timestamptz + interval '1 day'`]),
    ...(maker === undefined ? [] : [sql`maker like ${containing(maker)}`]),
    ...words.map((word) => sql`${column} like ${containing(word)}`),
  ]
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
  if (validity !== undefined) grams.add(markOf('validity', validity))
  return [...grams]
}

function rankOf({ words }: PublicSearch): RawBuilder<unknown> {
  if (words.length === 0) return sql`0`
  const called = words.join(' ')
  const inTitle = words.map((word) => sql`strpos(title, ${word}) > 0`)
  return sql`case when title = ${called} or ${foldNumber(called)} = any (string_to_array(number, E'\\n')) then 4
    when strpos(title, ${called}) = 1 then 3
    when ${sql.join(inTitle, sql` and `)} then 2 when ${sql.join(inTitle, sql` or `)} then 1 else 0 end`
}
