import { parseFragment } from 'parse5'

const reference = /&(?:#x[0-9a-f]{1,12}|#[0-9]{1,12}|[a-z][a-z0-9]{1,40});?/gi
// So that a page of a million different references cannot fill the memory.
const mostKept = 4096
const known = new Map<string, string>()

/** Character references as the HTML standard reads them, by parse5's table: `&nbsp;`, `&#22823;`, `&lt` without its semicolon. */
export function decodeReferences(text: string): string {
  return text.includes('&') ? text.replace(reference, decode) : text
}

function decode(one: string): string {
  const before = known.get(one)
  if (before !== undefined) return before
  const [node] = parseFragment(one).childNodes
  const decoded = node && 'value' in node ? node.value : one
  if (known.size < mostKept) known.set(one, decoded)
  return decoded
}

/** The same inside an attribute, where `&lt=` is no reference. */
export function decodeAttribute(value: string): string {
  if (!value.includes('&')) return value
  const [element] = parseFragment(`<a a="${value.replaceAll('"', '&quot;')}">`).childNodes
  return (element && 'attrs' in element ? element.attrs[0]?.value : undefined) ?? value
}
