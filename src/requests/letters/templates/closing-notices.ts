import { defineLetter } from '../define-letter.ts'
import { officialDay } from '../official-day.ts'
import { opening } from './opening.ts'

export const correctionOverdueNotice = defineLetter({
  title: '政府信息公开申请不再处理告知书',
  tells: 'abandoned',
  to: 'applicant',
  elements: {
    applicant: '条例30',
    requestNumber: null,
    receivedOn: '条例30',
    content: null,
    noticeOn: '条例30',
    contact: null,
  },
  fixed: {
    basis: [
      '条例30',
      '依照《中华人民共和国政府信息公开条例》第三十条的规定，视为放弃申请，本机关不再处理该政府信息公开申请。',
    ],
  },
  paragraphs: ({ noticeOn, ...asked }, { basis }, besides) => [
    opening(asked, besides),
    `本机关于${officialDay(noticeOn)}一次性告知需要补正的事项和合理的补正期限。补正期限已经届满，${besides.you}无正当理由未予补正。${basis}`,
  ],
  contestedAs: '决定',
})

export const feeOverdueNotice = defineLetter({
  title: '政府信息公开申请不再处理告知书',
  tells: 'feeLapsed',
  to: 'applicant',
  elements: {
    applicant: '109号',
    requestNumber: null,
    receivedOn: null,
    content: null,
    noticeOn: '109号',
    contact: null,
  },
  fixed: {
    basis: [
      '109号',
      '依照《政府信息公开信息处理费管理办法》（国办函〔2020〕109号）的规定，视为放弃申请，本机关不再处理该政府信息公开申请。',
    ],
  },
  paragraphs: ({ noticeOn, ...asked }, { basis }, besides) => [
    opening(asked, besides),
    `本机关于${officialDay(noticeOn)}通知${besides.you}缴纳信息处理费。缴费期限已经届满，${besides.you}未按要求缴纳。${basis}`,
  ],
  contestedAs: '决定',
})
