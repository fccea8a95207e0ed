import { defineLetter } from '../define-letter.ts'
import { quoted } from './punctuation.ts'

export const thirdPartyConsultation = defineLetter({
  title: '政府信息公开第三方意见征求书',
  tells: 'consultationSent',
  of: (event) => event.type === 'consultationSent' && event.with === 'thirdParty',
  to: 'party',
  elements: { party: '条例32', information: '条例32', consultationPeriod: '条例32', contact: null },
  fixed: {
    basis: [
      '条例32',
      '公开该信息可能涉及贵方的合法权益，依照《中华人民共和国政府信息公开条例》第三十二条的规定，现书面征求贵方意见。',
    ],
    form: ['条例32', '请以书面形式答复是否同意公开；不同意公开或者只同意公开一部分的，请写明具体内容和理由。'],
    silence: ['条例32', '逾期未提出意见的，由本机关依照条例的规定决定是否公开。'],
    publicInterest: [
      '条例32',
      '贵方不同意公开且有合理理由的，本机关不予公开；本机关认为不公开可能对公共利益造成重大影响的，可以决定予以公开，并将决定公开的内容和理由书面告知贵方。',
    ],
  },
  paragraphs: ({ information, consultationPeriod }, say) => [
    `本机关收到一件政府信息公开申请，其中涉及贵方的信息为：${quoted(information)}。${say.basis}`,
    `贵方应当自收到本征求书之日起${consultationPeriod}个工作日内提出意见。${say.form}`,
    say.silence,
    say.publicInterest,
  ],
  contestedAs: null,
})
