import { article20 } from '../../../statute/article-20.ts'
import { genres } from '../../../statute/genres.ts'
import { themes } from '../../../statute/themes.ts'
import type { PublicCounts } from '../../../storage/publications/count-public-items.ts'
import { type Fragment, type Html, html } from '../../html.ts'
import { addresses, type PartKind } from '../addresses.ts'
import type { ContentPart } from '../pages/content-page.ts'
import type { SiteView } from '../site-view.ts'

/** Makers beyond these are found by the search. */
const mostMakers = 100

/**
 * What is published sorted four ways, with how many there are of each. The fifteen items of 条例20 are always all listed, an
 * empty one without a link; of the others only what has something.
 */
export function contentParts(
  view: SiteView,
  code: string | null,
  current: ContentPart,
  { items, themes: themeCounts, genres: genreCounts, makers }: PublicCounts,
): Html {
  const { words, language } = view
  const english = language === 'en'
  const entry = (by: PartKind, id: string, label: string, count: number | undefined) =>
    partEntry(view, { code, by, id, label, count: count ?? 0, current: current.by === by && current.id === id })
  const group = (by: PartKind, label: string, list: Fragment) =>
    html`<details class="part-group"${(current.by === by || (current.by === 'all' && by === 'items')) && html` open`}><summary>${label}</summary>${list}</details>`
  const classes = themes.filter(({ id, within }) => within === null && themeCounts.has(id))
  return html`<nav class="parts" aria-label="${words.partsLabel}">${group(
    'items',
    words.byItem,
    html`<ol class="part-links part-links-long" lang="zh-CN">${article20.map(({ id, title }) => entry('items', id, title, items.get(id)))}</ol>`,
  )}${
    classes.length > 0 &&
    group(
      'themes',
      words.byTheme,
      html`<ul class="part-links">${classes.map(({ id, label, labelEn }) => {
        const within = themes.filter((theme) => theme.within === id && themeCounts.has(theme.id))
        return html`${entry('themes', id, english ? labelEn : label, themeCounts.get(id))}${within.map(
          (theme) =>
            html`${partEntry(view, {
              code,
              ...({ by: 'themes', id: theme.id, within: true } as const),
              label: english ? theme.labelEn : theme.label,
              count: themeCounts.get(theme.id) ?? 0,
              current: current.by === 'themes' && current.id === theme.id,
            })}`,
        )}`
      })}</ul>`,
    )
  }${
    genreCounts.size > 0 &&
    group(
      'genres',
      words.byGenre,
      html`<ul class="part-links">${genres
        .filter(([id]) => genreCounts.has(id))
        .map(([id, label, labelEn]) => entry('genres', id, english ? labelEn : label, genreCounts.get(id)))}</ul>`,
    )
  }${
    makers.size > 0 &&
    group(
      'makers',
      words.byMaker,
      html`<ul class="part-links" lang="zh-CN">${[...makers]
        .slice(0, mostMakers)
        .map(([maker, count]) => entry('makers', maker, maker, count))}</ul>`,
    )
  }</nav>`
}

type Entry = {
  readonly code: string | null
  readonly by: PartKind
  readonly id: string
  readonly label: string
  readonly count: number
  readonly current: boolean
  /** A part of the class above it. */
  readonly within?: boolean
}

function partEntry({ words, href }: SiteView, { code, by, id, label, count, current, within }: Entry): Html {
  const counted = html` <span class="count"><span class="only-spoken">${words.countBefore}</span>${count}</span>`
  return html`<li${within && html` class="part-within"`}>${
    count === 0
      ? html`<span class="part-empty">${label}${counted}</span>`
      : html`<a href="${href(addresses.part(code, by, id))}"${current && html` aria-current="page"`}>${label}${counted}</a>`
  }</li>`
}
