import { officialDay } from '../../../office/official-day.ts'
import { defineLetter } from '../define-letter.ts'
import { opening } from './opening.ts'
import { quoted } from './punctuation.ts'

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

/** No article speaks of a withdrawal, and nothing is decided against whoever withdraws: no remedies clause. */
export const withdrawalNotice = defineLetter({
  title: '政府信息公开申请办理终止告知书',
  tells: 'withdrawn',
  to: 'applicant',
  elements: { applicant: null, requestNumber: null, content: null, withdrawnOn: null, contact: null },
  fixed: {},
  paragraphs: ({ requestNumber, content, withdrawnOn }, _, { you }) => [
    `${you}提出的政府信息公开申请（编号：${requestNumber}），申请内容为：${quoted(content)}。`,
    `${you}已于${officialDay(withdrawnOn)}撤回该申请，本机关终止办理。撤回申请后仍需要获取相关政府信息的，可以另行提出申请。`,
  ],
  contestedAs: null,
})
