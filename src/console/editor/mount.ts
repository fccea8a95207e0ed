import { baseKeymap, toggleMark } from 'prosemirror-commands'
import { gapCursor } from 'prosemirror-gapcursor'
import { history, redo, undo } from 'prosemirror-history'
import { keymap } from 'prosemirror-keymap'
import { type Command, EditorState, NodeSelection } from 'prosemirror-state'
import {
  addColumnAfter,
  addRowAfter,
  deleteColumn,
  deleteRow,
  deleteTable,
  goToNextCell,
  mergeCells,
  splitCell,
  tableEditing,
  toggleHeaderCell,
} from 'prosemirror-tables'
import { EditorView } from 'prosemirror-view'
import type { ImportNote } from '../../documents/body/imported-body.ts'
import { type ItemBody, isPublicAddress } from '../../publications/item-body.ts'
import { ask } from './ask.ts'
import { blocksOf, bodyOf, documentOf } from './body-document.ts'
import { bodySchema } from './body-schema.ts'
import { askDescription, describedAt } from './describe.ts'
import { dispatchApart } from './dispatch-apart.ts'
import { lineBreak, setAlign, setLine, splitItem, toggleBold, toggleList } from './editor-commands.ts'
import type { EditorLanguage, EditorWords } from './editor-words.ts'
import { headingNotes, markSkipped } from './heading-notes.ts'
import { pasteCleaned } from './paste.ts'

/** What the editor needs of the page it stands in. */
export type EditorHost = {
  readonly words: EditorWords
  readonly language: EditorLanguage
  /** Keeps a picture and gives its digest; what it throws is told in the dialog's place. */
  readonly storePicture: (file: File) => Promise<string>
  readonly told: (words: string) => void
  readonly pasted: (notes: readonly ImportNote[]) => void
}

export type MountedEditor = {
  readonly body: () => ItemBody
  readonly focus: () => void
  readonly destroy: () => void
}

/** Puts an editor for the text of an item into `element`: its document is the body, block by block. `onChange` is told each change. */
export function mount(
  element: HTMLElement,
  body: ItemBody,
  onChange: (body: ItemBody) => void,
  host: EditorHost,
): MountedEditor {
  const { words } = host
  const bar = document.createElement('div')
  bar.className = 'editor-tools'
  bar.setAttribute('role', 'toolbar')
  bar.setAttribute('aria-label', words.tools)
  const place = document.createElement('div')
  place.className = 'item-text editor-text'
  place.lang = 'zh-CN'
  const notes = headingNotes(words.findings, host.language)
  element.append(bar, place, notes.place)
  const view = new EditorView(place, {
    state: EditorState.create({
      doc: documentOf(body),
      plugins: [
        history(),
        keymap({
          'Mod-z': undo,
          'Mod-y': redo,
          'Mod-Shift-z': redo,
          'Mod-b': toggleBold,
          'Mod-k': (_state, _dispatch, own) => {
            if (own) void askLink(own, host)
            return true
          },
          'Mod-Alt-0': setLine('paragraph', null),
          'Mod-Alt-1': setLine('heading', { level: 1 }),
          'Mod-Alt-2': setLine('heading', { level: 2 }),
          'Mod-Alt-3': setLine('heading', { level: 3 }),
          'Mod-Alt-4': setLine('heading', { level: 4 }),
          Enter: splitItem,
          'Shift-Enter': lineBreak,
          Tab: goToNextCell(1),
          'Shift-Tab': goToNextCell(-1),
        }),
        keymap(baseKeymap),
        gapCursor(),
        tableEditing(),
        markSkipped,
      ],
    }),
    attributes: { role: 'textbox', 'aria-multiline': 'true', 'aria-label': words.editor, spellcheck: 'false' },
    handleDOMEvents: {
      paste(own, event) {
        const taken = pasteCleaned(own, event.clipboardData, host.pasted)
        if (taken) event.preventDefault()
        return taken
      },
    },
    handleDoubleClickOn(own, _position, node, at) {
      if (node.type.name !== 'figure') return false
      own.dispatch(own.state.tr.setSelection(NodeSelection.create(own.state.doc, at)))
      void askDescription(own, words)
      return true
    },
    dispatchTransaction(transaction) {
      view.updateState(view.state.apply(transaction))
      if (transaction.docChanged) onChange(bodyOf(view.state.doc))
      for (const show of shows) show()
    },
  })
  const shows: (() => void)[] = [() => notes.show(view.state.doc)]
  const tool = (label: string, run: Command | (() => void), active?: () => boolean) => {
    const button = document.createElement('button')
    button.type = 'button'
    button.textContent = label
    // The selection stays where it is.
    button.addEventListener('mousedown', (event) => event.preventDefault())
    button.addEventListener('click', () => {
      if (run.length === 0) (run as () => void)()
      else {
        ;(run as Command)(view.state, view.dispatch, view)
        view.focus()
      }
    })
    if (active) shows.push(() => button.setAttribute('aria-pressed', String(active())))
    if (run.length > 0)
      shows.push(() => button.setAttribute('aria-disabled', String(!(run as Command)(view.state, undefined, view))))
    bar.append(button)
    return button
  }
  const line = () => view.state.selection.$from.parent
  const isHeading = (level: number) => () => line().type.name === 'heading' && line().attrs.level === level
  tool(words.paragraph, setLine('paragraph', null), () => line().type.name === 'paragraph')
  for (const [at, label] of words.headings.entries())
    tool(label, setLine('heading', { level: at + 1 }), isHeading(at + 1))
  tool(words.bold, toggleBold)
  tool(words.link, () => void askLink(view, host))
  tool(words.bullets, toggleList(false))
  tool(words.numbers, toggleList(true))
  tool(words.center, setAlign('center'), () => line().attrs.align === 'center')
  tool(words.right, setAlign('right'), () => line().attrs.align === 'right')
  tool(words.table, () => void askTable(view, host))
  for (const [label, run] of [
    [words.rowAfter, addRowAfter],
    [words.columnAfter, addColumnAfter],
    [words.dropRow, deleteRow],
    [words.dropColumn, deleteColumn],
    [words.merge, mergeCells],
    [words.split, splitCell],
    [words.head, toggleHeaderCell],
    [words.dropTable, deleteTable],
  ] as const)
    tool(label, (state, dispatch) => run(state, dispatch))
  tool(words.figure, () => void askFigure(view, host))
  const describe = tool(words.describe, () => void askDescription(view, words))
  shows.push(() => describe.setAttribute('aria-disabled', String(describedAt(view.state) === null)))
  tool(words.undo, (state, dispatch) => undo(state, dispatch))
  tool(words.redo, (state, dispatch) => redo(state, dispatch))
  // Arrows move within the bar, as in every toolbar.
  bar.addEventListener('keydown', (event) => {
    const buttons = [...bar.querySelectorAll('button')]
    const at = buttons.indexOf(event.target as HTMLButtonElement)
    const to = event.key === 'ArrowRight' ? at + 1 : event.key === 'ArrowLeft' ? at - 1 : null
    if (to === null || at < 0) return
    event.preventDefault()
    buttons[(to + buttons.length) % buttons.length]?.focus()
  })
  for (const show of shows) show()
  return {
    body: () => bodyOf(view.state.doc),
    focus: () => view.focus(),
    destroy: () => {
      view.destroy()
      element.replaceChildren()
    },
  }
}

async function askLink(view: EditorView, { words }: EditorHost): Promise<void> {
  const { link } = bodySchema.marks
  if (!link || view.state.selection.empty) return view.focus()
  const given = await ask(words, words.link, [{ name: 'href', label: words.address, type: 'text' }], (data) => {
    const href = String(data.get('href')).trim()
    return href === '' || isPublicAddress(href) ? null : words.badAddress
  })
  const href = String(given?.get('href') ?? '').trim()
  if (given) {
    const { from, to } = view.state.selection
    view.dispatch(view.state.tr.removeMark(from, to, link))
    if (href !== '') toggleMark(link, { href })(view.state, view.dispatch, view)
  }
  view.focus()
}

async function askTable(view: EditorView, { words }: EditorHost): Promise<void> {
  const size = (data: FormData, name: string) => Math.max(1, Math.min(50, Math.trunc(Number(data.get(name))) || 1))
  const fields = [
    { name: 'rows', label: words.rows, type: 'number', value: '3' },
    { name: 'columns', label: words.columns, type: 'number', value: '3' },
    { name: 'caption', label: words.caption, type: 'text' },
  ] as const
  const given = await ask(words, words.table, fields, () => null)
  if (given) {
    const cells = (head: boolean) =>
      Array.from({ length: size(given, 'columns') }, () => ({ runs: [], ...(head && { head: true as const }) }))
    const rows = Array.from({ length: size(given, 'rows') }, (_, row) => cells(row === 0))
    const caption = String(given.get('caption')).trim() || null
    insertBlock(view, [{ type: 'table', caption, rows }])
  }
  view.focus()
}

async function askFigure(view: EditorView, { words, storePicture, told }: EditorHost): Promise<void> {
  const fields = [
    { name: 'file', label: words.file, type: 'file' },
    { name: 'alt', label: words.alt, type: 'text' },
    { name: 'caption', label: words.caption, type: 'text' },
  ] as const
  const isThere = (data: FormData) => (data.get('file') as File).size > 0 && String(data.get('alt')).trim() !== ''
  const given = await ask(words, words.figure, fields, (data) => (isThere(data) ? null : words.altMissing))
  if (given)
    try {
      const file = await storePicture(given.get('file') as File)
      const caption = String(given.get('caption')).trim() || null
      insertBlock(view, [{ type: 'figure', file, alt: String(given.get('alt')).trim(), caption }])
    } catch (error) {
      told(error instanceof Error ? error.message : String(error))
    }
  view.focus()
}

/** Behind the block in which the cursor stands, with a line after it to go on. */
function insertBlock(view: EditorView, body: ItemBody): void {
  const { $to } = view.state.selection
  const after = $to.depth > 0 ? $to.after(1) : $to.pos
  const paragraph = bodySchema.nodes.paragraph
  const last = after >= view.state.doc.content.size && paragraph ? [paragraph.create()] : []
  dispatchApart(view, view.state.tr.insert(after, [...blocksOf(body), ...last]).scrollIntoView())
}
