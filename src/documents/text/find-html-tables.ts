type Stretch = { readonly start: number; readonly end: number }

const tableTag = /<(\/?)table(?=[\s>])[^<>]*>/gi
const cell = /<t[dh](?=[\s>/])/i
// What converters wrap a table in.
const opensBefore = /(?:<(?:html|body|div|center)(?:\s[^<>]{0,200})?>\s{0,20}){1,6}$/i
const closesBehind = /(?:\s{0,20}<\/(?:html|body|div|center)>){1,6}/iy
const furthest = 2000

/** Where plain text holds tables written in tags, with what they are wrapped in. The outermost of nested ones is one table. */
export function findHtmlTables(source: string): readonly Stretch[] {
  const found: Stretch[] = []
  let depth = 0
  let start = 0
  for (const match of source.matchAll(tableTag)) {
    if (match[1] === '') {
      if (depth === 0) start = match.index
      depth++
      continue
    }
    if (depth === 0) continue
    depth--
    if (depth === 0) add(found, source, start, match.index + match[0].length)
  }
  // The file breaks off within a table.
  if (depth > 0) add(found, source, start, source.length)
  return found
}

function add(found: Stretch[], source: string, start: number, end: number): void {
  if (!cell.test(source.slice(start, end))) return
  const before = source.slice(Math.max(found.at(-1)?.end ?? 0, start - furthest), start)
  closesBehind.lastIndex = end
  const behind = closesBehind.exec(source)?.[0].length ?? 0
  found.push({ start: start - (opensBefore.exec(before)?.[0].length ?? 0), end: end + behind })
}
