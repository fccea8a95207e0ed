import { type Citation, cite, type Sureness } from './citation.ts'

/** A way in which a disclosure request reaches the agency; it decides which day is the day of receipt. */
export type ReceiptChannel = {
  readonly id: ReceiptChannelId
  readonly label: string
  /** The item that sets the day of receipt. */
  readonly citation: Citation
  readonly sureness: Sureness
  /** Whether the day of receipt is the day on which both sides confirmed, rather than the day of arrival. */
  readonly confirmed: boolean
}

export type ReceiptChannelId = 'inPerson' | 'signedMail' | 'ordinaryMail' | 'portal' | 'email' | 'fax'

/**
 * 条例31. A request handed in on the agency's own platform is received on the day the system confirms submission, at any
 * hour: a guiding case of the Supreme Court, read at second hand, settles what "both sides confirm" means there.
 */
export const receiptChannels: readonly ReceiptChannel[] = [
  { id: 'inPerson', label: '当面', citation: cite('条例31(1)'), sureness: 'verified', confirmed: false },
  { id: 'signedMail', label: '邮寄', citation: cite('条例31(2)'), sureness: 'verified', confirmed: false },
  { id: 'ordinaryMail', label: '平常信函', citation: cite('条例31(2)'), sureness: 'verified', confirmed: true },
  { id: 'portal', label: '网上平台', citation: cite('条例31(3)'), sureness: 'secondHand', confirmed: false },
  { id: 'email', label: '电子邮件', citation: cite('条例31(3)'), sureness: 'verified', confirmed: true },
  { id: 'fax', label: '传真', citation: cite('条例31(3)'), sureness: 'verified', confirmed: true },
]
