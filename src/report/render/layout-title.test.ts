import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { layoutTitle } from './layout-title.ts'

test('a title that fits stays on one line', () => {
  assert.deepEqual(layoutTitle('2024年政府信息公开工作年度报告'), ['2024年政府信息公开工作年度报告'])
})

test('a longer title has the agency above and the name of the paper below', () => {
  assert.deepEqual(layoutTitle('清河县人民政府办公室2024年政府信息公开工作年度报告'), [
    '清河县人民政府办公室',
    '2024年政府信息公开工作年度报告',
  ])
  assert.deepEqual(layoutTitle('2024年度清河县水务局政府信息公开工作年度报告'), [
    '2024年度清河县水务局',
    '政府信息公开工作年度报告',
  ])
})

test('a name too long for a line is divided after a word', () => {
  assert.deepEqual(layoutTitle('青山省白水自治州云岭彝族自治县人力资源和社会保障局2024年政府信息公开工作年度报告'), [
    '青山省白水自治州云岭彝族自治县',
    '人力资源和社会保障局',
    '2024年政府信息公开工作年度报告',
  ])
})

test('several names are divided between them, and no line begins with a mark', () => {
  assert.deepEqual(
    layoutTitle('清河县人民政府办公室（清河县大数据和政务服务管理局、清河县行政审批局）2024年政府信息公开工作年度报告'),
    [
      '清河县人民政府办公室',
      '（清河县大数据和政务服务管理局、',
      '清河县行政审批局）',
      '2024年政府信息公开工作年度报告',
    ],
  )
})

test('no character is lost or divided and no line is too long', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 90 }), (title) => {
      const lines = layoutTitle(title)
      assert.equal(lines.join(''), title.replace(/\s+/g, ''))
      for (const line of lines) assert.ok(line.length <= 20 && line.isWellFormed())
    }),
  )
})
