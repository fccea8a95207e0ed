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
  const fields = new Set<string>()
  const problems: TemplateProblem[] = []
  const open: Open[] = []
  const complain = (problem: TemplateProblemId, field: string | null, where: string) =>
    void problems.push(templateProblem(problem, { field, where: shortLine(where, mostShown) }))
  for (const line of lines) {
    if (/[｛｝]/u.test(line)) complain('fullWidthBraces', null, line)
    for (const piece of piecesOf(line)) {
      if (piece.kind !== 'tag') {
        complain(piece.kind === 'unclosed' ? 'tagUnclosed' : 'tagUnopened', piece.text, line)
        continue
      }
      const { sign, name } = partsOf(piece.text)
      if (sign === '/') {
        const last = open.at(-1)
        if (last && (name === '' || last.name === name)) open.pop()
        else if (open.some((one) => one.name === name)) {
          complain('loopCrossed', last?.name ?? name, line)
          while (open.pop()?.name !== name);
        } else complain('loopUnopened', name, line)
        continue
      }
      if (!/^[\p{L}\p{N}_]+$/u.test(name)) {
        complain('tagForbidden', piece.text, line)
        continue
      }
      const field = known.find((one) => one.name === name) ?? null
      const inner = open.some((one) => one.field?.list?.inner.includes(name))
      if (field) fields.add(name)
      else if (!inner) {
        const list = known.find((one) => one.list?.inner.includes(name))
        if (list) complain('fieldOutsideList', `${name} ← ${list.name}`, line)
        else complain('fieldUnknown', name, line)
      }
      // The inner fields are there inside the list only, not where it is empty.
      // A list in a list would be written as often as both together have entries.
      if (sign === '#' && field?.list && open.some((one) => one.field?.list)) complain('loopNested', name, line)
      if (sign !== '') open.push({ name, where: line, field: sign === '#' ? field : null })
    }
  }
  for (const { name, where } of open) complain('loopUnclosed', name, where)
  return { fields, problems }
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
