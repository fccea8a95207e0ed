import assert from 'node:assert/strict'
import { test } from 'node:test'
import { highestLevelOf, kindOf } from './agency-level.ts'

test('the level is that of the last region in the name', () => {
  const levels = {
    国家水务局: 'nation',
    江南省水利厅: 'province',
    上海市水务局: 'province',
    广西壮族自治区财政厅: 'province',
    清河市水务局: 'city',
    景德镇市教育局: 'city',
    延边朝鲜族自治州教育局: 'city',
    清河市柳河区人民政府: 'county',
    上海市浦东新区人民政府: 'county',
    清河县水务局: 'county',
    清河县柳河镇人民政府: 'township',
    柳河街道办事处: 'township',
    柳河乡: 'township',
  } as const
  for (const [name, level] of Object.entries(levels)) assert.equal(highestLevelOf(name), level, name)
})

test('a name that does not tell has no level', () => {
  for (const name of ['水务局', '清河经济技术开发区管理委员会', '市场监督管理局'])
    assert.equal(highestLevelOf(name), null, name)
})

test('only a government itself is one', () => {
  assert.equal(kindOf('清河县人民政府'), 'government')
  assert.equal(kindOf('清河县人民政府办公室'), 'department')
  assert.equal(kindOf('清河县'), null)
})
