import { officialDay } from '../../../office/official-day.ts'
import { listed } from '../../letters/templates/punctuation.ts'
import { defineAmendmentLetter } from './define-amendment-letter.ts'
import { askedElements, opening } from './opening.ts'

/** The day that the office asks for. */
export const untilPart = (day: string) => `于${day}前（含当日）`

/** Asks for evidence. The law sets no day for it, and nothing lapses. */
export const evidenceNotice = defineAmendmentLetter({
  title: '政府信息更正申请补充证据通知书',
  tells: 'evidenceAsked',
  to: 'applicant',
  elements: { ...askedElements, evidenceWanted: '条例41' },
  fixed: {
    basis: [
      '条例41',
      '依照《中华人民共和国政府信息公开条例》第四十一条的规定，要求更正与自身相关的政府信息，应当有证据证明该信息记录不准确。',
    ],
  },
  paragraphs: ({ evidenceWanted, ...asked }, { basis }, { you, evidenceUntil, ...besides }) => [
    opening(asked, besides, `${you}提出的`),
    `${basis}请${you}${evidenceUntil === null ? '' : untilPart(officialDay(evidenceUntil))}提供下列证据材料：`,
    ...listed(evidenceWanted),
    `没有提供的，本机关根据已有材料作出处理；${you}此后取得证据的，仍可以提供。`,
  ],
  contestedAs: null,
})
