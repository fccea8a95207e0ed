import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findPersonalInformation } from './personal-information.ts'

/** Made up: the day of birth is long gone, and the place has no such number. */
const identity = '110101190001010015'
const valid = (first17: string) => {
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
  const sum = weights.reduce((total, weight, at) => total + weight * Number(first17[at]), 0)
  return `${first17}${'10X98765432'[sum % 11]}`
}
const kinds = (text: string) =>
  findPersonalInformation([{ place: '正文', text }]).map(({ kind, count }) => [kind, count])

test('numbers of identity cards, phones and bank cards are found, however they are written', () => {
  const id = valid(identity.slice(0, 17))
  assert.deepEqual(kinds(`张某，身份证号${id}。`), [['identityNumber', 1]])
  assert.deepEqual(kinds(`${id.slice(0, 6)} ${id.slice(6, 14)} ${id.slice(14)}`), [['identityNumber', 1]])
  assert.deepEqual(
    kinds([...id].map((c) => (/\d/.test(c) ? String.fromCharCode(c.charCodeAt(0) + 0xfee0) : c)).join('')),
    [['identityNumber', 1]],
  )
  assert.deepEqual(kinds('电话13800138000、139-0013-9000'), [['mobilePhone', 2]])
  assert.deepEqual(kinds('账号6222 0000 0000 0000 006'), kinds('账号6222000000000000006'))
  assert.deepEqual(kinds('卡号 4111 1111 1111 1111'), [['bankCard', 1]])
})

test('what only looks alike is let be: other check digits, numbers of documents, credit codes, landlines', () => {
  const id = valid(identity.slice(0, 17))
  const wrong = `${id.slice(0, 17)}${id.endsWith('1') ? '2' : '1'}`
  for (const text of [
    wrong,
    '清河政办发〔2026〕3号 2026-03-02',
    '91110101MA00AB1234',
    '010-65251234',
    '总投资12345678900000元',
    `A${id}`,
    `${id}7`,
    '4111111111111112',
  ])
    assert.deepEqual(kinds(text), [], text)
})

test('a finding tells place and number without telling whose', () => {
  const [found] = findPersonalInformation([{ place: '附件1.xlsx', text: '13800138000' }])
  assert.deepEqual(found, { kind: 'mobilePhone', place: '附件1.xlsx', count: 1, example: '138******00' })
})
