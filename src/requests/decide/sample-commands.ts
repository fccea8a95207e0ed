import { type Day, day } from '../../statute/day.ts'
import type { Decision } from '../events/request-event.ts'
import type { CommandOf, RequestCommandType } from './request-command.ts'

/** A decision that lacks nothing for `granted`; tests and examples change what they speak of. */
export const sampleDecision: Decision = {
  outcome: 'granted',
  reasons: '经检索，本机关保存有所申请的信息。',
  provision: { how: 'supplied', files: [], description: '决算报告复印件' },
  withheldParts: [],
  search: null,
  rightAgency: null,
  earlierReply: null,
  otherWay: null,
}

/** One command of every kind, all on one day, that a case in a fitting phase accepts. */
export function sampleCommand<T extends RequestCommandType>(type: T, on: Day): CommandOf<T> {
  const later = day('2026-12-31')
  const samples: { readonly [K in RequestCommandType]: Omit<CommandOf<K>, 'type' | 'on'> } = {
    register: { channel: 'inPerson', applicantKind: 'naturalPerson', applicants: ['p1'], agent: null, wanted: null },
    confirmReceipt: {},
    requestCorrection: { until: later, items: ['请写明所需信息的名称或者文号'] },
    receiveCorrection: { powerOfAttorney: null },
    abandon: {},
    listItems: { items: ['2024年度决算', '2025年度预算'] },
    join: { into: '2026-0009' },
    dispatch: { unit: '规划科', dueOn: null, question: '请提供所申请的信息并提出意见' },
    chaseDispatch: { dispatch: 1 },
    answerDispatch: { dispatch: 1, opinion: '可以公开', proposed: 'granted', material: [], search: null },
    returnDispatch: { dispatch: 1, reasons: '没有写明检索范围' },
    reviewLegally: { agrees: true, opinion: '依据充分' },
    consult: { with: 'thirdParty', party: null, person: 'p2', information: '投标文件', receivedOn: on },
    confirmConsultation: { party: '第三方1' },
    recordAnswer: { party: '第三方1', answer: 'objects', reasons: '涉及商业秘密' },
    recordSilence: { party: '第三方1' },
    informThirdParty: { party: '第三方1', reasons: '不公开会对公共利益造成重大影响' },
    askJustification: { until: null, why: '一个月内提出八十件申请' },
    recordJustification: { reasonable: true },
    postpone: { until: later, reasons: '数量较多，需要逐件审查' },
    extend: { workingDays: 10, reasons: '需要逐件审查', approvedBy: '机构负责人', approvedOn: on },
    notifyFee: { charged: { by: 'pages', count: 50 }, receivedOn: on },
    confirmFeeNotice: {},
    recordPayment: {},
    lapseFee: {},
    decide: { decision: sampleDecision },
    returnDecision: { reasons: '请写明具体条款' },
    approve: { approval: { medium: 'onScreen' }, documentNumber: '某公复〔2026〕1号' },
    serve: { method: 'post', tracking: 'EX000000000CN' },
    proveService: { proof: 'f1', signedBy: null },
    keepLetter: { kind: 'receipt', party: null, documentNumber: null, file: 'f3', origin: 'scan' },
    withdraw: {},
    reopen: { remedy: '政复〔2026〕1号', until: later, reasons: '复议决定撤销原答复' },
    archive: { volume: '2026-永久-1' },
  }
  // The record holds, for each type, exactly the fields of its command.
  return { type, on, ...samples[type] } as unknown as CommandOf<T>
}
