import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { strToU8 } from 'fflate'
import { makeDocx, p, tbl, tc, tr } from '../../test/documents/make-docx.ts'
import { misplaced } from '../../test/documents/show-blocks.ts'
import { readDocument } from './read-document.ts'

const words = fc.string({
  unit: fc.constantFrom('公', '开', '1', ' ', '\t', '\u200b', '\u00a0', '　', '𠮷', '⼀', '、', '.', '\n'),
  maxLength: 8,
})
/** Content in no format yet: a text, or a table whose cells hold contents. */
type Content = string | { readonly rows: readonly (readonly Cell[])[] }
type Cell = { readonly wide: number; readonly tall: number; readonly contents: readonly Content[] }

const { content } = fc.letrec<{ content: Content; cell: Cell }>((tie) => ({
  content: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    words,
    fc.record({
      rows: fc.array(fc.array(tie('cell'), { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 }),
    }),
  ),
  cell: fc.record({
    wide: fc.integer({ min: 1, max: 3 }),
    tall: fc.integer({ min: 0, max: 3 }),
    contents: fc.array(tie('content'), { minLength: 1, maxLength: 2 }),
  }),
}))
const contents = fc.array(content, { minLength: 1, maxLength: 4 })

function asHtml(one: Content): string {
  if (typeof one === 'string') return `<p>${one}</p>`
  const cell = ({ wide, tall, contents: inner }: Cell) =>
    `<td colspan=${wide} rowspan=${tall}>${inner.map(asHtml).join('')}</td>`
  return `<table>${one.rows.map((row) => `<tr>${row.map(cell).join('')}</tr>`).join('')}</table>`
}

function asDocx(one: Content): string {
  if (typeof one === 'string') return p(one)
  const cell = ({ wide, tall, contents: inner }: Cell) =>
    tc(inner.map(asDocx).join('') + p(''), `<w:gridSpan w:val="${wide}"/>${tall === 0 ? '<w:vMerge/>' : ''}`)
  return tbl(...one.rows.map((row) => tr(...row.map(cell))))
}

for (const [format, make] of [
  ['html', (all: readonly Content[]) => strToU8(`<body>见${all.map(asHtml).join('')}`)],
  ['docx', (all: readonly Content[]) => makeDocx({ body: all.map(asDocx).join('') })],
  ['txt', (all: readonly Content[]) => strToU8(`文${all.filter((one) => typeof one === 'string').join('\n')}`)],
] as const)
  test(`every block of a ${format} stands in the text where it says`, async () => {
    await fc.assert(
      fc.asyncProperty(contents, async (all) => {
        assert.deepEqual(misplaced(await readDocument(make(all), `a.${format}`)), [])
      }),
      { numRuns: 200 },
    )
  })

test('no two cells of a grid cover one place', async () => {
  await fc.assert(
    fc.asyncProperty(contents, async (all) => {
      for (const make of [
        () => strToU8(`<body>见${all.map(asHtml).join('')}`),
        () => makeDocx({ body: all.map(asDocx).join('') }),
      ]) {
        const bytes = make()
        const { blocks } = await readDocument(bytes, 'a')
        for (const block of blocks) {
          if (block.kind !== 'grid') continue
          const taken = new Set<string>()
          for (const { row, column, rowSpan, columnSpan } of block.cells)
            for (let r = row; r < row + rowSpan; r++)
              for (let c = column; c < column + columnSpan; c++) {
                assert.ok(!taken.has(`${r} ${c}`), `row ${r}, column ${c} twice`)
                taken.add(`${r} ${c}`)
              }
        }
      }
    }),
    { numRuns: 200 },
  )
})
