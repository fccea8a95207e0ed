import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { PublicAgency } from '../../storage/publications/public-items.ts'
import { agencyTree, inTreeOrder } from './agency-tree.ts'

const agency = (id: number, parentId: number | null, kind: PublicAgency['kind'] = 'department'): PublicAgency => ({
  ...({ id, code: `A${id}`, name: `${id}局`, level: 'county', kind, parentId } as const),
})

test('organs stand below their parents, governments first; one whose parent is not here is at the top', () => {
  const tree = agencyTree([agency(1, 3), agency(2, 99), agency(3, null, 'government'), agency(4, 1)])
  assert.deepEqual(
    inTreeOrder(tree).map(({ agency: { id }, depth }) => [id, depth]),
    [
      [3, 0],
      [1, 1],
      [4, 2],
      [2, 0],
    ],
  )
})
