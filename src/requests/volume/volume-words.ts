import type { Consulted } from '../case/request-case.ts'
import type { ConsultedWith } from '../clock/clock-event.ts'
import type { ServiceMethod, Wanted } from '../events/request-event.ts'
import type { DocumentKind } from './volume.ts'

/** Papers of a case are in Chinese, whatever language the program speaks. */
export const wantedWords: {
  readonly form: Readonly<Record<Wanted['form'], string>>
  readonly by: Readonly<Record<Wanted['by'], string>>
} = {
  form: { paper: '纸质', electronic: '电子', onSite: '现场查阅', other: '其他' },
  by: { inPerson: '当面领取', post: '邮寄', email: '电子邮件', portal: '网上平台', fax: '传真' },
}

export const serviceWords: Readonly<Record<ServiceMethod, string>> = {
  inPerson: '直接送达',
  post: '邮政企业邮寄',
  courier: '其他快递企业递送',
  portal: '网上平台',
  email: '电子邮件',
  fax: '传真',
}

export const consultedWords: Readonly<Record<Exclude<ConsultedWith, 'thirdParty'>, string>> = {
  coMaker: '共同制作机关',
  otherAgency: '其他机关',
}

export const answerWords: Readonly<Record<NonNullable<Consulted['answer']>, string>> = {
  consents: '同意公开',
  objects: '不同意公开',
  partly: '部分同意公开',
  silent: '逾期未提出意见',
}

/** What a sheet or a file of each kind is called in the list. */
export const documentTitles: Readonly<Record<Exclude<DocumentKind, 'letter'>, string>> = {
  request: '政府信息公开申请登记表',
  powerOfAttorney: '授权委托书',
  correction: '申请补正记录',
  justification: '申请理由说明记录',
  dispatch: '转办及科室意见',
  material: '科室所附材料',
  legalReview: '法制审核意见',
  consultation: '征求意见记录',
  fee: '信息处理费记录',
  extensionApproval: '延长（延迟）答复期限审批单',
  approval: '政府信息公开答复审批单',
  provided: '向申请人提供的信息',
  service: '送达记录',
  serviceProof: '送达凭证',
  withdrawal: '撤回申请记录',
  reopening: '重新办理记录',
  remedy: '行政复议、行政诉讼案件记录',
  course: '办理过程登记表',
  amendmentRequest: '政府信息更正申请登记表',
  evidence: '申请人提供的证据材料',
  evidenceRequest: '补充证据记录',
  amendmentApproval: '政府信息更正（不予更正）审批单',
  transfer: '转送、告知向有权机关提出记录',
}

/** Papers of the office's own work, which nobody outside is shown unless the office says so. */
export const internalKinds: ReadonlySet<DocumentKind> = new Set([
  'dispatch',
  'material',
  'legalReview',
  'extensionApproval',
  'approval',
  'amendmentApproval',
  'course',
])
