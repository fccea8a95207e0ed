import { defineLetter } from '../define-letter.ts'
import { quoted } from './punctuation.ts'

export const otherAgencyConsultation = defineLetter({
  title: '关于征求政府信息公开意见的函',
  tells: 'consultationSent',
  of: (event) => event.type === 'consultationSent' && event.with === 'otherAgency',
  to: 'party',
  elements: { party: '条例33¶3', information: '条例33¶3', contact: null },
  fixed: {
    basis: [
      '条例11¶1',
      '该信息涉及贵单位职责，为保证公开的政府信息准确一致，依照《中华人民共和国政府信息公开条例》第十一条的规定，现征求贵单位意见。',
    ],
    form: ['条例33¶3', '请尽快以书面形式答复是否同意公开；不同意公开的，请写明依据和理由。'],
  },
  paragraphs: ({ information }, say) => [
    `本机关收到一件政府信息公开申请，所涉信息为：${quoted(information)}。${say.basis}`,
    say.form,
  ],
  contestedAs: null,
})
