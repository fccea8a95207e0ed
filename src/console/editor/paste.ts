import { Fragment, Slice } from 'prosemirror-model'
import type { EditorView } from 'prosemirror-view'
import { bodyFromHtml } from '../../documents/body/body-from-html.ts'
import type { ImportNote } from '../../documents/body/imported-body.ts'
import { bodyFromPlainText, type ItemBody } from '../../publications/item-body.ts'
import { blocksOf } from './body-document.ts'
import { dispatchApart } from './dispatch-apart.ts'

/** Read as text, never by the browser, which would apply what it finds. Puts what was copied elsewhere in, cleaned to blocks; true where it did. What the editor copied itself is left to it. */
export function pasteCleaned(
  view: EditorView,
  data: DataTransfer | null,
  told: (notes: readonly ImportNote[]) => void,
): boolean {
  const page = data?.getData('text/html') ?? ''
  if (page.includes('data-pm-slice')) return false
  const plain = data?.getData('text/plain') ?? ''
  if (page === '' && plain === '') return false
  const imported = page === '' ? { body: bodyFromPlainText(plain), notes: [] } : bodyFromHtml(page)
  insert(view, imported.body)
  if (imported.notes.length > 0) told(imported.notes)
  return true
}

/** A single paragraph joins the line it is put into; in a cell or a list everything becomes lines of text. */
function insert(view: EditorView, body: ItemBody): void {
  const blocks = blocksOf(body)
  const { $from } = view.state.selection
  const inside = $from.depth > 1
  const only = blocks.length === 1 && blocks[0]?.type.name === 'paragraph' ? blocks[0] : null
  const open = only || inside ? 1 : 0
  const content = inside && !only ? blocks.filter(({ isTextblock }) => isTextblock) : blocks
  const slice = new Slice(
    Fragment.fromArray([...content]),
    content.length > 0 ? open : 0,
    content.length > 0 ? open : 0,
  )
  dispatchApart(view, view.state.tr.replaceSelection(slice).scrollIntoView())
}
