/** What the name of an element means to the reader: one look-up a tag, since a page has thousands. */
export type ElementTraits = {
  readonly isVoid: boolean
  /** Begins and ends a paragraph. */
  readonly isBlock: boolean
  /** No reader of the page sees its content as text of the document. */
  readonly isDropped: boolean
  /** What it is of a table. */
  readonly part: TablePart | null
}
export type TablePart = 'table' | 'group' | 'row' | 'cell'

const droppedElements: ReadonlySet<string> = new Set(
  'script style template noscript iframe object svg math select textarea xml noframes noembed rt rp del button audio video canvas'.split(
    ' ',
  ),
)

/** Elements without content or end tag. */
const voidElements: ReadonlySet<string> = new Set(
  'area base br col embed frame hr img input link meta param source track wbr'.split(' '),
)

const blockElements: ReadonlySet<string> = new Set(
  `address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer form
  h1 h2 h3 h4 h5 h6 head header hgroup html legend li main menu nav ol option p pre search section summary ul listing`.split(
    /\s+/,
  ),
)

const tableParts: Readonly<Record<string, TablePart>> = {
  table: 'table',
  thead: 'group',
  tbody: 'group',
  tfoot: 'group',
  tr: 'row',
  td: 'cell',
  th: 'cell',
}

const known: ReadonlyMap<string, ElementTraits> = new Map(
  [...droppedElements, ...voidElements, ...blockElements, ...Object.keys(tableParts)].map((name) => [
    name,
    {
      isVoid: voidElements.has(name),
      isBlock: blockElements.has(name),
      isDropped: droppedElements.has(name),
      part: tableParts[name] ?? null,
    },
  ]),
)
const inline: ElementTraits = { isVoid: false, isBlock: false, isDropped: false, part: null }

/** An element that is not known is an inline one. */
export function traitsOf(name: string): ElementTraits {
  return known.get(name) ?? inline
}

/** Start tags that end an open element of the same set: a `<li>` ends the `<li>` before it. */
export const impliedEnds: ReadonlyMap<string, readonly string[]> = new Map([
  ['li', ['li']],
  ['dd', ['dd', 'dt']],
  ['dt', ['dd', 'dt']],
  ['option', ['option']],
])
