import { article20 } from '../../../statute/article-20.ts'
import { genres } from '../../../statute/genres.ts'
import { findTheme, themePath } from '../../../statute/themes.ts'
import { validities } from '../../../statute/validity.ts'
import type { PublicAgency, PublicItem } from '../../../storage/publications/public-items.ts'
import { type Fragment, type Html, html } from '../../html.ts'
import { addresses } from '../addresses.ts'
import { agencyCrumb } from '../components/agency-frame.ts'
import { itemList } from '../components/item-list.ts'
import { itemText } from '../components/item-text.ts'
import type { SitePage } from '../components/site-layout.ts'
import { sizeInWords } from '../components/size-in-words.ts'
import type { SiteView } from '../site-view.ts'

/** One published item: what the catalogue says, whether it still holds, its text, its files, what explains it. */
export function itemPage(view: SiteView, agency: PublicAgency, item: PublicItem): SitePage {
  const { words, fileHref } = view
  // What was destroyed may have left its withdrawal alone.
  const title = item.title === '' ? words.takenDownTitle : item.title
  const files = item.files.filter(({ shown }) => !shown)
  const picture = (digest: string) => {
    const file = item.files.find((one) => one.digest === digest)
    return file ? fileHref(addresses.file(item.id, file.digest, file.name)) : null
  }
  return {
    title,
    crumbs: [
      agencyCrumb(agency),
      { label: words.content, address: addresses.column(agency.code, 'content') },
      { label: title, address: addresses.item(item.id) },
    ],
    column: { name: words.content, of: agency.name, kind: 'content' },
    article: {
      title,
      publishedAt: item.publishedAt,
      source: item.maker,
      keywords: item.keywords,
      description: item.takenDownOn === null ? item.summary : null,
    },
    ...(item.takenDownOn === null && { shared: true }),
    head: html`<link rel="alternate" type="application/json" href="${fileHref(`${addresses.item(item.id)}item.json`)}">`,
    content: html`<article class="item">${catalogue(view, agency, item)}<h1${item.title !== '' && html` lang="zh-CN"`}>${title}</h1>${standing(view, item)}${
      item.takenDownOn !== null &&
      html`<div class="notice notice-gone"><p><strong>${words.takenDown(item.takenDownOn)}</strong></p>${item.takedownReasons !== '' && html`<p>${words.takenDownWhy}：${item.takedownReasons}</p>`}</div>`
    }${item.body !== null && itemText(item.body, picture)}${
      files.length > 0 &&
      html`<section aria-labelledby="files"><h2 id="files">${words.attachments}</h2><ul class="file-list" lang="zh-CN">${files.map(
        (file) =>
          html`<li><a href="${fileHref(addresses.file(item.id, file.digest, file.name))}" download>${file.name}</a>${words.bytes(sizeInWords(file.bytes))}</li>`,
      )}</ul></section>`
    }${related(view, 'interprets', words.interprets, item.interprets)}${related(view, 'interpretedBy', words.interpretedBy, item.interpretedBy)}</article>`,
  }
}

function related(view: SiteView, id: string, title: string, items: PublicItem['interprets']): Fragment {
  return (
    items.length > 0 &&
    html`<section aria-labelledby="${id}"><h2 id="${id}">${title}</h2>${itemList(view, items)}</section>`
  )
}

/** 废止 and 失效 must not be overlooked: they stand above the text, in words. */
function standing({ words }: SiteView, { validity, validitySince, validityBasis }: PublicItem): Fragment {
  if (validity === 'inForce') return null
  return html`<div class="notice notice-${validity}" role="note"><p><strong>${words[validity](validitySince, validityBasis)}</strong></p></div>`
}

/** The table above the text that every published item has. */
function catalogue({ words, language }: SiteView, agency: PublicAgency, item: PublicItem): Html {
  const english = language === 'en'
  const theme = item.theme === null ? null : findTheme(item.theme)
  const rows: readonly (readonly [string, Fragment])[] = [
    [words.indexNumber, item.indexNumber],
    [words.theme, theme && (english ? theme.labelEn : themePath(theme))],
    [words.maker, [item.maker, ...item.jointMakers].join('、')],
    [words.madeOn, item.madeOn],
    [words.documentNumber, item.documentNumber],
    [words.publishedAt, item.publishedAt.slice(0, 16).replace('T', ' ')],
    [words.genre, genres.find(([id]) => id === item.genre)?.[english ? 2 : 1]],
    [words.validity, validities.find(([id]) => id === item.validity)?.[english ? 2 : 1]],
    [words.publisher, agency.name],
    [words.item, article20.find(({ id }) => id === item.item)?.title],
    [words.keywords, item.keywords.join('、')],
    ...(item.changedAt !== item.publishedAt || item.validity !== 'inForce'
      ? [[words.changedAt, item.changedAt.slice(0, 16).replace('T', ' ')] as const]
      : []),
  ]
  return html`<dl class="catalogue">${rows.map(
    ([term, value]) =>
      html`<div><dt>${term}</dt><dd>${value === null || value === undefined || value === '' ? words.noValue : value}</dd></div>`,
  )}</dl>`
}
