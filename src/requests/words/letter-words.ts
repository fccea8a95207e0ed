import type { Language } from '../../refusals/refusal.ts'
import type { AmendmentMissing } from '../amendments/letters/amendment-letter.ts'
import type { LetterDoubt, MissingElement } from '../letters/letter.ts'
import type { LetterKind } from '../letters/letter-kind.ts'

type Words<T extends string> = Readonly<Record<Language, Readonly<Record<T, string>>>>

export const letterKindWords: Words<LetterKind> = {
  'zh-CN': {
    receipt: '登记回执',
    correctionNotice: '补正告知书',
    justificationNotice: '说明理由告知书',
    extensionNotice: '延期答复告知书',
    postponementNotice: '延迟答复告知书',
    thirdPartyConsultation: '第三方意见征求书',
    coMakerConsultation: '共同制作机关意见征求书',
    otherAgencyConsultation: '征求其他机关意见的函',
    consultationNotice: '征求意见告知书（给申请人）',
    thirdPartyNotice: '第三方告知书',
    feeNotice: '收费通知书',
    correctionOverdueNotice: '逾期不补正告知书',
    feeOverdueNotice: '逾期不缴费告知书',
    withdrawalNotice: '办理终止告知书（撤回申请）',
    reply: '答复书',
  },
  en: {
    receipt: 'receipt of the request',
    correctionNotice: 'correction notice',
    justificationNotice: 'justification notice',
    extensionNotice: 'notice of extension',
    postponementNotice: 'notice of a later day',
    thirdPartyConsultation: 'consultation of a third party',
    coMakerConsultation: 'consultation of a co-maker',
    otherAgencyConsultation: 'consultation of another agency',
    consultationNotice: 'notice of a consultation, to the applicant',
    thirdPartyNotice: 'notice to a third party',
    feeNotice: 'fee notice',
    correctionOverdueNotice: 'notice of closing, not corrected in time',
    feeOverdueNotice: 'notice of closing, not paid in time',
    withdrawalNotice: 'notice of closing, withdrawn',
    reply: 'reply',
  },
}

/** Where a kept letter comes from. */
export const letterOriginWords: Words<'composed' | 'scan'> = {
  'zh-CN': { composed: '系统生成', scan: '盖章扫描件' },
  en: { composed: 'composed here', scan: 'stamped scan' },
}

/** A thing that a letter of either procedure lacks. */
export type Missing = Pick<MissingElement, 'article'> & {
  readonly element: (MissingElement | AmendmentMissing)['element']
}

/** What may be missing in a letter. */
const elementWords: Words<Missing['element']> = {
  'zh-CN': {
    applicant: '申请人姓名或者名称',
    agencyName: '机关名称',
    requestNumber: '登记编号',
    content: '申请内容',
    channel: '收到渠道',
    receivedOn: '收到申请之日（须先确认收到）',
    dueOn: '答复期限',
    correctionItems: '补正事项',
    correctionUntil: '补正期限',
    excess: '数量、频次明显超过合理范围的事实',
    justificationUntil: '说明理由的期限',
    extensionDays: '延长的工作日',
    newDueOn: '延长后的答复期限',
    postponedUntil: '延迟答复的期限',
    postponementReasons: '延迟答复的理由',
    party: '被征求意见方的姓名或者名称',
    information: '所涉信息',
    consultationPeriod: '提出意见的期限',
    consultedOn: '征求意见的日期',
    disclosed: '决定公开的内容（须先拟定公开的答复）',
    disclosureReasons: '决定公开的理由',
    feeBands: '收费标准',
    feeAmount: '收费金额',
    payment: '缴纳方式',
    paymentPeriod: '缴纳期限',
    noticeOn: '告知补正或者通知缴费的日期',
    withdrawnOn: '撤回申请的日期',
    contact: '本机关联系方式',
    reasons: '事实和理由',
    provision: '提供方式',
    withheldParts: '不公开的部分及其理由',
    search: '检索记录',
    rightAgency: '负责公开的机关及其联系方式',
    otherWay: '应当办理的途径',
    earlierReply: '原答复文号',
    arrivedOn: '收到更正申请之日',
    record: '认为记录不准确的政府信息',
    claim: '要求更正的内容',
    evidenceWanted: '需要提供的证据',
    amendingAgency: '有权更正的行政机关',
    amendingContact: '有权更正的行政机关的联系方式',
    amendedTo: '更正后的记录',
    amendedSince: '更正的日期',
    agent: '委托代理人姓名',
    attachments: '附件名称',
    documentNumber: '文号（审批后编号；送审请用送审稿）',
    reconsiderationBody: '行政复议机关名称',
    court: '管辖法院名称',
    onlineChannel: '网上申请行政复议的渠道',
  },
  en: {
    applicant: "the applicant's name",
    agencyName: "the agency's name",
    requestNumber: 'the number of the request',
    content: 'what is requested',
    channel: 'the channel of receipt',
    receivedOn: 'the day of receipt (confirm receipt first)',
    dueOn: 'the day the reply is due',
    correctionItems: 'what is to be corrected',
    correctionUntil: 'the period for the correction',
    excess: 'the facts that show more than is reasonable',
    justificationUntil: 'the period for the justification',
    extensionDays: 'the working days of the extension',
    newDueOn: 'the day the reply is due after the extension',
    postponedUntil: 'the later day for the reply',
    postponementReasons: 'the reasons for the later day',
    party: 'the name of the consulted party',
    information: 'the information concerned',
    consultationPeriod: 'the period for the opinion',
    consultedOn: 'the day of the consultation',
    disclosed: 'what is disclosed (draft the reply that discloses first)',
    disclosureReasons: 'the reasons for disclosing',
    feeBands: 'the scale of the fee',
    feeAmount: 'the amount of the fee',
    payment: 'how to pay',
    paymentPeriod: 'the period for the payment',
    noticeOn: 'the day of the correction or fee notice',
    withdrawnOn: 'the day of the withdrawal',
    contact: "the agency's contact",
    reasons: 'facts and reasons',
    provision: 'how it is provided',
    withheldParts: 'the parts withheld and why',
    search: 'the record of the search',
    rightAgency: 'the agency that is responsible, and its contact',
    otherWay: 'the way to take instead',
    earlierReply: 'the number of the earlier reply',
    arrivedOn: 'the day the request for amendment arrived',
    record: 'the record that is said to be wrong',
    claim: 'what it should say',
    evidenceWanted: 'the evidence that is wanted',
    amendingAgency: 'the agency that may amend',
    amendingContact: 'the contact of the agency that may amend',
    amendedTo: 'what the record now says',
    amendedSince: 'the day since which it is amended',
    agent: "the agent's name",
    attachments: 'the names of the files handed over',
    documentNumber: 'the number (given at approval; before that make a draft)',
    reconsiderationBody: 'the name of the reconsideration body',
    court: 'the name of the court',
    onlineChannel: 'the online channel for reconsideration',
  },
}

/** What a clerk should know or settle before the letter goes out. */
export const doubtWords: Words<LetterDoubt> = {
  'zh-CN': {
    inquiryUnsettled: '行政查询事项是否属于复议前置，法律没有明确，现按本机关的设置书写。',
    partsUnsettled: '部分公开是否属于复议前置，认识不一致，现按本机关的设置书写。',
    noReplyUnsettled: '逾期不答复是否属于复议前置，法律与司法解释的规定不一致，现按本机关的设置书写。',
    amendmentUnsettled:
      '不予更正（或者告知向其他机关提出）是否属于未履行法定职责、应当复议前置，法律没有明确，现按可以选择复议或者诉讼书写，请核对。',
    scopeBeforeInterpretation: '2024年1月1日至2025年5月31日期间，这种结果是否属于复议前置没有明确规定。',
    bodyUnverified: '复议机关的依据没有核对过条文，请核对。',
    courtLevel: '法院的级别与本机关的级别不相称（县级以上政府由中级法院管辖），请核对；集中管辖的请设置集中管辖。',
    noArticle: '条例没有为这种结果规定条款，请在理由中写明依据。',
    provisionalDay: '答复期限跨入放假安排尚未公布的时段，是暂定的。',
  },
  en: {
    inquiryUnsettled:
      'Whether reconsideration comes first for an administrative inquiry is unsettled; your setting holds.',
    partsUnsettled: 'Whether reconsideration comes first for parts withheld is disputed; your setting holds.',
    noReplyUnsettled:
      'Whether reconsideration comes first where no reply came in time is disputed; your setting holds.',
    amendmentUnsettled:
      'Whether a refusal to amend is a duty not performed, so that reconsideration comes first, is unsettled; the letter leaves the choice. Check it.',
    scopeBeforeInterpretation:
      'From 2024-01-01 to 2025-05-31 nothing settled whether reconsideration comes first here.',
    bodyUnverified: 'The article that names the reconsideration body was not read. Check it.',
    courtLevel:
      'The level of the court does not fit the agency (governments of a county and above: an intermediate court). Check it, or set collective jurisdiction.',
    noArticle: 'The Regulation names no article for this outcome: name the basis in the reasons.',
    provisionalDay: 'The due day reaches days that no holiday notice has settled; it is provisional.',
  },
}

/** What is missing, with the articles that ask for it. */
export function missingInWords(missing: readonly Missing[], language: Language): string {
  const chinese = language === 'zh-CN'
  const named = missing.map(({ element, article }) => {
    const words = elementWords[language][element]
    if (article === null) return words
    return chinese ? `${words}（${article}）` : `${words} (${article})`
  })
  return named.join(chinese ? '、' : ', ')
}
