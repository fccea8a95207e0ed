import { officialDay } from '../../../office/official-day.ts'
import { defineLetter } from '../define-letter.ts'
import { opening } from './opening.ts'
import { listed } from './punctuation.ts'

export const correctionNotice = defineLetter({
  title: '政府信息公开申请补正告知书',
  tells: 'correctionRequested',
  to: 'applicant',
  elements: {
    applicant: '条例30',
    requestNumber: null,
    receivedOn: '条例30',
    content: '条例30',
    correctionItems: '条例30',
    correctionUntil: '条例30',
    contact: null,
  },
  fixed: {
    basis: ['条例30', '依照《中华人民共和国政府信息公开条例》第三十条的规定，现一次性告知需要补正的事项：'],
    consequence: ['条例30', '无正当理由逾期不补正的，视为放弃申请，本机关不再处理该政府信息公开申请。'],
    period: ['条例30', '本机关自收到补正的申请之日起重新计算答复期限。'],
  },
  paragraphs: ({ correctionItems, correctionUntil, ...asked }, say, besides) => [
    `${opening(asked, besides)}经审查，该申请需要补正。${say.basis}`,
    ...listed(correctionItems),
    `请${besides.you}在${officialDay(correctionUntil)}前（含当日）将补正材料提交本机关。${say.consequence}`,
    say.period,
  ],
  contestedAs: null,
})
