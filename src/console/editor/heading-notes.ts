import type { Node } from 'prosemirror-model'
import { Plugin } from 'prosemirror-state'
import { Decoration, DecorationSet } from 'prosemirror-view'
import { findSkipped } from '../../publications/skipped-headings.ts'
import { skippedHeadingInWords } from '../../publications/words/skipped-heading-words.ts'

/** The headings of a document that skip a level, with their places. Empty ones are left out of the text. */
function skippedIn(document: Node) {
  const headings: { level: 1 | 2 | 3 | 4; text: string; at: number; size: number }[] = []
  document.forEach((node, at) => {
    if (node.type.name === 'heading' && node.textContent !== '')
      headings.push({ level: node.attrs.level, text: node.textContent, at, size: node.nodeSize })
  })
  return findSkipped(headings)
}

/** Marks headings that skip a level, in the text. */
export const markSkipped = new Plugin({
  props: {
    decorations: ({ doc }) =>
      DecorationSet.create(
        doc,
        skippedIn(doc).map(({ at, size }) => Decoration.node(at, at + size, { class: 'heading-skipped' })),
      ),
  },
})

/** Tells in words, beside the text, which headings skip a level; nothing is said anew while it stays the same. */
export function headingNotes(title: string, language: 'zh-CN' | 'en') {
  const place = document.createElement('div')
  place.className = 'editor-findings'
  place.setAttribute('role', 'status')
  let told = ''
  const show = (text: Node) => {
    const words = skippedIn(text).map((one) => skippedHeadingInWords(one, language))
    if (words.join('\n') === told) return
    told = words.join('\n')
    const head = document.createElement('p')
    head.textContent = title
    const list = document.createElement('ul')
    list.append(
      ...words.map((line) => {
        const item = document.createElement('li')
        item.textContent = line
        return item
      }),
    )
    place.replaceChildren(...(words.length > 0 ? [head, list] : []))
  }
  return { place, show }
}
