import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type DefaultTreeAdapterTypes, parse } from 'parse5'
import { makeReport } from '../../../../test/make-report.ts'
import { layoutReport } from '../../../report/render/layout-report.ts'
import { type Cell, numberCell } from '../../../report/report.ts'
import { writeHtml } from './write-html.ts'

type Element = DefaultTreeAdapterTypes.Element

const textOf = (over = {}, cell: Cell = numberCell(0)) =>
  new TextDecoder().decode(writeHtml(layoutReport(makeReport(over, () => cell))))

function elements(text: string): readonly Element[] {
  const found: Element[] = []
  const walk = (node: DefaultTreeAdapterTypes.ParentNode) => {
    for (const child of node.childNodes) {
      if (!('tagName' in child)) continue
      found.push(child)
      walk(child)
    }
  }
  walk(parse(text))
  return found
}

const attribute = (element: Element, name: string) => element.attrs.find((one) => one.name === name)?.value
const words = (element: Element): string =>
  element.childNodes.map((child) => ('value' in child ? child.value : 'tagName' in child ? words(child) : '')).join('')

test('every data cell names its heads, which exist once and have a scope', () => {
  const all = elements(textOf())
  const heads = all.filter((element) => element.tagName === 'th')
  const ids = heads.map((element) => attribute(element, 'id'))
  assert.equal(new Set(ids).size, ids.length)
  for (const head of heads) assert.match(attribute(head, 'scope') ?? '', /^(?:col|row)(?:group)?$/)
  const cells = all.filter((element) => element.tagName === 'td' && attribute(element, 'headers') !== undefined)
  assert.equal(cells.length, 200)
  for (const cell of cells)
    for (const id of attribute(cell, 'headers')?.split(' ') ?? []) assert.ok(ids.includes(id), id)
})

test('each table has a name, the page a language and a title, the headings an order', () => {
  const all = elements(textOf())
  const named = (tag: string) => all.filter((element) => element.tagName === tag)
  assert.equal(attribute(all[0] as Element, 'lang'), 'zh-CN')
  assert.equal(named('table').length, 3)
  for (const table of named('table')) assert.ok(attribute(table, 'aria-label'))
  assert.equal(named('title').map(words)[0], '清河县水务局2024年政府信息公开工作年度报告')
  assert.equal(named('h1').length, 1)
  assert.equal(named('h2').length, 6)
})

test('nothing is fetched and nothing runs', () => {
  const text = textOf()
  const all = elements(text)
  const tags = new Set(all.map((element) => element.tagName))
  for (const tag of ['script', 'link', 'img', 'iframe', 'object', 'embed', 'base', 'form'])
    assert.ok(!tags.has(tag), tag)
  for (const element of all) {
    for (const { name } of element.attrs) assert.doesNotMatch(name, /^(?:on|src|href|srcset)/)
  }
  assert.doesNotMatch(text, /url\(|@import|https?:/)
})

test('hostile text is inert in the title, the properties, the prose and the cells', () => {
  const hostile = `"><script>alert(1)</script><img src=x onerror=alert(1)>' & </title></style>`
  const text = textOf(
    {
      agency: hostile,
      preamble: { title: hostile, text: hostile },
      sections: [{ number: 1, heading: '', text: hostile }],
    },
    { value: null, kind: 'unreadable', text: hostile },
  )
  const plain = elements(textOf()).map((element) => element.tagName)
  const tags = elements(text).map((element) => element.tagName)
  assert.ok(!tags.includes('script') && !tags.includes('img'))
  assert.deepEqual(new Set(tags.filter((tag) => !plain.includes(tag))), new Set())
  const author = elements(text).find((element) => attribute(element, 'name') === 'author')
  assert.equal(author && attribute(author, 'content'), hostile)
})
