import { officialDay } from '../../../office/official-day.ts'
import { defineLetter } from '../define-letter.ts'
import { opening } from './opening.ts'

export const extensionNotice = defineLetter({
  title: '政府信息公开申请延期答复告知书',
  tells: 'extended',
  to: 'applicant',
  elements: {
    applicant: '条例33¶2',
    requestNumber: null,
    receivedOn: '条例33¶2',
    content: null,
    extensionDays: '条例33¶2',
    newDueOn: '条例33¶2',
    contact: null,
  },
  fixed: {
    approval: [
      '条例33¶2',
      '依照《中华人民共和国政府信息公开条例》第三十三条第二款的规定，经本机关政府信息公开工作机构负责人同意',
    ],
    consultation: ['条例33¶3', '征求第三方和其他机关意见所需时间不计算在上述期限内。'],
  },
  paragraphs: ({ extensionDays, newDueOn, ...asked }, say, besides) => [
    opening(asked, besides),
    `因不能在法定期限内答复，${say.approval}，答复期限延长${extensionDays}个工作日，延长后的答复期限至${officialDay(newDueOn)}。${say.consultation}`,
  ],
  contestedAs: null,
})
