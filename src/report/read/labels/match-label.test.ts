import assert from 'node:assert/strict'
import { test } from 'node:test'
import { requestRows } from '../../../statute/form-2021.ts'
import { normalise, skeleton } from '../lines/normalise.ts'
import { rowKeys } from './labels.ts'
import { matchTail, rowsWithin, tailDistance } from './match-label.ts'

const rowOf = (text: string) => {
  const match = matchTail(skeleton(normalise(text)))
  return match?.kind === 'row' ? match.row : match?.kind
}

test('every label of the form is matched to its own row, also behind its group', () => {
  for (const { id, label, group } of requestRows) {
    assert.equal(rowOf(label), id)
    assert.equal(rowOf(`${group ?? ''} ${label}`), id)
  }
})

test('no misspelling within reach of one row is within reach of another', () => {
  for (const one of rowKeys) {
    for (const other of rowKeys) {
      // A label without tolerance is matched by its exact words alone, and exact words win.
      if (one.row === other.row || one.tolerance === 0 || other.tolerance === 0) continue
      // A spelling d1 from one key and d2 from the other would put the keys no further apart than d1 + d2.
      const reach = one.tolerance + other.tolerance
      assert.ok(tailDistance(one.key, other.key, reach) > reach, `${one.key} and ${other.key}`)
    }
  }
})

test('a label may lack some characters, as long as no other row is as near', () => {
  assert.equal(rowOf('2.其他法律行政止公开'), 'withheld.forbiddenByLaw')
  assert.equal(rowOf('1.本机关不掌屋相关政府信息'), 'unavailable.notHeld')
  assert.equal(rowOf('属于某某信息'), undefined)
})

test('group heads are no rows, and 其他 needs its number', () => {
  assert.equal(rowOf('（三）不予公开'), 'group')
  assert.equal(rowOf('（六）其他处理'), 'group')
  assert.equal(rowOf('其他'), undefined)
  assert.equal(rowOf('3.其他'), 'other.remaining')
})

test('whole labels within a stretch of text are told in their order', () => {
  assert.deepEqual(rowsWithin(skeleton('（三）不予公开 5.属于三类内部事务信息 1.本机关不掌握相关政府信息')), [
    'withheld.internalAffairs',
    'unavailable.notHeld',
  ])
})
