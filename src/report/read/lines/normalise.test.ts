import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { normalise, skeleton } from './normalise.ts'

test('offsets stay: every character becomes exactly one', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => normalise(text).length === text.length))
})

test('the traditional labels of the form become the simplified ones', () => {
  assert.equal(normalise('三、收到和處理政府信息公開申請情況'), '三、收到和处理政府信息公开申请情况')
  assert.equal(normalise('5.要求行政機關確認或重新出具已獲取信息'), '5.要求行政机关确认或重新出具已获取信息')
  assert.equal(normalise('行政復議　結果維持　尚未審結　總計'), '行政复议 结果维持 尚未审结 总计')
})

test('a skeleton holds Chinese characters and digits only', () => {
  assert.equal(skeleton(normalise('（三）　危及“三安全一稳定”：１２')), '三危及三安全一稳定12')
})
