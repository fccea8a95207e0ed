/** A text of the office as a sentence of its own: it ends in a mark. */
export function sentence(text: string): string {
  const trimmed = text.trim()
  return /[。！？]$/u.test(trimmed) ? trimmed : `${trimmed.replace(/[；，、.;,]$/u, '')}。`
}

/** A text as part of a sentence: without a mark at its end. */
export function clause(text: string): string {
  return text.trim().replace(/[。！？；，、.;,]+$/u, '')
}

/** Items as a list, `1. …`, each a paragraph. */
export function listed(items: readonly string[]): readonly string[] {
  return items.map((item, at) => `${at + 1}. ${sentence(item)}`)
}

/** What somebody asked for, as part of a line. */
export function inLine(content: string): string {
  return clause(content.replace(/\s*\n\s*/g, ' '))
}

/** What somebody asked for, in quotation marks. */
export function quoted(content: string): string {
  return `“${inLine(content)}”`
}

/** What was found, which a paragraph begins with. */
export function found(reasons: string): string {
  return /^\s*(?:经|现)/u.test(reasons) ? sentence(reasons) : `经审查，${sentence(reasons)}`
}
