import { closeHistory } from 'prosemirror-history'
import type { Transaction } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'

/** Does something that is undone by itself, however quickly somebody types before and after. */
export function dispatchApart(view: EditorView, transaction: Transaction): void {
  view.dispatch(closeHistory(transaction))
  view.dispatch(closeHistory(view.state.tr))
}
