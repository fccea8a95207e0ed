import { officialDay } from '../../../office/official-day.ts'
import { defineLetter } from '../define-letter.ts'
import { opening } from './opening.ts'
import { clause } from './punctuation.ts'

export const justificationNotice = defineLetter({
  title: '政府信息公开申请说明理由告知书',
  tells: 'justificationRequested',
  to: 'applicant',
  elements: {
    applicant: '条例35',
    requestNumber: null,
    receivedOn: '条例35',
    content: '条例35',
    excess: '条例35',
    justificationUntil: '条例35',
    contact: null,
  },
  fixed: {
    basis: [
      '条例35',
      '申请公开政府信息的数量、频次明显超过合理范围。依照《中华人民共和国政府信息公开条例》第三十五条的规定，现要求说明理由。',
    ],
    consequence: [
      '条例35',
      '本机关认为申请理由不合理的，将告知不予处理；认为申请理由合理，但是无法在规定期限内答复的，将确定延迟答复的合理期限并予以告知。',
    ],
  },
  paragraphs: ({ excess, justificationUntil, ...asked }, say, besides) => [
    opening(asked, besides),
    `经查，${clause(excess)}，${say.basis}`,
    `请${besides.you}在${officialDay(justificationUntil)}前（含当日）以书面形式向本机关说明理由。${say.consequence}`,
  ],
  contestedAs: null,
})
