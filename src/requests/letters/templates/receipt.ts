import { officialDay } from '../../../office/official-day.ts'
import type { ReceiptChannelId } from '../../../statute/receipt-channels.ts'
import { defineLetter } from '../define-letter.ts'
import { quoted } from './punctuation.ts'

/** What makes the day of receipt, by channel (条例31). */
export const receiptWays: Readonly<Record<ReceiptChannelId, string>> = {
  inPerson: '当面提交，以提交之日为收到申请之日',
  signedMail: '邮寄，以本机关签收之日为收到申请之日',
  ordinaryMail: '以不需签收的平常信函邮寄，以本机关与申请人确认之日为收到申请之日',
  portal: '通过网上平台提交，以系统确认提交之日为收到申请之日',
  email: '以电子邮件提交，以双方确认之日为收到申请之日',
  fax: '以传真提交，以双方确认之日为收到申请之日',
}

export const receipt = defineLetter({
  title: '政府信息公开申请登记回执',
  tells: 'registered',
  to: 'applicant',
  elements: {
    applicant: '条例29¶2(1)',
    requestNumber: '条例45',
    content: '条例29¶2(2)',
    channel: '条例31',
    receivedOn: '条例31',
    dueOn: '条例33¶2',
    contact: null,
  },
  fixed: {
    counting: [
      '条例33¶3',
      '依法通知补正、通知缴费的，答复期限重新计算；征求第三方和其他机关意见所需时间不计算在答复期限内；依法延长或者延迟答复的，本机关将另行告知。',
    ],
  },
  paragraphs: ({ requestNumber, content, channel, receivedOn, dueOn }, { counting }, { you }) => [
    `${you}提出的政府信息公开申请，本机关已于${officialDay(receivedOn)}收到并登记，登记编号为${requestNumber}。`,
    `收到方式：${receiptWays[channel]}。`,
    `申请内容：${quoted(content)}。`,
    `按现有情况计算，本机关应当在${officialDay(dueOn)}前（含当日）作出答复。${counting}`,
  ],
  contestedAs: null,
})
