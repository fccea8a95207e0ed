import { officialDay } from '../../../office/official-day.ts'
import { anewPart } from '../../letters/templates/opening.ts'
import { clause, quoted } from '../../letters/templates/punctuation.ts'
import type { AmendmentBesides, AmendmentElements } from './amendment-letter.ts'

/** What every letter about a record amendment must say of it. */
export const askedElements = {
  applicant: null,
  requestNumber: null,
  arrivedOn: null,
  record: '条例41',
  claim: '条例41',
  contact: null,
} as const

type Asked = Pick<AmendmentElements, 'requestNumber' | 'arrivedOn' | 'record' | 'claim'>

/** By whose transfer it came, and the number of that transfer where it has one. */
export const transferredPart = (agency: string, reference: string) => `${agency}${reference}转送的`
const referencePart = (reference: string | null) => (reference === null ? '' : inParentheses(clause(reference)))
export const inParentheses = (text: string) => `（${text}）`

/** When it came, by whose transfer, which record is said to be wrong, what it should say, and why it is decided anew. `who` asks is named or spoken to. */
export function opening(
  { requestNumber, arrivedOn, record, claim }: Asked,
  { transferredFrom, remedy }: Pick<AmendmentBesides, 'transferredFrom' | 'remedy'>,
  who: string,
): string {
  const by =
    transferredFrom === null
      ? ''
      : transferredPart(clause(transferredFrom.agency), referencePart(transferredFrom.reference))
  return `本机关于${officialDay(arrivedOn)}收到${by}${who}要求更正政府信息的申请（编号：${requestNumber}）。认为记录不准确的政府信息为：${quoted(record)}；要求更正的内容为：${quoted(claim)}。${remedy === null ? '' : anewPart(clause(remedy))}`
}
