import { defineLetter } from '../define-letter.ts'
import { opening } from './opening.ts'
import { clause, found } from './punctuation.ts'
import { replyElements } from './reply-parts.ts'

const common = {
  title: '政府信息公开申请不予处理告知书',
  tells: 'decided',
  to: 'applicant',
  contestedAs: '答复',
} as const

export const petition = defineLetter({
  ...common,
  elements: { ...replyElements, reasons: '条例39¶1' },
  fixed: {
    basis: [
      '条例39¶1',
      '该申请以政府信息公开申请的形式进行信访、投诉、举报等活动。依照《中华人民共和国政府信息公开条例》第三十九条第一款的规定，本机关不作为政府信息公开申请处理。',
    ],
  },
  paragraphs: (given, { basis }, besides) => {
    const way = besides.decision?.otherWay
    return [
      opening(given, besides),
      `${found(given.reasons)}${basis}`,
      ...(way ? [`有关诉求请通过下列渠道提出：${clause(way)}。`] : []),
    ]
  },
})

export const repeat = defineLetter({
  ...common,
  title: '政府信息公开申请不予重复处理告知书',
  elements: { ...replyElements, earlierReply: '条例36(6)' },
  fixed: {
    basis: ['条例36(6)', '依照《中华人民共和国政府信息公开条例》第三十六条第六项的规定，本机关不予重复处理。'],
  },
  paragraphs: (given, { basis }, besides) => [
    opening(given, besides),
    ...(besides.decision?.reasons ? [found(besides.decision.reasons)] : []),
    `${besides.you}曾向本机关申请公开相同内容，本机关已以${clause(given.earlierReply)}作出答复。${basis}`,
  ],
})

export const publishedMaterial = defineLetter({
  ...common,
  elements: { ...replyElements, otherWay: '条例39¶2' },
  fixed: {
    basis: [
      '条例39¶2',
      '所申请提供的是政府公报、报刊、书籍等公开出版物。依照《中华人民共和国政府信息公开条例》第三十九条第二款的规定，现告知获取的途径：',
    ],
  },
  paragraphs: (given, { basis }, besides) => [
    opening(given, besides),
    ...(besides.decision?.reasons ? [found(besides.decision.reasons)] : []),
    `${basis}${clause(given.otherWay)}。`,
  ],
})

export const excessive = defineLetter({
  ...common,
  elements: { ...replyElements, reasons: '条例35' },
  fixed: {
    basis: [
      '条例35',
      '申请公开政府信息的数量、频次明显超过合理范围，且没有合理理由。依照《中华人民共和国政府信息公开条例》第三十五条的规定，本机关不予处理。',
    ],
  },
  paragraphs: (given, { basis }, besides) => [opening(given, besides), `${found(given.reasons)}${basis}`],
})

/** No article names this outcome: the basis has to stand in the reasons. */
export const reissue = defineLetter({
  ...common,
  elements: { ...replyElements, reasons: '条例36' },
  fixed: {
    basis: ['条例2', '该申请要求本机关对已经获取的信息予以确认或者重新出具，不属于申请获取政府信息，本机关不予处理。'],
  },
  paragraphs: (given, { basis }, besides) => [opening(given, besides), `${found(given.reasons)}${basis}`],
})

/** Likewise; what is done must stand in the reasons too. */
export const remaining = defineLetter({
  ...common,
  title: '政府信息公开申请处理告知书',
  elements: { ...replyElements, reasons: '条例36' },
  fixed: {},
  paragraphs: (given, _, besides) => [opening(given, besides), found(given.reasons)],
})
