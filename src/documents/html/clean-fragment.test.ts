import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Refusal } from '../../refusals/refusal.ts'
import { cleanFragment } from './clean-fragment.ts'

test('what a page looks like and does is left out; words, links and pictures stay', () => {
  const markup = `<!-- a --><style>p{}</style><script>alert(1)</script><div class="top" id="main" style="color:red" onclick="x()">
    <a href="/index.html" target="_blank" onmouseover="x()">首页</a><img src="/logo.png" alt="标志" onerror="x()"></div>`
  assert.equal(
    cleanFragment(markup, 'header').replace(/\s+/g, ' '),
    '<div> <a href="/index.html">首页</a><img src="/logo.png" alt="标志"></div>',
  )
})

const refused: readonly (readonly [string, string])[] = [
  ['<form action="https://x.example/"><input></form>', 'fragment-element'],
  ['<iframe src="/a"></iframe>', 'fragment-element'],
  ['<svg><script>alert(1)</script></svg>', 'fragment-element'],
  ['<math><mtext></mtext></math>', 'fragment-element'],
  ['<a href="javascript:alert(1)">a</a>', 'fragment-address'],
  ['<a href="java&#10;script:alert(1)">a</a>', 'fragment-address'],
  ['<a href="data:text/html,a">a</a>', 'fragment-address'],
  ['<a href="//x.example/">a</a>', 'fragment-address'],
  ['<img src="https://x.example/a.png" alt="">', 'fragment-picture'],
  ['<img src="data:image/svg+xml;base64,AAAA" alt="">', 'fragment-picture'],
  ['<img src="/a.png">', 'fragment-without-alt'],
  ['<nav><a href="/">a</a></nav>', 'fragment-nav-unnamed'],
  [`<p>${'a'.repeat(70_000)}</p>`, 'fragment-too-large'],
]

for (const [markup, id] of refused)
  test(`refused: ${markup.slice(0, 50)}`, () => {
    assert.throws(
      () => cleanFragment(markup, 'header'),
      (error) => error instanceof Refusal && error.id === id,
    )
  })

test('landmarks and headings become plain boxes', () => {
  assert.equal(
    cleanFragment('<header><h1>a</h1></header><main id="main">b</main>', 'header'),
    '<div><div>a</div></div><div>b</div>',
  )
})

test('markup that is broken comes out whole', () => {
  assert.equal(cleanFragment('<div><p>a</div><b>c', 'footer'), '<div><p>a</p></div><b>c</b>')
  assert.equal(cleanFragment('</div></body><p>a', 'footer'), '<p>a</p>')
})
