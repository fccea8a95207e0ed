import { officialDay } from '../../../office/official-day.ts'
import { quoted, sentence } from '../../letters/templates/punctuation.ts'
import type { RefusalGround } from '../amendment-event.ts'
import { type AmendmentLetterDefinition, defineAmendmentLetter } from './define-amendment-letter.ts'
import { askedElements, opening } from './opening.ts'

export const amended = defineAmendmentLetter({
  title: '政府信息更正告知书',
  tells: 'decided',
  to: 'applicant',
  elements: { ...askedElements, amendedTo: '条例41', amendedSince: '条例41' },
  fixed: {
    basis: [
      '条例41',
      '经审核，该信息记录不准确的情况属实。依照《中华人民共和国政府信息公开条例》第四十一条的规定，本机关予以更正，现告知如下：',
    ],
  },
  paragraphs: ({ amendedTo, amendedSince, ...asked }, { basis }, { you, ...besides }) => [
    opening(asked, besides, `${you}提出的`),
    basis,
    `更正后的记录为：${quoted(amendedTo)}，自${officialDay(amendedSince)}起更正。`,
  ],
  contestedAs: '决定',
})

/** A record that stays as it is, and the sentence that says on which ground. */
const refused = (ground: string): AmendmentLetterDefinition =>
  defineAmendmentLetter({
    title: '政府信息不予更正告知书',
    tells: 'decided',
    to: 'applicant',
    elements: { ...askedElements, reasons: '条例41' },
    fixed: { basis: ['条例41', ground] },
    paragraphs: ({ reasons, ...asked }, { basis }, { you, ...besides }) => [
      opening(asked, besides, `${you}提出的`),
      basis,
      `事实和理由：${sentence(reasons)}`,
    ],
    contestedAs: '决定',
  })

export const refusals: Readonly<Record<RefusalGround, AmendmentLetterDefinition>> = {
  recordIsRight: refused(
    '经审核，该信息记录准确。依照《中华人民共和国政府信息公开条例》第四十一条的规定，本机关不予更正。',
  ),
  notAboutApplicant: refused(
    '依照《中华人民共和国政府信息公开条例》第四十一条的规定，可以要求更正的是与申请人自身相关的政府信息。经审核，该信息与申请人自身无关，本机关不予更正。',
  ),
  noEvidence: refused(
    '依照《中华人民共和国政府信息公开条例》第四十一条的规定，要求更正的，应当有证据证明信息记录不准确。现有证据不能证明该信息记录不准确，本机关不予更正。',
  ),
}
