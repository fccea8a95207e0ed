import { officialDay } from '../../../office/official-day.ts'
import { clause, found } from '../../letters/templates/punctuation.ts'
import { defineAmendmentLetter } from './define-amendment-letter.ts'
import { askedElements, opening } from './opening.ts'

/** To the agency that may amend. It has to know who asks, or it could not tell them. */
export const transferLetter = defineAmendmentLetter({
  title: '关于转送政府信息更正申请的函',
  tells: 'transferred',
  to: 'agency',
  elements: { ...askedElements, applicant: '条例41', amendingAgency: '条例41', reasons: '条例41' },
  fixed: {
    basis: [
      '条例41',
      '依照《中华人民共和国政府信息公开条例》第四十一条的规定，现将该申请转送贵单位，请依法审核处理，并将结果告知申请人。',
    ],
    told: ['条例41', '转送情况由本机关告知申请人。'],
  },
  paragraphs: ({ applicant, reasons, ...asked }, { basis, told }, besides) => [
    opening(asked, besides, `${clause(applicant)}提出的`),
    `${found(reasons)}${basis}`,
    besides.evidenceCount === 0
      ? `随函转送申请材料；申请人没有提供证据材料。${told}`
      : `随函转送申请材料和证据材料（${besides.evidenceCount}份）。${told}`,
  ],
  contestedAs: null,
})

/** Where the agency that has it now is to be reached. */
export const contactPart = (contact: string) => `，联系方式：${contact}`

export const transferNotice = defineAmendmentLetter({
  title: '政府信息更正申请转送告知书',
  tells: 'transferred',
  to: 'applicant',
  elements: { ...askedElements, amendingAgency: '条例41', reasons: '条例41' },
  fixed: {
    basis: [
      '条例41',
      '依照《中华人民共和国政府信息公开条例》第四十一条的规定，该申请应当由有权更正的行政机关审核处理，本机关已经转送。',
    ],
  },
  paragraphs: ({ amendingAgency, reasons, ...asked }, { basis }, { you, transferredOn, otherContact, ...besides }) => [
    opening(asked, besides, `${you}提出的`),
    `${found(reasons)}${basis}`,
    `接收转送的行政机关：${clause(amendingAgency)}${otherContact === null ? '' : contactPart(clause(otherContact))}。转送日期：${transferredOn === null ? '' : officialDay(transferredOn)}。处理结果由该机关告知${you}。`,
  ],
  contestedAs: null,
})
