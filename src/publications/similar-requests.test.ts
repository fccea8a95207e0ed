import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findSimilarRequests } from './similar-requests.ts'

test('several who ask for the same make a group, one who asks twice does not', () => {
  const granted = [
    { number: '1', applicant: 'a', content: '申请公开河东街道老旧小区改造项目的中标单位和合同金额' },
    { number: '2', applicant: 'b', content: '请公开：河东街道老旧小区改造项目中标单位、合同金额' },
    { number: '3', applicant: 'a', content: '河东街道老旧小区改造项目中标单位和合同金额' },
    { number: '4', applicant: 'c', content: '申请公开2025年度水库除险加固资金使用情况' },
    { number: '5', applicant: 'c', content: '申请公开2025年度水库除险加固资金使用情况明细' },
    { number: '6', applicant: 'd', content: '申请公开政府信息' },
    { number: '7', applicant: 'e', content: '申请公开政府信息' },
  ]
  assert.deepEqual(findSimilarRequests(granted, 2), [{ requests: ['1', '2', '3'], applicants: 2 }])
  assert.deepEqual(findSimilarRequests(granted, 3), [])
})
