import type { Day } from '../../../statute/day.ts'
import { printableText } from '../printable-text.ts'
import type { Paper } from './set-paper.ts'
import { volumeTemplate } from './volume-template.ts'

type Pairs = readonly (readonly [label: string, text: string])[]

/** A column of a table: its head, its width in millimetres, the size of its text in points. */
export type PaperColumn = {
  readonly head: string
  readonly width: number
  readonly size: number
  readonly center: boolean
}

/** A part of a paper; each begins a page. */
export type VolumePart =
  | { readonly kind: 'cover'; readonly agency: string; readonly title: string; readonly rows: Pairs }
  | {
      readonly kind: 'sheet'
      readonly title: string
      readonly sections: readonly { readonly heading: string | null; readonly rows: Pairs }[]
      readonly note: string | null
    }
  | {
      readonly kind: 'table'
      readonly title: string
      readonly rowsAbove: Pairs
      /** A paragraph above the table. */
      readonly lead?: string
      readonly columns: readonly PaperColumn[]
      readonly rows: readonly (readonly string[])[]
      readonly notes: readonly string[]
      readonly signature: readonly string[]
      /** Who signs on lines below it. */
      readonly signers?: readonly string[]
    }
  /** Ten pages, each with a digit and as large as it. */
  | { readonly kind: 'digits' }

/** A paper that a volume prints of itself. */
export type VolumePaper = {
  readonly title: string
  readonly agency: string
  readonly on: Day
  readonly parts: readonly VolumePart[]
  /** Whether its pages bear numbers of their own; those of a volume are stamped on when it is bound. */
  readonly numbered?: boolean
}

/** A paper of a volume as a paper to be set. */
export function volumePaper({ title, agency, on, parts, numbered = false }: VolumePaper): Paper {
  return {
    template: volumeTemplate,
    data: {
      title: printableText(title),
      agency: printableText(agency),
      day: on.split('-').map(Number),
      numbered,
      parts: parts.map(partData),
    },
    placeOf: (text) => textsOf(parts).find((one) => printableText(one).includes(text)) ?? text,
  }
}

function partData(part: VolumePart): Readonly<Record<string, unknown>> {
  switch (part.kind) {
    case 'cover':
      return { ...part, agency: broken(part.agency, 26), title: broken(part.title, 16), rows: pairs(part.rows, 34) }
    case 'sheet':
      return {
        ...part,
        title: broken(part.title, 30),
        sections: part.sections.map(({ heading, rows }) => ({
          heading: heading === null ? null : broken(heading, 56),
          rows: pairs(rows, 48),
        })),
        note: part.note === null ? null : broken(part.note, 66),
      }
    case 'table':
      return {
        kind: part.kind,
        title: broken(part.title, 30),
        'rows-above': pairs(part.rowsAbove, 52),
        lead: part.lead === undefined ? null : broken(part.lead, 66),
        widths: part.columns.map(({ width }) => width),
        heads: part.columns.map(({ head }) => head),
        pad: 5,
        rows: part.rows.map((row) =>
          row.map((text, at) => {
            const { size = 10.5, width = 20, center = false } = part.columns[at] ?? {}
            return { lines: broken(text, Math.floor(((width - 3) * 72) / 25.4 / size / 0.56)), size, center }
          }),
        ),
        notes: part.notes.map((note) => broken(note, 70)),
        signature: part.signature,
        signers: part.signers ?? [],
        kept: keptBelow(part.rows),
        gap: part.signers?.length ? 8 : 4,
      }
    case 'digits':
      return part
  }
}

/** Rows and characters that stay with what stands below their table: more would not fit on its page. */
const mostKept = { rows: 2, characters: 400 }

/** How many of the last rows go over to the page of the signature, so that nobody signs below nothing. */
function keptBelow(rows: readonly (readonly string[])[]): number {
  let characters = 0
  const last = rows.slice(-mostKept.rows).toReversed()
  const fit = last.findIndex((row) => {
    characters += row.join('').length
    return characters > mostKept.characters
  })
  return fit < 0 ? last.length : fit
}

function pairs(rows: Pairs, longest: number) {
  return rows.map(([label, text]) => [broken(label, 16), broken(text, longest)])
}

/** The lines of a text; a run of Latin letters or digits that no line could hold is divided, for the setter would not. */
function broken(text: string, longest: number): readonly string[] {
  return printableText(text)
    .replace(/[!-~]+/g, (run) => run.replace(new RegExp(`.{${longest}}(?=.)`, 'g'), '$&\n'))
    .split(/\r?\n/)
}

function textsOf(parts: readonly VolumePart[]): readonly string[] {
  const strings = (value: unknown): readonly string[] =>
    typeof value === 'string'
      ? [value]
      : typeof value === 'object' && value !== null
        ? Object.values(value).flatMap(strings)
        : []
  return strings(parts)
}
