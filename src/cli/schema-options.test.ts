import assert from 'node:assert/strict'
import { test } from 'node:test'
import { actSchemas } from '../api/requests/act-schemas.ts'
import { Refusal } from '../refusals/refusal.ts'
import { readBySchema } from './schema-options.ts'

const read = (act: keyof typeof actSchemas, values: Readonly<Record<string, unknown>>) =>
  readBySchema(actSchemas[act], values, { on: '2026-03-02' }, 'zh-CN')

/** What a clerk is told. */
const told = (act: keyof typeof actSchemas, values: Readonly<Record<string, unknown>>) => {
  try {
    read(act, values)
  } catch (error) {
    if (error instanceof Refusal) return error.words('zh-CN')
  }
  return assert.fail('accepted')
}

test('words that choose between kinds of one thing may be written as options are', () => {
  assert.deepEqual(read('approve', { 'approval.medium': 'on-screen' }), {
    ...{ on: '2026-03-02', approval: { medium: 'onScreen' }, documentNumber: null, sign: null },
  })
})

test('what is missing is told as missing, with all that the act takes', () => {
  assert.match(
    told('requestCorrection', {}),
    /^缺少参数 --until。这里可以用的参数（带 … 的可以重复）：--on --until --items…；/,
  )
  assert.match(told('notifyFee', {}), /^缺少参数 --charged\.by。.*--charged\.count/)
})

test('a word that is not known is told with those that are', () => {
  assert.match(
    told('serve', { method: 'mail' }),
    /^参数 --method 写错了（in-person \| post \| courier \| portal \| email \| fax）/,
  )
  assert.match(told('approve', { 'approval.medium': 'screen' }), /（on-screen \| on-paper）/)
  assert.match(told('proveService', { proof: 'proof.pdf' }), /--proof 写错了（.*gongkai files add/)
})
