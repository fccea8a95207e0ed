import { excerptOf, markWords, type Piece } from '../../../publications/search/excerpt.ts'
import { article20 } from '../../../statute/article-20.ts'
import { genres } from '../../../statute/genres.ts'
import { themes } from '../../../statute/themes.ts'
import { validities } from '../../../statute/validity.ts'
import type { PublicAgency } from '../../../storage/publications/public-items.ts'
import type { FoundItem } from '../../../storage/publications/search/read-found.ts'
import type { Facet } from '../../../storage/publications/search/search-public.ts'
import { type Fragment, type Html, html } from '../../html.ts'
import { addresses } from '../addresses.ts'
import type { SitePage } from '../components/site-layout.ts'
import type { SiteView } from '../site-view.ts'
import { longestAsked, placeText, type SearchField, type SearchQuery } from './read-search-query.ts'
import { type Counted, countedMost, type SearchResult } from './run-search.ts'
import { type SearchWords, searchWordsIn } from './search-words.ts'

/** What a search page is made of. `result` is null where nothing was asked, or the question cannot be answered. */
export type SearchParts = {
  readonly query: SearchQuery
  readonly agencies: readonly PublicAgency[]
  readonly result: SearchResult | null
  /** Why there is no answer, where there is none though something was asked. */
  readonly complaint: string | null
}

type Link = (change: Partial<Record<SearchField | 'after', string>>) => string
type Part = { readonly view: SiteView; readonly words: SearchWords; readonly link: Link } & SearchParts

/** The search page: form, conditions, what was found with the words marked, and links that narrow it down. */
export function searchPage(view: SiteView, parts: SearchParts): SitePage {
  const words = searchWordsIn(view.language)
  const { query, result, complaint } = parts
  const part: Part = { view, words, link: linksOf(view, query), ...parts }
  return {
    title: query.typed.q === '' ? words.title : words.titleFor(query.typed.q),
    crumbs: [{ label: words.title, address: addresses.search }],
    head: html`<meta name="robots" content="noindex"><script type="module" src="${view.asset('suggest.js')}"></script>
`,
    content: html`<div class="search-page"><h1>${words.title}</h1>${form(part)}${
      complaint !== null && html`<p class="notice" role="alert">${complaint}</p>`
    }${result === null ? complaint === null && html`<p class="quiet">${words.hint}</p>` : found(part, result)}</div>`,
  }
}

/** The same search with something changed, from its first page on. */
function linksOf({ href }: SiteView, { typed }: SearchQuery): Link {
  return (change) => {
    const params = new URLSearchParams()
    for (const [name, value] of Object.entries({ ...typed, ...change })) if (value !== '') params.set(name, value)
    const query = params.toString()
    return `${href(addresses.search)}${query === '' ? '' : `?${query}`}`
  }
}

function form({ view, words, query, agencies }: Part): Html {
  const { typed } = query
  const { href, language } = view
  const option = (value: string, label: string, current: string) =>
    html`<option value="${value}"${value === current && html` selected`}>${label}</option>`
  const select = (name: SearchField, label: string, options: readonly (readonly [string, string])[]) =>
    html`<p class="field"><label for="s-${name}">${label}</label><select id="s-${name}" name="${name}">${options.map(
      ([value, text]) => option(value, text, typed[name]),
    )}</select></p>`
  const input = (name: SearchField, label: string, type: 'date' | 'text') =>
    html`<p class="field"><label for="s-${name}">${label}</label><input id="s-${name}" name="${name}" type="${type}" value="${typed[name]}"${type === 'text' && html` maxlength="${longestAsked}"`}></p>`
  const narrowed = (['field', 'maker', 'from', 'to', 'agency', 'validity'] as const).some((name) => typed[name] !== '')
  const kept = (['item', 'theme', 'genre', 'order'] as const).filter((name) => typed[name] !== '')
  return html`<form class="search-form" role="search" aria-label="${words.title}" action="${href(addresses.search)}"><p class="search-line"><label class="only-spoken" for="s-q">${words.asked}</label><input id="s-q" name="q" type="search" maxlength="${longestAsked}" value="${typed.q}" autocomplete="off" list="s-suggested" data-suggest="${href(addresses.search)}suggest"><button class="button button-main">${words.submit}</button></p><datalist id="s-suggested"></datalist>
<details${narrowed && html` open`}><summary>${words.more}</summary><div class="search-fields">${select(
    'field',
    words.field,
    [
      ['', words.fields.all],
      ['title', words.fields.title],
      ['number', words.fields.number],
    ],
  )}${select('agency', words.agency, [['', words.any], ...agencies.map(({ code, name }) => [code, name] as const)])}${input('maker', words.maker, 'text')}${select(
    'validity',
    words.validity,
    [['', words.any], ...validities.map(([id, label, labelEn]) => [id, language === 'en' ? labelEn : label] as const)],
  )}${input('from', words.from, 'date')}${input('to', words.to, 'date')}</div></details>${kept.map(
    (name) => html`<input type="hidden" name="${name}" value="${typed[name]}">`,
  )}</form>`
}

function found(part: Part, { items, counted, next, searchedTo }: SearchResult): Html {
  const { view, words, link, query } = part
  const count = countText(counted)
  const none = items.length === 0 && searchedTo === null
  return html`${chosen(part)}<div class="search-frame"><section class="search-found" aria-labelledby="results"><div class="search-head"><h2 id="results" class="only-spoken">${words.results}</h2><p role="status"><strong>${words.count(count)}</strong>${
    query.order === 'best' && counted.more && html` ${words.bestOf(String(counted.count))}`
  }</p>${!none && orders(part)}</div>${none && html`<p class="search-none">${words.nothing}</p><p class="quiet">${words.nothingHint}</p>`}${
    items.length > 0 && html`<ol class="found">${items.map((item) => foundItem(part, item))}</ol>`
  }${
    searchedTo !== null &&
    html`<p class="search-older">${words.outOfTime(beijingDay(searchedTo.at))} <a href="${link({ after: placeText({ rank: 0, ...searchedTo }) })}">${words.searchOlder}</a></p>`
  }${
    (next !== null || query.after !== null) &&
    html`<nav class="page-links" aria-label="${words.pages}">${query.after !== null && html`<a href="${link({})}">${words.first}</a>`}${
      next !== null && html`<a rel="next" href="${link({ after: next })}">${words.next}</a>`
    }</nav>`
  }</section>${counted.count > 0 && filters(part, counted, view.language === 'en')}</div>`
}

function orders({ words, query, link }: Part): Html {
  return html`<p class="search-orders"><span class="only-spoken">${words.order}</span>${(
    ['newest', 'best'] as const
  ).map(
    (order) =>
      html`<a href="${link({ order: order === 'newest' ? '' : order })}"${query.order === order && html` aria-current="true"`}>${words.orders[order]}</a>`,
  )}</p>`
}

function foundItem({ view, agencies, query }: Part, item: FoundItem): Html {
  const { words: asked } = query.search
  const agency = agencies.find(({ id }) => id === item.agencyId)
  const validity = validities.find(([id]) => id === item.validity)
  const text = item.texts.find((one) => excerptOf(one, asked).some(({ marked }) => marked)) ?? item.texts[0]
  return html`<li><p class="found-title" lang="zh-CN"><a href="${view.href(addresses.item(item.id))}">${marked(markWords(item.title, asked))}</a>${
    item.validity !== 'inForce' &&
    html` <span class="validity validity-${item.validity}" lang="${view.language}">${validity?.[view.language === 'en' ? 2 : 1]}</span>`
  }</p>${text !== undefined && html`<p class="found-text" lang="zh-CN">${marked(excerptOf(text, asked))}</p>`}<p class="found-facts" lang="zh-CN"><time datetime="${item.publishedAt}">${item.publishedAt.slice(0, 10)}</time>${
    item.documentNumber !== null && html`<span>${marked(markWords(item.documentNumber, asked))}</span>`
  }<span>${item.maker === agency?.name ? item.maker : [item.maker, agency?.name].filter(Boolean).join(' · ')}</span></p></li>`
}

const marked = (pieces: readonly Piece[]): Fragment =>
  pieces.map(({ text, marked: isMarked }) => (isMarked ? html`<mark>${text}</mark>` : text))

function countText({ count, more }: Counted): string {
  return count > countedMost ? `${countedMost}+` : `${count}${more ? '+' : ''}`
}

/** Conditions that hold, each with a way to take it away. */
function chosen({ words, link, query, view, agencies }: Part): Fragment {
  const { typed, search } = query
  const english = view.language === 'en'
  const all: readonly (readonly [string | undefined, Partial<Record<SearchField, ''>>])[] = [
    [search.field === 'all' ? undefined : words.fields[search.field], { field: '' }],
    [agencies.find(({ id }) => id === search.agencyId)?.name, { agency: '' }],
    [typed.maker, { maker: '' }],
    [
      [typed.from, typed.to].some((day) => day !== '') ? `${typed.from} – ${typed.to}` : undefined,
      { from: '', to: '' },
    ],
    [article20.find(({ id }) => id === search.item)?.title, { item: '' }],
    [themes.find(({ id }) => id === search.themeClass)?.[english ? 'labelEn' : 'label'], { theme: '' }],
    [genres.find(([id]) => id === search.genre)?.[english ? 2 : 1], { genre: '' }],
    [validities.find(([id]) => id === search.validity)?.[english ? 2 : 1], { validity: '' }],
  ]
  const holding = all.flatMap(([label, without]) => (label === undefined || label === '' ? [] : [{ label, without }]))
  if (holding.length === 0) return null
  return html`<ul class="search-chosen" aria-label="${words.active}">${holding.map(
    ({ label, without }) =>
      html`<li><a href="${link(without)}" aria-label="${words.remove(label)}">${label} <span aria-hidden="true">×</span></a></li>`,
  )}</ul>`
}

/** Links that narrow down what was found, with how many of it each leaves. */
function filters({ words, link, query, agencies }: Part, { counts, more }: Counted, english: boolean): Html {
  const { search } = query
  const most = (facet: Facet) => [...counts[facet]].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
  const group = (
    label: string,
    counted: readonly (readonly [string, number])[],
    of: (value: string) => { readonly label: string | undefined; readonly to: Parameters<Link>[0] },
  ) => {
    const links = counted.slice(0, 12).flatMap(([value, count]) => {
      const { label: text, to } = of(value)
      return text === undefined
        ? []
        : [
            html`<li><a href="${link(to)}"><span>${text}</span> <span class="count">${count}${more && '+'}</span></a></li>`,
          ]
    })
    return links.length > 1 && html`<details open><summary>${label}</summary><ul>${links}</ul></details>`
  }
  const years = most('year').sort((a, b) => (a[0] < b[0] ? 1 : -1))
  return html`<aside class="search-filters" aria-label="${words.filters}">${
    search.agencyId === undefined &&
    group(words.byAgency, most('agencyId'), (id) => {
      const agency = agencies.find((one) => String(one.id) === id)
      return { label: agency?.name, to: { agency: agency?.code ?? '' } }
    })
  }${group(words.byYear, years, (year) => ({ label: year, to: { from: `${year}-01-01`, to: `${year}-12-31` } }))}${
    search.validity === undefined &&
    group(words.byValidity, most('validity'), (id) => ({
      label: validities.find(([one]) => one === id)?.[english ? 2 : 1],
      to: { validity: id },
    }))
  }${
    search.genre === undefined &&
    group(words.byGenre, most('genre'), (id) => ({
      label: genres.find(([one]) => one === id)?.[english ? 2 : 1],
      to: { genre: id },
    }))
  }${
    search.themeClass === undefined &&
    group(words.byTheme, most('themeClass'), (id) => ({
      label: themes.find((one) => one.id === id)?.[english ? 'labelEn' : 'label'],
      to: { theme: id },
    }))
  }${
    search.item === undefined &&
    group(words.byItem, most('item'), (id) => ({
      label: article20.find((one) => one.id === id)?.title,
      to: { item: id },
    }))
  }</aside>`
}

/** The day in Beijing of an instant in UTC. */
function beijingDay(at: string): string {
  return new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(0, 10)
}
