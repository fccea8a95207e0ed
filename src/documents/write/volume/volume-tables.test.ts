import assert from 'node:assert/strict'
import { test } from 'node:test'
import { extractText, getDocumentProxy } from 'unpdf'
import { day } from '../../../statute/day.ts'
import type { VolumePart } from '../pdf/volume-paper.ts'
import { setStanding } from '../pdf/write-pdf-apart.ts'

const table = (rows: number, text = '证明申请人提出申请'): VolumePart => ({
  ...({ kind: 'table', title: '证据目录', rowsAbove: [['案号', '（2026）某01行初1号']] } as const),
  columns: [
    { head: '序号', width: 15, size: 10.5, center: true },
    { head: '证明内容', width: 150, size: 10.5, center: false },
  ],
  rows: Array.from({ length: rows }, (_, at) => [String(at + 1), `第${at + 1}件${text}`]),
  ...{ notes: [`共${rows}份。`], signature: ['举证单位：清河县水务局（盖章）'] },
})

const pagesOf = async (rows: number, text?: string) => {
  const on = day('2026-03-02')
  const pdf = await setStanding({
    volume: { title: '证据目录', agency: '清河县水务局', on, parts: [table(rows, text)] },
  })
  const { text: pages } = await extractText(await getDocumentProxy(new Uint8Array(pdf)), { mergePages: false })
  return pages.map((page) => page.replace(/\s/g, ''))
}

test('a signature never stands alone on a page: the last rows go over with it, under the heads', async () => {
  const lengths = new Set<number>()
  for (let rows = 20; rows <= 34; rows++) {
    const pages = await pagesOf(rows)
    lengths.add(pages.length)
    const last = pages.at(-1) ?? ''
    assert.match(last, new RegExp(`序号证明内容.*第${rows - 1}件.*第${rows}件.*共${rows}份。举证单位`), `${rows} rows`)
  }
  assert.deepEqual([...lengths], [1, 2], 'the rows go over a page on the way')
})

test('rows too long to go over stay where they are, and nothing is lost', async () => {
  const pages = await pagesOf(2, '长'.repeat(1800))
  assert.match(pages.join(''), /第1件长+.*第2件长+.*共2份。举证单位/)
  assert.match((await pagesOf(0)).join(''), /证据目录.*共0份。举证单位/)
})
