import { defineLetter } from '../define-letter.ts'
import { quoted } from './punctuation.ts'

export const coMakerConsultation = defineLetter({
  title: '共同制作政府信息公开意见征求书',
  tells: 'consultationSent',
  of: (event) => event.type === 'consultationSent' && event.with === 'coMaker',
  to: 'party',
  elements: { party: '条例34', information: '条例34', consultationPeriod: '条例34', contact: null },
  fixed: {
    basis: [
      '条例34',
      '该信息由本机关牵头、与贵单位共同制作，依照《中华人民共和国政府信息公开条例》第三十四条的规定，现征求贵单位意见。',
    ],
    form: ['条例34', '请以书面形式答复是否同意公开；不同意公开的，请写明依据和理由。'],
    silence: ['条例34', '逾期未提出意见的，视为同意公开。'],
  },
  paragraphs: ({ information, consultationPeriod }, say) => [
    `本机关收到一件政府信息公开申请，所涉信息为：${quoted(information)}。${say.basis}`,
    `贵单位应当自收到本征求书之日起${consultationPeriod}个工作日内提出意见。${say.form}${say.silence}`,
  ],
  contestedAs: null,
})
