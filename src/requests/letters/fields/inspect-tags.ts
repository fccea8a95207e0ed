import { shortLine } from '../../words/short-line.ts'
import { type TemplateProblem, type TemplateProblemId, templateProblem } from './template-problem.ts'
import type { VariantField } from './variant-fields.ts'

/** What the tags of a template come to: the fields it names, and what is wrong with any of them. */
export type InspectedTags = { readonly fields: ReadonlySet<string>; readonly problems: readonly TemplateProblem[] }

const mostShown = 60

type Open = { readonly name: string; readonly where: string; readonly field: VariantField | null }

/**
 * Looks through the text of one part of a template, a line each: every `{…}` is a field of the letter, a loop over a list or
 * a condition, and what was opened is closed in its order. Nothing else may stand in braces.
 */
export function inspectTags(lines: readonly string[], known: readonly VariantField[]): InspectedTags {
  const inspection = new TagInspection(known)
  for (const line of lines) inspection.readLine(line)
  return inspection.finish()
}

class TagInspection {
  readonly #known: readonly VariantField[]
  readonly #fields = new Set<string>()
  readonly #problems: TemplateProblem[] = []
  readonly #open: Open[] = []

  constructor(known: readonly VariantField[]) {
    this.#known = known
  }

  readLine(line: string): void {
    if (/[｛｝]/u.test(line)) this.#complain('fullWidthBraces', null, line)
    for (const piece of piecesOf(line)) {
      if (piece.kind === 'tag') this.#readTag(piece.text, line)
      else this.#complain(piece.kind === 'unclosed' ? 'tagUnclosed' : 'tagUnopened', piece.text, line)
    }
  }

  finish(): InspectedTags {
    for (const { name, where } of this.#open) this.#complain('loopUnclosed', name, where)
    return { fields: this.#fields, problems: this.#problems }
  }

  #readTag(text: string, line: string): void {
    const { sign, name } = partsOf(text)
    if (sign === '/') this.#close(name, line)
    else if (/^[\p{L}\p{N}_]+$/u.test(name)) this.#readField(sign, name, line)
    else this.#complain('tagForbidden', text, line)
  }

  #readField(sign: '' | '#' | '^', name: string, line: string): void {
    const field = this.#known.find((one) => one.name === name) ?? null
    if (field) this.#fields.add(name)
    else this.#readInner(name, line)
    // A list in a list would be written as often as both together have entries.
    if (sign === '#' && field?.list && this.#open.some((one) => one.field?.list))
      this.#complain('loopNested', name, line)
    // The inner fields are there inside the list only, not where it is empty.
    if (sign !== '') this.#open.push({ name, where: line, field: sign === '#' ? field : null })
  }

  /** What is no field of the letter may be one of a list's entries, inside that list. */
  #readInner(name: string, line: string): void {
    if (this.#open.some((one) => one.field?.list?.inner.includes(name))) return
    const list = this.#known.find((one) => one.list?.inner.includes(name))
    if (list) this.#complain('fieldOutsideList', `${name} ← ${list.name}`, line)
    else this.#complain('fieldUnknown', name, line)
  }

  #close(name: string, line: string): void {
    const last = this.#open.at(-1)
    if (last && (name === '' || last.name === name)) this.#open.pop()
    else if (this.#open.some((one) => one.name === name)) {
      this.#complain('loopCrossed', last?.name ?? name, line)
      while (this.#open.pop()?.name !== name);
    } else this.#complain('loopUnopened', name, line)
  }

  #complain(problem: TemplateProblemId, field: string | null, where: string): void {
    this.#problems.push(templateProblem(problem, { field, where: shortLine(where, mostShown) }))
  }
}

type Piece = { readonly kind: 'tag' | 'unclosed' | 'unopened'; readonly text: string }

function piecesOf(line: string): readonly Piece[] {
  const pieces: Piece[] = []
  let from = -1
  for (let at = 0; at <= line.length; at++) {
    const character = line[at]
    if (character === '{' || character === undefined) {
      if (from >= 0) pieces.push({ kind: 'unclosed', text: shortLine(line.slice(from + 1, at), mostShown) })
      from = character === '{' ? at : -1
    } else if (character === '}') {
      if (from < 0) pieces.push({ kind: 'unopened', text: shortLine(line.slice(Math.max(0, at - 10), at), mostShown) })
      else pieces.push({ kind: 'tag', text: line.slice(from + 1, at) })
      from = -1
    }
  }
  return pieces
}

function partsOf(tag: string): { readonly sign: '' | '#' | '^' | '/'; readonly name: string } {
  const [, sign = '', name = ''] = /^\s*([#^/]?)(.*)$/su.exec(tag) ?? []
  return { sign: sign as '' | '#' | '^' | '/', name: name.trim() }
}
