import { toggleMark } from 'prosemirror-commands'
import { type Command, TextSelection } from 'prosemirror-state'
import { bodySchema } from './body-schema.ts'

const { nodes } = bodySchema

/** Makes the lines of the selection paragraphs or headings; items of a list become lines of their own. */
export function setLine(name: 'paragraph' | 'heading', attrs: Record<string, unknown> | null): Command {
  return (state, dispatch) => {
    const type = nodes[name]
    const { $from, from, to } = state.selection
    if (!type) return false
    if ($from.parent.type.name === 'list_item') {
      const list = $from.node(-1)
      const lines: ReturnType<typeof type.create>[] = []
      list.forEach((item) => {
        lines.push(type.create(attrs, item.content))
      })
      if (dispatch) {
        const start = $from.before(-1)
        const tr = state.tr.replaceWith(start, start + list.nodeSize, lines)
        dispatch(tr.setSelection(TextSelection.near(tr.doc.resolve(Math.min(from, tr.doc.content.size)))))
      }
      return true
    }
    if ($from.depth > 1 && name === 'heading') return false
    if (dispatch) dispatch(state.tr.setBlockType(from, to, type, attrs))
    return true
  }
}

/** Joins the selected lines into a list; in a list, takes it apart or changes its kind. */
export function toggleList(ordered: boolean): Command {
  return (state, dispatch) => {
    const { $from, $to } = state.selection
    const { list, list_item: item } = nodes
    if (!list || !item) return false
    if ($from.parent.type === item) {
      if ($from.node(-1).attrs.ordered === ordered) return setLine('paragraph', null)(state, dispatch)
      if (dispatch) dispatch(state.tr.setNodeMarkup($from.before(-1), null, { ordered }))
      return true
    }
    if ($from.depth !== 1 || $to.depth !== 1) return false
    const range = $from.blockRange($to)
    if (!range) return false
    const items = []
    for (let at = range.startIndex; at < range.endIndex; at++) {
      const block = range.parent.child(at)
      if (!block.isTextblock) return false
      items.push(item.create(null, block.content))
    }
    if (dispatch) {
      const tr = state.tr.replaceWith(range.start, range.end, list.create({ ordered }, items))
      dispatch(tr.setSelection(TextSelection.near(tr.doc.resolve(range.start + 2))))
    }
    return true
  }
}

export function setAlign(align: 'center' | 'right'): Command {
  return (state, dispatch) => {
    const { $from } = state.selection
    if ($from.depth !== 1 || $from.parent.type.name !== 'paragraph') return false
    const now = $from.parent.attrs.align === align ? null : align
    if (dispatch) dispatch(state.tr.setNodeMarkup($from.before(1), null, { align: now }))
    return true
  }
}

/** Enter in a list begins the next item; in an empty one it leaves the list. */
export const splitItem: Command = (state, dispatch) => {
  const { $from, $to } = state.selection
  const { list_item: item, list, paragraph } = nodes
  if ($from.parent.type !== item || !$from.sameParent($to) || !list || !paragraph) return false
  if ($from.parent.content.size > 0) {
    if (dispatch) dispatch(state.tr.deleteSelection().split(state.tr.selection.from, 1).scrollIntoView())
    return true
  }
  const all = $from.node(-1)
  const at = $from.index(-1)
  const part = (from: number, to: number) => {
    const items = []
    for (let one = from; one < to; one++) items.push(all.child(one))
    return items.length > 0 ? [list.create(all.attrs, items)] : []
  }
  if (dispatch) {
    const before = part(0, at)
    const start = $from.before(-1)
    const tr = state.tr.replaceWith(start, start + all.nodeSize, [
      ...before,
      paragraph.create(),
      ...part(at + 1, all.childCount),
    ])
    const place = start + before.reduce((size, one) => size + one.nodeSize, 0) + 1
    dispatch(tr.setSelection(TextSelection.create(tr.doc, place)).scrollIntoView())
  }
  return true
}

export const lineBreak: Command = (state, dispatch) => {
  const type = nodes.line_break
  if (!type || !state.selection.$from.parent.inlineContent) return false
  if (dispatch) dispatch(state.tr.replaceSelectionWith(type.create()).scrollIntoView())
  return true
}

export const toggleBold: Command = (state, dispatch, view) =>
  bodySchema.marks.bold ? toggleMark(bodySchema.marks.bold)(state, dispatch, view) : false
