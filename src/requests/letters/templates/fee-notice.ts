import { defineLetter } from '../define-letter.ts'
import type { Elements } from '../elements.ts'
import { opening } from './opening.ts'
import { clause } from './punctuation.ts'

/** What is counted, by the way of charging (109号4). */
const counted = {
  items: { by: '按件', unit: '件', of: '同一申请人本自然月内的申请' },
  pages: { by: '按量', unit: '页', of: '本件申请' },
} as const

export const feeNotice = defineLetter({
  title: '政府信息公开信息处理费缴费通知书',
  tells: 'feeNotified',
  to: 'applicant',
  elements: {
    applicant: '109号',
    requestNumber: null,
    receivedOn: null,
    content: null,
    feeBands: '109号4',
    feeAmount: '109号',
    payment: '109号',
    paymentPeriod: '109号',
    contact: null,
  },
  fixed: {
    basis: [
      '条例42¶1',
      '申请公开政府信息的数量、频次明显超过合理范围。依照《中华人民共和国政府信息公开条例》第四十二条第一款和《政府信息公开信息处理费管理办法》（国办函〔2020〕109号）的规定，本机关决定收取信息处理费。',
    ],
    consequence: ['109号', '逾期未缴纳的，视为放弃申请，本机关不再处理该政府信息公开申请。'],
    period: ['109号', '本机关自缴费完成次日起重新计算答复期限。'],
    dispute: [
      '109号',
      '在缴费期内对收费有异议的，可以向本机关提出，但不能单独就收费通知申请行政复议或者提起行政诉讼。',
    ],
  },
  paragraphs: ({ feeBands, feeAmount, payment, paymentPeriod, ...asked }, say, besides) => {
    return [
      `${opening(asked, besides)}经审查，${say.basis}`,
      `收费标准：${feeScale(feeBands)}。`,
      `收费金额：${yuanOf(feeAmount)}元。`,
      `缴纳方式：${clause(payment)}。`,
      `请${besides.you}自收到本通知次日起${paymentPeriod}个工作日内缴纳。${say.consequence}${say.period}`,
      say.dispute,
    ]
  },
  contestedAs: null,
})

/** How the fee was counted, band by band. */
export function feeScale({ by, bands }: Elements['feeBands']): string {
  const { by: way, unit, of } = counted[by]
  const told = bands.map(
    ({ from, to, count, yuanEach, yuan }) =>
      `第${from}${unit}至第${to}${unit}，每${unit}${yuanEach}元，计${count}${unit}${yuan}元`,
  )
  return `${way}计收，以${of}计算，${told.join('；')}`
}

export function yuanOf(cents: number): string {
  return cents % 100 === 0 ? String(cents / 100) : (cents / 100).toFixed(2)
}
