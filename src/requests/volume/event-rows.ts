import { officialDay } from '../../office/official-day.ts'
import { outcomes } from '../../statute/outcomes.ts'
import type { Decision, Provision, RequestEvent, SearchRecord } from '../events/request-event.ts'
import { letterKindWords } from '../words/letter-words.ts'
import { arrivalRows, listedRows, saidRows } from './said-rows.ts'
import { sharedRows } from './shared-event-rows.ts'
import type { SheetRow } from './volume.ts'
import { answerWords, consultedWords, wantedWords } from './volume-words.ts'

type Rows = readonly (SheetRow | null)[]

/** What an event says, as rows of a printed sheet; it holds no name of an applicant or a third party. */
export function eventRows(event: RequestEvent): readonly SheetRow[] {
  return saidRows(rowsOf(event))
}

function rowsOf(event: RequestEvent): Rows {
  switch (event.type) {
    case 'registered':
      return [
        ...arrivalRows(event.applicantKind, event.channel),
        event.wanted && ['提供形式', wantedWords.form[event.wanted.form]],
        event.wanted && ['获取方式', wantedWords.by[event.wanted.by]],
        event.agent && [
          '代理',
          event.agent.powerOfAttorney ? '有代理人，已提交授权委托书' : '有代理人，未提交授权委托书',
        ],
      ]
    case 'imported': {
      const { row } = event
      return [
        ...arrivalRows(row.applicantKind, row.channel),
        ['收到申请之日', officialDay(row.receivedOn)],
        row.correctionRequestedOn && ['告知补正', officialDay(row.correctionRequestedOn)],
        row.correctedOn && ['收到补正', officialDay(row.correctedOn)],
        row.consultationSentOn && ['征求第三方意见', officialDay(row.consultationSentOn)],
        row.consultationAnsweredOn && ['收到第三方意见', officialDay(row.consultationAnsweredOn)],
        row.extendedOn && ['延长答复期限', `${officialDay(row.extendedOn)}，${row.extensionDays ?? 20}个工作日`],
        row.feeNotifiedOn && ['通知收费', `${officialDay(row.feeNotifiedOn)}，${yuan(row.feeCharged ?? 0)}`],
        row.feePaidOn && ['缴费', officialDay(row.feePaidOn)],
        row.outcome && ['办理结果', outcomeOf(row.outcome)],
        row.repliedOn && ['办结', officialDay(row.repliedOn)],
        row.reopenedOn && ['重新办理', officialDay(row.reopenedOn)],
        row.newOutcome && ['重新办理结果', outcomeOf(row.newOutcome)],
        row.newRepliedOn && ['重新答复', officialDay(row.newRepliedOn)],
      ]
    }
    case 'correctionRequested':
      return [...listedRows('需要补正的事项', event.items), ['补正期限', officialDay(event.until)]]
    case 'corrected':
      return [event.powerOfAttorney ? ['补充提交', '授权委托书'] : null]
    case 'itemsListed':
      return listedRows(
        '申请事项',
        event.items.map(({ description }) => description),
      )
    case 'joined':
      return [['并入', event.into]]
    case 'dispatchAnswered':
      return [
        ['意见', event.opinion],
        event.proposed && ['拟办结果', outcomeOf(event.proposed)],
        ...searchRows(event.search),
        event.material.length > 0 ? ['所附材料', `${event.material.length}件`] : null,
      ]
    case 'dispatchReturned':
      return [['退回理由', event.reasons]]
    case 'legallyReviewed':
      return [
        ['审核结论', event.agrees ? '同意' : '不同意'],
        ['审核意见', event.opinion],
      ]
    case 'consultationSent':
      return [
        ['被征求意见方', event.with === 'thirdParty' ? event.party : `${event.party}（${consultedWords[event.with]}）`],
        ['所涉信息', event.information],
        event.receivedOn && ['征求意见书送达', officialDay(event.receivedOn)],
      ]
    case 'consultationAnswered':
      return [
        ['被征求意见方', event.party],
        ['意见', answerWords[event.answer]],
        ['理由', event.reasons],
      ]
    case 'consultationReceived':
    case 'consultationSilent':
      return [['被征求意见方', event.party]]
    case 'thirdPartyInformed':
      return [
        ['被征求意见方', event.party],
        ['决定公开的理由', event.reasons],
      ]
    case 'justificationRequested':
      return [['事实', event.why], event.until && ['说明理由的期限', officialDay(event.until)]]
    case 'justified':
      return [['审查结论', event.reasonable ? '理由合理' : '理由不合理']]
    case 'postponed':
      return [
        ['延迟至', officialDay(event.until)],
        ['理由', event.reasons],
      ]
    case 'extended':
      return [
        ['延长', `${event.workingDays}个工作日`],
        ['理由', event.reasons],
        ['批准人', event.approvedBy],
        ['批准日期', officialDay(event.approvedOn)],
      ]
    case 'feeNotified':
      return [
        ['计费数量', `${event.charged.count}${event.charged.by === 'items' ? '件' : '页'}`],
        ['收费金额', yuan(event.cents)],
        event.receivedOn && ['收费通知送达', officialDay(event.receivedOn)],
      ]
    case 'decided':
      return decisionRows(event.decision)
    case 'dispatched':
    case 'decisionReturned':
    case 'approved':
    case 'served':
    case 'serviceProved':
    case 'reopened':
      return sharedRows(event)
    case 'letterKept':
      return sharedRows(event, letterKindWords['zh-CN'][event.kind])
    case 'archived':
      return [['案卷号', event.volume]]
    case 'receiptConfirmed':
    case 'abandoned':
    case 'dispatchChased':
    case 'feeNoticeReceived':
    case 'feePaid':
    case 'feeLapsed':
    case 'withdrawn':
      return []
  }
}

function decisionRows({
  outcome,
  reasons,
  provision,
  withheldParts,
  search,
  rightAgency,
  earlierReply,
  otherWay,
}: Decision): Rows {
  return [
    ['拟办结果', outcomeOf(outcome)],
    reasons === null ? null : ['事实和理由', reasons],
    provision && ['提供方式', provisionOf(provision)],
    ...withheldParts.map(
      ({ part, ground, reasons: why }): SheetRow => ['不公开的部分', `${part}：${outcomeOf(ground)}。${why}`],
    ),
    ...searchRows(search),
    rightAgency && ['负责公开的机关', `${rightAgency.name}（${rightAgency.contact}）`],
    earlierReply === null ? null : ['原答复文号', earlierReply],
    otherWay === null ? null : ['办理途径', otherWay],
  ]
}

function searchRows(search: SearchRecord | null): Rows {
  if (!search) return []
  const { places, words, by, on } = search
  return [
    ['检索范围', places.join('、')],
    ['检索关键词', words.join('、')],
    ['检索人和日期', `${by}，${officialDay(on)}`],
  ]
}

function provisionOf(provision: Provision): string {
  if (provision.how === 'told') return `告知获取方式：${provision.where}${provision.when ? `，${provision.when}` : ''}`
  return `提供：${provision.description}${provision.files.length > 0 ? `（电子文件${provision.files.length}件）` : ''}`
}

function yuan(cents: number): string {
  return `${(cents / 100).toFixed(2)}元`
}

/** The words of an outcome. */
export function outcomeOf(outcome: Decision['outcome']): string {
  return outcomes.find(({ id }) => id === outcome)?.words ?? outcome
}
