import type { NarrativeTemplate, Paragraph, Piece } from './template.ts'

/** A figure a template may name: its number, or null where nobody knows it, and how it is written. */
export type Figure = { readonly value: number | null; readonly text: string }

export type Binding = {
  /** A figure by name; null when there is no such figure, which is a fault of the template. */
  readonly figure: (name: string) => Figure | null
  /** Words by name: agency, year, last day. */
  readonly words: Readonly<Record<string, string>>
  readonly kind: 'government' | 'department'
  /** What stands visibly where a figure is unknown. */
  readonly unknownMark: string
}

export type BoundNarrative = {
  readonly title: string
  readonly lead: readonly string[]
  /** Paragraphs of each of the six sections; one left empty by its choices is dropped. */
  readonly sections: readonly (readonly string[])[]
}

/** Puts figures in the place of their names. Text and table cannot disagree: no number stands in a template. */
export function bindTemplate(template: NarrativeTemplate, binding: Binding): BoundNarrative {
  const bind = (paragraph: Paragraph) => paragraph.map((piece) => bindPiece(piece, binding)).join('')
  const bindAll = (paragraphs: readonly Paragraph[]) => paragraphs.map(bind).filter((text) => text !== '')
  return { title: bind(template.title), lead: bindAll(template.lead), sections: template.sections.map(bindAll) }
}

function bindPiece(piece: Piece, binding: Binding): string {
  const bindAll = (pieces: readonly Piece[]) => pieces.map((one) => bindPiece(one, binding)).join('')
  if (typeof piece === 'string') return bindText(piece, binding)
  if ('onlyFor' in piece) return binding.kind === piece.onlyFor ? bindAll(piece.words) : ''
  if ('of' in piece) {
    const { value } = figureOf(piece.of, binding)
    return bindAll(value === 0 ? piece.none : value === null ? (piece.unknown ?? piece.some) : piece.some)
  }
  const items = piece.list.filter(({ of }) => figureOf(of, binding).value !== 0)
  return items.length === 0
    ? bindText(piece.none, binding)
    : items.map(({ text }) => bindText(text, binding)).join('、')
}

function bindText(text: string, binding: Binding): string {
  return text.replace(/\{([^{}]+)\}/g, (_, name: string) => {
    const words = binding.words[name]
    if (words !== undefined) return words
    const figure = figureOf(name, binding)
    return figure.value === null ? binding.unknownMark : figure.text
  })
}

/** A figure or a sum of figures; one unknown part makes the sum unknown. */
function figureOf(name: string, binding: Binding): Figure {
  const parts = name.split('+').map((part) => {
    const figure = binding.figure(part)
    if (!figure) throw new RangeError(`the template names no figure of the report: ${part}`)
    return figure
  })
  const [only] = parts
  return only && parts.length === 1 ? only : sumFigures(parts)
}

/** The sum of figures; unknown when one of them is. */
export function sumFigures(parts: readonly Figure[]): Figure {
  let sum = 0
  for (const { value } of parts) {
    if (value === null) return { value: null, text: '' }
    sum += value
  }
  return { value: sum, text: String(sum) }
}
