import { officialDay } from '../../../office/official-day.ts'
import { defineLetter } from '../define-letter.ts'
import { opening } from './opening.ts'

/** Tells the applicant that somebody is consulted, without saying who. No article asks for it; many offices send it. */
export const consultationNotice = defineLetter({
  title: '政府信息公开征求意见告知书',
  tells: 'consultationSent',
  to: 'applicant',
  elements: {
    applicant: null,
    requestNumber: null,
    receivedOn: null,
    content: null,
    consultedOn: '条例33¶3',
    contact: null,
  },
  fixed: {
    pause: [
      '条例33¶3',
      '依照《中华人民共和国政府信息公开条例》第三十三条第三款的规定，征求意见所需时间不计算在答复期限内。',
    ],
  },
  paragraphs: ({ consultedOn, ...asked }, { pause }, besides) => [
    opening(asked, besides),
    `因该申请涉及第三方合法权益或者其他机关的职责，本机关已于${officialDay(consultedOn)}书面征求意见。${pause}`,
  ],
  contestedAs: null,
})
