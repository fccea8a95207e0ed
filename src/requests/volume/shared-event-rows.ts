import { officialDay } from '../../office/official-day.ts'
import { letterOriginWords } from '../words/letter-words.ts'
import type { SheetRow } from './volume.ts'
import type { CaseEvent } from './volume-material.ts'
import { serviceWords } from './volume-words.ts'

type SharedEvent = Extract<
  CaseEvent,
  { type: 'dispatched' | 'decisionReturned' | 'approved' | 'served' | 'serviceProved' | 'letterKept' | 'reopened' }
>

/** What the events say that both procedures have; `letter` is what a kept letter is called. */
export function sharedRows(event: SharedEvent, letter: string | null = null): readonly (SheetRow | null)[] {
  switch (event.type) {
    case 'dispatched':
      return [
        ['承办单位', event.unit],
        ['转办事项', event.question],
        event.dueOn && ['要求答复日期', officialDay(event.dueOn)],
      ]
    case 'decisionReturned':
      return [['退回理由', event.reasons]]
    case 'approved':
      return [
        ['审批方式', event.approval.medium === 'onScreen' ? '系统内审批' : '纸质审批'],
        event.approval.medium === 'onPaper' ? ['审批人', event.approval.name] : null,
        ['文号', event.documentNumber],
      ]
    case 'served':
      return [['送达方式', serviceWords[event.method]], event.tracking ? ['邮件编号', event.tracking] : null]
    case 'serviceProved':
      return [event.signedBy ? ['签收人', event.signedBy] : null]
    case 'letterKept':
      return [
        letter === null ? null : ['文书', letter],
        'party' in event && event.party ? ['发给', event.party] : null,
        event.documentNumber ? ['文号', event.documentNumber] : null,
        ['来源', letterOriginWords['zh-CN'][event.origin]],
      ]
    case 'reopened':
      return [
        ['依据', event.remedy],
        ['重新答复期限', officialDay(event.until)],
        ['事由', event.reasons],
      ]
  }
}
