import { officialDay } from '../../../office/official-day.ts'
import { arrivalRows, listedRows, saidRows } from '../../volume/said-rows.ts'
import { sharedRows } from '../../volume/shared-event-rows.ts'
import type { SheetRow } from '../../volume/volume.ts'
import type { AmendingAgency, AmendmentDecision, AmendmentEvent, TransferredFrom } from '../amendment-event.ts'
import { amendmentWords } from '../words/amendment-words.ts'

type Rows = readonly (SheetRow | null)[]

/** What an event says, as rows of a printed sheet; it holds no name of an applicant. */
export function amendmentEventRows(event: AmendmentEvent): readonly SheetRow[] {
  return saidRows(rowsOf(event))
}

function rowsOf(event: AmendmentEvent): Rows {
  switch (event.type) {
    case 'registered':
      return [
        ...arrivalRows(event.applicantKind, event.channel),
        event.agent && [
          '代理',
          event.agent.powerOfAttorney ? '有代理人，已提交授权委托书' : '有代理人，未提交授权委托书',
        ],
        ...transferredRows(event.transferredFrom),
        countOf('证据材料', event.evidence),
        targetRow(event.targetOn),
      ]
    case 'targetSet':
      return [targetRow(event.targetOn) ?? ['内部期限', '取消']]
    case 'evidenceAsked':
      return [
        ...listedRows('需要提供的证据', event.wanted),
        event.until && ['要求提供的日期', officialDay(event.until)],
      ]
    case 'evidenceReceived':
      return [countOf('证据材料', event.evidence), event.powerOfAttorney ? ['补充提交', '授权委托书'] : null]
    case 'dispatchAnswered':
      return [['意见', event.opinion], countOf('所附材料', event.material)]
    case 'transferred':
    case 'toldElsewhere':
      return otherAgencyRows(event)
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
      return sharedRows(event, amendmentWords['zh-CN'].letters[event.kind])
    case 'transferTold':
    case 'withdrawn':
      return []
  }
}

function transferredRows(from: TransferredFrom | null): Rows {
  if (!from) return []
  return [
    ['转送机关', from.agency],
    ['转送文号', from.reference ?? ''],
    from.sentOn && ['转送日期', officialDay(from.sentOn)],
  ]
}

function otherAgencyRows({ amendingAgency, contact, reasons }: AmendingAgency): Rows {
  return [
    ['有权更正的行政机关', amendingAgency],
    ['联系方式', contact ?? ''],
    ['事实和理由', reasons],
  ]
}

function decisionRows(decision: AmendmentDecision): Rows {
  const { results, grounds } = amendmentWords['zh-CN']
  if (decision.result === 'amended')
    return [
      ['拟办结果', results.amended],
      ['更正后的记录', decision.says],
      ['更正日期', officialDay(decision.since)],
    ]
  return [
    ['拟办结果', `${results.refused}：${grounds[decision.ground]}`],
    ['事实和理由', decision.reasons],
  ]
}

function targetRow(on: AmendmentEvent['on'] | null): SheetRow | null {
  return on && ['内部期限', officialDay(on)]
}

function countOf(label: string, files: readonly string[]): SheetRow | null {
  return files.length > 0 ? [label, `${files.length}件`] : null
}
