import type { RemedyColumnId, RemedyGroupId, RequestColumnId, RequestRowId } from '../../statute/form-2021.ts'

/** What the rows and columns of the form mean, in English; shown above the statutory Chinese label, never in its place. */
export const formInEnglish: FormGloss = {
  headings: [
    '1. General',
    '2. Proactive disclosure',
    '3. Disclosure requests received and handled',
    '4. Administrative reconsideration and litigation',
    '5. Main problems and improvements',
    '6. Other matters to report',
  ],
  proactive: {
    规章: 'Regulations',
    行政规范性文件: 'Normative documents',
    行政许可: 'Licences',
    行政处罚: 'Penalties',
    行政强制: 'Coercive measures',
    行政事业性收费: 'Administrative fees',
    本年制发件数: 'Issued this year',
    本年废止件数: 'Repealed this year',
    现行有效件数: 'In force',
    本年处理决定数量: 'Decisions this year',
    '本年收费金额（单位：万元）': 'Collected this year (10,000 yuan)',
    信息内容: 'Content',
    '第二十条第（一）项': 'Article 20, item 1',
    '第二十条第（五）项': 'Article 20, item 5',
    '第二十条第（六）项': 'Article 20, item 6',
    '第二十条第（八）项': 'Article 20, item 8',
  },
  requestColumns: {
    naturalPerson: 'Natural persons',
    business: 'Businesses',
    researchInstitute: 'Research',
    socialWelfare: 'Social welfare',
    legalService: 'Legal services',
    otherOrganisation: 'Others',
    total: 'Total',
  },
  requestRows: {
    received: 'Received this year',
    carriedIn: 'Carried in from last year',
    granted: 'Granted',
    partlyGranted: 'Partly granted',
    'withheld.stateSecret': 'State secret',
    'withheld.forbiddenByLaw': 'Forbidden by another law',
    'withheld.securityAndStability': 'Endangers security or stability',
    'withheld.thirdPartyRights': 'Rights of third parties',
    'withheld.internalAffairs': 'Internal affairs',
    'withheld.processInformation': 'Process information',
    'withheld.enforcementFile': 'Enforcement file',
    'withheld.administrativeInquiry': 'Administrative inquiry',
    'unavailable.notHeld': 'Not held by this agency',
    'unavailable.wouldNeedCreation': 'Would have to be created',
    'unavailable.stillUnclear': 'Still unclear after correction',
    'rejected.petition': 'Petition or complaint',
    'rejected.repeat': 'Repeated request',
    'rejected.publishedMaterial': 'Published material',
    'rejected.excessive': 'Excessive without justification',
    'rejected.reissue': 'Asks to confirm or reissue',
    'other.correctionOverdue': 'Correction overdue',
    'other.feeOverdue': 'Fee overdue',
    'other.remaining': 'Other',
    total: 'Total handled',
    carriedOut: 'Carried over to next year',
  },
  requestGroups: {
    '三、本年度办理结果': '3. Outcomes this year',
    '（三）不予公开': 'Withheld',
    '（四）无法提供': 'Unavailable',
    '（五）不予处理': 'Not handled',
    '（六）其他处理': 'Handled otherwise',
    法人或其他组织: 'Legal persons and other organisations',
  },
  remedyGroups: {
    reconsideration: 'Administrative reconsideration',
    litigationDirect: 'Litigation without reconsideration',
    litigationAfterReconsideration: 'Litigation after reconsideration',
  },
  remedyColumns: {
    upheld: 'Upheld',
    overturned: 'Overturned',
    otherResult: 'Other result',
    pending: 'Pending',
    total: 'Total',
  },
}

/** Keys of the three open records are the labels that the form's declaration prints. */
export type FormGloss = {
  readonly headings: readonly string[]
  readonly proactive: Readonly<Record<string, string>>
  readonly requestColumns: Readonly<Record<RequestColumnId, string>>
  readonly requestRows: Readonly<Record<RequestRowId, string>>
  readonly requestGroups: Readonly<Record<string, string>>
  readonly remedyGroups: Readonly<Record<RemedyGroupId, string>>
  readonly remedyColumns: Readonly<Record<RemedyColumnId, string>>
}
