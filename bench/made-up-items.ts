import { bodyFromPlainText } from '../src/publications/item-body.ts'
import { article20 } from '../src/statute/article-20.ts'
import { addDays, type Day, day } from '../src/statute/day.ts'
import { genreIds } from '../src/statute/genres.ts'
import type { Searchable } from '../src/storage/publications/search/public-search-row.ts'

const firstDay = day('2021-01-01')
/** Six years: twelve half-years. */
const days = 2190

let state = 4711

/** The same numbers in every run. */
export function drawn(): number {
  state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
  return state / 2 ** 32
}

/** Begins the numbers anew, so that what is drawn next does not depend on what was drawn before. */
export function beginAnew(seed: number): void {
  state = seed
}

export const pick = <T>(from: readonly T[]): T => from[Math.floor(drawn() * from.length)] as T

const characters = Array.from({ length: 1200 }, (_, n) => String.fromCharCode(0x4e00 + ((n * 7919) % 20_000)))
export const character = (): string => characters[Math.floor(1200 * drawn() ** 2)] ?? ''
/** Made-up words of two to four characters; the n-th is drawn as often as 1 / (n + 8). */
export const vocabulary: readonly string[] = Array.from({ length: 3000 }, () =>
  Array.from({ length: 2 + Math.floor(drawn() * 2.2) }, character).join(''),
)
const upTo: number[] = []
for (const n of vocabulary.keys()) upTo.push((upTo.at(-1) ?? 0) + 1 / (n + 8))

function word(): string {
  const wanted = drawn() * (upTo.at(-1) ?? 0)
  let [low, high] = [0, upTo.length - 1]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((upTo[middle] ?? 0) < wanted) low = middle + 1
    else high = middle
  }
  return vocabulary[low] ?? ''
}

/** A text of words, at least this long. */
export function madeUpText(length: number): string {
  let made = ''
  while (made.length < length) {
    made += word()
    const what = drawn()
    if (what < 0.08) made += '，'
    else if (what < 0.1) made += `${2015 + Math.floor(drawn() * 11)}年`
    else if (what < 0.11) made += '。\n'
  }
  return `${made}。`
}

export type MadeUpItem = Searchable & { readonly publishedOn: Day; readonly second: number; readonly madeOn: Day }

/** The n-th of `all` published items: a title of some words, a text of 60 to 220 characters, of one of some agencies. */
export function madeUpItem(n: number, all: number, agencies: readonly number[]): MadeUpItem {
  const publishedOn = addDays(firstDay, Math.floor((n * days) / all))
  const year = publishedOn.slice(0, 4)
  const agencyId = agencies[Math.floor(agencies.length * drawn() ** 2)] ?? 1
  return {
    publishedOn,
    second: n % 86_400,
    madeOn: addDays(publishedOn, -Math.floor(drawn() * 20)),
    agencyId,
    title: `关于${word()}${word()}${word()}${drawn() < 0.5 ? word() : ''}的${pick(['通知', '公告', '批复', '意见', '函'])}`,
    documentNumber: drawn() < 0.6 ? `清政发〔${year}〕${1 + Math.floor(drawn() * 400)}号` : null,
    indexNumber: `A${agencyId}/${year}-${n}`,
    makers: [`第${agencyId}局`],
    summary: null,
    keywords: [word(), word()],
    item: article20[Math.floor(15 * drawn())]?.id ?? null,
    theme: `${1 + Math.floor(drawn() * 22)}.1`,
    genre: pick(genreIds),
    validity: drawn() < 0.9 ? 'inForce' : pick(['modified', 'repealed', 'expired']),
    body: bodyFromPlainText(madeUpText(60 + drawn() * 160)),
    attachmentText: '',
  }
}
