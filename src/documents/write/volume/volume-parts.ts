/** Why a file has no pages of its own in a volume and is attached to it instead. */
export type AttachReason =
  /** A document of a kind that is not made of pages: docx, xlsx, ofd, text. */
  | 'kind'
  | 'encrypted'
  | 'damaged'
  /** A picture of a make that a pdf cannot hold as it is. */
  | 'picture'
  | 'tooManyPages'
  /** Reading it took too long or too much memory. */
  | 'exhausted'

/** What became of a file: so many pages, or a reason to attach it. */
export type TakenFile = { readonly pages: number } | { readonly attach: AttachReason }

/** A document of a volume as it is bound. */
export type BoundDocument = {
  readonly title: string
  /** What was taken in, by the place at which it was: pages set here or a file; of an attached file, the page that says so. */
  readonly pages: number
  readonly attached: { readonly place: number; readonly name: string; readonly mediaType: string } | null
}

/** A bookmark: the page it leads to counts from the first, or backwards from the last as -1. */
type PartTitle = { readonly title: string; readonly page: number }

/** Everything that is bound into one pdf. Pages of `front` and `back` are not numbered. */
export type BindingPlan = {
  readonly title: string
  readonly author: string
  readonly front: { readonly bytes: Uint8Array; readonly titles: readonly PartTitle[] }
  readonly documents: readonly BoundDocument[]
  readonly back: { readonly bytes: Uint8Array; readonly titles: readonly PartTitle[] } | null
  /** Ten pages, each as large as its digit: page numbers are made of them. */
  readonly digits: Uint8Array
}
