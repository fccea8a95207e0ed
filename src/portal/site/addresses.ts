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
  /** One part of what an agency publishes: `items/rules`, `themes/2`, `genres/notice`. */
  part: (code: string, by: 'items' | 'themes' | 'genres', id: string) =>
    `agencies/${encodeURIComponent(code)}/content/${by}/${id}/`,
  /** A further page of a list; the first has the list's own address. */
  page: (list: string, page: number) => (page === 1 ? list : `${list}page-${page}/`),
  item: (id: string) => `items/${id}/`,
  file: (id: string, digest: string, name: string) => `items/${id}/files/${digest}/${encodeURIComponent(name)}`,
} as const

/** The columns that 61号 gives every platform. */
export type SiteColumn = 'guide' | 'rules' | 'content' | 'reports' | 'request'

export const siteColumns: readonly SiteColumn[] = ['guide', 'rules', 'content', 'reports', 'request']

/** A whole address: base path, language, page. */
export function hrefOf(base: string, language: Language, address: string): string {
  return `${base}${language === 'en' ? 'en/' : ''}${address}`
}
