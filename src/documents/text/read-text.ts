import type { SourceDocument } from '../../quality/source-document.ts'
import { Budget } from '../budget.ts'
import { assembleDocument } from '../flow/assemble-document.ts'
import { cleanText } from '../flow/clean-text.ts'

const lineEnd = /\r\n|[\r\n\v\f\u0085\u2028\u2029]/

/** One paragraph a line, empty ones too. Spaces and tabs stay as they are: in text taken out of a pdf they make the columns. */
export function readText(source: string): SourceDocument {
  const budget = new Budget()
  const lines = source.split(lineEnd)
  budget.spendParagraphs(lines.length)
  if (lines.at(-1) === '') lines.pop()
  return assembleDocument('text', lines.map(cleanText))
}

/** JSON stays one text without blocks; whoever knows its shape parses it. */
export function readJson(source: string): SourceDocument {
  return { format: 'json', text: source.replace(/^\ufeff/, '').toWellFormed(), blocks: [] }
}
