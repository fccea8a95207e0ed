import { officialDay } from '../../../office/official-day.ts'
import { defineLetter } from '../define-letter.ts'
import { opening } from './opening.ts'
import { clause } from './punctuation.ts'

export const postponementNotice = defineLetter({
  title: '政府信息公开申请延迟答复告知书',
  tells: 'postponed',
  to: 'applicant',
  elements: {
    applicant: '条例35',
    requestNumber: null,
    receivedOn: '条例35',
    content: null,
    postponementReasons: '条例35',
    postponedUntil: '条例35',
    contact: null,
  },
  fixed: {
    basis: [
      '条例35',
      '依照《中华人民共和国政府信息公开条例》第三十五条的规定，本机关认为所说明的理由合理，但是无法在该条例第三十三条规定的期限内答复',
    ],
  },
  paragraphs: ({ postponementReasons, postponedUntil, ...asked }, { basis }, besides) => [
    opening(asked, besides),
    `${clause(postponementReasons)}。${basis}，现确定延迟至${officialDay(postponedUntil)}前（含当日）答复。`,
  ],
  contestedAs: null,
})
