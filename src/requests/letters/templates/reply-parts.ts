import { officialDay } from '../../../office/official-day.ts'
import { printCitation } from '../../../office/print-citation.ts'
import { cite } from '../../../statute/citation.ts'
import type { OutcomeId } from '../../../statute/outcomes.ts'
import type { Provision, SearchRecord, WithheldPart } from '../../events/request-event.ts'
import type { Besides } from '../define-letter.ts'
import { clause, sentence } from './punctuation.ts'

/** What every reply begins with. */
export const replyElements = {
  applicant: null,
  requestNumber: null,
  receivedOn: '条例33¶2',
  content: '条例36',
  contact: null,
} as const

/** What information of each ground is, in the words of its article. */
export const groundWords: Readonly<Partial<Record<OutcomeId, string>>> = {
  'withheld.stateSecret': '依法确定为国家秘密的政府信息',
  'withheld.forbiddenByLaw': '法律、行政法规禁止公开的政府信息',
  'withheld.securityAndStability': '公开后可能危及国家安全、公共安全、经济安全、社会稳定的政府信息',
  'withheld.thirdPartyRights': '涉及商业秘密、个人隐私等，公开会对第三方合法权益造成损害的政府信息',
  'withheld.internalAffairs': '行政机关人事管理、后勤管理、内部工作流程等方面的内部事务信息',
  'withheld.processInformation':
    '行政机关在履行行政管理职能过程中形成的讨论记录、过程稿、磋商信函、请示报告等过程性信息',
  'withheld.enforcementFile': '行政执法案卷信息',
  'withheld.administrativeInquiry': '法律、行政法规对获取有特别规定的信息',
  'unavailable.notHeld': '本机关不掌握的政府信息',
  'unavailable.wouldNeedCreation': '需要本机关对现有政府信息进行加工、分析的信息',
  'unavailable.stillUnclear': '内容不明确的信息',
}

/** The article of each ground, as a letter names it. */
export const groundArticles: Readonly<Partial<Record<OutcomeId, string>>> = {
  'withheld.stateSecret': printCitation(cite('条例14')),
  'withheld.forbiddenByLaw': printCitation(cite('条例14')),
  'withheld.securityAndStability': printCitation(cite('条例14')),
  'withheld.thirdPartyRights': printCitation(cite('条例15')),
  'withheld.internalAffairs': printCitation(cite('条例16¶1')),
  'withheld.processInformation': printCitation(cite('条例16¶2')),
  'withheld.enforcementFile': printCitation(cite('条例16¶2')),
  'withheld.administrativeInquiry': printCitation(cite('条例36(7)')),
  'unavailable.notHeld': printCitation(cite('条例36(4)')),
  'unavailable.wouldNeedCreation': printCitation(cite('条例38')),
  'unavailable.stillUnclear': printCitation(cite('条例30')),
}

/** Where nothing was found, and when it was looked for (条例36(4)); who looked stays on file. */
export function searched({ places, words, on }: SearchRecord): string {
  return `本机关于${officialDay(on)}在${places.map(clause).join('、')}范围内，以${words.map((word) => `“${word}”`).join('、')}为关键词进行了检索`
}

/** 条例36(1): it is open to everybody already, and only where is told. */
export function isAlreadyPublic(provision: Provision): boolean {
  return provision.how === 'told' && provision.when === null
}

/** What a letter says of a part that is not given. */
export function withheldPartWords({ part, ground, reasons }: WithheldPart) {
  return {
    part: clause(part),
    reasons: sentence(reasons),
    ground: groundWords[ground] ?? '',
    article: groundArticles[ground] ?? '',
  }
}

/** And how it says it. */
export function withheldPartLine(words: ReturnType<typeof withheldPartWords> & { readonly number: string }): string {
  return `${words.number}. ${words.part}：${words.reasons}该部分属于${words.ground}，依据为${words.article}。`
}

/** How the information is given: 条例36(1) where it is public already, 条例36(2) where it is made available. */
export function provided(provision: Provision, you: string): string {
  if (provision.how === 'supplied') return `现向${you}提供：${clause(provision.description)}。`
  const when = provision.when === null ? '' : `，获取的时间为：${clause(provision.when)}`
  return `获取该政府信息的方式和途径为：${clause(provision.where)}${when}。`
}

/** What came of asking third parties (条例32); empty where none was asked. */
export function consultationResult({ thirdParties }: Besides): readonly string[] {
  if (thirdParties.length === 0) return []
  const objects = thirdParties.some(({ answer }) => answer === 'objects' || answer === 'partly')
  return [
    objects
      ? '本机关已依法书面征求第三方意见，第三方不同意公开并说明了理由。'
      : '本机关已依法书面征求第三方意见，没有取得全部第三方的同意。',
  ]
}
