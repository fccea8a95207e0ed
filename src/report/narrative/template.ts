/**
 * A figure by name: a cell (`requests[received][total]`), several of them (`requests[withheld.*][total]`,
 * `requests[received][organisations]`), a figure outside the form (`fees.notices`), or a sum of these joined by `+`.
 */
export type FigureName = string

/**
 * A piece of a paragraph. Plain text holds placeholders in braces: `{agency}`, `{year}` or a figure's name. A choice takes
 * `some` where its figure is over 0, `none` where it is 0, `unknown` (or `some`) where nobody knows it. A list takes the items whose figures are over 0 or
 * unknown, joined by `、`.
 */
export type Piece =
  | string
  | {
      readonly of: FigureName
      readonly some: readonly Piece[]
      readonly none: readonly Piece[]
      readonly unknown?: readonly Piece[]
    }
  | { readonly list: readonly { readonly of: FigureName; readonly text: string }[]; readonly none: string }
  | { readonly onlyFor: 'government'; readonly words: readonly Piece[] }

export type Paragraph = readonly Piece[]

/** The words of a report without its numbers. `sections` are the six of the form, in order. */
export type NarrativeTemplate = {
  readonly title: Paragraph
  readonly lead: readonly Paragraph[]
  readonly sections: readonly (readonly Paragraph[])[]
}
