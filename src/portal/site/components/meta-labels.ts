import type { Instant } from '../../../publications/instant.ts'
import { type Html, html } from '../../html.ts'
import type { SiteView } from '../site-view.ts'
import type { SitePage } from './site-layout.ts'

/** The column that a page is, or stands in. */
export type ColumnLabels = {
  readonly name: string
  /** The agency whose column it is; null for that of all. */
  readonly of: string | null
  readonly kind: 'guide' | 'rules' | 'content' | 'reports'
}

/** What a page that publishes something says of it. */
export type ArticleLabels = {
  readonly title: string
  readonly publishedAt: Instant
  /** 信息来源. */
  readonly source: string
  readonly keywords: readonly string[]
  readonly description: string | null
}

/**
 * The labels of 47号: those of the site on every page, those of a column on its pages and on what stands in it, those of an
 * article where something is published. One that nobody has said is left out, as a label without a value says less than none.
 */
export function metaLabels({ siteName, settings, webAddress, words }: SiteView, { column, article }: SitePage): Html {
  const labels: readonly (readonly [string, string | null])[] = [
    ['SiteName', siteName],
    ['SiteDomain', settings.address === null ? null : new URL(settings.address).host],
    ['SiteIDCode', settings.siteIdCode],
    ...(column
      ? ([
          ['ColumnName', column.name],
          ['ColumnDescription', `${column.of ?? siteName}${words[column.kind]}`],
          ['ColumnKeywords', [words[column.kind], ...(column.of === null ? [] : [column.of])].join(',')],
          ['ColumnType', words.platform],
        ] as const)
      : []),
    ...(article
      ? ([
          ['ArticleTitle', article.title],
          ['PubDate', article.publishedAt.slice(0, 16).replace('T', ' ')],
          ['ContentSource', article.source],
          ['Author', article.source],
          ['Keywords', article.keywords.join(',')],
          ['Description', article.description],
          ['Url', webAddress],
        ] as const)
      : []),
  ]
  return html`${labels.map(([name, content]) => content !== null && content !== '' && html`<meta name="${name}" content="${content}">`)}
`
}
