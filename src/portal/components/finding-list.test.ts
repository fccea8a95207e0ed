import assert from 'node:assert/strict'
import { test } from 'node:test'
import { html } from '../html.ts'
import { placeFindings } from '../place-findings.ts'
import { makeView } from '../view.ts'
import { findingList } from './finding-list.ts'

const view = makeView('zh-CN', 'f1')
const residue = (where: string, message = '模板提示没有删除。') =>
  ({ rule: 'residue', severity: 'warning', state: 'fails', where, message }) as const
const markup = (...findings: readonly ReturnType<typeof residue>[]) =>
  html`${findingList(view, placeFindings(findings))}`.markup

test('findings that say the very same thing stand once, with a way to and from each place', () => {
  const page = markup(residue('text[1]@1-4'), residue('text[1]@9-12', '别的问题。'), residue('text[1]@20-23'))
  assert.equal(page.match(/<li /g)?.length, 2)
  assert.match(page, /共 2 处/)
  for (const number of [1, 2, 3]) {
    assert.equal(page.match(new RegExp(`id="f1-n${number}"`, 'g'))?.length, 1)
    assert.equal(page.match(new RegExp(`href="#f1-at${number}"`, 'g'))?.length, 1)
  }
})

test('a rule goes by its name, not by its identifier', () => {
  const page = markup(residue('text[1]@1-4'))
  assert.match(page, /残留字符/)
  assert.doesNotMatch(page, /residue/)
})
