import assert from 'node:assert/strict'
import { test } from 'node:test'
import { requestRows } from '../../../statute/form-2021.ts'
import { splitRunOn } from './run-on.ts'

test('rows that run on in one line are cut, and nothing is lost', () => {
  const line = requestRows.map(({ label }) => `${label} 0 0 0 0 0 0 0`).join(' ')
  const parts = splitRunOn(line)
  assert.equal(parts.join(''), line)
  assert.equal(parts.filter((part) => /(?: 0){7} ?$/.test(part)).length, requestRows.length)
})

test('prose that names some rows stays one line', () => {
  const prose = `全年办结申请12件，其中（一）予以公开5件，（二）部分公开2件，（三）不予公开3件，${'另有其他情形。'.repeat(20)}`
  assert.deepEqual(splitRunOn(prose), [prose])
})

test('a title before rows that run on is cut off, also behind words of the page', () => {
  const rows = requestRows.map(({ label }) => `${label} 0 0 0 0 0 0 0`).join(' ')
  const title = '青禾县财政局2024 年政府信息公开工作年度报告'
  const lead = '本报告根据政府信息公开条例编制，每年的政府信息公开工作年度报告另行公布。 '
  for (const before of ['', '首页 > 公开  ']) {
    const parts = splitRunOn(`${before}${title} ${lead}${rows}`)
    assert.equal(
      parts.find((part) => part === title),
      title,
    )
    assert.equal(parts.join(''), `${before}${title} ${lead}${rows}`)
  }
  assert.ok(splitRunOn(`${lead}${rows}`)[0]?.startsWith(lead.trim()))
})
