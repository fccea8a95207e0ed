import type { ItemBody } from '../../publications/item-body.ts'

/** A picture of a file that is read as a text. */
export type ImportedPicture = {
  /** What stands in the place of a digest in the figure until the picture is stored. */
  readonly reference: string
  readonly name: string
  readonly bytes: Uint8Array
  /** Null where the file says nothing, or only a file's name. */
  readonly alt: string | null
  /** The words before it, by which people find it. */
  readonly after: string
}

/** What an import could not take as it was; `detail` is the link, the picture or the words concerned. */
export type ImportNote = {
  readonly note: 'link-dropped' | 'picture-left-out' | 'picture-moved' | 'layout-table' | 'contents-left-out'
  readonly detail: string
}

/** A file read as the text of an item. Figures name pictures by their reference. */
export type ImportedBody = {
  readonly body: ItemBody
  readonly pictures: readonly ImportedPicture[]
  readonly notes: readonly ImportNote[]
}

/** Notes of one kind that are told one by one; a hostile file has a million. */
const mostNotes = 50

/** Collects notes, none twice. */
export class ImportNotes {
  readonly all: ImportNote[] = []
  readonly #known = new Set<string>()

  add(note: ImportNote['note'], detail: string): void {
    const key = `${note} ${detail}`
    if (this.#known.has(key) || this.all.length >= mostNotes) return
    this.#known.add(key)
    this.all.push({ note, detail: detail.slice(0, 120) })
  }
}
