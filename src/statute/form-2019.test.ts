import assert from 'node:assert/strict'
import { test } from 'node:test'
import { formForYear, oldProactiveBlocks, oldRequestRows } from './form-2019.ts'
import { proactiveCells } from './form-2021.ts'

test('the reports for 2019 and 2020 are made on the old form, later ones on the new, earlier ones on none', () => {
  const forms = [2018, 2019, 2020, 2021, 2026].map((year) => formForYear(year)?.value ?? null)
  assert.deepEqual(forms, [null, '2019', '2019', '2021', '2021'])
})

test('the old table two has 其他处理 as one row', () => {
  assert.equal(oldRequestRows.length, 23)
  assert.deepEqual(oldRequestRows.slice(-4), [
    { id: 'rejected.reissue', label: '5.要求行政机关确认或重新出具已获取信息' },
    { id: 'other.remaining', label: '（六）其他处理' },
    { id: 'total', label: '（七）总计' },
    { id: 'carriedOut', label: '四、结转下年度继续办理' },
  ])
})

test('every cell of the old table one is a cell of form 2021 or none, as many as there are columns', () => {
  for (const { columns, rows } of oldProactiveBlocks) {
    for (const { label, cells } of rows) {
      assert.equal(cells.length, columns.length, label)
      for (const cell of cells) assert.ok(cell === null || proactiveCells.includes(cell), label)
    }
  }
})
