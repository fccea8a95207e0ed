import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { html, trusted } from './html.ts'

test('text is escaped in content and in attributes, also inside lists', () => {
  const hostile = `<script>"'&`
  assert.equal(html`<p title="${hostile}">${[hostile]}</p>`.markup.match(/&lt;script&gt;&quot;&#39;&amp;/g)?.length, 2)
})

test('nothing prints for null, undefined and false; 0 and the empty string print as they are', () => {
  assert.equal(html`[${null}${undefined}${false}${0}${''}]`.markup, '[0]')
})

test('markup made by the template is not escaped twice', () => {
  assert.equal(html`<p>${html`<b>${'&'}</b>`}${trusted('<i></i>')}</p>`.markup, '<p><b>&amp;</b><i></i></p>')
})

test('no text whatever opens a tag', () => {
  fc.assert(fc.property(fc.string(), (text) => !/[<>"']/.test(html`${text}`.markup)))
})
