import type { Language } from '../../refusals/refusal.ts'

/**
 * The addresses of the public portal below its base path. Every page ends with a slash, so that the same address works where the
 * portal is exported as files; English pages stand below `en/`.
 */
export const addresses = {
  home: '',
  search: 'search/',
  agency: (code: string) => `agencies/${encodeURIComponent(code)}/`,
  column: (code: string, column: SiteColumn) => `agencies/${encodeURIComponent(code)}/${column}/`,
  /** What one agency publishes, or, without one, all of them. */
  content: (code: string | null) => (code === null ? 'content/' : `agencies/${encodeURIComponent(code)}/content/`),
  /** One part of that: `items/rules`, `themes/2`, `themes/2.1`, `genres/notice`, `makers/县政府`. */
  part: (code: string | null, by: PartKind, id: string): string =>
    `${addresses.content(code)}${by}/${encodeURIComponent(id)}/`,
  /** The annual reports of all agencies. */
  reports: 'reports/',
  report: (code: string, year: number) => `agencies/${encodeURIComponent(code)}/reports/${year}/`,
  figures: (code: string, year: number) => `agencies/${encodeURIComponent(code)}/reports/${year}/figures/`,
  reportFile: (code: string, year: number, digest: string, name: string) =>
    `agencies/${encodeURIComponent(code)}/reports/${year}/files/${digest}/${encodeURIComponent(name)}`,
  /** A further page of a list; the first has the list's own address. */
  page: (list: string, page: number) => (page === 1 ? list : `${list}page-${page}/`),
  item: (id: string) => `items/${id}/`,
  file: (id: string, digest: string, name: string) => `items/${id}/files/${digest}/${encodeURIComponent(name)}`,
} as const

/** The page that says that there is none: a file, so that a web server can be told of it. */
export const notFoundPage = '404.html'

/** By what published items are sorted. */
export type PartKind = 'items' | 'themes' | 'genres' | 'makers'

/** The columns that 61号 gives every platform. */
export type SiteColumn = 'guide' | 'rules' | 'content' | 'reports' | 'request'

export const siteColumns: readonly SiteColumn[] = ['guide', 'rules', 'content', 'reports', 'request']

/** Pages in large type and high contrast (适老化) stand below this. They are pages like all others, so that they are cached and exported alike. */
export const plainPrefix = 'plain/'

/** A language and a look that pages have, and what stands before the address of a page in it. */
export type Edition = { readonly prefix: string; readonly language: Language; readonly plain: boolean }

export const editions: readonly Edition[] = [
  { prefix: '', language: 'zh-CN', plain: false },
  { prefix: plainPrefix, language: 'zh-CN', plain: true },
  { prefix: 'en/', language: 'en', plain: false },
  { prefix: `en/${plainPrefix}`, language: 'en', plain: true },
]

/** Whether this is the address of a page, which has every look; files have one. */
export function isPage(address: string): boolean {
  return /^$|\/$/.test(address.replace(/[?#].*$/, ''))
}

/** A whole address: base path, language, page. */
export function hrefOf(base: string, language: Language, address: string): string {
  return `${base}${language === 'en' ? 'en/' : ''}${address}`
}
