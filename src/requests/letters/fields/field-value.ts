/** An entry of a list, by the names of its inner fields. */
export type FieldEntry = Readonly<Record<string, string>>

/** What stands behind a field of a template: words, whether something is so, or a list. */
export type FieldValue = string | boolean | readonly FieldEntry[]

export type FieldValues = Readonly<Record<string, FieldValue>>

/** How an entry of a list reads where the list is written as one field; also the text of a starter. */
export type FieldList = {
  /** Names of the inner fields. */
  readonly inner: readonly string[]
  /** Those that must stand in the letter; a number, for one, may be left to the word processor. */
  readonly needed: readonly string[]
  readonly line: (entry: FieldEntry) => string
}
