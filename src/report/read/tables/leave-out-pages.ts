import type { Token } from '../lines/line.ts'

/** More pages than that do not end within a row. */
const MOST_PAGES = 2

type Readings = {
  /** The runs of just as many places as the row has. */
  readonly full: readonly (readonly Token[])[]
  /** Some way of taking page numbers out leaves too few: a cell of the row was blank and left no trace. */
  readonly isShort: boolean
}

export const hasPossiblePage = (values: readonly Token[]) =>
  values.some((token) => token.kind === 'value' && token.mayBePage === true)

/** What a run of values may be for a row of `width` places when any of its possible page numbers are none of its cells. */
export function readingsWithoutPages(values: readonly Token[], width: number): Readings {
  const full = new Map<string, readonly Token[]>()
  if (values.length > width + MOST_PAGES) return { full: [], isShort: false }
  let isShort = false
  for (const taken of pagesTaken(values)) {
    const rest = values.filter((_, index) => !taken.includes(index)).map(unmarked)
    if (rest.length < width) isShort = true
    if (rest.length === width) full.set(rest.map(saying).join('|'), rest)
  }
  return { full: [...full.values()], isShort }
}

/** The values without page numbers where there is one way to take them out; as they are where none may be one. */
export function leaveOutPages(values: readonly Token[], width: number): readonly Token[] | null {
  if (!hasPossiblePage(values)) return values
  const { full, isShort } = readingsWithoutPages(values, width)
  return full.length === 1 && !isShort ? (full[0] ?? null) : null
}

const pageOf = (token: Token | undefined) =>
  token?.kind === 'value' && token.mayBePage === true ? Number.parseInt(token.text, 10) : null

/** The sets of places that numbers of pages may have in a run: none, or some that rise by one. */
function pagesTaken(values: readonly Token[]): number[][] {
  const chains: number[][] = []
  for (const [index, token] of values.entries()) {
    const page = pageOf(token)
    if (page === null) continue
    const longer = chains.filter(
      (chain) => chain.length < MOST_PAGES && pageOf(values[chain.at(-1) ?? -1]) === page - 1,
    )
    chains.push([index], ...longer.map((chain) => [...chain, index]))
  }
  return [[], ...chains]
}

const unmarked = (token: Token): Token =>
  token.kind === 'value' ? { kind: 'value', text: token.text, at: token.at, cell: token.cell } : token

const saying = (token: Token) => (token.kind === 'value' ? `${token.cell.kind} ${token.cell.text}` : token.kind)
