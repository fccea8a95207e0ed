import assert from 'node:assert/strict'
import { test } from 'node:test'
import { buildReport } from '../../report/check/example.ts'
import { makeTables } from '../../report/report.ts'
import { html } from '../html.ts'
import { makeView } from '../view.ts'
import { sections } from './sections.ts'

const view = makeView('zh-CN', 'f1')

test('a table that the file does not hold is said to be unchecked, never free of problems', () => {
  const whole = buildReport({ agency: '青禾县水务局' })
  const { requests } = makeTables(() => ({ value: null, kind: 'missing', text: '' }))
  const page = html`${sections(view, { ...whole, requests }, '', [])}`.markup
  assert.equal(page.match(/class="table-lost"/g)?.length, 1)
  assert.equal(page.match(/class="clean"/g)?.length, 5)
  assert.equal(page.match(/<table/g)?.length, 2)
})
