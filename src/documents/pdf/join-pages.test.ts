import assert from 'node:assert/strict'
import { test } from 'node:test'
import { joinPages } from './join-pages.ts'
import type { PageElement } from './lay-out-page.ts'

const line = (text: string, top: number): PageElement => ({
  kind: 'line',
  top,
  atEdge: false,
  line: { text, size: 12, left: 50, right: 540, top, bottom: top + 12 },
})

test('a full line is joined with the next, but never with one that begins with the number of a section', () => {
  const elements = [
    line('本年度公开的信息都按时更新', 100),
    line('并且及时归档', 116),
    line('二、主动公开政府信息情况', 132),
  ]
  assert.deepEqual(joinPages([{ elements }]), ['本年度公开的信息都按时更新并且及时归档', '二、主动公开政府信息情况'])
})
