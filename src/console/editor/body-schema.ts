import { type NodeSpec, Schema } from 'prosemirror-model'
import { tableNodes } from 'prosemirror-tables'

const { table: _, ...cells } = tableNodes({ tableGroup: 'block', cellContent: 'paragraph+', cellAttributes: {} })

/** One node for each kind of block, so that a document and a body are two writings of the same thing. */
const nodes: Record<string, NodeSpec> = {
  doc: { content: 'block+' },
  paragraph: {
    group: 'block',
    content: 'inline*',
    attrs: { align: { default: null } },
    toDOM: ({ attrs }) => ['p', attrs.align ? { class: `align-${attrs.align}` } : {}, 0],
    parseDOM: [
      {
        tag: 'p',
        getAttrs: (dom) => ({ align: /\balign-(center|right)\b/.exec((dom as HTMLElement).className)?.[1] ?? null }),
      },
    ],
  },
  heading: {
    group: 'block',
    content: 'inline*',
    attrs: { level: { default: 1 } },
    marks: 'link',
    defining: true,
    toDOM: ({ attrs }) => [`h${Number(attrs.level) + 1}`, 0],
    parseDOM: [1, 2, 3, 4].map((level) => ({ tag: `h${level + 1}`, attrs: { level } })),
  },
  list: {
    group: 'block',
    content: 'list_item+',
    attrs: { ordered: { default: false } },
    toDOM: ({ attrs }) => [attrs.ordered ? 'ol' : 'ul', 0],
    parseDOM: [
      { tag: 'ol', attrs: { ordered: true } },
      { tag: 'ul', attrs: { ordered: false } },
    ],
  },
  list_item: { content: 'inline*', defining: true, toDOM: () => ['li', 0], parseDOM: [{ tag: 'li' }] },
  table: {
    group: 'block',
    content: 'table_row+',
    tableRole: 'table',
    isolating: true,
    attrs: { caption: { default: null } },
    toDOM: ({ attrs }) => ['table', attrs.caption === null ? {} : { 'data-caption': attrs.caption }, ['tbody', 0]],
    parseDOM: [{ tag: 'table', getAttrs: (dom) => ({ caption: (dom as HTMLElement).getAttribute('data-caption') }) }],
  },
  ...cells,
  figure: {
    group: 'block',
    attrs: { file: {}, alt: {}, caption: { default: null } },
    draggable: true,
    toDOM: ({ attrs }) => [
      'figure',
      { 'data-file': attrs.file },
      ['img', { src: `picture/${attrs.file}`, alt: attrs.alt }],
      ...(attrs.caption === null ? [] : [['figcaption', attrs.caption]]),
    ],
    parseDOM: [
      {
        tag: 'figure[data-file]',
        getAttrs: (dom) => {
          const figure = dom as HTMLElement
          return {
            file: figure.dataset.file,
            alt: figure.querySelector('img')?.alt ?? '',
            caption: figure.querySelector('figcaption')?.textContent ?? null,
          }
        },
      },
    ],
  },
  text: { group: 'inline' },
  line_break: { group: 'inline', inline: true, selectable: false, toDOM: () => ['br'], parseDOM: [{ tag: 'br' }] },
}

export const bodySchema = new Schema({
  nodes,
  marks: {
    link: {
      attrs: { href: {} },
      inclusive: false,
      toDOM: ({ attrs }) => ['a', { href: attrs.href }, 0],
      parseDOM: [{ tag: 'a[href]', getAttrs: (dom) => ({ href: (dom as HTMLElement).getAttribute('href') }) }],
    },
    bold: { toDOM: () => ['strong', 0], parseDOM: [{ tag: 'strong' }, { tag: 'b' }] },
  },
})
