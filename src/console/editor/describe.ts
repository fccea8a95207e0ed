import type { Node } from 'prosemirror-model'
import { type EditorState, NodeSelection } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import { ask } from './ask.ts'
import { dispatchApart } from './dispatch-apart.ts'
import type { EditorWords } from './editor-words.ts'

type Described = { readonly node: Node; readonly at: number }

/** The figure that is selected, or the table in which the cursor stands; null where there is neither. */
export function describedAt({ selection }: EditorState): Described | null {
  if (selection instanceof NodeSelection && ['figure', 'table'].includes(selection.node.type.name))
    return { node: selection.node, at: selection.from }
  const { $from } = selection
  for (let depth = $from.depth; depth > 0; depth--)
    if ($from.node(depth).type.name === 'table') return { node: $from.node(depth), at: $from.before(depth) }
  return null
}

/** Asks anew what a figure shows, and for the caption of a figure or a table. */
export async function askDescription(view: EditorView, words: EditorWords): Promise<void> {
  const found = describedAt(view.state)
  if (!found) return view.focus()
  const { node, at } = found
  const isFigure = node.type.name === 'figure'
  const fields = [
    ...(isFigure ? [{ name: 'alt', label: words.alt, type: 'text', value: String(node.attrs.alt) } as const] : []),
    { name: 'caption', label: words.caption, type: 'text', value: String(node.attrs.caption ?? '') } as const,
  ]
  const said = (data: FormData, name: string) => String(data.get(name) ?? '').trim()
  const accept = (data: FormData) => (isFigure && said(data, 'alt') === '' ? words.altEmpty : null)
  const given = await ask(words, words.describe, fields, accept)
  // Nothing else changes the document while the dialog is open.
  if (given) {
    const caption = said(given, 'caption') || null
    const attrs = { ...node.attrs, caption, ...(isFigure && { alt: said(given, 'alt') }) }
    const { tr, selection } = view.state
    tr.setNodeMarkup(at, null, attrs)
    if (selection instanceof NodeSelection) tr.setSelection(NodeSelection.create(tr.doc, at))
    dispatchApart(view, tr)
  }
  view.focus()
}
