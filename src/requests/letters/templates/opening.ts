import { officialDay } from '../../../office/official-day.ts'
import type { Besides } from '../define-letter.ts'
import type { Elements } from '../elements.ts'
import { clause, quoted } from './punctuation.ts'

type Opening = Pick<Elements, 'requestNumber' | 'receivedOn' | 'content'>

/** What the opening adds where the request was corrected, and where it is handled anew. */
export const correctedPart = (day: string) => `，并于${day}收到补正材料`
export const anewPart = (remedy: string) => `根据${remedy}，本机关对该申请重新作出处理。`

/** When the request came, when it was corrected, what is asked, and why it is answered anew. */
export function opening(
  { requestNumber, receivedOn, content }: Opening,
  { you, correctedOn, remedy }: Besides,
): string {
  const corrected = correctedOn === null ? '' : correctedPart(officialDay(correctedOn))
  const anew = remedy === null ? '' : anewPart(clause(remedy))
  return `本机关于${officialDay(receivedOn)}收到${you}提出的政府信息公开申请（编号：${requestNumber}）${corrected}。申请内容为：${quoted(content)}。${anew}`
}
