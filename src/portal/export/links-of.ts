/**
 * The addresses below `base` that a page links to, shows or posts to, without query and fragment, each once. They are read out of
 * our own markup, in which every attribute stands in double quotes.
 */
export function linksOf(page: string, base: string): ReadonlySet<string> {
  const found = new Set<string>()
  for (const [, attribute = ''] of page.matchAll(/ (?:href|src|action)="(\/[^"]*)"/g)) {
    const end = attribute.search(/[?#]/)
    const path = (end < 0 ? attribute : attribute.slice(0, end)).replaceAll('&#39;', "'").replaceAll('&amp;', '&')
    if (path.startsWith(base)) found.add(path)
  }
  return found
}
