import type { SourceDocument } from '../../quality/source-document.ts'
import { Budget } from '../budget.ts'
import { assembleDocument } from '../flow/assemble-document.ts'
import { cleanText } from '../flow/clean-text.ts'
import type { FlowItem } from '../flow/flow.ts'
import { flowOfHtml } from '../html/read-html.ts'
import { findHtmlTables } from './find-html-tables.ts'

const lineEnd = /\r\n|[\r\n\v\f\u0085\u2028\u2029]/

/**
 * One paragraph a line, empty ones too. Spaces and tabs stay as they are: in text taken out of a pdf they make the columns.
 * Tables in tags between the lines, as converters write them into Markdown, are tables.
 */
export function readText(source: string): SourceDocument {
  const budget = new Budget()
  const pieces: (readonly FlowItem[])[] = []
  let done = 0
  for (const { start, end } of findHtmlTables(source)) {
    pieces.push(linesOf(source.slice(done, start), budget), flowOfHtml(source.slice(start, end), budget))
    done = end
  }
  pieces.push(linesOf(source.slice(done), budget))
  return assembleDocument('text', pieces.flat())
}

function linesOf(source: string, budget: Budget): readonly string[] {
  const lines = source.split(lineEnd)
  budget.spendParagraphs(lines.length)
  if (lines.at(-1) === '') lines.pop()
  return lines.map(cleanText)
}

/** JSON stays one text without blocks; whoever knows its shape parses it. */
export function readJson(source: string): SourceDocument {
  return { format: 'json', text: source.replace(/^\ufeff/, '').toWellFormed(), blocks: [] }
}
