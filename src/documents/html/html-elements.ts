/** Elements whose content no reader of the page sees as text of the document. */
export const droppedElements: ReadonlySet<string> = new Set(
  'script style template noscript iframe object svg math select textarea xml noframes noembed rt rp del button audio video canvas'.split(
    ' ',
  ),
)

/** Elements without content or end tag. */
export const voidElements: ReadonlySet<string> = new Set(
  'area base br col embed frame hr img input link meta param source track wbr'.split(' '),
)

/** Elements that begin and end a paragraph. */
export const blockElements: ReadonlySet<string> = new Set(
  `address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer form
  h1 h2 h3 h4 h5 h6 head header hgroup html legend li main menu nav ol option p pre search section summary ul listing`.split(
    /\s+/,
  ),
)

/** Start tags that end an open element of the same set: a `<li>` ends the `<li>` before it. */
export const impliedEnds: Readonly<Record<string, readonly string[]>> = {
  li: ['li'],
  dd: ['dd', 'dt'],
  dt: ['dd', 'dt'],
  option: ['option'],
}
