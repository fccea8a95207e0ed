import { Fragment, type Node } from 'prosemirror-model'
import type { BodyBlock, BodyCell, BodyRun, ItemBody } from '../../publications/item-body.ts'
import { tidyRuns } from '../../publications/tidy-runs.ts'
import { bodySchema } from './body-schema.ts'

const { nodes, marks } = bodySchema

const make = (name: string, attrs: Record<string, unknown> | null, content?: Fragment | readonly Node[]) => {
  const type = nodes[name]
  if (!type) throw new TypeError(`no node ${name}`)
  return type.create(attrs, content)
}

/** The document that the editor shows of a text. An empty text is one empty paragraph. */
export function documentOf(body: ItemBody): Node {
  const blocks = blocksOf(body)
  return make('doc', null, blocks.length > 0 ? blocks : [make('paragraph', null)])
}

/** The nodes of blocks, as they are pasted too. */
export function blocksOf(body: ItemBody): readonly Node[] {
  return body.map(nodeOf)
}

function nodeOf(block: BodyBlock): Node {
  switch (block.type) {
    case 'paragraph':
      return make('paragraph', { align: block.align ?? null }, inline(block.runs))
    case 'heading':
      return make('heading', { level: block.level }, inline(block.runs))
    case 'list':
      return make(
        'list',
        { ordered: block.ordered },
        block.items.map((item) => make('list_item', null, inline(item))),
      )
    case 'table':
      return make(
        'table',
        { caption: block.caption },
        block.rows.map((row) => make('table_row', null, row.map(cellNode))),
      )
    case 'figure':
      return make('figure', { file: block.file, alt: block.alt, caption: block.caption })
  }
}

function cellNode({ runs, head, columns = 1, rows = 1 }: BodyCell): Node {
  const attrs = { colspan: columns, rowspan: rows, colwidth: null }
  return make(head ? 'table_header' : 'table_cell', attrs, [make('paragraph', null, inline(runs))])
}

/** Pieces of a line as nodes; `\n` is a break within it. */
function inline(runs: readonly BodyRun[]): Fragment {
  const all = runs.flatMap(({ text, bold, href }) => {
    const own = [
      ...(href !== undefined && marks.link ? [marks.link.create({ href })] : []),
      ...(bold && marks.bold ? [marks.bold.create()] : []),
    ]
    return text
      .split('\n')
      .flatMap((line, at) => [
        ...(at > 0 ? [make('line_break', null)] : []),
        ...(line === '' ? [] : [bodySchema.text(line, own)]),
      ])
  })
  return Fragment.fromArray(all)
}

/** The text that a document is: empty lines, which nothing shows, are left out. */
export function bodyOf(document: Node): ItemBody {
  const blocks: BodyBlock[] = []
  document.forEach((node) => {
    switch (node.type.name) {
      case 'paragraph': {
        const runs = runsOf(node)
        const { align } = node.attrs
        if (runs.length > 0) blocks.push({ type: 'paragraph', ...(align ? { align } : {}), runs })
        break
      }
      case 'heading': {
        const runs = runsOf(node)
        if (runs.length > 0) blocks.push({ type: 'heading', level: node.attrs.level, runs })
        break
      }
      case 'list': {
        const items: (readonly BodyRun[])[] = []
        node.forEach((item) => {
          const runs = runsOf(item)
          if (runs.length > 0) items.push(runs)
        })
        if (items.length > 0) blocks.push({ type: 'list', ordered: node.attrs.ordered, items })
        break
      }
      case 'table':
        blocks.push({ type: 'table', caption: node.attrs.caption, rows: rowsOf(node) })
        break
      case 'figure': {
        const { file, alt, caption } = node.attrs
        blocks.push({ type: 'figure', file, alt, caption })
        break
      }
    }
  })
  return blocks
}

function rowsOf(table: Node): readonly (readonly BodyCell[])[] {
  const rows: BodyCell[][] = []
  table.forEach((row) => {
    const cells: BodyCell[] = []
    row.forEach((cell) => {
      const { colspan, rowspan } = cell.attrs
      cells.push({
        runs: linesOf(cell),
        ...(cell.type.name === 'table_header' && { head: true as const }),
        ...(colspan > 1 && { columns: colspan }),
        ...(rowspan > 1 && { rows: rowspan }),
      })
    })
    rows.push(cells)
  })
  return rows
}

/** The paragraphs of a cell are its lines. */
function linesOf(cell: Node): readonly BodyRun[] {
  const runs: BodyRun[] = []
  cell.forEach((line) => {
    const own = runsOf(line)
    if (own.length === 0) return
    if (runs.length > 0) runs.push({ text: '\n' })
    runs.push(...own)
  })
  return tidyRuns(runs)
}

function runsOf(line: Node): readonly BodyRun[] {
  const runs: BodyRun[] = []
  line.forEach((node) => {
    const href = node.marks.find(({ type }) => type === marks.link)?.attrs.href
    const bold = node.marks.some(({ type }) => type === marks.bold)
    const text = node.isText ? (node.text ?? '') : '\n'
    runs.push({ text, ...(bold && { bold: true as const }), ...(href !== undefined && { href }) })
  })
  return tidyRuns(runs)
}
