import { clause, found } from '../../letters/templates/punctuation.ts'
import { defineAmendmentLetter } from './define-amendment-letter.ts'
import { askedElements, opening } from './opening.ts'

/** Tells which agency to ask, where this one may not amend and does not transfer. */
export const elsewhereNotice = defineAmendmentLetter({
  title: '政府信息更正申请告知书',
  tells: 'toldElsewhere',
  to: 'applicant',
  elements: { ...askedElements, amendingAgency: '条例41', amendingContact: null, reasons: '条例41' },
  fixed: {
    basis: [
      '条例41',
      '依照《中华人民共和国政府信息公开条例》第四十一条的规定，本机关无权更正该信息，现告知向有权更正的行政机关提出：',
    ],
  },
  paragraphs: ({ amendingAgency, amendingContact, reasons, ...asked }, { basis }, { you, ...besides }) => [
    opening(asked, besides, `${you}提出的`),
    `${found(reasons)}${basis}`,
    `有权更正的行政机关：${clause(amendingAgency)}，联系方式：${clause(amendingContact)}。`,
  ],
  contestedAs: '告知',
})
