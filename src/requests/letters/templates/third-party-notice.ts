import { defineLetter } from '../define-letter.ts'
import { quoted, sentence } from './punctuation.ts'

export const thirdPartyNotice = defineLetter({
  title: '政府信息公开第三方告知书',
  tells: 'thirdPartyInformed',
  to: 'party',
  elements: { party: '条例32', disclosed: '条例32', disclosureReasons: '条例32', contact: null },
  fixed: {
    basis: ['条例32', '依照《中华人民共和国政府信息公开条例》第三十二条的规定，现将决定公开的内容和理由告知如下：'],
  },
  paragraphs: ({ disclosed, disclosureReasons }, { basis }) => [
    `本机关曾就一件政府信息公开申请书面征求贵方意见，贵方提出了不同意公开的意见。经审查，本机关决定予以公开。${basis}`,
    `决定公开的内容：${quoted(disclosed)}。`,
    `理由：${sentence(disclosureReasons)}`,
  ],
  contestedAs: '决定',
})
