import { defineLetter } from '../define-letter.ts'
import { opening } from './opening.ts'
import { clause, found, sentence } from './punctuation.ts'
import { replyElements, searched } from './reply-parts.ts'

const common = { tells: 'decided', to: 'applicant', contestedAs: '答复' } as const

export const notHeld = defineLetter({
  ...common,
  title: '政府信息不存在告知书',
  elements: { ...replyElements, search: '条例36(4)', reasons: '条例36(4)' },
  fixed: {
    basis: [
      '条例36(4)',
      '依照《中华人民共和国政府信息公开条例》第三十六条第四项的规定，现告知所申请的政府信息不存在，本机关无法提供。',
    ],
  },
  paragraphs: (given, { basis }, besides) => [
    opening(given, besides),
    `${searched(given.search)}，没有检索到所申请的政府信息。${sentence(given.reasons)}`,
    basis,
  ],
})

/** 条例36(5): another agency is responsible, and can be told. */
export const notResponsible = defineLetter({
  ...common,
  title: '非本机关政府信息告知书',
  elements: { ...replyElements, reasons: '条例36(5)', rightAgency: '条例36(5)' },
  fixed: {
    basis: [
      '条例36(5)',
      '所申请的信息不属于本机关负责公开。依照《中华人民共和国政府信息公开条例》第三十六条第五项的规定，现告知负责公开该政府信息的行政机关：',
    ],
  },
  paragraphs: (given, { basis }, besides) => [
    opening(given, besides),
    found(given.reasons),
    `${basis}${clause(given.rightAgency.name)}，联系方式：${clause(given.rightAgency.contact)}。建议${besides.you}向该机关提出申请。`,
  ],
})

export const wouldNeedCreation = defineLetter({
  ...common,
  title: '政府信息无法提供告知书',
  elements: { ...replyElements, reasons: '条例38' },
  fixed: {
    basis: [
      '条例38',
      '行政机关向申请人提供的信息，应当是已制作或者获取的政府信息。所申请的内容没有现成信息，需要本机关另行加工、分析。依照《中华人民共和国政府信息公开条例》第三十八条的规定，本机关不予提供。',
    ],
  },
  paragraphs: (given, { basis }, besides) => [opening(given, besides), found(given.reasons), basis],
})

export const stillUnclear = defineLetter({
  ...common,
  title: '政府信息无法提供告知书',
  elements: { ...replyElements, reasons: '条例30' },
  fixed: {
    basis: [
      '条例30',
      '本机关已依照《中华人民共和国政府信息公开条例》第三十条的规定告知补正。补正后申请内容仍不明确，不能据以确定所指的政府信息，本机关无法提供。',
    ],
  },
  paragraphs: (given, { basis }, besides) => [opening(given, besides), found(given.reasons), basis],
})
