import { defineLetter } from '../define-letter.ts'
import { opening } from './opening.ts'
import { sentence } from './punctuation.ts'
import { isAlreadyPublic, provided, replyElements, withheldPartLine, withheldPartWords } from './reply-parts.ts'

const common = { tells: 'decided', to: 'applicant', contestedAs: '答复' } as const

export const granted = defineLetter({
  ...common,
  title: '政府信息公开告知书',
  elements: { ...replyElements, provision: '条例36(2)' },
  fixed: {
    alreadyPublic: ['条例36(1)', '依照《中华人民共和国政府信息公开条例》第三十六条第一项的规定，'],
    disclosed: ['条例36(2)', '依照《中华人民共和国政府信息公开条例》第三十六条第二项的规定，'],
  },
  paragraphs: (given, say, besides) => {
    const { provision } = given
    const isPublic = isAlreadyPublic(provision)
    const reasons = besides.decision?.reasons
    const found = isPublic ? '所申请的政府信息已经主动公开' : '所申请的政府信息可以公开'
    return [
      opening(given, besides),
      ...(reasons ? [sentence(reasons)] : []),
      `经审查，${found}。${isPublic ? say.alreadyPublic : say.disclosed}${provided(provision, besides.you)}`,
    ]
  },
})

export const partlyGranted = defineLetter({
  ...common,
  title: '政府信息部分公开告知书',
  elements: { ...replyElements, provision: '条例37', withheldParts: '条例37' },
  fixed: {
    basis: [
      '条例37',
      '所申请的信息中含有不应当公开或者本机关无法提供的内容，但是能够作区分处理。依照《中华人民共和国政府信息公开条例》第三十七条的规定，对可以公开的内容，',
    ],
    rest: ['条例37', '其余内容不予提供，理由如下：'],
  },
  paragraphs: (given, say, besides) => {
    const reasons = besides.decision?.reasons
    return [
      opening(given, besides),
      ...(reasons ? [sentence(reasons)] : []),
      `经审查，${say.basis}${provided(given.provision, besides.you)}`,
      say.rest,
      ...given.withheldParts.map((part, at) =>
        withheldPartLine({ number: String(at + 1), ...withheldPartWords(part) }),
      ),
    ]
  },
})
